"""Which tickets may ask the same as one: those of its topic that are nobody's, or one's own."""

from collections.abc import Mapping
from dataclasses import dataclass

from core.access.people import Actor
from core.helpdesk.tickets.gate import Opened, OpenTicket, must_have
from core.helpdesk.tickets.owner import person_of
from core.helpdesk.tickets.ticket import EntryKind, Ticket
from core.ids import TicketId
from core.messages.content import Content


@dataclass(frozen=True, slots=True)
class Alike:
    """A ticket, and those that could be merged into it, with the first words of each."""

    opened: Opened
    tickets: tuple[Ticket, ...]
    first_words: Mapping[TicketId, Content]


@dataclass(frozen=True, slots=True)
class ReadAlike:
    """Finds what could be merged into a ticket."""

    open: OpenTicket

    async def __call__(self, actor: Actor, number: TicketId) -> Alike:
        """Return it; raise TicketTaken where somebody else has the ticket."""
        opened = await self.open.as_helper(actor, number)
        must_have(opened)
        books, ticket = self.open.books, opened.ticket
        alike = tuple(
            one
            for one in await books.tickets.under_way(ticket.school)
            if one.id != number
            and one.standing.topic is ticket.standing.topic
            and one.asker != opened.me
            and person_of(one.standing.owner) in {None, opened.me}
        )
        said = await books.words.of_tickets([one.id for one in alike])
        first = {
            ticket_id: next(it.content for it in entries if it.kind is EntryKind.WORDS)
            for ticket_id, entries in said.items()
            if any(it.kind is EntryKind.WORDS for it in entries)
        }
        return Alike(opened, alike, first)
