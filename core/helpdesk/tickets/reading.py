"""Tickets as they are read: the own ones, one with all that was said, a consultant's desk."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from core.access.gate import closed_to
from core.access.people import Actor, Member, Role
from core.errors import AccessRefused, NotActivated
from core.helpdesk.duty.shift import Shift
from core.helpdesk.tickets.asking import PromiseAnswer
from core.helpdesk.tickets.gate import Opened, OpenTicket, Side, side_of
from core.helpdesk.tickets.merged import adds, answers
from core.helpdesk.tickets.owner import Queue, person_of
from core.helpdesk.tickets.promise import Promise
from core.helpdesk.tickets.routing import HelpDesk
from core.helpdesk.tickets.ticket import (
    UNDER_WAY,
    Entry,
    EntryKind,
    EntryVersion,
    State,
    Ticket,
)
from core.ids import PersonId, SchoolId, TicketEntryId, TicketId

MOST_LISTED: Final = 100
_WAITS_FOR_OTHERS: Final = UNDER_WAY - {State.OPEN}


@dataclass(frozen=True, slots=True)
class ReadOwnTickets:
    """Opens what somebody asked: what is not closed first, then the latest."""

    open: OpenTicket

    async def __call__(self, actor: Actor) -> Sequence[Ticket]:
        """Return the tickets of all persons behind the account."""
        if actor.is_stranger:
            raise NotActivated
        own, books = [one.person for one in actor.members], self.open.books
        found = await books.tickets.of_asker(own, most=MOST_LISTED)
        withdrawn = await books.still_asking.withdrawn(found)
        return [one for one in found if one.id not in withdrawn]


@dataclass(frozen=True, slots=True)
class Card:
    """A ticket with all that was said, as somebody may read it.

    `promise` says when an answer comes, while it is under way. Where the answer comes in another
    ticket, `together` says how that one stands, and nothing else of it. `merged` are tickets that
    wait for the same answer: only who answers sees them, and what is said in them since.
    """

    opened: Opened
    entries: tuple[Entry, ...]
    promise: Promise | None
    merged: tuple[Ticket, ...] = ()
    together: State | None = None


@dataclass(frozen=True, slots=True)
class ReadTicket:
    """Opens a ticket to its asker and to those who answer: the card, and the transcript."""

    open: OpenTicket

    async def __call__(self, actor: Actor, number: TicketId) -> Card:
        """Return it; raise AccessRefused for anybody else.

        The asker reads no notes. Whose ticket was merged into another one reads the answers that
        are given there, and nothing that its asker said.
        """
        opened = await self.open(actor, number)
        if opened.side is Side.ASKER:
            return await self._for_asker(opened)
        merged = await self.open.books.tickets.merged_into([number])
        said = await self.open.books.words.of_tickets([number, *(one.id for one in merged)])
        later = [it for one in merged for it in said.get(one.id, ()) if adds(it, one)]
        entries = sorted((*said.get(number, ()), *later), key=lambda it: (it.at, it.id))
        promised = await self._promise(opened)
        shown = replace(opened, ticket=opened.answered)
        waiting = tuple(one for one in merged if one.standing.waits_elsewhere)
        return Card(shown, tuple(entries), promised, waiting)

    async def _for_asker(self, opened: Opened) -> Card:
        ticket, main = opened.ticket, opened.main
        asked = [ticket.id] if main is None else [ticket.id, main.id]
        said = await self.open.books.words.of_tickets(asked)
        own = [it for it in said.get(ticket.id, ()) if _for_asker(it)]
        given = said.get(main.id, ()) if main else ()
        entries = sorted(
            (*own, *(it for it in given if answers(it, ticket))), key=lambda it: (it.at, it.id)
        )
        shown = replace(opened, ticket=opened.answered, main=None)
        together = main.standing.state if main and ticket.standing.waits_elsewhere else None
        return Card(shown, tuple(entries), await self._promise(opened), together=together)

    async def _promise(self, opened: Opened) -> Promise | None:
        """Return when an answer comes, to what waits for one here or in the main ticket."""
        waits = opened.ticket.standing.waits_elsewhere
        ticket = opened.main if opened.main and waits else opened.ticket
        if not ticket.standing.is_under_way:
            return None
        return await PromiseAnswer(self.open.books)(ticket, opened.desk)

    async def as_asker(self, actor: Actor, number: TicketId) -> Card:
        """Return it to who asked; raise AccessRefused for anybody else."""
        card = await self(actor, number)
        if card.opened.side is not Side.ASKER:
            raise AccessRefused
        return card


def _for_asker(entry: Entry) -> bool:
    return entry.kind is not EntryKind.NOTE


@dataclass(frozen=True, slots=True)
class OneEntry:
    """What somebody said in a ticket, with its earlier versions."""

    opened: Opened
    entry: Entry
    versions: tuple[EntryVersion, ...]


@dataclass(frozen=True, slots=True)
class ReadEntry:
    """Opens what was said in a ticket, in each of its versions."""

    open: OpenTicket

    async def __call__(self, actor: Actor, number: TicketEntryId) -> OneEntry:
        """Return it; raise AccessRefused for anybody else, and for an asker of notes."""
        opened, entry = await self.open.with_entry(actor, number)
        if opened.side is Side.ASKER and not _for_asker(entry):
            raise AccessRefused
        versions = await self.open.books.words.versions(number)
        return OneEntry(opened, entry, tuple(versions))

    async def as_asker(self, actor: Actor, number: TicketEntryId) -> OneEntry:
        """Return it to who asked; raise AccessRefused for anybody else."""
        one = await self(actor, number)
        if one.opened.side is not Side.ASKER:
            raise AccessRefused
        return one


@dataclass(frozen=True, slots=True)
class Counter:
    """What lies on somebody's desk at a school.

    `mine` waits for the person's answer, urgent ones first; `asked_back` for the word of the asker
    or of the vendor's support; `asleep` was set aside; `at_end` are those of `mine` whose window
    is over; `free` could be taken. `shift` is the one that the person is in, if in any. The `desk`
    says how long each has waited in the time of windows.
    """

    member: Member
    at: datetime
    desk: HelpDesk
    mine: tuple[Ticket, ...] = ()
    asked_back: tuple[Ticket, ...] = ()
    asleep: tuple[Ticket, ...] = ()
    at_end: tuple[Ticket, ...] = ()
    free: tuple[Ticket, ...] = ()
    shift: Shift | None = None


@dataclass(frozen=True, slots=True)
class ReadCounter:
    """Opens a desk to a consultant, or an administrator of the journal."""

    open: OpenTicket

    async def __call__(self, actor: Actor, school: SchoolId | None = None) -> Counter:
        """Return what is to do there, or at the first school where the person answers.

        Raise AccessRefused for who answers nothing.
        """
        books, now = self.open.books, self.open.books.now()
        for member in actor.members:
            if member.school == school or school is None:
                desk = await books.desk(member.school)
                if {Role.CONSULTANT, Role.ADMINISTRATOR} & member.roles:
                    tickets = await books.tickets.under_way(member.school)
                    return counter(member, tickets, desk, now)
        raise closed_to(actor)


def counter(member: Member, tickets: Iterable[Ticket], desk: HelpDesk, now: datetime) -> Counter:
    """Return what lies on a person's desk: a snoozed ticket whose window ended lies there, too."""
    mine, rest = list[Ticket](), list[Ticket]()
    for one in tickets:
        (mine if _is_of(one, member.person) else rest).append(one)
    asleep = [one for one in mine if _is_asleep(one, now)]
    awake = [one for one in mine if not _is_asleep(one, now)]
    return Counter(
        member,
        now,
        desk,
        _by_need(one for one in awake if one.standing.state is State.OPEN),
        _by_need(one for one in awake if one.standing.state in _WAITS_FOR_OTHERS),
        _by_need(asleep),
        _by_need(one for one in mine if one.standing.asked_at_end),
        _by_need(one for one in rest if _is_free(one, member, desk, now)),
        _shift_of(member.person, desk, now),
    )


def _is_of(ticket: Ticket, person: PersonId) -> bool:
    return person_of(ticket.standing.owner) == person


def _is_asleep(ticket: Ticket, now: datetime) -> bool:
    until = ticket.standing.snoozed_until
    return until is not None and now < until


def _is_free(ticket: Ticket, member: Member, desk: HelpDesk, now: datetime) -> bool:
    if person_of(ticket.standing.owner) is not None:
        return False
    owner = ticket.standing.owner
    if isinstance(owner, Queue) and owner.person not in {None, member.person}:
        return False
    return side_of(member, ticket, desk, now) is Side.HELPER


def _by_need(tickets: Iterable[Ticket]) -> tuple[Ticket, ...]:
    return tuple(sorted(tickets, key=lambda it: (not it.standing.urgent, it.opened_at, it.id)))


def _shift_of(person: PersonId, desk: HelpDesk, now: datetime) -> Shift | None:
    near: Collection[Shift] = desk.schedule.shifts_of(now.astimezone(desk.schedule.zone).date())
    return next((one for one in near if one.consultant == person and one.holds(now)), None)
