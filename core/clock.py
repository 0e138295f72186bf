"""Time as an argument. The only module that may read the machine's clock."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo


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
