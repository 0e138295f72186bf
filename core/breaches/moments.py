"""Since when an account was in strange hands."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from core.clock import last_named
from core.errors import RuleBroken

FARTHEST: Final = timedelta(days=366)
"""How far back a breach reaches: a school year's records."""

ASKED_WITHIN: Final = timedelta(minutes=30)
"""For how long the last question may be answered: an old button must void nothing."""

_WRITTEN: Final = re.compile(
    r"(?:(\d{1,2})\.(\d{1,2})(?:\.(\d{4}))?)?[\s,]*(?:(\d{1,2})[:.](\d{2}))?"
)


class BreachMomentWrong(RuleBroken):
    """There is no such moment, it is still to come, or it is more than a year back."""

    code = "breach-moment"


class BreachAskedLongAgo(RuleBroken):
    """The question was asked long ago: meanwhile the person may be back, and at work."""

    code = "breach-old"


def choices(now: datetime, zone: ZoneInfo) -> Sequence[datetime]:
    """Return the moments that are offered: now, today from the start, yesterday from the start."""
    midnight = datetime.combine(now.astimezone(zone).date(), time(), zone)
    yesterday = datetime.combine(midnight.date() - timedelta(days=1), time(), zone)
    return now, midnight, yesterday


def moment_of(text: str, now: datetime, zone: ZoneInfo) -> datetime:
    """Return the moment that a person wrote: `19.11.2026 14:30`, `19.11 14:30`, `19.11`, `14:30`.

    A day without a year is the last one of that date, a time without a day is of today.
    """
    found = _WRITTEN.fullmatch(text.strip())
    if not text.strip() or found is None:
        raise BreachMomentWrong
    day, month, year, hour, minute = (int(one) if one else None for one in found.groups())
    today = now.astimezone(zone).date()
    try:
        on = _day(day, month, year, today) if day and month else today
        at = datetime.combine(on, time(hour or 0, minute or 0), zone)
    except ValueError as wrong:
        raise BreachMomentWrong from wrong
    return must_be_past(at, now)


def _day(day: int, month: int, year: int | None, today: date) -> date:
    return date(year, month, day) if year else last_named(day, month, today)


def must_be_past(since: datetime, now: datetime) -> datetime:
    """Return the moment; raise BreachMomentWrong where it is to come, or too far back."""
    if not now - FARTHEST <= since <= now:
        raise BreachMomentWrong
    return since


def must_be_fresh(asked: datetime, now: datetime) -> None:
    """Raise BreachAskedLongAgo for the answer to a question of long ago."""
    if not now - ASKED_WITHIN <= asked <= now:
        raise BreachAskedLongAgo
