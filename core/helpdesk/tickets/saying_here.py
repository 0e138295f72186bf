"""A consultant says «я здесь» before the window, so that nobody has to be alarmed (H2)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from core.access.gate import closed_to
from core.access.people import Actor, Name, Role
from core.helpdesk.duty.calls import DutyCalls, Turn
from core.helpdesk.duty.shift import Shift, ShiftKey
from core.helpdesk.tickets.books import Books
from core.helpdesk.tickets.rules import WrongInstant
from core.ids import PersonId, SchoolId

AHEAD: Final = timedelta(hours=4)
"""How long before a window a consultant may say to be there."""


@dataclass(frozen=True, slots=True)
class Here:
    """It is noted that the consultant is there in a shift."""

    shift: Shift


@dataclass(frozen=True, slots=True)
class TurnIsOther:
    """Nothing is noted: the turn is at other hours than asked about, somebody else's, or off.

    `shift` is the turn as it stands, None where there is none; `name` is who has it where that is
    somebody else. `may_be_here` says that the own one is near: «я здесь» can be said of it.
    """

    shift: Shift | None
    name: Name | None = None
    may_be_here: bool = False


@dataclass(frozen=True, slots=True)
class SayHere:
    """Notes that the consultant of a shift is there: calls and alarms end with that."""

    books: Books
    calls: DutyCalls

    async def __call__(
        self, actor: Actor, school: SchoolId, key: ShiftKey, *, starts_at: datetime
    ) -> Here | TurnIsOther:
        """Note it, twice is once, for the hours that were asked about; say how the turn stands.

        Raise AccessRefused for who is no consultant any more, WrongInstant where it is over, or
        hours away.
        """
        own = {
            one.person
            for one in actor.members
            if one.school == school and Role.CONSULTANT in one.roles
        }
        if not own:
            raise closed_to(actor)
        shift = (await self.books.desk(school)).shift(key)
        if shift is None:
            return TurnIsOther(None)
        if shift.consultant not in own:
            return TurnIsOther(shift, await self._name_of(school, shift.consultant))
        now = self.books.now()
        if shift.starts_at != starts_at:
            return TurnIsOther(shift, may_be_here=_is_near(shift, now))
        if not _is_near(shift, now):
            raise WrongInstant
        await self.calls.say_here(school, Turn.of(shift), at=now)
        return Here(shift)

    async def _name_of(self, school: SchoolId, person: PersonId) -> Name | None:
        people = await self.books.schedules.people(school)
        return next((one.name for one in people if one.person == person), None)


def _is_near(shift: Shift, now: datetime) -> bool:
    return shift.starts_at - AHEAD <= now < shift.ends_at
