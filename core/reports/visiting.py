"""A person uses the journal: that day is counted once, and nothing else is kept of it (S5)."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from core.access.people import Actor
from core.clock import Clock, today
from core.reports.ports import VisitBook


@dataclass(frozen=True, slots=True)
class NoteVisit:
    """Count a day of use, for each person behind an account (E5 IV 4.1)."""

    visits: VisitBook
    clock: Clock

    async def __call__(self, actor: Actor) -> None:
        """Keep that the persons were here today; a second time a day it changes nothing."""
        for member in actor.members:
            day = today(self.clock, ZoneInfo(member.zone))
            await self.visits.note(member.school, member.person, day)
