"""Which final marks a family's sheet tells as news (F8, F10)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from core.diary.papers.sheet import FinalNews
from core.diary.totals.finals import FinalCell, FinalChange, FinalsBook
from core.ids import PupilId
from core.journal.values import MarkValue
from core.notices.paper.rules import Stretch
from core.notices.printing import Beside, PaperRuns

_A_YEAR: Final = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class FindNewFinals:
    """Finds the final marks that changed since a family's sheet before.

    A teacher may set them when no lessons are given any more, and no week of lessons brings a
    sheet: exams are in June.
    """

    runs: PaperRuns
    finals: FinalsBook

    async def __call__(
        self, pupils: Sequence[PupilId], days: Stretch, zone: ZoneInfo
    ) -> Mapping[PupilId, Sequence[FinalNews]]:
        """Return the news that the pupils' sheets of some days tell; who has none is missing."""
        if not pupils:
            return {}
        beside = await self.runs.beside(pupils, days.last)
        begins = datetime.combine(days.first, time(), zone)
        around = {one: beside.get(one, Beside()) for one in pupils}
        earliest = min(one.before or begins for one in around.values())
        found = await self.finals.changes_since(pupils, earliest, ended=oldest_news(days.first))
        told = {one: news(found.get(one, ()), around[one], begins=begins) for one in pupils}
        return {pupil: marks for pupil, marks in told.items() if marks}


def oldest_news(first: date) -> date:
    """Return the day on which a period may end at the earliest to be news from a day on.

    What was summed up longer ago is none, though a school's files bring it only now.
    """
    return first - _A_YEAR


def news(
    changes: Iterable[FinalChange], beside: Beside, *, begins: datetime
) -> Sequence[FinalNews]:
    """Return the marks that are not what they were on the family's sheet before.

    Without one before they are news from the beginning of the days of which the sheet tells. What
    changed after the next sheet was made is told by that one.
    """
    since = beside.before or begins
    of_cell = defaultdict[FinalCell, list[FinalChange]](list)
    for one in changes:
        if one.at >= since:
            of_cell[one.cell].append(one)
    told = (_told(cell, found, beside, since) for cell, found in of_cell.items())
    return [one for one in told if one]


def _told(
    cell: FinalCell, found: Iterable[FinalChange], beside: Beside, since: datetime
) -> FinalNews | None:
    # A mark that comes under another id than the one that goes with it is the same to a family.
    changes = sorted(found, key=lambda one: (one.at, one.value is not None))
    last = changes[-1]
    if beside.after and last.at >= beside.after:
        return None
    # A sheet is printed anew up to the moment at which it is in hand: either may be held.
    held = (_stood(changes, since), _stood(changes, beside.printed or since))
    if all(one == last.value for one in held):
        return None
    before = next((one for one in reversed(held) if one not in {None, last.value}), None)
    return FinalNews(cell.subject, cell.subject_title, cell.period, cell.kind, last.value, before)


def _stood(changes: Sequence[FinalChange], at: datetime) -> MarkValue | None:
    """Return what stood in a cell just before a moment."""
    later = next((one for one in changes if one.at >= at), None)
    return later.before if later else changes[-1].value
