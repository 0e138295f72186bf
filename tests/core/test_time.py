"""Time is an argument, and a day is the school's."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from core.clock import SystemClock, today
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
