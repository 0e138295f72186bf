"""A consultant says «я здесь» before the window, so that nobody has to be alarmed (H2)."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from core.access.gate import closed_to
from core.access.people import Actor, Role
from core.helpdesk.duty.calls import DutyCalls, Turn
from core.helpdesk.duty.shift import Shift, ShiftKey
from core.helpdesk.tickets.books import Books
from core.helpdesk.tickets.rules import WrongInstant
from core.ids import SchoolId

AHEAD: Final = timedelta(hours=4)
"""How long before a window a consultant may say to be there."""


@dataclass(frozen=True, slots=True)
class SayHere:
    """Notes that the consultant of a shift is there: calls and alarms end with that."""

    books: Books
    calls: DutyCalls

    async def __call__(self, actor: Actor, school: SchoolId, key: ShiftKey) -> Shift:
        """Note it and return the shift; twice is once.

        Raise AccessRefused for whose shift it is not (any more) and for who is no consultant any
        more, WrongInstant where it is over, or hours away.
        """
        desk, now = await self.books.desk(school), self.books.now()
        shift = desk.shift(key)
        own = {
            one.person
            for one in actor.members
            if one.school == school and Role.CONSULTANT in one.roles
        }
        if shift is None or shift.consultant not in own:
            raise closed_to(actor)
        if not shift.starts_at - AHEAD <= now < shift.ends_at:
            raise WrongInstant
        await self.calls.say_here(school, Turn.of(shift), at=now)
        return shift
