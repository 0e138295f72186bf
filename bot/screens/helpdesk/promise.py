"""The promise: who answers, when in the asker's zone, and how many come before (H1)."""

from typing import assert_never

from bot.screens.helpdesk import words
from bot.screens.parts.naming import teacher_name
from bot.texts.html import Html
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.access.zones import Zones
from core.helpdesk.duty.shift import Shift
from core.helpdesk.tickets.promise import (
    AdministratorAnswers,
    AnswersBy,
    AnswersFrom,
    AnswersNow,
    AtVendor,
    Promise,
    WindowOver,
)
from core.helpdesk.tickets.ticket import Ticket
from core.helpdesk.topics import Topic

_NOBODY = "nobody"


def promise(speech: Speech, ticket: Ticket, told: Promise, zones: Zones) -> Html:
    """Say when an answer comes to a ticket, and whose."""
    match told:
        case AnswersNow(place=place):
            return speech.say("asking-now", name=_name(ticket), place=place)
        case AnswersBy(until=until):
            by = words.hour(speech, until, zones)
            return speech.say("asking-by", name=_name(ticket), time=by)
        case AnswersFrom(window=window, place=place):
            return speech.say(
                "asking-from",
                topic=words.topic_name(speech, ticket.standing.topic),
                day=words.shift_day(speech, window, zones),
                time=words.hour(speech, window.starts_at, zones),
                place=place,
            )
        case WindowOver(at_latest=window):
            return window_over(speech, _name(ticket), window, zones)
        case AdministratorAnswers() | AtVendor():
            return speech.say(_outside_windows(ticket, told), name=_name(ticket))
        case _:
            assert_never(told)


def _outside_windows(ticket: Ticket, told: AdministratorAnswers | AtVendor) -> Key:
    if isinstance(told, AtVendor):
        return "request-at-vendor"
    if not told.hears:
        return "asking-nobody-hears"
    lost = ticket.standing.topic is Topic.LOST_ACCESS
    return "asking-lost-access" if lost else "asking-administrator"


def window_over(speech: Speech, name: str, window: Shift | None, zones: Zones) -> Html:
    """Say that a window is over and who says what comes of it, and when it is answered at last."""
    said = speech.say("asking-window-over", name=name)
    if window is None:
        return said
    day, time = words.shift_day(speech, window, zones), words.hour(speech, window.starts_at, zones)
    latest = speech.say("asking-at-latest", day=day, time=time)
    return Html(f"{said} {latest}")


def _name(ticket: Ticket) -> str:
    return teacher_name(ticket.owner_name) if ticket.owner_name else _NOBODY
