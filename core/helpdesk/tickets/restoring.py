"""What a stranger closed, merged or answered is awaited again, and who has to do with it hears."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from core.helpdesk.facts import (
    AnswerOfAnother,
    AnswerTakenBack,
    Arrival,
    TicketArrived,
    TicketFact,
    TicketPromised,
)
from core.helpdesk.tickets.books import Books
from core.helpdesk.tickets.lapsing import Void
from core.helpdesk.tickets.merged import TellMerged
from core.helpdesk.tickets.owner import Consultant
from core.helpdesk.tickets.ports import Changed
from core.helpdesk.tickets.routing import HelpDesk
from core.helpdesk.tickets.telling import BY_ITSELF, Telling
from core.helpdesk.tickets.ticket import Standing, State, Ticket
from core.helpdesk.values import Closing
from core.ids import SchoolId, TicketId

_TRIES: Final = 3
"""Somebody may say or close something at the same moment: then it is read once more."""


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What of tickets was a stranger's: closings and mergings, tickets as a whole, and words.

    In the tickets `unsaid` words to the asker were taken back, said at the instants `at`.
    """

    closed: frozenset[TicketId] = frozenset()
    gone: frozenset[TicketId] = frozenset()
    unsaid: frozenset[TicketId] = frozenset()
    at: frozenset[datetime] = frozenset()


@dataclass(frozen=True, slots=True)
class RestoreTickets:
    """Lets tickets wait for an answer again that had one of a stranger, or were closed by one.

    An answer that somebody else gave to them stands; to one that a stranger merged none was given.
    """

    books: Books

    async def __call__(self, school: SchoolId, taken: TakenBack) -> Sequence[Ticket]:
        """Restore what was closed, or answered, and what waits for the answer of one that is gone.

        Return those whose closing is void, as they stood before: by whom it was done, or by the
        words on which it rested.
        """
        kept, tries = list[Changed](), 0
        while True:
            done = {one.ticket.id for one in kept}
            found = [one for one in await self._found(taken) if one.id not in done]
            steps = await self._steps(school, taken, found, kept)
            changed = await self.books.tickets.change(steps.changes, at=self.books.now())
            kept += [one for one in steps.changes if one.ticket.id in changed]
            tries += 1
            if len(changed) == len(steps.changes) or tries == _TRIES:
                break
        if kept:
            await self._tell(kept, steps.void, Telling(steps.desk.administrators, steps.now))
        return [one.ticket for one in kept if _is_reported(one, taken)]

    async def _steps(
        self, school: SchoolId, taken: TakenBack, found: Sequence[Ticket], kept: Sequence[Changed]
    ) -> "_Steps":
        mains = {it for one in found if (it := one.standing.merged_into) is not None}
        asked = sorted({one.id for one in (*found, *(it.ticket for it in kept))} | mains)
        said = await self.books.words.of_tickets(asked) if asked else {}
        void = Void(taken.closed, taken.unsaid, taken.at, said)
        known = {one.ticket.id: one.standing for one in kept}
        steps = _Steps(void, await self.books.desk(school), self.books.now(), known)
        for one in found:
            steps.take(one)
        return steps

    async def _found(self, taken: TakenBack) -> list[Ticket]:
        """Return all that this is about, what was merged into another one last."""
        asked, mains = sorted(taken.closed | taken.unsaid), sorted(taken.gone | taken.unsaid)
        own = await self.books.tickets.tickets(asked) if asked else {}
        along = await self.books.tickets.merged_into(mains) if mains else ()
        every = {**own, **{one.id: one for one in along}}
        return sorted(every.values(), key=lambda it: (it.standing.merged_into is not None, it.id))

    async def _tell(self, kept: Sequence[Changed], void: Void, telling: Telling) -> None:
        """Tell who has a ticket now, and each asker once of what becomes of the own one."""
        told = [fact for one in kept for fact in _told(one, void, telling)]
        lapsed = {one.ticket.id for one in kept if void.has_lapsed(one.ticket)}
        mains = {one.ticket.id: one.ticket.asker for one in kept if _is_open(one)}
        tell = TellMerged(self.books.tickets, self.books.facts)
        into = {it for one in kept if (it := one.standing.merged_into) is not None}
        found = await self.books.tickets.tickets(sorted(into | mains.keys()))
        knows = set(mains.items())
        waiting = await tell.waiting(list(found.values()))
        for one in sorted(waiting, key=lambda it: (it.id not in lapsed, it.id)):
            main = one.standing.merged_into
            is_news = one.id in lapsed or main in mains
            if main is None or not is_news or (main, one.asker) in knows:
                continue
            knows.add((main, one.asker))
            what = AnswerTakenBack if one.id in lapsed else TicketPromised
            told.append(what(one.school, telling.now, BY_ITSELF, one.id, (one.asker,)))
        await self.books.facts.record(told)


@dataclass(slots=True)
class _Steps:
    """How tickets stand one after the other: each adds to what somebody has to answer."""

    void: Void
    desk: HelpDesk
    now: datetime
    known: dict[TicketId, Standing]
    changes: list[Changed] = field(default_factory=list)

    def take(self, ticket: Ticket) -> None:
        """Add how a ticket stands from now on."""
        into = ticket.standing.merged_into
        main = self.known.get(into) if into is not None else None
        after = self.void.after(ticket, main, self.desk, self.now)
        if after == ticket.standing and ticket.id not in self.void.unsaid:
            return
        change = Changed(ticket, after)
        self.changes.append(change)
        self.known[ticket.id] = after
        owner = after.owner
        if _is_open(change) and owner != ticket.standing.owner and isinstance(owner, Consultant):
            self.desk = self.desk.busier_by(owner.person)


def _is_open(change: Changed) -> bool:
    return change.standing.state is State.OPEN


def _is_reported(change: Changed, taken: TakenBack) -> bool:
    """Say whether the closing of a ticket is shown as void: a merging only where it is itself."""
    before = change.ticket.standing
    was_closed = before.state is State.CLOSED and change.standing.state is not State.CLOSED
    by_whom = change.ticket.id in taken.closed
    return was_closed and (by_whom or before.closing is not Closing.MERGED)


def _told(change: Changed, void: Void, telling: Telling) -> list[TicketFact]:
    """Return what is heard of a ticket that is open: who has it now, and what its asker hears."""
    if not _is_open(change):
        return []
    ticket, before = change.ticket, change.ticket.standing
    head = (ticket.school, telling.now, BY_ITSELF, ticket.id)
    facts: list[TicketFact] = [_of_answer(ticket, void)(*head, (ticket.asker,))]
    has = telling.hears(change.standing.owner)
    if has and (before.state is not State.OPEN or before.owner != change.standing.owner):
        facts.append(TicketArrived(*head, has, _why(change)))
    return facts


def _of_answer(ticket: Ticket, void: Void) -> type[TicketFact]:
    """Return what an asker hears: whose answer is void, and of which another question had it."""
    before = ticket.standing
    if void.has_lapsed(ticket) or ticket.id in void.unsaid:
        return AnswerTakenBack
    if before.closing is Closing.MERGED and before.answered_at is not None:
        return AnswerOfAnother
    return TicketPromised


def _why(change: Changed) -> Arrival:
    before = change.ticket.standing
    if before.state is State.OPEN:
        return Arrival.LEFT
    return Arrival.APART if before.closing is Closing.MERGED else Arrival.RESTORED
