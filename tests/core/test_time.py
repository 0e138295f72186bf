"""Time is an argument, and a day is the school's."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from core.clock import SystemClock, last_named, next_named, today
from tests.core.builders import StoppedClock


def test_the_school_day_turns_at_the_school_s_midnight() -> None:
    clock = StoppedClock(datetime(2026, 11, 20, 22, 30, tzinfo=UTC))

    days = today(clock, ZoneInfo("Europe/Moscow")), today(clock, ZoneInfo("UTC"))

    assert days == (date(2026, 11, 21), date(2026, 11, 20))


def test_the_system_clock_is_moved_by_its_offset() -> None:
    clock = SystemClock(timedelta(days=-365))

    apart = SystemClock().now() - clock.now()

    assert timedelta(days=364) < apart <= timedelta(days=366)


def test_the_system_clock_knows_its_zone() -> None:
    now = SystemClock().now()

    assert now.tzinfo is UTC


WINTER = date(2028, 1, 10)
NAMED = {
    "this year": (last_named, 5, 1, WINTER, date(2028, 1, 5)),
    "today": (last_named, 10, 1, WINTER, WINTER),
    "last year": (last_named, 25, 12, WINTER, date(2027, 12, 25)),
    "a leap day years ago": (last_named, 29, 2, date(2027, 12, 1), date(2024, 2, 29)),
    "over a century without one": (last_named, 29, 2, date(2104, 1, 1), date(2096, 2, 29)),
    "tomorrow": (next_named, 11, 1, WINTER, date(2028, 1, 11)),
    "not today": (next_named, 10, 1, WINTER, date(2029, 1, 10)),
    "the leap day to come": (next_named, 29, 2, date(2027, 12, 1), date(2028, 2, 29)),
}


@pytest.mark.parametrize(("named", "day", "month", "on", "found"), NAMED.values(), ids=NAMED)
def test_a_day_without_a_year_is_the_nearest_of_its_name(
    named: Callable[[int, int, date], date], day: int, month: int, on: date, found: date
) -> None:
    assert named(day, month, on) == found


@pytest.mark.parametrize(("day", "month"), [(31, 6), (30, 2), (1, 13), (0, 1), (1, 0)])
def test_a_day_that_no_year_has_is_none(day: int, month: int) -> None:
    for named in (last_named, next_named):
        with pytest.raises(ValueError, match=str(day)):
            named(day, month, WINTER)
