"""Who gets paper, and over which days a print run goes."""

from datetime import date

import pytest

from core.notices.paper.rules import (
    Every,
    GuardianWay,
    Stretch,
    is_regular,
    stretch_over,
    stretch_to,
    why_on_paper,
)
from core.notices.printing import OnPaper

HEARS = GuardianWay(ever_in=True, hears=True)
LOST = GuardianWay(ever_in=True)
STRANGER = GuardianWay()
ASKED = GuardianWay(asked=True, ever_in=True, hears=True)
DECLINED = GuardianWay(declined=True, ever_in=True)

FAMILIES: dict[str, tuple[list[GuardianWay], bool, OnPaper | None]] = {
    "all hear": ([HEARS, HEARS], False, None),
    "one hears": ([STRANGER, HEARS], False, None),
    "one declined, the other hears": ([HEARS, DECLINED], False, OnPaper.DECLINED),
    "one asked for paper, the other hears": ([HEARS, ASKED], False, OnPaper.ASKED),
    "one asked for paper, the other declined": ([ASKED, DECLINED], False, OnPaper.DECLINED),
    "nobody came in": ([STRANGER, STRANGER], True, OnPaper.NEVER_IN),
    "nobody is on record": ([], False, OnPaper.NEVER_IN),
    "who came in takes no messages": ([LOST, STRANGER], False, OnPaper.UNREACHABLE),
    "a forecast did not arrive": ([HEARS], True, OnPaper.NOT_REACHED),
}

DAYS: dict[str, tuple[date, Every, date, date]] = {
    "on a Monday": (date(2026, 11, 23), "week", date(2026, 11, 16), date(2026, 11, 22)),
    "on a Sunday": (date(2026, 11, 22), "week", date(2026, 11, 9), date(2026, 11, 15)),
    "on the first": (date(2026, 12, 1), "month", date(2026, 11, 1), date(2026, 11, 30)),
    "in January": (date(2027, 1, 31), "month", date(2026, 12, 1), date(2026, 12, 31)),
}


@pytest.mark.parametrize(("guardians", "missed", "why"), FAMILIES.values(), ids=FAMILIES)
def test_why_a_family_gets_paper(
    guardians: list[GuardianWay], *, missed: bool, why: OnPaper | None
) -> None:
    assert why_on_paper(guardians, missed=missed) == why


@pytest.mark.parametrize(("day", "every", "first", "last"), DAYS.values(), ids=DAYS)
def test_the_last_stretch_that_is_over(day: date, every: Every, first: date, last: date) -> None:
    assert stretch_over(day, every) == (first, last)


def test_a_run_up_to_today_has_as_many_days_as_one_by_itself() -> None:
    day = date(2026, 11, 20)

    assert stretch_to(day, "week") == (date(2026, 11, 14), day)
    assert stretch_to(day, "month") == (date(2026, 10, 22), day)


RUNS_UP_TO: dict[str, tuple[date, Every, bool]] = {
    "a Sunday": (date(2026, 11, 22), "week", True),
    "a Saturday": (date(2026, 11, 21), "week", False),
    "the last of a month": (date(2026, 11, 30), "month", True),
    "the last but one": (date(2026, 11, 29), "month", False),
}


@pytest.mark.parametrize(("day", "every", "regular"), RUNS_UP_TO.values(), ids=RUNS_UP_TO)
def test_a_run_up_to_the_last_day_is_that_of_the_week_or_month(
    day: date, every: Every, *, regular: bool
) -> None:
    assert is_regular(stretch_to(day, every), every) is regular


def test_a_run_over_other_days_is_not_the_regular_one() -> None:
    week = Stretch(date(2026, 11, 20), date(2026, 11, 22))

    assert not is_regular(week, "week")
