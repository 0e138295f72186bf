"""Who has a ticket gives it to somebody else, keeps it longer, or sets it aside (H2)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import assert_never

from core.access.people import Actor, Name
from core.helpdesk.duty.shift import Shift, ShiftKey
from core.helpdesk.facts import Arrival
from core.helpdesk.tickets.due import moved
from core.helpdesk.tickets.gate import Opened, OpenTicket, must_have
from core.helpdesk.tickets.owner import Consultant, Queue, shift_of
from core.helpdesk.tickets.routing import TO_ADMINISTRATOR, HelpDesk, Route
from core.helpdesk.tickets.rules import (
    HANDED_AHEAD,
    SNOOZED_AT_MOST,
    NobodyThere,
    TicketChanged,
    WrongInstant,
)
from core.helpdesk.tickets.ticket import Standing, Ticket
from core.helpdesk.topics import Topic
from core.ids import PersonId, TicketId


@dataclass(frozen=True, slots=True)
class ToConsultant:
    """Hand it to a consultant: now where on duty, else in the consultant's next window."""

    person: PersonId


@dataclass(frozen=True, slots=True)
class ToWindow:
    """Hand it to whose window this is, to be answered there."""

    shift: ShiftKey


@dataclass(frozen=True, slots=True)
class ToNextWindow:
    """Let it wait for the next window of its topic, whoever is on duty there."""


@dataclass(frozen=True, slots=True)
class ToAdministrator:
    """Hand it to the administrators."""


Heir = ToConsultant | ToWindow | ToNextWindow | ToAdministrator
"""To whom a ticket is handed over."""


@dataclass(frozen=True, slots=True)
class Heirs:
    """To whom a ticket can be handed over: on duty now, and in which windows that come.

    `next` is the window for which it can wait, whoever is on duty there, and however far ahead.
    """

    opened: Opened
    now: tuple[Shift, ...]
    coming: tuple[Shift, ...]
    next: Shift | None
    names: Mapping[PersonId, Name]


@dataclass(frozen=True, slots=True)
class ReadHeirs:
    """Finds to whom a ticket can be handed over."""

    open: OpenTicket

    async def __call__(self, actor: Actor, number: TicketId) -> Heirs:
        """Return them; raise TicketTaken for who does not have it, and is no administrator."""
        opened = await self.open.as_helper(actor, number)
        _hand(opened)
        shifts = [one for one in _shifts(opened) if one.consultant != opened.me]
        people = await self.open.books.schedules.people(opened.ticket.school)
        return Heirs(
            opened,
            tuple(one for one in shifts if one.holds(opened.at)),
            tuple(one for one in shifts if one.starts_at > opened.at),
            next_window(opened.ticket, opened.desk, opened.at),
            {one.person: one.name for one in people},
        )


@dataclass(frozen=True, slots=True)
class HandOverTicket:
    """Gives a ticket to somebody else: who hears, and the asker too where the time changes."""

    open: OpenTicket

    async def __call__(self, actor: Actor, number: TicketId, to: Heir) -> Ticket:
        """Hand it over; raise NobodyThere where that cannot be (now)."""
        opened = await self.open.as_helper(actor, number)
        standing = _hand(opened)
        found = _found(opened, to)
        if found.owner == opened.ticket.standing.owner:
            return opened.ticket
        fresh = replace(standing, passed=(), heard_at=None)
        after = moved(fresh, found, opened.at)
        if isinstance(to, ToNextWindow):
            after = replace(after, passed=_on_duty(opened))
        told = opened.telling.moved(opened.ticket, after, Arrival.HANDED, opened.origin)
        return await self.open.stand(opened, after, told)


def _hand(opened: Opened) -> Standing:
    standing = opened.ticket.standing
    if not standing.is_under_way:
        raise TicketChanged
    return standing if opened.is_administrator else must_have(opened, keeps=False)


def _on_duty(opened: Opened) -> tuple[PersonId, ...]:
    """Return who is on duty now: what waits for the next window comes back to none of them."""
    now = opened.desk.on_duty(opened.ticket.standing.topic, opened.at)
    return tuple(dict.fromkeys(one.consultant for one in now))


def _found(opened: Opened, to: Heir) -> Route:
    shifts = _shifts(opened)
    match to:
        case ToAdministrator():
            return TO_ADMINISTRATOR
        case ToNextWindow():
            coming = next_window(opened.ticket, opened.desk, opened.at)
            by_name = False
        case ToConsultant(person=person):
            coming = next((one for one in shifts if one.consultant == person), None)
            by_name = True
        case ToWindow(shift=key):
            coming = next((one for one in shifts if one.key == key), None)
            by_name = True
        case _:
            assert_never(to)
    if coming is None:
        raise NobodyThere
    if coming.holds(opened.at):
        return Route(Consultant(coming.consultant, coming.key))
    return Route(Queue(coming.key, coming.consultant if by_name else None), coming)


def next_window(ticket: Ticket, desk: HelpDesk, now: datetime) -> Shift | None:
    """Return the window for which a ticket can wait, as far ahead as a question would."""
    return desk.next_shift(ticket.standing.topic, now, but=(ticket.asker,))


def _shifts(opened: Opened) -> list[Shift]:
    """Return the shifts, on now or to come, in which a ticket could be answered."""
    topic, now, desk = opened.ticket.standing.topic, opened.at, opened.desk
    return [
        one
        for one in desk.schedule.shifts(now, now + HANDED_AHEAD)
        if topic in one.covers and topic is not Topic.LOST_ACCESS
        if one.consultant in desk.here and one.consultant != opened.ticket.asker
    ]


@dataclass(frozen=True, slots=True)
class FinishBy:
    """The owner keeps a ticket beyond the window, until an hour of the same day.

    Which day it is the own clock says.
    """

    open: OpenTicket

    async def __call__(self, actor: Actor, number: TicketId, until: datetime) -> Ticket:
        """Keep it; raise WrongInstant for an hour that is past, or of another day.

        So for what was taken ahead: its asker was promised the window, and nothing before it.
        """
        opened = await self.open.as_helper(actor, number)
        standing = _in_hand(opened)
        if not has_begun(standing, opened):
            raise WrongInstant
        zone = opened.member.zones.here
        same_day = until.astimezone(zone).date() == opened.at.astimezone(zone).date()
        if not same_day or until <= opened.at:
            raise WrongInstant
        kept = replace(standing, kept_until=until, asked_at_end=None)
        told = opened.telling.promised(opened.ticket, kept, opened.origin)
        return await self.open.stand(opened, kept, told)


@dataclass(frozen=True, slots=True)
class SnoozeTicket:
    """The owner sets a ticket aside: it is out of the list until then. No clock stops for that."""

    open: OpenTicket

    async def __call__(self, actor: Actor, number: TicketId, until: datetime) -> Ticket:
        """Set it aside; raise WrongInstant for what is past or far away."""
        opened = await self.open.as_helper(actor, number)
        standing = _in_hand(opened)
        if not opened.at < until <= opened.at + SNOOZED_AT_MOST:
            raise WrongInstant
        told = opened.telling.promised(opened.ticket, standing, opened.origin)
        return await self.open.stand(opened, replace(standing, snoozed_until=until), told)


def has_begun(standing: Standing, opened: Opened) -> bool:
    """Say whether the window began in which a ticket is answered, or none is waited for."""
    key = shift_of(standing.owner)
    shift = opened.desk.shift(key) if key else None
    return shift is None or shift.starts_at <= opened.at


def _in_hand(opened: Opened) -> Standing:
    if not opened.ticket.standing.is_under_way:
        raise TicketChanged
    return must_have(opened)
