"""An asker sends a ticket on its way: what was taken, another topic, why it cannot wait."""

from collections.abc import Sequence
from typing import Final

from bot.callbacks import asking, consulting
from bot.screens.helpdesk import words
from bot.screens.helpdesk.promise import promise
from bot.screens.helpdesk.request_parts import (
    back_button,
    head,
    open_button,
    places,
    zones_at,
)
from bot.screens.parts.screen import Button, Screen, button, lines, rows
from bot.texts.html import NOTHING, escaped
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.access.people import Actor
from core.helpdesk.tickets.asking import Asked
from core.helpdesk.tickets.ticket import State, Ticket
from core.helpdesk.topics import Topic

_ROW: Final = 5


def sent(speech: Speech, actor: Actor, asked: Asked, *, is_new: bool = True) -> Screen:
    """Say that a ticket was taken, and promise an answer."""
    ticket = asked.ticket
    number, zones = ticket.id, zones_at(actor, ticket.school)
    key: Key = "asking-sent" if is_new else "asking-added"
    cancel = asking.SayOfRequest(ticket=number, word=asking.Word.CANCEL)
    fresh = [
        button(speech.label("asking-other-topic"), asking.AskOtherTopic(ticket=number)),
        button(speech.label("asking-make-urgent"), asking.AskRequestUrgent(ticket=number)),
        button(speech.label("request-cancel"), cancel),
    ]
    waits = ticket.standing.is_under_way or ticket.standing.waits_elsewhere
    return Screen(
        lines(
            speech.say("asking-struck") if asked.struck else NOTHING,
            speech.say(key, number=str(number)),
            promise(speech, ticket, asked.promise, zones) if waits else NOTHING,
        ),
        rows(
            fresh[:2] if is_new else _other_topic(fresh, ticket),
            fresh[2:] if is_new else [],
            places(speech, ticket),
        ),
    )


def _other_topic(fresh: list[Button], ticket: Ticket) -> list[Button]:
    """Return the way to another topic where it may be the words that chose it: lost access."""
    standing = ticket.standing
    is_early = standing.state is State.OPEN and standing.heard_at is None
    return fresh[:1] if is_early and standing.topic is Topic.LOST_ACCESS else []


def edited(speech: Speech, actor: Actor, asked: Asked) -> Screen:
    """Say that the other words are kept: to who asks, or to who answers."""
    own = any(one.person == asked.ticket.asker for one in actor.members)
    said = speech.say("asking-struck") if asked.struck else NOTHING
    back = button(
        speech.label("request-back"), consulting.OpenTicket(ticket=asked.ticket.id, anew=True)
    )
    return Screen(
        lines(said, speech.say("asking-edited" if own else "asking-edited-answer")),
        rows([open_button(speech, asked.ticket) if own else back]),
    )


def choose_topic(speech: Speech, ticket: Ticket, topics: Sequence[Topic]) -> Screen:
    """Show the topics to which a ticket can go."""
    numbers = [
        button(str(at), asking.SetOtherTopic(ticket=ticket.id, topic=one))
        for at, one in enumerate(topics, start=1)
    ]
    return Screen(
        lines(
            speech.say("request-other-topic"),
            [
                speech.say("asking-line", index=at, what=words.topic_name(speech, one))
                for at, one in enumerate(topics, start=1)
            ],
        ),
        rows(numbers[:_ROW], numbers[_ROW:], [back_button(speech, ticket)]),
    )


def ask_reason(speech: Speech, ticket: Ticket, *, note: Key | None = None) -> Screen:
    """Ask why a ticket cannot wait."""
    said = escaped(speech.label(note)) if note else NOTHING
    return Screen(
        lines(said, head(speech, ticket), speech.say("asking-reason")),
        rows([back_button(speech, ticket)]),
    )
