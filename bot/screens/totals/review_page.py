"""The page on which who gets letters reviews a child's totals: all of them, and one button."""

from bot.screens.parts.screen import lines
from bot.screens.parts.web_page import STAMP, button_form, hidden, language_form, page
from bot.screens.totals.review import outcome_of, whole
from bot.texts.html import NOTHING, Html, escaped
from bot.texts.speech import Speech
from core.notices.answers.reviews import OpenedReview


def review_page(speech: Speech, opened: OpenedReview) -> str:
    """Return the totals as they stand, with what became of the button if it was pressed."""
    view, note, form = opened.totals, NOTHING, NOTHING
    if opened.outcome is not None:
        note = escaped(outcome_of(speech, view, opened.outcome, now=opened.now))
    if view.today not in view.reviewed:
        form = button_form(speech.say("review-button"), hidden(STAMP, view.stamp))
    said = lines(whole(speech, opened.actor, view), note)
    return page(speech, said, Html(form + language_form(speech)))
