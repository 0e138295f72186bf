"""Who asked replies in the messenger to what came of the own ticket: that goes into it, too."""

from dataclasses import dataclass

from core.access.people import Actor
from core.errors import AccessRefused
from core.helpdesk.tickets.gate import Opened, OpenTicket
from core.notices.tickets.card import FindTicketReplied


@dataclass(frozen=True, slots=True)
class FindOwnReplied:
    """Finds the own ticket to whose message somebody replied."""

    find: FindTicketReplied
    open: OpenTicket

    async def __call__(self, actor: Actor, message_id: str) -> Opened | None:
        """Return it, or None where it was something else, or somebody else asked."""
        found = await self.find.own(actor, message_id)
        if found is None:
            return None
        try:
            return await self.open.as_asker(actor, found)
        except AccessRefused:
            return None
