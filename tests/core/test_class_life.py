"""Which days a calendar of the school year shows."""

from datetime import date

import pytest

from core.diary.school_life.class_life import school_year_ahead

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
