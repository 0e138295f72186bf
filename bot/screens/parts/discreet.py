"""A message for where others may read along: there is news, and a tap tells it (F9)."""

from bot.callbacks.notices import ReadNews
from bot.screens.parts.screen import Screen, button, rows
from bot.texts.html import NOTHING
from bot.texts.speech import Speech
from core.ids import NoticeId


def discreet(speech: Speech, full: Screen, notice: NoticeId) -> Screen:
    """Say that there is news and for whom, no more; the notice opens the rest."""
    opened = button(speech.label("news-read"), ReadNews(notice=notice))
    words = full.neutral or NOTHING
    return Screen(words, rows([opened]), silent=full.silent, neutral=words)
