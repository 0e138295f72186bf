"""Requests for help that a stranger closed or merged: each is awaited again, and apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from core.breaches.ports import BreachBook, Suspect
from core.breaches.said import Said, Voided
from core.helpdesk.tickets.restoring import RestoreTickets
from core.helpdesk.tickets.ticket import Ticket
from core.helpdesk.values import Closing
from core.ids import PupilId, TicketId


@dataclass(frozen=True, slots=True)
class VoidTickets:
    """Lets requests stand again that the person closed or merged; the log keeps its rows (H4)."""

    book: BreachBook
    restore: RestoreTickets

    async def __call__(self, of: Suspect, since: datetime, said: Sequence[Voided]) -> list[Voided]:
        """Return what is void; of what was `said` it is known which requests are gone."""
        closed = await self.book.tickets_closed_by(of.person, since)
        gone = [TicketId(one.record) for one in said if one.what is Said.TICKET]
        return [_void(one) for one in await self.restore(of.school, closed, gone)]


def _void(ticket: Ticket) -> Voided:
    standing = ticket.standing
    merged = standing.closing is Closing.MERGED
    what = Said.MERGED_TICKET if merged else Said.CLOSED_TICKET
    at = standing.closed_at or ticket.opened_at
    return Voided(what, None, None, at, pupil=PupilId(ticket.asker))
