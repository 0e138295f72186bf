"""What a stranger closed or merged stands again as it can: to be answered, or answered (S4)."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from core.helpdesk.facts import Arrival, TicketFact, TicketPromised
from core.helpdesk.tickets.books import Books
from core.helpdesk.tickets.due import moved, routed
from core.helpdesk.tickets.merged import Heard, TellMerged
from core.helpdesk.tickets.owner import Consultant, person_of
from core.helpdesk.tickets.ports import Changed
from core.helpdesk.tickets.routing import HelpDesk
from core.helpdesk.tickets.telling import BY_ITSELF, Telling
from core.helpdesk.tickets.ticket import Standing, State, Ticket
from core.helpdesk.values import Closing
from core.ids import SchoolId, TicketId


def restored(ticket: Ticket, desk: HelpDesk, now: datetime) -> Standing:
    """Return how a ticket stands whose closing is void.

    One that was confirmed is answered still: only the asker's word on it does not stand. Any other
    waits for an answer in a new round, of its own, with whoever answers its topic now.
    """
    standing = ticket.standing
    if standing.closing is Closing.CONFIRMED and standing.answered_at:
        answered = replace(standing, closing=None, closed_at=None, closed_by=None)
        return replace(answered, state=State.ANSWERED)
    waits = standing.without_question.again(now)
    return moved(waits, routed(replace(ticket, standing=waits), desk, now), now)


@dataclass(frozen=True, slots=True)
class RestoreTickets:
    """Lets tickets stand again whose closing, or merging, is void; who has to do with one hears.

    Of an answer that somebody else gave meanwhile nothing is taken back: that stays closed.
    """

    books: Books

    async def __call__(
        self, school: SchoolId, closed: Sequence[TicketId], gone: Sequence[TicketId]
    ) -> Sequence[Ticket]:
        """Restore what was closed, and what waits for the answer of others that are gone.

        Return the first of them as they stood before.
        """
        found = (await self.books.tickets.tickets(closed)).values() if closed else ()
        waiting = await self.books.tickets.merged_into(gone) if gone else ()
        mine = [one for one in found if _is_void(one)]
        left = [one for one in waiting if one.standing.waits_elsewhere]
        every = {one.id: one for one in (*mine, *left)}
        done = await self._restore(school, every.values()) if every else frozenset()
        return [one for one in mine if one.id in done]

    async def unanswered(
        self, school: SchoolId, numbers: Sequence[TicketId], *, but: Collection[TicketId]
    ) -> None:
        """Let askers hear who answers now whose answers were taken back: what is open of them.

        It goes on at once from who is shut out; `but` those of which they heard already.
        """
        found = (await self.books.tickets.tickets(numbers)).values() if numbers else ()
        mains = [it for it in found if it.standing.state is State.OPEN and it.id not in but]
        if not mains:
            return
        desk, now = await self.books.desk(school), self.books.now()
        changes = [Changed(one, _with_who_is_here(one, desk, now)) for one in mains]
        done = await self.books.tickets.change(changes, at=now)
        telling = Telling(desk.administrators, now)
        kept = [one for one in changes if one.ticket.id in done]
        told = [fact for one in kept for fact in _told_anew(one, telling)]
        await self.books.facts.record(told)
        tell = TellMerged(self.books.tickets, self.books.facts)
        await tell([Heard(one.ticket, TicketPromised, BY_ITSELF) for one in kept], now)

    async def _restore(self, school: SchoolId, tickets: Iterable[Ticket]) -> frozenset[TicketId]:
        desk, now = await self.books.desk(school), self.books.now()
        changes = list[Changed]()
        for one in tickets:
            change = Changed(one, restored(one, desk, now))
            changes.append(change)
            if isinstance(owner := change.standing.owner, Consultant):
                desk = desk.busier_by(owner.person)
        done = await self.books.tickets.change(changes, at=now)
        telling = Telling(desk.administrators, now)
        told = [fact for one in changes if one.ticket.id in done for fact in _told(one, telling)]
        await self.books.facts.record(told)
        return done


def _with_who_is_here(ticket: Ticket, desk: HelpDesk, now: datetime) -> Standing:
    person = person_of(ticket.standing.owner)
    if person is None or person in desk.here or desk.reaches(person):
        return ticket.standing
    return moved(ticket.standing, routed(ticket, desk, now), now)


def _told_anew(change: Changed, telling: Telling) -> list[TicketFact]:
    if change.standing.owner != change.ticket.standing.owner:
        return telling.again(change.ticket, change.standing, BY_ITSELF, why=Arrival.LEFT)
    head = (change.ticket.school, telling.now, BY_ITSELF, change.ticket.id)
    return [TicketPromised(*head, (change.ticket.asker,))]


def _is_void(ticket: Ticket) -> bool:
    merged = ticket.standing.closing is Closing.MERGED
    return ticket.standing.state is State.CLOSED and (
        ticket.standing.waits_elsewhere or not merged
    )


def _told(change: Changed, telling: Telling) -> list[TicketFact]:
    if change.standing.state is State.ANSWERED:
        return []
    waited = change.ticket.standing.waits_elsewhere
    why = Arrival.APART if waited else Arrival.RESTORED
    return telling.again(change.ticket, change.standing, BY_ITSELF, why=why)
