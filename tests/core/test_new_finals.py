"""Which final marks are news on a family's sheet."""

from datetime import UTC, date, datetime, timedelta

import pytest

from core.access.people import Child, Name
from core.diary.changes import CellChange
from core.diary.papers.sheet import FinalNews, PupilSheet, SheetLine
from core.diary.totals.finals import FinalCell, FinalChange, in_order
from core.diary.views import Period
from core.ids import PersonId, PupilId, SubjectId
from core.journal.values import MarkValue, PeriodKind, PeriodMarkKind
from core.notices.paper.changed import oldest_news
from core.notices.paper.new_finals import final_news
from core.notices.printing import Beside

MONDAY = date(2027, 5, 24)
BEGINS = datetime(2027, 5, 24, tzinfo=UTC)
DAY = timedelta(days=1)
FOURTH = Period("IV четверть", PeriodKind.QUARTER, date(2027, 3, 29), date(2027, 5, 28))
YEAR = Period("2026/2027", PeriodKind.YEAR, date(2026, 9, 1), date(2027, 5, 28))
CELL = FinalCell(SubjectId(1), "Алгебра", YEAR, PeriodMarkKind.YEAR)


def a_mark(
    kind: PeriodMarkKind = PeriodMarkKind.YEAR,
    period: Period = YEAR,
    value: str | None = "4",
    before: str | None = None,
) -> FinalNews:
    return FinalNews(SubjectId(1), "Алгебра", period, kind, _value(value), _value(before))


def _value(text: str | None) -> MarkValue | None:
    return None if text is None else MarkValue(text)


def changes(*told: tuple[datetime, str | None, str | None]) -> list[FinalChange]:
    return [CellChange(CELL, at, _value(before), _value(value)) for at, before, value in told]


SET = {
    "on the first day, and no sheet before": (BEGINS, Beside(), True),
    "the day before, and no sheet before": (BEGINS - DAY, Beside(), False),
    "since the sheet before": (BEGINS - DAY, Beside(before=BEGINS - 2 * DAY), True),
    "when the sheet before was made": (BEGINS, Beside(before=BEGINS), True),
    "before the sheet before": (BEGINS, Beside(before=BEGINS + DAY), False),
    "before the sheet after": (BEGINS, Beside(after=BEGINS + DAY), True),
    "since the sheet after": (BEGINS + DAY, Beside(after=BEGINS + DAY), False),
}


@pytest.mark.parametrize(("at", "beside", "told"), SET.values(), ids=SET.keys())
def test_a_mark_is_news_between_the_sheets_beside(
    at: datetime, beside: Beside, *, told: bool
) -> None:
    found = final_news(changes((at, None, "4")), beside, begins=BEGINS)

    assert found == ([a_mark()] if told else [])


FIRST, SECOND, THIRD = BEGINS, BEGINS + DAY, BEGINS + 2 * DAY
PRINTED_AGAIN = Beside(before=BEGINS, printed=BEGINS + DAY / 2)
BECAME = {
    "put right": ([(FIRST, "3", "4")], Beside(), a_mark(before="3")),
    "put right twice": ([(FIRST, "3", "5"), (SECOND, "5", "4")], Beside(), a_mark(before="3")),
    "set and put right": ([(FIRST, None, "5"), (SECOND, "5", "4")], Beside(), a_mark()),
    "put back as it was": ([(FIRST, "4", "5"), (SECOND, "5", "4")], Beside(), None),
    "taken back": ([(FIRST, "4", None)], Beside(), a_mark(value=None, before="4")),
    "set and taken back": ([(FIRST, None, "4"), (SECOND, "4", None)], Beside(), None),
    "taken back and set again": ([(FIRST, "4", None), (SECOND, None, "4")], Beside(), None),
    "replaced by the same": ([(FIRST, None, "4"), (FIRST, "4", None)], Beside(), None),
    "replaced by another": (
        [(FIRST, None, "4"), (FIRST, "3", None)],
        Beside(),
        a_mark(before="3"),
    ),
    "put right, printed, put back": (
        [(FIRST, "4", "5"), (SECOND, "5", "4")],
        PRINTED_AGAIN,
        a_mark(before="5"),
    ),
    "set, printed, taken back": (
        [(FIRST, None, "4"), (SECOND, "4", None)],
        PRINTED_AGAIN,
        a_mark(value=None, before="4"),
    ),
    "set, printed anew, taken back later, and told by the next sheet": (
        [(FIRST, None, "4"), (THIRD, "4", None)],
        Beside(after=SECOND),
        None,
    ),
}


@pytest.mark.parametrize(("became", "beside", "told"), BECAME.values(), ids=BECAME.keys())
def test_a_mark_is_news_that_is_not_what_a_family_holds(
    became: list[tuple[datetime, str | None, str | None]], beside: Beside, told: FinalNews | None
) -> None:
    found = final_news(changes(*became), beside, begins=BEGINS)

    assert found == ([told] if told else [])


def test_what_was_summed_up_over_a_year_ago_is_no_news() -> None:
    assert oldest_news(MONDAY) == date(2026, 5, 23)


CHILD = Child(PupilId(PersonId(1)), Name("Яна", "Лугова"), "7А")
LINE = SheetLine("Алгебра", period_mark=MarkValue("4"), period=FOURTH.title)
OF_PERIOD = PeriodMarkKind.PERIOD
BESIDE_LINES = {
    "the year's": (a_mark(), True),
    "the year's, as some schools call it": (a_mark(OF_PERIOD), True),
    "that of the line": (a_mark(OF_PERIOD, FOURTH), False),
    "of another period": (
        a_mark(OF_PERIOD, Period("I", PeriodKind.QUARTER, MONDAY, MONDAY)),
        True,
    ),
    "of another value": (a_mark(OF_PERIOD, FOURTH, "5"), True),
    "put right": (a_mark(OF_PERIOD, FOURTH, before="3"), True),
    "taken back": (a_mark(OF_PERIOD, FOURTH, None, before="4"), True),
}


@pytest.mark.parametrize(("mark", "told"), BESIDE_LINES.values(), ids=BESIDE_LINES.keys())
def test_what_a_line_shows_is_not_told_again(mark: FinalNews, *, told: bool) -> None:
    sheet = PupilSheet(CHILD, (LINE,)).with_finals([mark])

    assert sheet.finals == ((mark,) if told else ())


def test_marks_of_a_subject_go_by_the_year() -> None:
    final, exam, year = (
        a_mark(kind) for kind in (PeriodMarkKind.FINAL, PeriodMarkKind.EXAM, PeriodMarkKind.YEAR)
    )
    quarter = a_mark(OF_PERIOD, FOURTH)

    assert in_order([final, exam, year, quarter]) == [quarter, year, exam, final]
