"""When class teachers get the list of the week before."""

from datetime import date, datetime

import pytest

from core.notices.absences.week import is_due, week_before

DUE = {
    "its Monday, too early": ("2026-11-23T07:59", 1, False),
    "its Monday": ("2026-11-23T08:00", 1, True),
    "Tuesday, after a standstill": ("2026-11-24T03:00", 1, True),
    "Sunday, after a long one": ("2026-11-29T23:00", 1, True),
    "a Thursday that is ahead": ("2026-11-25T12:00", 4, False),
    "that Thursday, too early": ("2026-11-26T07:59", 4, False),
    "that Thursday": ("2026-11-26T08:00", 4, True),
    "the Monday after": ("2026-11-30T12:00", 4, False),
    "never": ("2026-11-23T12:00", 0, False),
}


@pytest.mark.parametrize(("at", "verified_on", "due"), DUE.values(), ids=DUE.keys())
def test_the_list_is_out_from_the_hour_of_its_weekday_until_the_week_ends(
    at: str, verified_on: int, *, due: bool
) -> None:
    assert is_due(datetime.fromisoformat(at), verified_on) is due


@pytest.mark.parametrize("day", [date(2026, 11, 23), date(2026, 11, 26), date(2026, 11, 29)])
def test_it_tells_of_the_last_week_that_is_over(day: date) -> None:
    assert week_before(day) == date(2026, 11, 16)
