"""The page on which a broadcast that came by letter is answered: its words, and its buttons."""

from typing import Final

from bot.screens.broadcasts.message import Shown, message
from bot.screens.parts.screen import lines
from bot.screens.parts.web_page import language_form, page
from bot.screens.people.refusals import REFUSALS
from bot.texts.html import NOTHING, Html, cut, escaped
from bot.texts.speech import Speech
from core.messages.broadcasts.answering import Received
from core.messages.broadcasts.broadcast import ACKNOWLEDGED, Ask, BroadcastState
from core.notices.answers.broadcasts import OpenedBroadcast

VERSION: Final = "version"
"""The field of the form that tells which version was shown with the buttons."""
CHOICE: Final = "choice"
_LABEL_LENGTH: Final = 60


def broadcast_page(speech: Speech, opened: OpenedBroadcast) -> str:
    """Return the page of a broadcast with the own answer, or with the buttons to give one.

    Where an answer was not taken it says why: the words may have changed since.
    """
    one, refused = opened.received, opened.refused
    shown = Shown(one.broadcast, one.person, one.is_asked, one.answer, one.children)
    note = speech.say(REFUSALS[refused.code]) if refused else NOTHING
    said = lines(note, message(speech, shown).text)
    return page(speech, said, Html(_form(speech, one) + language_form(speech)))


def _form(speech: Speech, one: Received) -> Html:
    ask, stands = one.broadcast.plan.ask, one.broadcast.state is BroadcastState.SENT
    if ask is None or not one.is_asked or not stands:
        return NOTHING
    if not ask.choices and one.answer is not None:
        return NOTHING
    version = f'<input type="hidden" name="{VERSION}" value="{one.broadcast.version}">'
    buttons = "".join(_button(label, choice) for choice, label in _labels(speech, ask))
    return Html(f'<form method="post">{version}{buttons}</form>')


def _labels(speech: Speech, ask: Ask) -> list[tuple[int, str]]:
    if ask.choices:
        return list(enumerate(ask.choices, start=1))
    return [(ACKNOWLEDGED, ask.button or speech.label("acknowledge"))]


def _button(label: str, choice: int) -> str:
    said = escaped(cut(label, _LABEL_LENGTH))
    return f'<button type="submit" name="{CHOICE}" value="{choice}">{said}</button>'
