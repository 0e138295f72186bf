"""Which final marks are news on a family's sheet."""

from datetime import UTC, date, datetime, timedelta

import pytest

from core.access.people import Child, Name
from core.diary.papers.sheet import PupilSheet, SheetLine
from core.diary.totals.finals import FinalMark, SetFinal, in_order
from core.diary.views import Period
from core.ids import PersonId, PupilId, SubjectId
from core.journal.values import MarkValue, PeriodKind, PeriodMarkKind
from core.notices.paper.new_finals import news
from core.notices.printing import Beside

MONDAY = date(2027, 5, 24)
BEGINS = datetime(2027, 5, 24, tzinfo=UTC)
DAY = timedelta(days=1)
FOURTH = Period("IV четверть", PeriodKind.QUARTER, date(2027, 3, 29), date(2027, 5, 28))
YEAR = Period("2026/2027", PeriodKind.YEAR, date(2026, 9, 1), date(2027, 5, 28))
LONG_AGO = Period("2025/2026", PeriodKind.YEAR, date(2025, 9, 1), date(2026, 5, 20))


def a_mark(
    kind: PeriodMarkKind = PeriodMarkKind.YEAR, period: Period = YEAR, value: str = "4"
) -> FinalMark:
    return FinalMark(SubjectId(1), "Алгебра", period, kind, MarkValue(value))


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
    found = news([SetFinal(a_mark(), at)], beside, begins=BEGINS, first=MONDAY)

    assert bool(found) is told


def test_what_was_summed_up_over_a_year_ago_is_no_news() -> None:
    brought_now = SetFinal(a_mark(period=LONG_AGO), BEGINS)

    assert news([brought_now], Beside(), begins=BEGINS, first=MONDAY) == []


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
}


@pytest.mark.parametrize(("mark", "told"), BESIDE_LINES.values(), ids=BESIDE_LINES.keys())
def test_what_a_line_shows_is_not_told_again(mark: FinalMark, *, told: bool) -> None:
    sheet = PupilSheet(CHILD, (LINE,)).with_finals([mark])

    assert sheet.finals == ((mark,) if told else ())


def test_marks_of_a_subject_go_by_the_year() -> None:
    final, exam, year = (
        a_mark(kind) for kind in (PeriodMarkKind.FINAL, PeriodMarkKind.EXAM, PeriodMarkKind.YEAR)
    )
    quarter = a_mark(OF_PERIOD, FOURTH)

    assert in_order([final, exam, year, quarter]) == [quarter, year, exam, final]
