"""Words of who answers: asked for, taken for an answer or a note, and sent."""

from collections.abc import Mapping, Sequence
from typing import Final

from bot.callbacks.consulting import (
    DropWords,
    KeepAsNote,
    Kind,
    OpenDesk,
    OpenHeirs,
    OpenTemplates,
    OpenTicket,
    SendWords,
)
from bot.screens.helpdesk import desk_words as words
from bot.screens.helpdesk.ticket_card import desk_button, ticket_button
from bot.screens.messages.naming import said_in_short
from bot.screens.parts.screen import Button, Screen, button, lines, rows
from bot.texts.html import NOTHING, Html, escaped
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.helpdesk.tickets.answering import Replied
from core.helpdesk.tickets.ticket import EntryKind, Ticket
from core.messages.content import Content
from core.notices.tickets.card import HelperCard

_SHORT: Final = 300
_MANY: Final = 4
_ASKS: Final[Mapping[Kind, Key]] = {
    Kind.ANSWER: "ticket-ask-answer",
    Kind.ASK_BACK: "ticket-ask-ask-back",
    Kind.NOTE: "ticket-ask-note",
    Kind.HAND_NOTE: "ticket-ask-hand-note",
}
_SAID: Final[Mapping[EntryKind, Key]] = {
    EntryKind.ANSWER: "ticket-said-answer",
    EntryKind.ASK_BACK: "ticket-said-ask-back",
    EntryKind.NOTE: "ticket-said-note",
}


def ask(speech: Speech, view: HelperCard, kind: Kind, *, wrong: Key | None = None) -> Screen:
    """Ask for the words."""
    ticket = view.ticket
    templates = OpenTemplates(school=ticket.school, ticket=ticket.id)
    offered = [button(speech.label("desk-templates"), templates)] if kind is Kind.ANSWER else []
    return Screen(
        lines(
            escaped(speech.label(wrong)) if wrong else NOTHING,
            speech.say(_ASKS[kind], whose=words.whose(speech, ticket)),
        ),
        rows([*offered, ticket_button(speech, ticket.id)]),
    )


def gathered(speech: Speech, view: HelperCard, stamp: int) -> Screen:
    """Say that an album is being taken in; a tap, or words, send it."""
    return Screen(
        speech.say("ticket-gathered", whose=words.whose(speech, view.ticket)),
        rows(_send_or_drop(speech, stamp)),
    )


def is_answer(speech: Speech, ticket: Ticket, content: Content, stamp: int) -> Screen:
    """Ask whether plain words are an answer: they were sent to nobody."""
    drop = button(speech.label("ticket-drop"), DropWords(stamp=stamp))
    return Screen(
        lines(
            speech.say("ticket-is-answer", whose=words.whose(speech, ticket)),
            escaped(said_in_short(speech, content, _SHORT)),
        ),
        rows(
            [
                button(speech.label("ticket-yes-answer"), SendWords(stamp=stamp)),
                button(speech.label("ticket-as-note"), KeepAsNote(stamp=stamp)),
            ],
            [drop],
        ),
    )


def to_many(speech: Speech, tickets: Sequence[Ticket]) -> Screen:
    """Say that plain words went nowhere, and show what they could be an answer to."""
    numbered = list(enumerate(tickets[:_MANY], start=1))
    rest = len(tickets) - len(numbered)
    return Screen(
        lines(
            speech.say("ticket-is-answer-to-many"),
            [_line(speech, at, one) for at, one in numbered],
            speech.say("more", count=rest) if rest > 0 else NOTHING,
        ),
        rows([button(str(at), OpenTicket(ticket=one.id)) for at, one in numbered]),
    )


def _line(speech: Speech, at: int, one: Ticket) -> Html:
    return speech.say("ticket-many-line", index=at, whose=words.whose(speech, one))


def template_in(speech: Speech, view: HelperCard, content: Content, stamp: int) -> Screen:
    """Show an answer made of a template: a tap sends it, other words take its place."""
    return Screen(
        lines(
            speech.say("ticket-template-in", whose=words.whose(speech, view.ticket)),
            escaped(said_in_short(speech, content, _SHORT)),
        ),
        rows(_send_or_drop(speech, stamp)),
    )


def said(speech: Speech, done: Replied, kind: EntryKind, *, hands: bool = False) -> Screen:
    """Say what became of the words; after a note for who gets it, the ticket is handed over."""
    heirs = button(speech.label("ticket-hand"), OpenHeirs(ticket=done.ticket.id))
    return Screen(
        lines(
            speech.say(_SAID[kind], whose=words.whose(speech, done.ticket)),
            speech.say("ticket-struck") if done.struck else NOTHING,
        ),
        rows(
            [heirs] if hands else (),
            [
                ticket_button(speech, done.ticket.id),
                button(speech.label("place-desk"), OpenDesk(school=done.ticket.school)),
            ],
        ),
    )


def dropped(speech: Speech, view: HelperCard) -> Screen:
    """Say that nothing was sent."""
    return Screen(
        speech.say("ticket-dropped"),
        rows([ticket_button(speech, view.ticket.id), desk_button(speech, view.card.opened)]),
    )


def _send_or_drop(speech: Speech, stamp: int) -> list[Button]:
    return [
        button(speech.label("ticket-send"), SendWords(stamp=stamp)),
        button(speech.label("ticket-drop"), DropWords(stamp=stamp)),
    ]
