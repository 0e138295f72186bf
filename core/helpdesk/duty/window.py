"""What a duty schedule is made of: weekly windows, days that differ, and who stands in."""

from dataclasses import dataclass
from datetime import date, time

from core.helpdesk.duty.shift import ShiftKey
from core.helpdesk.topics import Covers
from core.ids import DutyId, PersonId
from core.journal.calendar import in_force


@dataclass(frozen=True, slots=True)
class Hours:
    """From when until when on one day, by the school's clock; the end is not within."""

    starts: time
    ends: time


@dataclass(frozen=True, slots=True)
class Window:
    """Hours of a weekday in which a consultant answers some topics in a room (H2).

    `begins` and `ends` are its first and last day, both included; without one it is open on that
    side. `unknown` are words of the school's file that name no topic.
    """

    id: DutyId
    consultant: PersonId
    covers: Covers
    weekday: int
    hours: Hours
    room: str = ""
    begins: date | None = None
    ends: date | None = None
    unknown: tuple[str, ...] = ()

    @property
    def is_extra(self) -> bool:
        """Say whether it is for one day only. Such a window is held on a holiday as well."""
        return self.begins is not None and self.begins == self.ends

    def falls_on(self, day: date) -> bool:
        """Say whether the schedule has the window on the day, whatever happened to that day."""
        return self.weekday == day.isoweekday() and in_force(self.begins, self.ends, day)


@dataclass(frozen=True, slots=True)
class DayOff:
    """The window does not take place on one day."""

    key: ShiftKey


@dataclass(frozen=True, slots=True)
class OtherHours:
    """The window has other hours on one of the days on which it takes place."""

    key: ShiftKey
    hours: Hours


OneDay = DayOff | OtherHours
"""How one day differs from the week."""


@dataclass(frozen=True, slots=True)
class StandIn:
    """On one day somebody takes the window over from who had it, by the schedule or as stand-in.

    One that no longer finds its giver in the window says nothing.
    """

    key: ShiftKey
    giver: PersonId
    taker: PersonId


def swapped(first: "Held", second: "Held") -> tuple[StandIn, StandIn]:
    """Return what it takes for two to do each other's turn."""
    return (
        StandIn(first.key, giver=first.consultant, taker=second.consultant),
        StandIn(second.key, giver=second.consultant, taker=first.consultant),
    )


@dataclass(frozen=True, slots=True)
class Held:
    """A turn of duty and who has it."""

    key: ShiftKey
    consultant: PersonId
