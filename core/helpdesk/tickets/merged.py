"""A ticket whose answer comes in another one: what its asker hears of that, and how it goes on.

Each is told of under the own number, in words of what was asked there: nobody reads a word of
another asker, nor who that is.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from core.facts import Facts, Origin
from core.helpdesk.facts import (
    TicketFact,
    TicketMerged,
    TicketPromised,
    TicketSentOn,
    WindowOpened,
)
from core.helpdesk.tickets.due import has_turn, moved, routed, with_whom_it_was
from core.helpdesk.tickets.owner import Consultant, person_of
from core.helpdesk.tickets.ports import Changed, Tickets
from core.helpdesk.tickets.routing import HelpDesk, Route
from core.helpdesk.tickets.telling import BY_ITSELF, Telling
from core.helpdesk.tickets.ticket import Entry, EntryKind, Standing, State, Ticket
from core.helpdesk.values import Closing
from core.ids import PersonId

Shared = type[TicketMerged] | type[TicketPromised] | type[TicketSentOn] | type[WindowOpened]
"""What all hear who wait for one answer."""

_SHARED: Final[tuple[Shared, ...]] = (WindowOpened, TicketSentOn, TicketPromised)


def with_owner_of(ticket: Ticket, main: Ticket | None) -> Ticket:
    """Return a ticket as it is answered: one that was merged is with who has the other one."""
    if main is None:
        return ticket
    owner, promised_at = main.standing.owner, main.standing.promised_at
    standing = replace(ticket.standing, owner=owner, promised_at=promised_at)
    return replace(ticket, standing=standing, owner_name=main.owner_name)


def merged(standing: Standing, into: Ticket, now: datetime, by: PersonId) -> Standing:
    """Return how a ticket stands whose answer comes in another one: it is awaited from now on."""
    return replace(
        standing.without_question,
        state=State.CLOSED,
        closing=Closing.MERGED,
        closed_at=now,
        closed_by=by,
        answered_at=None,
        snoozed_until=None,
        merged_into=into.id,
    )


def let_go(ticket: Ticket, main: Ticket, desk: HelpDesk, now: datetime) -> Standing:
    """Return how a ticket stands whose answer was to come in another one that ended without it.

    It is open again, with the owner whom that one had, unless that turn is over: then it goes on
    at once. Nobody answers oneself.
    """
    fresh = ticket.standing.again(now)
    owner, again = main.standing.owner, replace(ticket, standing=fresh)
    if person_of(owner) == ticket.asker:
        return moved(fresh, routed(again, desk, now), now)
    if isinstance(owner, Consultant) and not has_turn(owner, fresh.topic, desk, now):
        return moved(fresh, with_whom_it_was(again, owner, desk, now), now)
    after = moved(fresh, Route(owner), now)
    return replace(after, promised_at=main.standing.promised_at)


def answers(entry: Entry, ticket: Ticket) -> bool:
    """Say whether what was said in a main ticket is an answer to one that was merged into it.

    What was answered there before was for another asker alone, and so is what comes once that
    asker asks on: see `hears`.
    """
    since, until = ticket.standing.closed_at, ticket.standing.answered_at
    if entry.kind is not EntryKind.ANSWER or since is None or entry.at < since:
        return False
    return until is None or entry.at <= until


def hears(ticket: Ticket, main: Ticket) -> bool:
    """Say whether an answer that is given now in a main ticket is one to a merged ticket too.

    It is till the merged one was answered, and while more is said to that; once the main ticket's
    asker opened it again, what is said there is between the two.
    """
    answered, begun = ticket.standing.answered_at, main.standing.round_at
    return answered is None or begun is None or answered > begun


def adds(entry: Entry, ticket: Ticket) -> bool:
    """Say whether an asker said something to who answers, after the ticket was merged."""
    since = ticket.standing.closed_at
    return entry.kind is EntryKind.WORDS and since is not None and entry.at > since


def heard_by_all(
    ticket: Ticket, after: Standing, told: Iterable[object], now: datetime
) -> Shared | None:
    """Return what those hear who wait for the answer to a ticket, where it stands otherwise now.

    It is what its asker hears; and what the asker did alone and need not hear, they hear as well.
    """
    for what in _SHARED:
        if any(isinstance(one, what) and ticket.asker in one.to for one in told):
            return what
    before = ticket.standing
    other_hour = after.state is State.OPEN and before.kept_at(now) != after.kept_at(now)
    changes = other_hour or before.promised_at != after.promised_at
    return TicketPromised if changes and after.is_under_way else None


@dataclass(frozen=True, slots=True)
class Heard:
    """What is heard by those who wait for the answer to a ticket, and who did it."""

    ticket: Ticket
    what: Shared
    by: Origin


@dataclass(frozen=True, slots=True)
class TellMerged:
    """Lets those hear whose tickets were merged into others and wait: each once, of the own."""

    tickets: Tickets
    facts: Facts

    async def __call__(self, heard: Sequence[Heard], at: datetime) -> None:
        """Tell them."""
        found = await self.waiting([one.ticket for one in heard]) if heard else []
        told = list[TicketFact]()
        for one in heard:
            knows = {one.ticket.asker, one.by.person}
            for ticket in found:
                if ticket.standing.merged_into == one.ticket.id and ticket.asker not in knows:
                    knows.add(ticket.asker)
                    told.append(one.what(ticket.school, at, one.by, ticket.id, (ticket.asker,)))
        await self.facts.record(told)

    async def waiting(self, mains: Sequence[Ticket]) -> list[Ticket]:
        """Return what was merged into tickets and waits for an answer there, the oldest first."""
        found = await self.tickets.merged_into([one.id for one in mains])
        return [one for one in found if one.standing.waits_elsewhere]


@dataclass(frozen=True, slots=True)
class LetGo:
    """Opens what waited for the answer of tickets that ended without one; each asker hears."""

    tell: TellMerged

    async def __call__(
        self, mains: Sequence[Ticket], desk: HelpDesk, at: datetime, by: Origin
    ) -> None:
        """Open it, with the owner whom that one had."""
        into = {one.id: one for one in mains}
        waiting = await self.tell.waiting(mains) if mains else []
        changes = [
            Changed(one, let_go(one, into[main], desk, at))
            for one in waiting
            if (main := one.standing.merged_into) is not None
        ]
        done = await self.tell.tickets.change(changes, at=at) if changes else frozenset()
        gone = [one for one in changes if one.ticket.id in done]
        telling = Telling(desk.administrators, at)
        told = [
            fact
            for one in gone
            # Who cancelled one of two own tickets hears of the other: it was not that one's deed.
            for fact in telling.again(
                one.ticket, one.standing, BY_ITSELF if by.person == one.ticket.asker else by
            )
        ]
        await self.tell.facts.record(told)


async def hearing(tickets: Tickets, ticket: Ticket) -> list[Ticket]:
    """Return the tickets merged into one that an answer there is given to as well."""
    return [one for one in await tickets.merged_into([ticket.id]) if hears(one, ticket)]


async def readers_of(tickets: Tickets, ticket: Ticket, answer: Entry) -> tuple[PersonId, ...]:
    """Return who reads an answer: the asker, and those to whom it was given as well."""
    merged = await tickets.merged_into([ticket.id])
    return askers(ticket, [one for one in merged if answers(answer, one)])


def askers(ticket: Ticket, merged: Iterable[Ticket]) -> tuple[PersonId, ...]:
    """Return who asked a ticket, or one merged into it; each once."""
    return tuple(dict.fromkeys((ticket.asker, *(one.asker for one in merged))))
