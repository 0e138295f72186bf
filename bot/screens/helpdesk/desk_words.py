"""How tickets are spoken of at a consultant's desk: whose, about what, how long they wait."""

from datetime import datetime, timedelta
from typing import Final

from bot.screens.broadcasts.naming import day_of, time_of
from bot.screens.helpdesk.words import topic_name
from bot.screens.parts.naming import full_name
from bot.texts.html import Html, cut, mid_sentence
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.access.people import Name, Role
from core.access.zones import Zones
from core.helpdesk.duty.shift import Shift
from core.helpdesk.tickets.owner import Administrator, Owner, Queue
from core.helpdesk.tickets.routing import HelpDesk
from core.helpdesk.tickets.ticket import State, Ticket
from core.helpdesk.tickets.waiting import asked_at, waited

NAME_LENGTH: Final = 26
_SHORT_NAME: Final = 18
_HOUR: Final = 60
_A_DAY: Final = 24

ROLES: Final[dict[Role, Key]] = {
    Role.GUARDIAN: "ticket-by-guardian",
    Role.PUPIL: "ticket-by-pupil",
    Role.TEACHER: "ticket-by-teacher",
    Role.DEPUTY_HEAD: "ticket-by-deputy-head",
    Role.HEAD: "ticket-by-head",
    Role.ADMINISTRATOR: "ticket-by-administrator",
    Role.CONSULTANT: "ticket-by-consultant",
    Role.SECRETARY: "ticket-by-secretary",
}
_STATES: Final[dict[State, Key]] = {
    State.OPEN: "ticket-state-open",
    State.ASKED_BACK: "ticket-state-asked-back",
    State.AT_VENDOR: "ticket-state-at-vendor",
    State.ANSWERED: "ticket-state-answered",
    State.CLOSED: "ticket-state-closed",
}


def whose(speech: Speech, ticket: Ticket) -> Html:
    """Return «Лугова Ева · дневник», as a first line begins."""
    name = cut(full_name(speech, ticket.asker_name), NAME_LENGTH)
    return speech.say("ticket-whose", name=name, topic=topic(speech, ticket))


def short_name(speech: Speech, ticket: Ticket) -> str:
    """Return who asks, as a line of a list has room for it."""
    return short(speech, ticket.asker_name)


def short(speech: Speech, name: Name) -> str:
    """Return a name, as a line of a list has room for it."""
    return cut(full_name(speech, name), _SHORT_NAME)


def topic(speech: Speech, ticket: Ticket) -> str:
    """Return the topic within a sentence."""
    return mid_sentence(topic_name(speech, ticket.standing.topic))


def state(speech: Speech, ticket: Ticket) -> str:
    """Return whose turn it is."""
    return speech.label(_STATES[ticket.standing.state])


def waiting(speech: Speech, ticket: Ticket, desk: HelpDesk, now: datetime, zones: Zones) -> str:
    """Return how long it has waited in the time of windows; since when, where none was open."""
    time = waited(ticket, desk.schedule, now)
    if time < timedelta(minutes=1):
        since = moment(speech, asked_at(ticket), zones, now)
        return speech.label("ticket-waited-since", when=since)
    hours, minutes = divmod(int(time.total_seconds()) // _HOUR, _HOUR)
    if not hours:
        return speech.label("ticket-waited-minutes", minutes=minutes)
    if hours >= _A_DAY:
        return speech.label("ticket-waited-long", hours=hours)
    return speech.label("ticket-waited-hours", hours=hours, minutes=minutes)


def moment(speech: Speech, at: datetime, zones: Zones, now: datetime) -> str:
    """Return a time of today, or a day and a time."""
    zone = zones.here
    clock = time_of(at, zone)
    if at.astimezone(zone).date() == now.astimezone(zone).date():
        return clock
    return speech.label("message-moment", day=day_of(speech, at, zone), time=clock)


def owner(
    speech: Speech,
    of: tuple[Owner, Name | None],
    desk: HelpDesk,
    now: datetime,
    zones: Zones,
) -> str:
    """Return who has a ticket: by name, as a queue with its window, or the administrator."""
    has, name = of
    if name is not None and not isinstance(has, Queue):
        return short(speech, name)
    if isinstance(has, Administrator):
        return speech.label("ticket-owner-administrator")
    shift: Shift | None = desk.shift(has.shift)
    if shift is None:
        return speech.label("ticket-owner-queue-gone")
    when = moment(speech, shift.starts_at, zones, now)
    return speech.label("ticket-owner-queue", when=when)


def owner_of(speech: Speech, ticket: Ticket, desk: HelpDesk, now: datetime, zones: Zones) -> str:
    """Return who has a ticket now."""
    return owner(speech, (ticket.standing.owner, ticket.owner_name), desk, now, zones)
