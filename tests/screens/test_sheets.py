"""A teacher's sheets of final marks: who and what first, twelve lines, three rows of buttons."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bot.screens.teaching.sheets import cell, own_sheets, sheet
from bot.texts import Speech
from core.access.people import Name
from core.ids import ClassId, CourseId, PeriodId, PersonId, PupilId, SchoolId
from core.journal.filling_sheets import SheetCell, Tap
from core.journal.marked_periods import MarkedPeriod
from core.journal.missing_of_year import Lack
from core.journal.period_marking import PeriodCell
from core.journal.period_sheets import (
    OwnCourse,
    OwnSheets,
    Sheet,
    SheetLine,
    StandingMark,
    SummedCourse,
)
from core.journal.values import MarkValue, PeriodMarkKind
from tests.core.builders import a_class_teacher
from tests.screens.test_limits import NAMES, SPEAKING, WORDS, assert_fits, quick
from tests.screens.views import EN, RU, labels, read

PERIOD, YEAR = PeriodMarkKind.PERIOD, PeriodMarkKind.YEAR
QUARTER = MarkedPeriod(PeriodId(2), "IV четверть", date(2027, 3, 29), date(2027, 5, 28))
SCHOOL_YEAR = MarkedPeriod(
    PeriodId(9), "2026/2027", date(2026, 9, 1), date(2027, 5, 28), is_year=True
)
ALGEBRA = SummedCourse(CourseId(10), "Алгебра", "Алгебра, 9А")
FOUR = MarkValue("4")


def line(number: int, *kinds: PeriodMarkKind, name: Name | None = None) -> SheetLine:
    pupil = PupilId(PersonId(number))
    marks = {
        one: StandingMark(FOUR, PeriodCell(ALGEBRA.id, QUARTER.id, pupil, one)) for one in kinds
    }
    return SheetLine(pupil, name or Name("Маша", f"Орлова {number}"), marks, (FOUR,) * 4)


def a_sheet(*lines: SheetLine, kind: PeriodMarkKind = YEAR) -> Sheet:
    period = QUARTER if kind is PERIOD else SCHOOL_YEAR
    return Sheet(PersonId(50), ALGEBRA, period, kind, lines)


def owned(*lacks: dict[Lack, int], period: MarkedPeriod = SCHOOL_YEAR) -> OwnSheets:
    courses = tuple(OwnCourse(ALGEBRA, one) for one in lacks)
    return OwnSheets(period, (QUARTER, SCHOOL_YEAR), courses, date(2027, 5, 25), SchoolId(1))


def test_a_course_says_what_of_each_kind_it_lacks() -> None:
    lacks = {Lack.YEAR: 3, Lack.FINAL: 2, Lack.FINAL_OF_OTHERS: 1}

    said = (
        "годовых нет 3",
        "итоговых после экзамена нет 2",
        "итоговых нет 1 (у остальных стоят)",
    )

    russian, english = (own_sheets(one, owned(lacks, {})) for one in (RU, EN))

    assert read(russian)[2:] == [
        f"1. Алгебра, 9А: {', '.join(said)}",
        "2. Алгебра, 9А: всё выставлено",
    ]
    assert read(english)[1] == "To be set by 25 May. The period ends on 28 May."
    assert read(english)[2].endswith("1 final missing (the rest have it)")


def test_who_sums_up_at_two_schools_is_asked_at_which() -> None:
    first = a_class_teacher(ClassId(1))
    other = replace(first, school=SchoolId(2**63 - 1), school_name="Гимназия " * 20)

    for speech in (RU, EN):
        screen = own_sheets(speech, OwnSheets(schools=(first, other)))

        assert_fits(screen)
        assert len(labels(screen)) == 3
        assert screen.buttons[1][0].callback_data == f"shtsat1:{2**63 - 1}"


def test_a_number_opens_the_kind_that_is_missing() -> None:
    screen = own_sheets(RU, owned({Lack.FINAL: 2}, {}))

    data = [one.callback_data for one in screen.buttons[0]]
    assert data == ["sht1:10:9:f:0", "sht1:10:9:y:0"]


def test_a_quarter_has_no_kinds_to_choose() -> None:
    screen = sheet(RU, a_sheet(line(1, PERIOD), line(2), kind=PERIOD))

    assert read(screen) == [
        "🏁 Алгебра, 9А, IV четверть",
        "Выставлено 1 из 2.",
        "1. Орлова 1 Маша: 4",
        "2. Орлова 2 Маша: нет",
    ]
    assert labels(screen) == [["1", "2"], ["Выставить"], ["‹ Мои итоговые"]]


def test_a_course_without_pupils_says_so() -> None:
    assert read(sheet(RU, a_sheet()))[1] == "На этом курсе за период нет учеников."


def test_the_list_opens_where_the_last_tap_was() -> None:
    lines = [line(one, YEAR) for one in range(20)]

    screen = cell(RU, SheetCell(a_sheet(*lines), lines[9], Tap.SET))

    assert read(screen)[0] == "Записано. Выставлено 20 из 20."
    assert screen.buttons[-1][0].callback_data == "sht1:10:9:y:1"


LINES = st.lists(
    st.builds(
        line,
        st.integers(1, 10**16 - 1),
        st.sampled_from(PeriodMarkKind),
        name=NAMES,
    ),
    min_size=1,
    max_size=30,
    unique_by=lambda it: it.pupil,
)
COURSE = st.builds(SummedCourse, st.integers(1, 10**16 - 1).map(CourseId), WORDS, WORDS)
ENDS = st.builds(
    MarkedPeriod,
    st.just(PeriodId(10**16 - 1)),
    WORDS,
    st.just(date(2026, 9, 1)),
    st.just(date(2027, 5, 28)),
    is_year=st.booleans(),
)


@quick
@given(
    SPEAKING,
    ENDS,
    st.lists(
        st.builds(OwnCourse, COURSE, st.just(dict.fromkeys(Lack, 1000))),
        max_size=20,
        unique_by=lambda it: it.course.id,
    ),
    st.integers(0, 3),
)
def test_own_courses_fit(
    speech: Speech, period: MarkedPeriod, courses: list[OwnCourse], page: int
) -> None:
    view = OwnSheets(period, (QUARTER, period), tuple(courses), period.ends, SchoolId(2**63 - 1))

    assert_fits(own_sheets(speech, view, page=page))


@quick
@given(SPEAKING, ENDS, COURSE, LINES, st.sampled_from(PeriodMarkKind), st.integers(0, 4))
def test_sheets_and_cells_fit(
    speech: Speech,
    period: MarkedPeriod,
    course: SummedCourse,
    lines: list[SheetLine],
    kind: PeriodMarkKind,
    page: int,
) -> None:
    view = Sheet(PersonId(50), course, period, kind, tuple(lines))

    for screen in (
        sheet(speech, view, page=page),
        *(cell(speech, SheetCell(view, lines[0], tap)) for tap in (None, *Tap)),
    ):
        assert_fits(screen)
