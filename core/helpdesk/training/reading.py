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
from core.ids import PersonId


@dataclass(frozen=True, slots=True)
class TrainingList:
    """A person's trainings: `planners`, as whom the person plans, with what may be opened.

    `invitations` stand and lie ahead, each with the person who is invited.
    """

    planners: Sequence[Member]
    ahead: Sequence[Training]
    past: Sequence[Training]
    invitations: Sequence[tuple[Training, PersonId]]


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

    async def _opened_by(self, planners: Sequence[Member]) -> Sequence[Training]:
        found = {
            one.id: one
            for member in planners
            for one in await self.trainings.of_school(member.school)
            if member.is_administration or one.by == member.person
        }
        return list(found.values())

    async def _invitations(
        self, actor: Actor, now: datetime
    ) -> Sequence[tuple[Training, PersonId]]:
        found = [
            (one, member)
            for member in actor.members
            for one in await self.trainings.for_guest(member.person, since=now)
        ]
        invited = await self.trainings.invited([one.id for one, _ in found]) if found else {}
        still = [
            (one, member.person)
            for one, member in found
            if any(still_invited(member, it.guest) for it in invited[one.id])
        ]
        return sorted(still, key=lambda it: (it[0].starts_at, it[0].id))


def _parted(
    trainings: Sequence[Training], now: datetime
) -> tuple[Sequence[Training], Sequence[Training]]:
    ahead = [one for one in trainings if not one.has_begun(now)]
    past = [one for one in trainings if one.has_begun(now)]
    return (
        sorted(ahead, key=lambda it: (it.starts_at, it.id)),
        sorted(past, key=lambda it: (it.starts_at, it.id), reverse=True),
    )
