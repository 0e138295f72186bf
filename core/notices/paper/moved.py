"""A sheet goes with a pupil who changes class before it is handed over (F10)."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from core.clock import Clock
from core.facts import Facts, Origin
from core.ids import ClassId, PupilId, SchoolId
from core.notices.paper.facts import PaperRunMade
from core.notices.paper.putting import put_on_run
from core.notices.paper.rules import Stretch
from core.notices.printing import NewRun, OnPaper, PaperRuns


@dataclass(frozen=True, slots=True)
class FollowMoved:
    """Puts the sheets of who moved on the runs of their classes now, and tells who prints them.

    The class teacher of before has the pupil on no list any more, and the one of now made the
    run of those days without the pupil. What is in hand stays as it is.
    """

    runs: PaperRuns
    facts: Facts
    clock: Clock

    async def is_due(self, school: SchoolId, day: date, since: date) -> bool:
        """Say whether there is any such sheet."""
        return bool(await self.runs.left_behind(school, day, since))

    async def __call__(self, school: SchoolId, day: date, since: date) -> None:
        """Take on the sheets of runs up to the day `since` or later; `day` is today."""
        families = defaultdict[tuple[ClassId, Stretch], dict[PupilId, OnPaper]](dict)
        for one in await self.runs.left_behind(school, day, since):
            families[one.class_id, Stretch(one.first, one.last)][one.pupil] = one.why
        now = self.clock.now()
        for (class_id, days), moved in sorted(families.items()):
            run = await put_on_run(self.runs, NewRun(school, class_id, *days, now), moved)
            if run is not None:
                await self.facts.record([PaperRunMade(school, now, Origin(), class_id, run)])
