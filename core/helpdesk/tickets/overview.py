"""The administrator looks over all tickets of a school, and takes any of them (H2)."""

from dataclasses import dataclass, replace
from datetime import datetime

from core.access.gate import closed_to
from core.access.people import Actor, Member, Role
from core.errors import AccessRefused
from core.helpdesk.facts import Arrival
from core.helpdesk.tickets.due import moved
from core.helpdesk.tickets.gate import OpenTicket
from core.helpdesk.tickets.owner import Administrator, Queue, person_of
from core.helpdesk.tickets.routing import HelpDesk, Route
from core.helpdesk.tickets.rules import TicketChanged
from core.helpdesk.tickets.ticket import Ticket
from core.helpdesk.tickets.waiting import is_overdue
from core.ids import SchoolId, TicketId


@dataclass(frozen=True, slots=True)
class Overview:
    """All tickets under way: what is overdue first, then what is urgent, then the oldest."""

    member: Member
    desk: HelpDesk
    tickets: tuple[Ticket, ...]
    overdue: frozenset[TicketId]
    at: datetime

    @property
    def queued(self) -> int:
        """Return how many wait for a window."""
        return sum(isinstance(one.standing.owner, Queue) for one in self.tickets)

    @property
    def of_administrators(self) -> int:
        """Return how many the administrators have, or one of them."""
        return sum(isinstance(one.standing.owner, Administrator) for one in self.tickets)

    @property
    def of_consultants(self) -> int:
        """Return how many consultants have in hand."""
        return len(self.tickets) - self.queued - self.of_administrators


@dataclass(frozen=True, slots=True)
class ReadOverview:
    """Opens the overview to an administrator of the journal."""

    open: OpenTicket

    async def __call__(self, actor: Actor, school: SchoolId) -> Overview:
        """Return all that is under way; raise AccessRefused for anybody else."""
        member = next((one for one in actor.members if one.school == school), None)
        if member is None or Role.ADMINISTRATOR not in member.roles:
            raise closed_to(actor)
        books = self.open.books
        desk, now = await books.desk(school), books.now()
        rules = (await books.regulations.of(school)).help
        found = await books.tickets.under_way(school)
        late = frozenset(one.id for one in found if is_overdue(one, desk.schedule, rules, now))
        ordered = sorted(
            found, key=lambda it: (it.id not in late, not it.standing.urgent, it.opened_at, it.id)
        )
        return Overview(member, desk, tuple(ordered), late, now)


@dataclass(frozen=True, slots=True)
class TakeOverTicket:
    """An administrator takes a ticket, whoever has it: that one hears."""

    open: OpenTicket

    async def __call__(self, actor: Actor, number: TicketId) -> Ticket:
        """Take it; twice is once. Raise TicketChanged for what is answered."""
        opened = await self.open.as_helper(actor, number)
        ticket, me = opened.ticket, opened.me
        if not opened.is_administrator:
            raise AccessRefused
        if not ticket.standing.is_under_way:
            raise TicketChanged
        if person_of(ticket.standing.owner) == me:
            return ticket
        fresh = replace(ticket.standing, passed=(), heard_at=None)
        after = moved(fresh, Route(Administrator(me)), opened.at)
        told = opened.telling.moved(ticket, after, Arrival.HANDED, opened.origin)
        return await self.open.stand(opened, after, told)
