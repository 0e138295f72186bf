"""Which day stands on an application on paper."""

from datetime import date, timedelta

import pytest

from core.access.applications import ApplicationDayWrong, the_day, written_day

NOW = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("12.11.2026", date(2026, 11, 12)),
        (" 1.9.2026 ", date(2026, 9, 1)),
        ("20.11", NOW),
        ("12.11", date(2026, 11, 12)),
        # A day without a year is the last one of that date.
        ("21.11", date(2025, 11, 21)),
        ("31.12", date(2025, 12, 31)),
    ],
)
def test_a_day_is_written_as_on_paper(text: str, day: date) -> None:
    assert written_day(text, NOW) == day


@pytest.mark.parametrize("text", ["", "завтра", "31.02", "12", "12.13.2026", "12.11.26", "0.0"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(ApplicationDayWrong):
        written_day(text, NOW)


def test_a_leap_day_without_a_year_is_refused_where_the_last_year_had_none() -> None:
    today = date(2028, 1, 10)

    with pytest.raises(ApplicationDayWrong):
        the_day(written_day("29.02", today), today)


@pytest.mark.parametrize("day", [NOW + timedelta(days=1), NOW - timedelta(days=367)])
def test_a_day_to_come_or_of_long_ago_is_refused(day: date) -> None:
    with pytest.raises(ApplicationDayWrong):
        the_day(day, NOW)


@pytest.mark.parametrize("day", [NOW, NOW - timedelta(days=366)])
def test_a_day_of_the_last_year_is_taken(day: date) -> None:
    assert the_day(day, NOW) == day
