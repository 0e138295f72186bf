"""Whatever a school calls its people and subjects, the short look at a report fits Telegram."""

from datetime import UTC, date, datetime
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from bot.callbacks.reports import Form, ReportShelf
from bot.screens.parts.screen import CAPTION_LENGTH
from bot.screens.reports.of_class import class_report, class_report_file, class_reports
from bot.screens.reports.of_school import school_report, school_report_file, school_reports
from bot.texts import Speech
from core.access.gate import Overseen
from core.access.people import LedClass, Member, Name
from core.ids import ClassId, PeriodId, PersonId, SchoolId
from core.journal.values import PeriodKind
from core.reports.kinds import ClassReportKind, SchoolReportKind, WhichReport
from core.reports.of_class import ClassReport
from core.reports.of_school import SchoolReport
from core.reports.table import Cell, Column, Kind, Report, Table, said
from core.reports.terms import Span, Term
from tests.screens.test_limits import LARGEST, LONG, NAMES, SPEAKING, WORDS, assert_fits, quick
from tests.screens.views import RU, length, read

MADE_AT = datetime(2026, 11, 20, 9, tzinfo=UTC)
_CELLS: dict[Kind, st.SearchStrategy[Cell]] = {
    Kind.TEXT: LONG,
    Kind.NAME: NAMES,
    Kind.COUNT: st.sampled_from([0, 1, 99_999]),
    Kind.PERCENT: st.sampled_from([None, Decimal("100.0")]),
    Kind.DAY: st.just(date(2026, 11, 20)),
}
COLUMNS = st.lists(
    st.builds(Column, WORDS | st.just(said("missed")), st.sampled_from([*_CELLS]), st.booleans()),
    min_size=1,
    max_size=12,
)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    columns = tuple(draw(COLUMNS))
    row = st.tuples(*(_CELLS[one.kind] for one in columns))
    rows = tuple(draw(st.lists(row, max_size=20)))
    return Table(said("results"), columns, rows, rows[:1])


def a_span(title: str = "II четверть") -> Span:
    quarters = [
        Term(PeriodId(at), title, PeriodKind.QUARTER, date(2026, at, 1), date(2026, at, 28))
        for at in (9, 10, 11)
    ]
    year = Term(PeriodId(1), title, PeriodKind.YEAR, date(2026, 9, 1), date(2027, 5, 28))
    return Span(quarters[1], year, tuple(quarters), date(2026, 11, 20))


def a_report(*found: Table) -> Report:
    return Report(said("report-results"), "Школа", MADE_AT, tables=found)


def of_class(title: str, kind: ClassReportKind, *found: Table, term: str = "II") -> ClassReport:
    member = Member(PersonId(1), SchoolId(1), title, "Europe/Moscow", Name("Анна", "Орлова"))
    overseen = Overseen(member, LedClass(ClassId(LARGEST), title))
    return ClassReport(overseen, WhichReport(kind.value), a_span(term), a_report(*found))


@quick
@given(
    SPEAKING,
    WORDS,
    st.sampled_from(ClassReportKind),
    st.lists(tables(), max_size=4),
    st.sampled_from([0, 1, 999]),
)
def test_reports_of_a_class_fit(
    speech: Speech, title: str, kind: ClassReportKind, found: list[Table], page: int
) -> None:
    view = of_class(title, kind, *found, term=title)

    for shelf in ReportShelf:
        assert_fits(class_reports(speech, view.overseen, shelf=shelf))
    shown = class_report(speech, view, page=page)
    assert_fits(shown)
    assert len(shown.text.split("\n")) <= 12
    for form in Form:
        handed = class_report_file(speech, view, form)
        assert_fits(handed)
        assert length(handed) <= CAPTION_LENGTH


@quick
@given(SPEAKING, WORDS, st.sampled_from(SchoolReportKind), st.lists(tables(), max_size=4))
def test_reports_of_a_school_fit(
    speech: Speech, title: str, kind: SchoolReportKind, found: list[Table]
) -> None:
    member = Member(PersonId(1), SchoolId(LARGEST), title, "Europe/Moscow", Name("А", "О"))
    view = SchoolReport(member, WhichReport(kind.value), a_span(title), a_report(*found))

    assert_fits(school_reports(speech, member))
    assert_fits(school_report(speech, view))
    assert_fits(school_report_file(speech, view, Form.SHEET))


def test_numbers_are_headed_nothing_is_left_out_and_words_stand_alone() -> None:
    table = Table(
        said("results"),
        (
            Column(said("subject"), main=True),
            Column(said("teacher"), Kind.NAME),
            Column(said("missed"), Kind.COUNT, main=True),
            Column(said("late"), Kind.COUNT, main=True),
            Column(said("success"), Kind.PERCENT, main=True),
            Column(said("topic"), main=True),
        ),
        (("Алгебра", Name("Нина", "Грачёва"), 3, 0, Decimal("86.7"), "=1+1"),),
        ((said("total"), None, 3, 0, Decimal("86.7"), None),),
    )

    screen = class_report(RU, of_class("7А", ClassReportKind.RESULTS, table))

    assert read(screen)[1:] == [
        "Алгебра: пропущено уроков 3, успеваемость 86,7 %, =1+1",
        "Всего: пропущено уроков 3, успеваемость 86,7 %",
        "Все столбцы: в файле.",
    ]


def test_of_many_tables_of_one_shape_each_is_a_line() -> None:
    columns = (Column(said("subject"), main=True), Column("I четверть", Kind.MEAN, main=True))
    found = [
        Table(
            said("of-pupil", pupil=Name(f"П{at}", "Орлов")),
            columns,
            (("Алгебра", Decimal("4.00")),),
            ((said("mean"), Decimal("4.00")),),
        )
        for at in range(5)
    ]

    screen = class_report(RU, of_class("7А", ClassReportKind.PUPILS, *found))

    assert read(screen)[1:3] == [
        "Орлов П0: I четверть 4,00",
        "Орлов П1: I четверть 4,00",
    ]
