"""What somebody has in hand: plain words may be meant as an answer to it, and are never sent."""

from dataclasses import dataclass
from typing import Final

from core.access.people import Actor, Role
from core.helpdesk.tickets.gate import OpenTicket
from core.helpdesk.tickets.owner import person_of
from core.helpdesk.tickets.ticket import State, Ticket

_FAMILY: Final = frozenset({Role.GUARDIAN, Role.PUPIL})


@dataclass(frozen=True, slots=True)
class FindInHand:
    """Finds the tickets that wait for a person's answer, at all schools."""

    open: OpenTicket

    async def __call__(self, actor: Actor) -> tuple[Ticket, ...]:
        """Return those that somebody behind the account has in hand, the oldest first."""
        tickets = self.open.books.tickets
        staff = [one for one in actor.members if one.roles - _FAMILY]
        own = {one.person for one in staff}
        found = [
            ticket
            for school in dict.fromkeys(one.school for one in staff)
            for ticket in await tickets.under_way(school)
            if person_of(ticket.standing.owner) in own
        ]
        return tuple(one for one in found if one.standing.state is State.OPEN)
