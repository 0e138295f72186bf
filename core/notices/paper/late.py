"""Which marks and absences of earlier days a family's sheet tells as news (F10)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final, TypeVar
from zoneinfo import ZoneInfo

from core.diary.papers.late import CellChange, CellNews, LateBook, LateNews
from core.diary.views import ShownAbsence
from core.ids import LessonId, PupilId
from core.notices.paper.new_finals import oldest_news
from core.notices.paper.rules import Stretch
from core.notices.printing import Beside, PaperRuns

C = TypeVar("C")
V = TypeVar("V")

_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class FindLate:
    """Finds what was entered, put right or taken back after the sheet that told of its day.

    Papers are marked days later as a rule, and no other sheet comes to those days again.
    """

    runs: PaperRuns
    book: LateBook

    async def __call__(
        self, pupils: Sequence[PupilId], days: Stretch, zone: ZoneInfo
    ) -> Mapping[PupilId, LateNews]:
        """Return what each pupil's sheet of some days tells of the days before them."""
        if not pupils:
            return {}
        beside = await self.runs.beside(pupils, days.last)
        around = {one: beside.get(one, Beside()) for one in pupils}
        begins = datetime.combine(days.first, time(), zone)
        earliest = min(one.before or begins for one in around.values())
        first, last = oldest_news(days.first), days.first - _DAY
        marks = await self.book.mark_changes(pupils, earliest, first=first, last=last)
        missed = await self.book.absence_changes(pupils, earliest, first=first, last=last)
        return {
            one: LateNews(
                tuple(news(marks.get(one, ()), around[one], begins=begins)),
                tuple(sorted(news(missed.get(one, ()), around[one], begins=begins), key=_place)),
            )
            for one in pupils
        }


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


def _place(one: CellNews[LessonId, ShownAbsence]) -> tuple[date, int]:
    shown = one.value or one.before
    return (shown.day, shown.number) if shown else (date.min, 0)
