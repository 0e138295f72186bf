"""Days and times as people type them: «25.11», «25 ноября», «25 ноября в 9:00»."""

import re
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from bot.texts.formats import month_names
from core.clock import next_named

_NUMBERS: Final = re.compile(r"(\d{1,2})\.(\d{1,2})(?:\.(\d{4}))?")
_WORDS: Final = re.compile(
    r"(\d{1,2})(?:-?(?:го|е)|st|nd|rd|th)?\s+([a-zа-яё]+)\.?(?:,?\s+(\d{4})(?:\s*г\.?)?)?"
)
_MOMENT: Final = re.compile(r"(.+?),?\s+(?:(?:в|at)\s+)?(\d{1,2}):(\d{2})")
_UNTIL: Final = re.compile(r"(?:до|к|by|until)\s+")
_SHORTEST: Final = 3
"""So many letters of a month tell it from the others, but for «мая»."""


def day_typed(text: str, today: date) -> date | None:
    """Return the day that words name, None where they name none.

    Written in December without a year, January is the next one's; one of this month may be past.
    """
    said = _UNTIL.sub("", " ".join(text.casefold().split()), count=1)
    found = _NUMBERS.fullmatch(said) or _WORDS.fullmatch(said)
    if found is None:
        return None
    day, named, year = found.groups()
    month = int(named) if named.isdigit() else _month(named)
    try:
        if year:
            return date(int(year), month or 0, int(day))
        return next_named(int(day), month or 0, today.replace(day=1) - timedelta(days=1))
    except ValueError:
        return None


def moment_typed(text: str, now: datetime, zone: ZoneInfo) -> datetime | None:
    """Return the time that words name where the school stands; None where they name none."""
    found = _MOMENT.fullmatch(" ".join(text.split()))
    if found is None:
        return None
    day = day_typed(found[1], now.astimezone(zone).date())
    hour, minute = int(found[2]), int(found[3])
    try:
        return datetime(day.year, day.month, day.day, hour, minute, tzinfo=zone) if day else None
    except ValueError:
        return None


def _month(named: str) -> int | None:
    """Return the month of a name as people write it: «ноября», «нояб», «November»."""
    if len(named) < _SHORTEST:
        return None
    matching = {at for at, name in month_names() if name.startswith(named)}
    return matching.pop() if len(matching) == 1 else None
