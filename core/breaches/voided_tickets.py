"""Requests for help that a stranger closed, merged or answered: each is awaited again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from core.breaches.ports import BreachBook, Suspect
from core.breaches.said import Said, Voided
from core.helpdesk.tickets.restoring import RestoreTickets, TakenBack
from core.helpdesk.tickets.ticket import Ticket
from core.helpdesk.values import Closing
from core.ids import PupilId, TicketId


@dataclass(frozen=True, slots=True)
class VoidTickets:
    """Lets requests stand again that the person closed or merged; the log keeps its rows (H4).

    So does what others closed, or time did, after an answer of the person; whoever had one hears
    who answers now.
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
        taken = TakenBack(
            frozenset(closed),
            frozenset(TicketId(one.record) for one in said if one.what is Said.TICKET),
            frozenset(answered),
            frozenset(
                one.day
                for one in said
                if one.what is Said.TICKET_WORDS and isinstance(one.day, datetime)
            ),
        )
        return [_void(one) for one in await self.restore(of.school, taken)]


def _void(ticket: Ticket) -> Voided:
    standing = ticket.standing
    merged = standing.closing is Closing.MERGED
    what = Said.MERGED_TICKET if merged else Said.CLOSED_TICKET
    at = standing.closed_at or ticket.opened_at
    return Voided(what, None, None, at, pupil=PupilId(ticket.asker))
