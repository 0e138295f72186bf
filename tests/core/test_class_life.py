"""Which days a calendar of the school year shows."""

from datetime import date

import pytest

from core.diary.school_life.class_life import school_year_ahead, school_year_behind

ENDS = date(2027, 8, 31)
CASES = {
    "in autumn": (date(2026, 11, 20), date(2026, 9, 1), ENDS),
    "in spring": (date(2027, 5, 28), date(2026, 9, 1), ENDS),
    "on the first day": (date(2026, 9, 1), date(2026, 9, 1), ENDS),
    "in summer the year to come": (date(2026, 6, 1), date(2026, 6, 1), ENDS),
    "on the last day of summer": (date(2026, 8, 31), date(2026, 8, 31), ENDS),
}


@pytest.mark.parametrize(("day", "first", "last"), CASES.values(), ids=CASES)
def test_a_calendar_shows_the_school_year(day: date, first: date, last: date) -> None:
    assert school_year_ahead(day) == (first, last)


BEHIND = {
    "in autumn": (date(2026, 11, 20), date(2026, 9, 1), date(2026, 11, 19)),
    "in spring": (date(2027, 5, 28), date(2026, 9, 1), date(2027, 5, 27)),
    "in summer the year that ended": (date(2027, 6, 1), date(2026, 9, 1), date(2027, 5, 31)),
    "on the last day of summer": (date(2027, 8, 31), date(2026, 9, 1), date(2027, 8, 30)),
    "on the first day nothing": (date(2026, 9, 1), date(2026, 9, 1), date(2026, 8, 31)),
}


@pytest.mark.parametrize(("day", "first", "last"), BEHIND.values(), ids=BEHIND)
def test_what_is_over_is_of_the_school_year_that_was_last(
    day: date, first: date, last: date
) -> None:
    assert school_year_behind(day) == (first, last)
