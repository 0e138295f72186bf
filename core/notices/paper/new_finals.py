"""Which final marks a family's sheet tells as news (F8, F10)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from core.diary.totals.finals import FinalMark, FinalsBook, SetFinal
from core.ids import PupilId
from core.notices.paper.rules import Stretch
from core.notices.printing import Beside, PaperRuns

_A_YEAR: Final = timedelta(days=366)
"""What was summed up longer ago is no news, though a school's files bring it only now."""


@dataclass(frozen=True, slots=True)
class FindNewFinals:
    """Finds the final marks that were set or put right since a family's sheet before.

    A teacher may set them when no lessons are given any more, and no week of lessons brings a
    sheet: exams are in June.
    """

    runs: PaperRuns
    finals: FinalsBook

    async def __call__(
        self, pupils: Sequence[PupilId], days: Stretch, zone: ZoneInfo
    ) -> Mapping[PupilId, Sequence[FinalMark]]:
        """Return the news that the pupils' sheets of some days tell; who has none is missing."""
        if not pupils:
            return {}
        beside = await self.runs.beside(pupils, days.last)
        begins = datetime.combine(days.first, time(), zone)
        around = {one: beside.get(one, Beside()) for one in pupils}
        earliest = min(one.before or begins for one in around.values())
        found = await self.finals.set_since(pupils, earliest)
        told = {
            one: news(found.get(one, ()), around[one], begins=begins, first=days.first)
            for one in pupils
        }
        return {pupil: marks for pupil, marks in told.items() if marks}


def news(
    found: Sequence[SetFinal], beside: Beside, *, begins: datetime, first: date
) -> Sequence[FinalMark]:
    """Return the marks set between a family's sheets before and after one that is printed.

    Without one before they are news from the beginning of the days of which the sheet tells.
    """
    since, until = beside.before or begins, beside.after
    return [
        one.mark
        for one in found
        if since <= one.at
        and (until is None or one.at < until)
        and one.mark.period.ends >= first - _A_YEAR
    ]
