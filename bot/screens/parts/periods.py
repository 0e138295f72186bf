"""A subject's name, with its own period where that is not the one that is looked at."""

from typing import Final

from bot.screens.parts.lesson import subject_of, subject_within
from bot.texts.html import cut
from bot.texts.speech import Speech
from core.diary.views import Period

_PERIOD_LENGTH: Final = 32


def subject_in(speech: Speech, title: str, own: Period | None, shown: Period | None) -> str:
    """Return a subject's title as it stands alone: «Музыка (I полугодие)» among quarters."""
    return _in(speech, subject_of(title), own, shown)


def within_in(speech: Speech, title: str, own: Period | None, shown: Period | None) -> str:
    """Return a subject's title within a sentence: «музыка (I полугодие)» among quarters."""
    return _in(speech, subject_within(title), own, shown)


def _in(speech: Speech, title: str, own: Period | None, shown: Period | None) -> str:
    if own is None or own == shown:
        return title
    period = cut(own.title, _PERIOD_LENGTH)
    return speech.label("subject-in-period", subject=title, period=period)


def day_in(own: Period | None, shown: Period) -> int:
    """Return the day by which a button finds both periods again: the later one's first."""
    begins = shown.begins if own is None else max(own.begins, shown.begins)
    return begins.toordinal()
