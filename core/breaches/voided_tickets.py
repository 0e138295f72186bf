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
    """Lets requests stand again that the person closed or merged; the log keeps its rows (H4).

    Whoever was answered by the person hears who answers now.
    """

    book: BreachBook
    restore: RestoreTickets

    async def __call__(
        self,
        of: Suspect,
        since: datetime,
        said: Sequence[Voided],
        answered: Sequence[TicketId],
    ) -> list[Voided]:
        """Return what is void; of what was `said` it is known which requests are gone.

        `answered` are those in which the person's answers were, until they were taken back.
        """
        closed = await self.book.tickets_closed_by(of.person, since)
        gone = [TicketId(one.record) for one in said if one.what is Said.TICKET]
        restored = await self.restore(of.school, closed, gone)
        await self.restore.unanswered(of.school, answered, but={one.id for one in restored})
        return [_void(one) for one in restored]


def _void(ticket: Ticket) -> Voided:
    standing = ticket.standing
    merged = standing.closing is Closing.MERGED
    what = Said.MERGED_TICKET if merged else Said.CLOSED_TICKET
    at = standing.closed_at or ticket.opened_at
    return Voided(what, None, None, at, pupil=PupilId(ticket.asker))
