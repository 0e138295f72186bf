"""One turn of duty: who answers what, from when until when, and for whom they stand in."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from core.helpdesk.topics import Covers
from core.ids import DutyId, PersonId

_BETWEEN: Final = "@"


@dataclass(frozen=True, slots=True, order=True)
class ShiftKey:
    """One window on one day of the school: it names that turn of duty for ever.

    The hours and the person of the turn may change; its window and its day do not.
    """

    window: DutyId
    day: date

    @property
    def written(self) -> str:
        """Return the key as one word, for files and ledgers."""
        return f"{self.window}{_BETWEEN}{self.day.isoformat()}"

    @classmethod
    def of(cls, written: str) -> "ShiftKey":
        """Return the key of such a word; raise ValueError for anything else."""
        window, _, day = written.partition(_BETWEEN)
        return cls(DutyId(int(window)), date.fromisoformat(day))


@dataclass(frozen=True, slots=True)
class Shift:
    """A consultant answers in a window on a day of the school (H2).

    Both instants are aware and in UTC; the last one is not within the shift any more.
    `stands_in_for` is whose window it is by the schedule, where that is somebody else.
    """

    consultant: PersonId
    covers: Covers
    starts_at: datetime
    ends_at: datetime
    room: str
    window: DutyId
    day: date
    stands_in_for: PersonId | None = None

    @property
    def key(self) -> ShiftKey:
        """Return what names this turn for ever."""
        return ShiftKey(self.window, self.day)

    def holds(self, at: datetime) -> bool:
        """Say whether the instant is within the shift."""
        return self.starts_at <= at < self.ends_at
