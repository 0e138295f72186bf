"""What news of requests for help share: whose it is, what it is about, the way to it."""

from typing import Final

from bot.callbacks.asking import OpenRequest
from bot.callbacks.consulting import OpenTicket
from bot.screens.helpdesk import words
from bot.screens.helpdesk.desk_words import ROLES
from bot.screens.messages.naming import said_in_short
from bot.screens.parts.naming import full_name
from bot.screens.parts.screen import Button, Rows, Screen, button, lines
from bot.texts.formats import weekday_and_day
from bot.texts.html import NOTHING, Html, cut
from bot.texts.speech import Speech
from core.helpdesk.tickets.ticket import Ticket
from core.helpdesk.values import Matter
from core.messages.content import Content
from core.notices.news.tickets import TicketNews

_NAME_LENGTH: Final = 60
_COURSE_LENGTH: Final = 60
_SHORT: Final = 600
_REASON_LENGTH: Final = 300


def screen(speech: Speech, text: Html, buttons: Rows) -> Screen:
    """Return a message of its own; where no names are said, it says only that there is news."""
    return Screen(text, buttons, neutral=speech.say("news-ticket-neutral"))


def open_button(speech: Speech, ticket: Ticket, *, to_asker: bool) -> Button:
    """Return the way to a ticket: to its asker, or to who answers."""
    own = OpenRequest(ticket=ticket.id, anew=True)
    target = own if to_asker else OpenTicket(ticket=ticket.id, anew=True)
    return button(speech.label("news-ticket-open"), target)


def for_helper(speech: Speech, ticket: Ticket, said: Html) -> Html:
    """Return news for who answers: who asks, about whom or what, and what happened."""
    return lines(asker(speech, ticket), about(speech, ticket), said)


def asker(speech: Speech, ticket: Ticket) -> Html:
    """Return the first line for who answers: who asks, as what, and about which topic."""
    return speech.say(
        "news-ticket-head",
        name=cut(full_name(speech, ticket.asker_name), _NAME_LENGTH),
        role=speech.label(ROLES[ticket.asking.role]),
        topic=words.topic_name(speech, ticket.standing.topic),
        matter=_matter(ticket),
    )


def _matter(ticket: Ticket) -> str:
    return {Matter.REMARK: "remark", Matter.PROPOSAL: "proposal"}.get(
        ticket.asking.matter, "question"
    )


def own_head(speech: Speech, ticket: Ticket) -> Html:
    """Return the first line for who asks."""
    topic = words.topic_name(speech, ticket.standing.topic)
    return speech.say("news-ticket-own-head", topic=topic)


def about(speech: Speech, ticket: Ticket) -> Html:
    """Return about whom or what a ticket is."""
    child = full_name(speech, ticket.child) if ticket.child else ""
    found = [cut(child, _NAME_LENGTH), cut(ticket.course_title, _COURSE_LENGTH)]
    said = ", ".join(one for one in found if one)
    return speech.say("news-ticket-about", about=said) if said else NOTHING


def urgent(speech: Speech, ticket: Ticket) -> Html:
    """Return why it cannot wait, where it cannot."""
    reason = ticket.standing.urgent
    if not reason:
        return NOTHING
    return speech.say("news-ticket-reason", reason=cut(reason, _REASON_LENGTH))


def quoted(speech: Speech, content: Content) -> Html:
    """Return what was said, in short."""
    return speech.say("news-ticket-quote", words=said_in_short(speech, content, _SHORT))


def last_day(speech: Speech, news: TicketNews) -> str:
    """Return until which day a word of the asker is waited for, if until any."""
    if news.closes_at is None:
        return ""
    return weekday_and_day(news.closes_at.astimezone(news.zones.here).date(), speech.language)
