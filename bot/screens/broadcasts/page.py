"""The page on which a broadcast that came by letter is answered: its words, and its buttons."""

from collections.abc import Sequence
from typing import Final

from bot.screens.broadcasts.each_child import offered_for
from bot.screens.broadcasts.message import message
from bot.screens.broadcasts.shown import Shown, shown_of
from bot.screens.parts.screen import lines
from bot.screens.parts.web_page import language_form, page
from bot.screens.people.refusals import REFUSALS
from bot.texts.html import NOTHING, Html, cut, escaped
from bot.texts.speech import Speech
from core.ids import PersonId
from core.messages.broadcasts.answering import Received
from core.messages.broadcasts.broadcast import ACKNOWLEDGED, BroadcastState
from core.notices.answers.broadcasts import OpenedBroadcast

VERSION: Final = "version"
"""The field of the form that tells which version was shown with the buttons."""
CHOICE: Final = "choice"
ABOUT: Final = "about"
"""The field that tells for which child the buttons are; for the reader, where for all."""
_LABEL_LENGTH: Final = 60


def broadcast_page(speech: Speech, opened: OpenedBroadcast) -> str:
    """Return the page of a broadcast with the own answer, or with the buttons to give one.

    Where an answer was not taken it says why: the words may have changed since.
    """
    one, refused = opened.received, opened.refused
    shown = shown_of(one)
    note = speech.say(REFUSALS[refused.code]) if refused else NOTHING
    said = lines(note, message(speech, shown).text)
    return page(speech, said, Html(_forms(speech, one, shown) + language_form(speech)))


def _forms(speech: Speech, one: Received, shown: Shown) -> Html:
    """Return a form for each child of several, or the one form that is needed."""
    ask, stands = one.broadcast.plan.ask, one.broadcast.state is BroadcastState.SENT
    if ask is None or not one.is_asked or not stands:
        return NOTHING
    if not ask.choices:
        label = ask.button or speech.label("acknowledge")
        read = shown.answer_about(one.person)
        return NOTHING if read else _form(one, one.person, [(ACKNOWLEDGED, label)])
    if len(shown.about) == 1:
        return _form(one, shown.about[0], list(enumerate(ask.choices, start=1)))
    of_each = ((it.pupil, offered_for(speech, shown, it)) for it in shown.children)
    return Html(
        "".join(_form(one, about, list(enumerate(said, start=1))) for about, said in of_each)
    )


def _form(one: Received, about: PersonId, labels: Sequence[tuple[int, str]]) -> Html:
    hidden = "".join(
        f'<input type="hidden" name="{name}" value="{value}">'
        for name, value in ((VERSION, one.broadcast.version), (ABOUT, about))
    )
    buttons = "".join(_button(label, choice) for choice, label in labels)
    return Html(f'<form method="post">{hidden}{buttons}</form>')


def _button(label: str, choice: int) -> str:
    said = escaped(cut(label, _LABEL_LENGTH))
    return f'<button type="submit" name="{CHOICE}" value="{choice}">{said}</button>'
