"""What trainings there are: for who plans them, and for who is invited."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from core.access.people import Actor, Member
from core.clock import Clock
from core.errors import NotActivated
from core.helpdesk.training.gate import plans, still_invited
from core.helpdesk.training.ports import Trainings
from core.helpdesk.training.training import Training
from core.ids import TrainingId

Listed = tuple[Training, Member]
"""A training, and as whom the person reads of it."""


@dataclass(frozen=True, slots=True)
class TrainingList:
    """A person's trainings: `planners`, as whom the person plans, with what may be opened.

    `invitations` stand and lie ahead, each with who is invited; the others with who plans there.
    """

    planners: Sequence[Member]
    ahead: Sequence[Listed]
    past: Sequence[Listed]
    invitations: Sequence[Listed]


@dataclass(frozen=True, slots=True)
class ReadTrainings:
    """Anybody opens the own trainings; a list without any is one too."""

    trainings: Trainings
    clock: Clock

    async def __call__(self, actor: Actor) -> TrainingList:
        """Return them: what comes next first, what was last first."""
        if actor.is_stranger:
            raise NotActivated
        now = self.clock.now()
        planners = [one for one in actor.members if plans(one)]
        found = await self._opened_by(planners)
        ahead, past = _parted(found, now)
        return TrainingList(planners, ahead, past, await self._invitations(actor, now))

    async def _opened_by(self, planners: Sequence[Member]) -> Sequence[Listed]:
        found = {
            one.id: (one, member)
            for member in planners
            for one in await self.trainings.of_school(member.school)
            if member.is_administration or one.by == member.person
        }
        return list(found.values())

    async def _invitations(self, actor: Actor, now: datetime) -> Sequence[Listed]:
        found = [
            (one, member)
            for member in actor.members
            for one in await self.trainings.for_guest(member.person, since=now)
        ]
        invited = await self.trainings.invited([one.id for one, _ in found]) if found else {}
        still = [
            (one, member)
            for one, member in found
            if any(still_invited(member, it.guest) for it in invited[one.id])
        ]
        return sorted(still, key=_in_time)


def _parted(found: Sequence[Listed], now: datetime) -> tuple[Sequence[Listed], Sequence[Listed]]:
    ahead = [one for one in found if not one[0].has_begun(now)]
    past = [one for one in found if one[0].has_begun(now)]
    return sorted(ahead, key=_in_time), sorted(past, key=_in_time, reverse=True)


def _in_time(one: Listed) -> tuple[datetime, TrainingId]:
    return one[0].starts_at, one[0].id
