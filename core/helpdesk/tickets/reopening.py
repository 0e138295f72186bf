"""An asker opens the own ticket again: the answer did not help, or it is another question."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from core.access.people import Actor
from core.facts import Fact
from core.helpdesk.facts import Arrival, TicketArrived
from core.helpdesk.tickets.due import moved, with_whom_it_was
from core.helpdesk.tickets.gate import Opened, OpenTicket
from core.helpdesk.tickets.rules import TicketChanged, TicketOver
from core.helpdesk.tickets.ticket import Standing, State, Ticket
from core.helpdesk.values import WITHOUT_THE_ASKER, Closing
from core.ids import TicketId


def may_reopen(standing: Standing) -> bool:
    """Say whether the asker may open a ticket again, as long as the days for it last."""
    others_did = standing.closing in WITHOUT_THE_ASKER | {Closing.MERGED}
    return standing.state is State.ANSWERED or others_did


@dataclass(frozen=True, slots=True)
class ReopenTicket:
    """The asker says that the answer did not help: a new round begins.

    A ticket that was merged into another one is opened by itself: as one that was answered, once
    that was, and before that at any time. Whoever asked knows best what was asked.
    """

    open: OpenTicket

    async def __call__(self, actor: Actor, number: TicketId) -> Ticket:
        """Open it again; raise TicketOver after P: 3 days, TicketChanged for what is open."""
        opened = await self.open.as_asker(actor, number)
        if opened.ticket.standing.is_under_way:
            raise TicketChanged
        await must_be_in_time(self.open, opened)
        return await reopen(self.open, opened)


async def must_be_in_time(open_ticket: OpenTicket, opened: Opened) -> None:
    """Raise TicketOver where the asker may not open a ticket again, or not any more."""
    standing = opened.ticket.standing
    if standing.waits_elsewhere:
        return
    at = standing.answered_at
    if at is None or not may_reopen(standing):
        raise TicketOver
    rules = (await open_ticket.books.regulations.of(opened.ticket.school)).help
    if opened.at >= at + timedelta(days=rules.reopened_days):
        raise TicketOver


async def reopen(open_ticket: OpenTicket, opened: Opened) -> Ticket:
    """Open a ticket again: a new round, with who had it if that can be, else routed anew."""
    standing = opened.ticket.standing
    fresh = standing.without_question.again(opened.at)
    again = replace(opened.ticket, standing=fresh)
    to = with_whom_it_was(again, standing.owner, opened.desk, opened.at)
    after = moved(fresh, to, opened.at)
    why = Arrival.APART if standing.waits_elsewhere else Arrival.REOPENED
    hear = opened.telling.hears(after.owner)
    head = (opened.ticket.school, opened.at, opened.origin, opened.ticket.id)
    told: Sequence[Fact] = [TicketArrived(*head, hear, why)] if hear else []
    return await open_ticket.stand(opened, after, told)
