"""Who says to come, and who came (H6)."""

from dataclasses import dataclass

from core.access.people import Actor
from core.clock import Clock
from core.helpdesk.training.gate import Invitation, OpenedTraining, OpenInvitation, OpenTraining
from core.helpdesk.training.planning import must_lie_ahead
from core.helpdesk.training.training import Reply, TrainingNotBegun, TrainingOver
from core.ids import PersonId, TrainingId


@dataclass(frozen=True, slots=True)
class ReplyToInvitation:
    """An invited person says whether to come; that may be changed until it begins."""

    open: OpenInvitation
    clock: Clock

    async def __call__(
        self, actor: Actor, number: TrainingId, person: PersonId, given: Reply, *, version: int
    ) -> Invitation:
        """Keep the reply; raise TrainingOver where it was called off, moved, or has begun."""
        opened, now = await self.open(actor, number, person), self.clock.now()
        must_lie_ahead(opened.training, now)
        kept = await self.open.trainings.reply(number, person, given, version=version, at=now)
        if not kept:
            raise TrainingOver
        return await self.open(actor, number, person)


@dataclass(frozen=True, slots=True)
class TickAttendance:
    """Who holds a training ticks off who came, once it has begun."""

    open: OpenTraining
    clock: Clock

    async def __call__(
        self, actor: Actor, number: TrainingId, person: PersonId, *, came: bool
    ) -> OpenedTraining:
        """Keep of one of the invited whether they came; twice is once."""
        opened = await self.begun(actor, number)
        if any(one.guest.person == person for one in opened.invited):
            await self._tick(number, [person], came=came)
        return await self.open(actor, number)

    async def promised(self, actor: Actor, number: TrainingId) -> OpenedTraining:
        """Tick off all who said to come."""
        opened = await self.begun(actor, number)
        coming = [one.guest.person for one in opened.invited if one.reply is Reply.COMING]
        await self._tick(number, coming, came=True)
        return await self.open(actor, number)

    async def begun(self, actor: Actor, number: TrainingId) -> OpenedTraining:
        """Return a training that has begun; raise TrainingNotBegun for any other."""
        opened = await self.open(actor, number)
        if not opened.training.stands:
            raise TrainingOver
        if not opened.training.has_begun(self.clock.now()):
            raise TrainingNotBegun
        return opened

    async def _tick(self, number: TrainingId, persons: list[PersonId], *, came: bool) -> None:
        await self.open.trainings.tick(number, persons, came=came, at=self.clock.now())
