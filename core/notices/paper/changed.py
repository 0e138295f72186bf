"""What of the changed cells of a journal a family's sheet tells as news (F10). Pure."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Final, TypeVar

from core.diary.changes import CellChange, CellNews
from core.notices.printing import Beside

C = TypeVar("C")
V = TypeVar("V")

_A_YEAR: Final = timedelta(days=366)


def oldest_news(first: date) -> date:
    """Return the day on which a period may end at the earliest to be news from a day on.

    What was summed up longer ago is none, though a school's files bring it only now.
    """
    return first - _A_YEAR


def news(
    changes: Iterable[CellChange[C, V]], beside: Beside, *, begins: datetime
) -> Sequence[CellNews[C, V]]:
    """Return the cells that are not what they were on the family's sheet before.

    Without one before they are news from the beginning of the days of which the sheet tells. What
    changed after the next sheet was made is told by that one.
    """
    since = beside.before or begins
    of_cell = defaultdict[C, list[CellChange[C, V]]](list)
    for one in changes:
        if one.at >= since:
            of_cell[one.cell].append(one)
    told = (_told(cell, found, beside, since) for cell, found in of_cell.items())
    return [one for one in told if one]


def _told(
    cell: C, found: Iterable[CellChange[C, V]], beside: Beside, since: datetime
) -> CellNews[C, V] | None:
    # What comes under another id than the one that goes with it is the same to a family.
    changes = sorted(found, key=lambda one: (one.at, one.value is not None))
    last = changes[-1]
    if beside.after and last.at >= beside.after:
        return None
    # A sheet is printed anew up to the moment at which it is in hand: either may be held.
    held = (_stood(changes, since), _stood(changes, beside.printed or since))
    if all(one == last.value for one in held):
        return None
    before = next((one for one in reversed(held) if one not in {None, last.value}), None)
    return CellNews(cell, last.value, before)


def _stood(changes: Sequence[CellChange[C, V]], at: datetime) -> V | None:
    """Return what stood in a cell just before a moment."""
    later = next((one for one in changes if one.at >= at), None)
    return later.before if later else changes[-1].value
