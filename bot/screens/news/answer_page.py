"""The page that a letter's link leads to: what is to be acknowledged, and one button.

Mail programmes follow links by themselves, so only the button answers.
"""

from bot.screens.news.acknowledging import notice
from bot.screens.parts.screen import lines
from bot.screens.parts.web_page import STAMP, button_form, hidden, language_form, page
from bot.texts.html import NOTHING, Html
from bot.texts.speech import Speech
from core.notices.answers.letters import Opened


def answer_page(speech: Speech, opened: Opened, *, changed: bool = False) -> str:
    """Return the page of what is to be acknowledged, or of when that was done.

    `changed`: the button was pressed under what is so no more.
    """
    shown = opened.shown
    if shown.news is None:
        return page(speech, speech.say("notice-over"), language_form(speech))
    note = speech.say("acknowledge-changed") if changed else NOTHING
    form = _form(speech, shown.news.stamp) if shown.answered is None else NOTHING
    said = lines(note, notice(speech, opened.actor, shown).text)
    return page(speech, said, Html(form + language_form(speech)))


def refused_page(speech: Speech) -> str:
    """Return the page for who is of the child's family no more, as far as the school knows."""
    return page(speech, speech.say("answer-page-refused"))


def unknown_page(speech: Speech) -> str:
    """Return the page of a link that leads nowhere; of what it might have been nothing is told."""
    return page(speech, speech.say("answer-page-unknown"))


def _form(speech: Speech, stamp: int) -> Html:
    return button_form(speech.say("acknowledge"), hidden(STAMP, stamp))
