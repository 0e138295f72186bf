"""What people type of hours, rooms and days, read leniently; None for what says nothing."""

import re
from datetime import date, time
from typing import Final

from core.helpdesk.duty.editing import ROOM_LENGTH
from core.helpdesk.duty.window import Hours

_TIME: Final = r"(\d{1,2})(?:[:.](\d{2}))?"
_HOURS: Final = re.compile(rf"(?:с|from)?\s*{_TIME}\s*(?:-|–|—|до|to)\s*{_TIME}", re.IGNORECASE)
_DAY: Final = r"(\d{1,2})\.(\d{1,2})\.(\d{4})"
_ONE: Final = re.compile(_DAY)
_FROM: Final = re.compile(rf"(?:с|from)\s*{_DAY}", re.IGNORECASE)
_TO: Final = re.compile(rf"(?:по|до|to)\s*{_DAY}", re.IGNORECASE)
_BOTH: Final = re.compile(rf"(?:с|from)?\s*{_DAY}\s*(?:-|–|—|по|до|to)\s*{_DAY}", re.IGNORECASE)


def hours_typed(text: str) -> Hours | None:
    """Return the hours of «09:00–12:00», also as «9-12» or «с 9 до 12:30»."""
    found = _HOURS.fullmatch(text.strip())
    if found is None:
        return None
    try:
        return Hours(
            time(int(found[1]), int(found[2] or 0)), time(int(found[3]), int(found[4] or 0))
        )
    except ValueError:
        return None


def room_typed(text: str) -> str | None:
    """Return a room in one line, or None for one that is too long."""
    said = " ".join(text.split())
    return said if said and len(said) <= ROOM_LENGTH else None


def days_typed(text: str) -> tuple[date | None, date | None] | None:
    """Return the first and the last day of «с 01.12.2026», «по 31.05.2027», both, or one day."""
    said = text.strip()
    try:
        if found := _BOTH.fullmatch(said):
            return _day(found, 1), _day(found, 4)
        if found := _FROM.fullmatch(said):
            return _day(found, 1), None
        if found := _TO.fullmatch(said):
            return None, _day(found, 1)
        found = _ONE.fullmatch(said)
        return None if found is None else (_day(found, 1), _day(found, 1))
    except ValueError:
        return None


def _day(found: re.Match[str], at: int) -> date:
    return date(int(found[at + 2]), int(found[at + 1]), int(found[at]))
