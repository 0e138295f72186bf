"""A teacher says when answers may be expected; families are told so when they write at night."""

from dataclasses import dataclass
from datetime import time

from core.access.gate import must_be
from core.access.people import Actor, Member
from core.clock import Clock
from core.errors import AccessRefused
from core.ids import PersonId
from core.messages.threads.hours import checked_hours
from core.messages.threads.ports import AnswerHours
from core.regulation.forms import QuietHours
from core.regulation.ports import Regulations


@dataclass(frozen=True, slots=True)
class HoursOf:
    """A person's own hours, if any were set, and those of the school."""

    member: Member
    own: QuietHours | None
    of_school: QuietHours | None


@dataclass(frozen=True, slots=True)
class ReadHours:
    """Opens the hours of who answers families; a family has none."""

    hours: AnswerHours
    regulations: Regulations

    async def __call__(self, actor: Actor, person: PersonId) -> HoursOf:
        """Return them; raise AccessRefused for anybody else's."""
        member = must_be(actor, person)
        if not member.works_here:
            raise AccessRefused
        rules = await self.regulations.of(member.school)
        return HoursOf(member, await self.hours.of(person), rules.messages.hours)


@dataclass(frozen=True, slots=True)
class SetHours:
    """Keeps a person's own hours of school days, or goes back to those of the school."""

    read: ReadHours
    clock: Clock

    async def __call__(
        self, actor: Actor, person: PersonId, hours: tuple[time, time] | None
    ) -> HoursOf:
        """Keep them; raise HoursWrong where they do not begin before they end."""
        member = (await self.read(actor, person)).member
        kept = checked_hours(*hours) if hours else None
        await self.read.hours.keep(member.school, person, kept, at=self.clock.now())
        return await self.read(actor, person)
