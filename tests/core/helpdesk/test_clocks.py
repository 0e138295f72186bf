"""Where a window may begin soon is asked in hours that clocks show: none may be missed."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.helpdesk.duty.clocks import first_shown, shown_between

ZONES = [ZoneInfo(one) for one in ("Europe/Moscow", "Europe/Berlin", "America/Santiago")]


@pytest.mark.parametrize("zone", ZONES, ids=str)
@given(
    days=st.integers(0, 364),
    minute=st.integers(0, 24 * 60 - 1),
    before=st.integers(0, 240),
)
def test_each_window_that_begins_meanwhile_is_among_the_hours(
    zone: ZoneInfo, days: int, minute: int, before: int
) -> None:
    day = date(2026, 1, 1) + timedelta(days=days)
    hour = time(*divmod(minute, 60))
    begins = first_shown(day, hour, zone)
    now = begins - timedelta(minutes=before)

    parts = shown_between(now, now + timedelta(minutes=240), zone)

    shown = [one for one in parts if one.day == begins.astimezone(zone).date()]
    of_the_day = begins.astimezone(zone).date() == day
    assert not of_the_day or any(one.first <= hour <= one.last for one in shown)


def test_a_night_has_two_days() -> None:
    begin = datetime(2026, 11, 23, 20, tzinfo=UTC)

    parts = shown_between(begin, begin + timedelta(hours=4), ZONES[0])

    assert [(one.day.day, one.first.hour, one.last.hour) for one in parts] == [
        (23, 23, 23),
        (24, 0, 3),
    ]
