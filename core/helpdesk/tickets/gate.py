"""The gate of tickets: every opening and every word asks anew who has to do with one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from core.access.gate import closed_to
from core.access.people import Actor, Member, Role
from core.errors import AccessRefused
from core.facts import Fact, Origin
from core.helpdesk.duty.shift import Shift
from core.helpdesk.tickets.books import Books
from core.helpdesk.tickets.merged import (
    Heard,
    TellMerged,
    answers,
    heard_by_all,
    with_owner_of,
)
from core.helpdesk.tickets.owner import Administrator, Consultant, Queue, person_of
from core.helpdesk.tickets.ports import Changed
from core.helpdesk.tickets.routing import HelpDesk, Route
from core.helpdesk.tickets.rules import (
    HANDED_AHEAD,
    PromisedSooner,
    TicketChanged,
    TicketTaken,
)
from core.helpdesk.tickets.telling import Telling
from core.helpdesk.tickets.ticket import Entry, EntryKind, Standing, Ticket
from core.helpdesk.topics import Topic
from core.ids import PersonId, TicketEntryId, TicketId

_ANSWERING: Final = frozenset({Role.CONSULTANT, Role.ADMINISTRATOR})
"""Who answers at all: what somebody had or was planned for says nothing once the role is gone."""


class Side(StrEnum):
    """As what somebody opens a ticket."""

    ASKER = "asker"
    OWNER = "owner"
    """Who has it in hand."""
    HELPER = "helper"
    """Who could take it: a consultant of the topic, or an administrator."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A ticket, and as whom somebody opened it at an instant; `main` is where it was merged into.

    Of the main one its asker's words are nothing for whose ticket was merged into it.
    """

    member: Member
    side: Side
    ticket: Ticket
    desk: HelpDesk
    at: datetime
    main: Ticket | None = None

    @property
    def me(self) -> PersonId:
        """Return who opened it."""
        return self.member.person

    @property
    def origin(self) -> Origin:
        """Return who does what is done now."""
        return Origin(self.me)

    @property
    def telling(self) -> Telling:
        """Return who hears of what is done now."""
        return Telling(self.desk.administrators, self.at)

    @property
    def answered(self) -> Ticket:
        """Return the ticket with who answers it: where it was merged, who has the main one."""
        return with_owner_of(self.ticket, self.main)

    @property
    def is_administrator(self) -> bool:
        """Say whether who opened it is an administrator of the journal."""
        return Role.ADMINISTRATOR in self.member.roles


@dataclass(frozen=True, slots=True)
class OpenTicket:
    """Opens a ticket to its asker, its owner, and who could answer it; to nobody else.

    Who asked about a pupil opens it as long as the pupil is the person's to see.
    """

    books: Books

    @property
    def tell_merged(self) -> TellMerged:
        """Lets those hear whose tickets were merged into one."""
        return TellMerged(self.books.tickets, self.books.facts)

    async def __call__(self, actor: Actor, number: TicketId) -> Opened:
        """Return it; raise AccessRefused for anybody else, and where there never was one."""
        found = (await self.books.tickets.tickets([number])).get(number)
        if found is None or actor.is_stranger:
            raise closed_to(actor)
        desk, now = await self.books.desk(found.school), self.books.now()
        main = await self._main(found)
        if await self._is_withdrawn_of(actor, found):
            raise AccessRefused
        for side in Side:
            for member in actor.members:
                if side_of(member, found, desk, now, main=main) is side:
                    return Opened(member, side, found, desk, now, main)
        raise AccessRefused

    async def _is_withdrawn_of(self, actor: Actor, ticket: Ticket) -> bool:
        """Say whether the actor asked about a pupil with whom it has nothing to do any more."""
        if all(one.person != ticket.asker for one in actor.members):
            return False
        return bool(await self.books.still_asking.withdrawn([ticket]))

    async def _main(self, ticket: Ticket) -> Ticket | None:
        into = ticket.standing.merged_into
        # One that a stranger asked is gone: then nobody answers it, and there is no main one.
        return (await self.books.tickets.tickets([into])).get(into) if into is not None else None

    async def as_asker(self, actor: Actor, number: TicketId) -> Opened:
        """Return it to who asked; raise AccessRefused for anybody else."""
        opened = await self(actor, number)
        if opened.side is not Side.ASKER:
            raise AccessRefused
        return opened

    async def as_helper(self, actor: Actor, number: TicketId) -> Opened:
        """Return it to who has it or could take it; raise AccessRefused for anybody else."""
        opened = await self(actor, number)
        if opened.side is Side.ASKER:
            raise AccessRefused
        return opened

    async def with_entry(self, actor: Actor, number: TicketEntryId) -> tuple[Opened, Entry]:
        """Return what was said with its ticket, to who may read that."""
        found = (await self.books.words.entries([number])).get(number)
        if found is None:
            raise closed_to(actor)
        own = await self._own_of(actor, found)
        return await self(actor, own or found.ticket), found

    async def _own_of(self, actor: Actor, entry: Entry) -> TicketId | None:
        """Return the own ticket for which somebody reads an answer that was given in another."""
        if entry.kind is not EntryKind.ANSWER:
            return None
        mine = {one.person for one in actor.members}
        merged = await self.books.tickets.merged_into([entry.ticket])
        own = (one for one in merged if one.asker in mine and answers(entry, one))
        return next((one.id for one in own), None)

    async def stand(self, opened: Opened, standing: Standing, told: Sequence[Fact]) -> Ticket:
        """Make a ticket stand otherwise, and let others hear, also who waits for its answer.

        Return it; raise TicketTaken where somebody else has it by now, TicketChanged where it
        changed otherwise.
        """
        books, ticket = self.books, opened.ticket
        done = await books.tickets.change([Changed(ticket, standing)], at=opened.at)
        again = (await books.tickets.tickets([ticket.id]))[ticket.id]
        if ticket.id not in done:
            raise lost_to(again, opened)
        await books.facts.record(told)
        if what := heard_by_all(ticket, standing, told, opened.at):
            await self.tell_merged([Heard(ticket, what, opened.origin)], opened.at)
        return again


def lost_to(ticket: Ticket, opened: Opened) -> TicketTaken | TicketChanged:
    """Return why a change came too late, by how the ticket stands now."""
    person = person_of(ticket.standing.owner)
    if ticket.standing.owner != opened.ticket.standing.owner and person != opened.me:
        return TicketTaken(ticket.owner_name)
    return TicketChanged()


def side_of(
    member: Member, ticket: Ticket, desk: HelpDesk, now: datetime, *, main: Ticket | None = None
) -> Side | None:
    """Return as what a person of the school opens a ticket, if at all.

    A ticket that was merged into a `main` one is for who has that; whoever asked that is no helper
    of who asked the same.
    """
    if member.school != ticket.school:
        return None
    if member.person == ticket.asker:
        return Side.ASKER
    if not _ANSWERING & member.roles or (main is not None and member.person == main.asker):
        return None
    answered = with_owner_of(ticket, main)
    if member.person == person_of(answered.standing.owner):
        return Side.OWNER
    return Side.HELPER if _could_answer(member, answered, desk, now) else None


def _could_answer(member: Member, ticket: Ticket, desk: HelpDesk, now: datetime) -> bool:
    if Role.ADMINISTRATOR in member.roles:
        return True
    topic, owner = ticket.standing.topic, ticket.standing.owner
    if topic is Topic.LOST_ACCESS:
        return False
    waited_for = desk.shift(owner.shift) if isinstance(owner, Queue) else None
    if waited_for is not None and waited_for.consultant == member.person:
        return True
    return desk.answers(member.person, topic, now)


def must_have(opened: Opened, *, keeps: bool = True) -> Standing:
    """Return how a ticket stands in the hands of who opened it: taken now, if it was nobody's.

    Whoever answers it at once, or gives it on, does not keep it, and may do so at any hour. Raise
    TicketTaken where somebody has it, PromisedSooner for who could only keep it for longer than
    the asker was promised, and AccessRefused for who cannot take it.
    """
    standing, me = opened.ticket.standing, opened.me
    has = person_of(standing.owner)
    if has == me:
        return standing
    if has is not None:
        raise TicketTaken(opened.ticket.owner_name)
    if me == opened.ticket.asker:
        raise AccessRefused
    found = [Route(Consultant(me, one.key), _opens(one, opened.at)) for one in _own(opened)]
    may = [one for one in found if not keeps or _is_in_time(one, standing)]
    to = next(iter(may), Route(Administrator(me)) if opened.is_administrator else None)
    if to is None:
        raise PromisedSooner if found else AccessRefused
    return replace(
        standing,
        owner=to.owner,
        owned_since=opened.at,
        promised_at=to.promised_at,
        asked_at_end=None,
    )


def may_keep(opened: Opened) -> bool:
    """Say whether who opened a ticket has it, or may take it: else it can only be answered."""
    return _may(opened, keeps=True)


def may_answer(opened: Opened) -> bool:
    """Say whether who opened a ticket may answer it, or give it on."""
    return _may(opened, keeps=False)


def _may(opened: Opened, *, keeps: bool) -> bool:
    try:
        must_have(opened, keeps=keeps)
    except (TicketTaken, PromisedSooner, AccessRefused):
        return False
    return True


def _own(opened: Opened) -> list[Shift]:
    """Return the own shifts of a ticket's topic: on now, waited for, and those that come."""
    me, desk, now = opened.me, opened.desk, opened.at
    topic, owner = opened.ticket.standing.topic, opened.ticket.standing.owner
    if topic is Topic.LOST_ACCESS:
        return []
    found = list(desk.on_duty(topic, now))
    if isinstance(owner, Queue) and (waited_for := desk.shift(owner.shift)):
        found.append(waited_for)
    found += desk.schedule.shifts(now, now + HANDED_AHEAD)
    return [
        one for one in found if one.consultant == me and topic in one.covers and now < one.ends_at
    ]


def _opens(shift: Shift, now: datetime) -> Shift | None:
    return shift if now < shift.starts_at else None


def _is_in_time(to: Route, standing: Standing) -> bool:
    """Say whether an answer comes no later than the asker was promised."""
    if to.promised_at is None:
        return True
    return standing.promised_at is not None and to.promised_at <= standing.promised_at
