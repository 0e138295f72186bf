"""Of which week a sheet on paper informs a family."""

from datetime import date

import pytest

from core.diary.totals.review import is_told_on_paper

SHEETS = {
    "of the week": (date(2026, 11, 16), date(2026, 11, 22), True),
    "of the month": (date(2026, 11, 1), date(2026, 11, 30), True),
    "up to its Wednesday": (date(2026, 11, 12), date(2026, 11, 18), True),
    "up to the Wednesday after": (date(2026, 11, 19), date(2026, 11, 25), False),
    "of the week before": (date(2026, 11, 9), date(2026, 11, 15), False),
    "of the week after": (date(2026, 11, 23), date(2026, 11, 29), False),
}


@pytest.mark.parametrize(("first", "last", "told"), SHEETS.values(), ids=SHEETS.keys())
def test_a_sheet_tells_of_a_week_that_it_holds_or_ends_in(
    first: date, last: date, *, told: bool
) -> None:
    assert is_told_on_paper(date(2026, 11, 16), first, last) is told
