"""What a broadcast and those whom it is for are called, in one place for all its screens."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from bot.texts.formats import clock_time, weekday_and_day
from bot.texts.html import cut
from bot.texts.speech import Speech
from core.messages.broadcasts.broadcast import Broadcast
from core.messages.broadcasts.templates import title_of
from core.messages.content import Content

_TITLES: Final = 3
_TITLE_LENGTH: Final = 40
_SCHOOL_LENGTH: Final = 80


def whom(speech: Speech, titles: Sequence[str], school_name: str) -> str:
    """Return the classes or courses, or the school where none is named."""
    if not titles:
        return cut(school_name, _SCHOOL_LENGTH)
    named = ", ".join(cut(one, _TITLE_LENGTH) for one in titles[:_TITLES])
    rest = len(titles) - _TITLES
    return f"{named} {speech.label('more', count=rest)}" if rest > 0 else named


def whom_of(speech: Speech, one: Broadcast) -> str:
    """Return for whom a broadcast is."""
    return whom(speech, one.titles, one.school_name)


def title(speech: Speech, content: Content) -> str:
    """Return how it is called in a list: its first line."""
    return cut(title_of(content), _TITLE_LENGTH) or speech.label("broadcast-no-words")


def day_of(speech: Speech, at: datetime, zone: ZoneInfo) -> str:
    """Return the day of an instant where the school stands."""
    return weekday_and_day(at.astimezone(zone).date(), speech.language)


def time_of(at: datetime, zone: ZoneInfo) -> str:
    """Return the time of an instant where the school stands."""
    return clock_time(at.astimezone(zone).time())
