"""Which final marks a family's sheet tells as news (F8, F10)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from zoneinfo import ZoneInfo

from core.diary.papers.sheet import FinalNews
from core.diary.totals.finals import FinalChange, FinalsBook
from core.ids import PupilId
from core.notices.paper.changed import news, oldest_news
from core.notices.paper.rules import Stretch
from core.notices.printing import Beside, PaperRuns


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
        told = {one: final_news(found.get(one, ()), around[one], begins=begins) for one in pupils}
        return {pupil: marks for pupil, marks in told.items() if marks}


def final_news(
    changes: Iterable[FinalChange], beside: Beside, *, begins: datetime
) -> Sequence[FinalNews]:
    """Return the final marks that are not what they were on the family's sheet before."""
    return [
        FinalNews(
            one.cell.subject,
            one.cell.subject_title,
            one.cell.period,
            one.cell.kind,
            one.value,
            one.before,
        )
        for one in news(changes, beside, begins=begins)
    ]
