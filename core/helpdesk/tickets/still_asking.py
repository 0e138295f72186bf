"""Who asked about a pupil, and has nothing to do with that pupil any more, asks no more (S3).

A guardian whose right ended reads no answer about the child, nor does who led the class then.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from core.helpdesk.tickets.ticket import Ticket
from core.ids import PersonId, TicketId
from core.messages.threads.gate import Surroundings
from core.messages.threads.rules import Circle


@dataclass(frozen=True, slots=True)
class StillAsking:
    """Asks the school's records, as they are now, whose tickets are still theirs to read."""

    surroundings: Surroundings

    async def withdrawn(self, tickets: Iterable[Ticket]) -> frozenset[TicketId]:
        """Return those tickets whose askers do not see the pupil any more that they are about."""
        about = {one.id: (pupil, one.asker) for one in tickets if (pupil := one.asking.about)}
        pupils = sorted({pupil for pupil, _ in about.values()})
        circles = await self.surroundings(pupils) if pupils else {}
        return frozenset(
            number
            for number, (pupil, asker) in about.items()
            if not ((circle := circles.get(pupil)) and sees(circle, asker=asker))
        )


def sees(circle: Circle, *, asker: PersonId) -> bool:
    """Say whether a person may ask about a pupil: the family may, and who leads the class."""
    return circle.is_family(asker) or circle.leads(asker)
