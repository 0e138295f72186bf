"""The asker chooses another topic, or says that it cannot wait: it is routed anew (H1, H5)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.access.people import Actor
from core.facts import Fact
from core.helpdesk.facts import Arrival, TicketArrived
from core.helpdesk.tickets.asking import Asked, PromiseAnswer, urgent_reason
from core.helpdesk.tickets.due import moved
from core.helpdesk.tickets.gate import Opened, OpenTicket
from core.helpdesk.tickets.owner import Queue, shift_of
from core.helpdesk.tickets.routing import route
from core.helpdesk.tickets.rules import TicketChanged
from core.helpdesk.tickets.ticket import Standing, State
from core.helpdesk.topics import Topic
from core.ids import TicketId


@dataclass(frozen=True, slots=True)
class ChangeTopic:
    """The asker sees that another topic fits better: it goes to who answers that."""

    open: OpenTicket

    async def __call__(self, actor: Actor, number: TicketId, topic: Topic) -> Asked:
        """Route it anew; raise TicketChanged where somebody said a word already."""
        opened = await self.open.as_asker(actor, number)
        standing = opened.ticket.standing
        if standing.state is not State.OPEN or standing.heard_at is not None:
            raise TicketChanged
        if standing.topic is topic:
            return await _as_it_stands(self.open, opened)
        fresh = replace(standing, topic=topic, passed=())
        return await rerouted(self.open, opened, fresh, Arrival.RETOPICED)


@dataclass(frozen=True, slots=True)
class MakeUrgent:
    """The asker says why it cannot wait: out of hours it goes to the administrator at once."""

    open: OpenTicket

    async def __call__(self, actor: Actor, number: TicketId, reason: str) -> Asked:
        """Keep the reason; said twice it is told once.

        Raise ReasonNeeded without one, TicketChanged for what is answered.
        """
        opened = await self.open.as_asker(actor, number)
        standing = opened.ticket.standing
        if not standing.is_under_way:
            raise TicketChanged
        urgent = replace(standing, urgent=urgent_reason(reason))
        if urgent == standing:
            return await _as_it_stands(self.open, opened)
        if not _waits(opened):
            to = opened.telling.hears(standing.owner)
            head = (opened.ticket.school, opened.at, opened.origin, opened.ticket.id)
            told: Sequence[Fact] = [TicketArrived(*head, to, Arrival.URGENT)] if to else []
            ticket = await self.open.stand(opened, urgent, told)
            return Asked(ticket, await PromiseAnswer(self.open.books)(ticket, opened.desk))
        return await rerouted(self.open, opened, urgent, Arrival.URGENT)


def _waits(opened: Opened) -> bool:
    """Say whether a ticket waits for a window, in a queue or with who took it ahead."""
    standing = opened.ticket.standing
    if isinstance(standing.owner, Queue):
        return True
    key = shift_of(standing.owner)
    shift = opened.desk.shift(key) if key and standing.state is not State.AT_VENDOR else None
    return shift is not None and opened.at < shift.starts_at


async def rerouted(
    open_ticket: OpenTicket, opened: Opened, standing: Standing, why: Arrival
) -> Asked:
    """Let a ticket go to who answers what it is about from now on, and promise anew."""
    to = route(
        standing.topic,
        opened.desk,
        opened.at,
        urgent=bool(standing.urgent),
        but=(opened.ticket.asker,),
    )
    stays = to.owner == standing.owner
    fresh = replace(standing, promised_at=to.promised_at)
    after = fresh if stays else moved(standing, to, opened.at)
    told = opened.telling.moved(opened.ticket, after, why, opened.origin)
    ticket = await open_ticket.stand(opened, after, told)
    return Asked(ticket, await PromiseAnswer(open_ticket.books)(ticket, opened.desk))


async def _as_it_stands(open_ticket: OpenTicket, opened: Opened) -> Asked:
    promised = await PromiseAnswer(open_ticket.books)(opened.ticket, opened.desk)
    return Asked(opened.ticket, promised)
