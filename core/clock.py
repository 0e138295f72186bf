"""Time as an argument. The only module that may read the machine's clock."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final, Protocol
from zoneinfo import ZoneInfo

_MONTHS: Final = 12
_LEAP: Final = 9
"""Of so many years one has a 29 February, also where the century's has none."""


class Clock(Protocol):
    """Tells the program's time, which demo and tests may set apart from the machine's."""

    def now(self) -> datetime:
        """Return the instant, aware and in UTC."""
        ...


@dataclass(frozen=True, slots=True)
class SystemClock:
    """The machine's clock, moved by the offset that the database keeps."""

    offset: timedelta = timedelta()

    def now(self) -> datetime:
        """Return the machine's instant, moved by the offset."""
        return datetime.now(UTC) + self.offset  # noqa: TID251 - the one place where time is read


def today(clock: Clock, zone: ZoneInfo) -> date:
    """Return the school's date: midnight falls where the school stands, not in UTC."""
    return clock.now().astimezone(zone).date()


def last_named(day: int, month: int, today: date) -> date:
    """Return the last day of that name, today at the latest; raise ValueError for no such day.

    29 February may be years ago.
    """
    return _named(day, month, range(today.year, today.year - _LEAP, -1), until=today)


def next_named(day: int, month: int, today: date) -> date:
    """Return the next day of that name, tomorrow at the earliest; raise ValueError for none."""
    since = today + timedelta(days=1)
    return _named(day, month, range(today.year, today.year + _LEAP), since=since)


def _named(
    day: int, month: int, years: range, *, since: date = date.min, until: date = date.max
) -> date:
    for year in years:
        exists = 1 <= month <= _MONTHS and 1 <= day <= monthrange(year, month)[1]
        if exists and since <= date(year, month, day) <= until:
            return date(year, month, day)
    raise ValueError((day, month))
