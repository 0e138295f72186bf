"""When digests go, and what cannot wait for its own (F9)."""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo

from core.notices.ledger import CORRECTABLE, Draft, NoticeKind
from core.notices.timing import Opening

WEEKLY_ON: Final = 6
"""The day of the weekly digest: Sunday, before the next school week."""

_DAY: Final = timedelta(days=1)
_INSTANT: Final = timedelta(microseconds=1)
_REMEMBERED: Final = 1024
"""Thousands of notices happen at once, as a file brings them: their next digest is one."""
_ABOUT_A_DAY: Final = frozenset(
    {NoticeKind.HOMEWORK, NoticeKind.REPLACEMENT, NoticeKind.MOVE, NoticeKind.EVENT}
)
"""What is told until the end of the day that it is about, and needed before that day begins."""


def digest_of(draft: Draft, opening: Opening, now: datetime, *, weekly: bool) -> datetime:
    """Return when a notice is told to who hears such news in the evening, or once a week.

    What is needed before its digest goes with the last evening's digest that is not too late, or
    at once where there is none: homework for Wednesday comes on Tuesday, whatever was chosen.
    """
    # A digest is one message: what was held back by its window then is for the next one.
    held = now - opening.marks_until if draft.kind in CORRECTABLE else timedelta()
    since = draft.happened_at + held - _INSTANT
    due, needed = next_digest(opening, after=since, weekly=weekly), _needed(draft, opening.zone)
    if needed is None or due < needed:
        return due
    return _last_evening(opening, after=since, before=needed) or since


def next_digest(opening: Opening, *, after: datetime, weekly: bool) -> datetime:
    """Return the first digest after an instant, at the hour of the school's zone."""
    found = next_shown(opening.digest_at, opening.zone, after=after)
    while weekly and found.astimezone(opening.zone).weekday() != WEEKLY_ON:
        found = next_shown(opening.digest_at, opening.zone, after=found)
    return found


def _needed(draft: Draft, zone: ZoneInfo) -> datetime | None:
    if draft.valid_until is None or draft.kind not in _ABOUT_A_DAY:
        return draft.valid_until
    return draft.valid_until.astimezone(zone) - _DAY


def _last_evening(opening: Opening, *, after: datetime, before: datetime) -> datetime | None:
    last = None
    evening = next_digest(opening, after=after, weekly=False)
    while evening < before:
        last, evening = evening, next_digest(opening, after=evening, weekly=False)
    return last


@lru_cache(_REMEMBERED)
def next_shown(at: time, zone: ZoneInfo, *, after: datetime) -> datetime:
    """Return when a clock in the zone shows the time next; an hour that comes twice, at first."""
    day = after.astimezone(zone).date()
    return next(
        instant
        for shown in (day, day + _DAY, day + 2 * _DAY)
        for fold in (0, 1)
        if (instant := _instant(shown, at.replace(fold=fold), zone)) > after
    )


def _instant(day: date, at: time, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, at, zone).astimezone(UTC)
