"""The words for a class teacher's question about absences (W1)."""

from datetime import timedelta
from typing import Final

from bot.callbacks.watch import OpenAbsenceCheck
from bot.screens.parts.lesson import subject_within
from bot.screens.parts.screen import Button, button
from bot.texts.formats import stretch
from bot.texts.html import Html, cut
from bot.texts.speech import Speech
from core.notices.news.school import CheckNews

_CLASS_LENGTH: Final = 16
_SUNDAY: Final = timedelta(days=6)


def check_block(speech: Speech, news: CheckNews) -> list[Html]:
    """Return the question: which class and subject, and which week."""
    head = speech.say("news-check-head", **_said(news))
    return [head, speech.say("news-check", week=_week(speech, news))]


def check_line(speech: Speech, news: CheckNews) -> Html:
    """Return the question in a line."""
    return speech.say("news-line-check", **_said(news), week=_week(speech, news))


def check_buttons(speech: Speech, news: CheckNews) -> list[Button]:
    """Return the way to what is asked about: nobody answers unseen."""
    return [
        button(speech.label("news-check-open"), OpenAbsenceCheck(check=news.check, anew=True)),
    ]


def _said(news: CheckNews) -> dict[str, str]:
    return {
        "class": cut(news.class_title, _CLASS_LENGTH),
        "subject": subject_within(news.subject),
    }


def _week(speech: Speech, news: CheckNews) -> str:
    return stretch(news.monday, news.monday + _SUNDAY, speech.language)
