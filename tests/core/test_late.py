"""Which cells of earlier days are news on a family's sheet."""

from datetime import UTC, datetime, timedelta

import pytest

from core.diary.changes import CellChange, CellNews
from core.notices.paper.changed import news
from core.notices.printing import Beside

BEGINS = datetime(2026, 11, 16, tzinfo=UTC)
DAY = timedelta(days=1)
MADE = BEGINS
"""When the sheet of the week before was made."""

LATE = {
    "never printed": ([(MADE + DAY, None, "3")], ("3", None)),
    "on the sheet before": ([(MADE - DAY, None, "3")], None),
    "put right": ([(MADE - DAY, None, "3"), (MADE + DAY, "3", "4")], ("4", "3")),
    "put right twice": ([(MADE + DAY, "3", "4"), (MADE + 2 * DAY, "4", "5")], ("5", "3")),
    "put right and back": ([(MADE + DAY, "3", "4"), (MADE + 2 * DAY, "4", "3")], None),
    "taken back": ([(MADE + DAY, "3", None)], (None, "3")),
    "entered and taken back": ([(MADE + DAY, None, "3"), (MADE + 2 * DAY, "3", None)], None),
    "under another id": ([(MADE + DAY, None, "3"), (MADE + DAY, "3", None)], None),
    "on the next sheet": ([(MADE + 7 * DAY, None, "3")], None),
}


@pytest.mark.parametrize(("changes", "told"), LATE.values(), ids=LATE.keys())
def test_a_cell_is_news_if_it_is_not_what_the_sheet_before_said(
    changes: list[tuple[datetime, str | None, str | None]], told: tuple[str | None, str | None]
) -> None:
    beside = Beside(before=MADE, after=MADE + 7 * DAY, printed=MADE)

    found = news([CellChange("cell", *one) for one in changes], beside, begins=BEGINS)

    assert found == ([CellNews("cell", *told)] if told else [])


def test_of_a_sheet_printed_anew_either_print_may_be_in_hand() -> None:
    beside = Beside(before=MADE, printed=MADE + 2 * DAY)
    changes = [CellChange("cell", MADE + DAY, None, "3")]

    found = news(changes, beside, begins=BEGINS)

    assert found == [CellNews("cell", "3")]
