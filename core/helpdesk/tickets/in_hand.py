"""What somebody has in hand: plain words may be meant as an answer to it, and are never sent."""

from dataclasses import dataclass
from typing import Final

from core.access.people import Actor, Role
from core.helpdesk.tickets.gate import OpenTicket
from core.helpdesk.tickets.ticket import Ticket

_FAMILY: Final = frozenset({Role.GUARDIAN, Role.PUPIL})


@dataclass(frozen=True, slots=True)
class FindInHand:
    """Finds the tickets that wait for a person's answer, at all schools."""

    open: OpenTicket

    async def __call__(self, actor: Actor) -> tuple[Ticket, ...]:
        """Return those that somebody behind the account has in hand, the oldest first."""
        staff = [one.person for one in actor.members if one.roles - _FAMILY]
        return tuple(await self.open.books.tickets.in_hand(staff)) if staff else ()
