"""What the screens of what somebody asked share: the first line, how it stands, the ways on."""

from typing import Final

from bot.callbacks import asking
from bot.callbacks.places import OpenMenu
from bot.screens.helpdesk import words
from bot.screens.parts.naming import first_name, teacher_name
from bot.screens.parts.screen import Button, button
from bot.texts.html import Html, cut
from bot.texts.speech import Speech
from core.access.people import Actor
from core.access.zones import Zones
from core.helpdesk.tickets.ticket import Entry, EntryKind, Ticket
from core.ids import SchoolId

_NAME: Final = 60


def zones_at(actor: Actor, school: SchoolId) -> Zones:
    """Return by whose clock the asker is told times: the school's, or the own one."""
    found = (one for one in actor.members if one.school == school)
    return next(found, actor.members[0]).zones


def head(speech: Speech, ticket: Ticket) -> Html:
    """Return the first line: which ticket, its topic, and about whom or what."""
    line = speech.say(
        "request-head",
        number=str(ticket.id),
        topic=words.topic_name(speech, ticket.standing.topic),
    )
    whom = about(ticket)
    return speech.say("asking-head-topic", head=line, topic=whom) if whom else line


def about(ticket: Ticket) -> str:
    """Return about whom or what a ticket is; nothing of who asks about oneself."""
    if ticket.child is not None and ticket.asking.about != ticket.asker:
        return cut(first_name(ticket.child), _NAME)
    return cut(ticket.course_title, _NAME)


def state_of(speech: Speech, one: Ticket) -> str:
    """Return in a word how a ticket stands."""
    closing = one.standing.closing
    state = closing.value if closing else one.standing.state.value
    return speech.label("request-state", state=state)


def who_said(speech: Speech, ticket: Ticket, one: Entry) -> str:
    """Return who said something, as the asker may know it."""
    if one.by == ticket.asker:
        return speech.label("request-you")
    name = cut(teacher_name(one.by_name), _NAME)
    back = one.kind is EntryKind.ASK_BACK
    return speech.label("request-asks-back", who=name) if back else name


def places(speech: Speech, ticket: Ticket) -> list[Button]:
    """Return the ways on after a deed: to the ticket, and to the menu."""
    return [
        open_button(speech, ticket, anew=False),
        button(speech.label("place-menu"), OpenMenu(anew=True)),
    ]


def open_button(speech: Speech, ticket: Ticket, *, anew: bool = True) -> Button:
    """Return the way to a ticket."""
    return button(speech.label("request-back"), asking.OpenRequest(ticket=ticket.id, anew=anew))


def back_button(speech: Speech, ticket: Ticket) -> Button:
    """Return the way back to a ticket, in the same message."""
    return open_button(speech, ticket, anew=False)
