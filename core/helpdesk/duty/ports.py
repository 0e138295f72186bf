"""What the duty schedule needs kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from core.helpdesk.duty.asking import AskedStandIn, DutyPerson, NewStandIn, StandInState
from core.helpdesk.duty.schedule import DutySchedule
from core.helpdesk.duty.shift import ShiftKey
from core.helpdesk.duty.window import OneDay, Window
from core.ids import DutyId, PersonId, SchoolId, StandInId


@dataclass(frozen=True, slots=True)
class KeptWindow:
    """A window with its school, who made it so (None: an import), and since when."""

    school: SchoolId
    window: Window
    by: PersonId | None
    changed_at: datetime


class Administrators(Protocol):
    """Who answers what no consultant does."""

    async def administrators(self, school: SchoolId) -> Sequence[PersonId]:
        """Return the administrators of a school's journal who have come in."""
        ...

    async def out_of_reach(self, school: SchoolId) -> Sequence[PersonId]:
        """Return those of them whom no message reaches."""
        ...


class DutyBook(Protocol):
    """The duty schedules of schools, to be read."""

    async def schedule(self, school: SchoolId) -> DutySchedule:
        """Return the schedule of a school, past days and all."""
        ...

    async def people(self, school: SchoolId) -> Sequence[DutyPerson]:
        """Return the consultants, and whoever else the schedule names, in the roster's order."""
        ...


class DutyWindows(Protocol):
    """The windows that schedules are made of."""

    async def window(self, number: DutyId) -> KeptWindow | None:
        """Return a window, or None for one that is no more."""
        ...

    async def add(
        self, school: SchoolId, windows: Sequence[Window], *, by: PersonId, at: datetime
    ) -> Sequence[DutyId]:
        """Keep new windows, and return their numbers."""
        ...

    async def change(self, window: Window, *, since: datetime, by: PersonId, at: datetime) -> bool:
        """Change a window; return False where it was changed after `since`, or is no more."""
        ...

    async def take_away(
        self, number: DutyId, *, since: datetime, by: PersonId, at: datetime
    ) -> bool:
        """Take a window away; return False where it was changed after `since`, or is no more."""
        ...

    async def differ(
        self, school: SchoolId, key: ShiftKey, day: OneDay | None, *, by: PersonId, at: datetime
    ) -> None:
        """Let one day of a window differ; None: it is as every week again."""
        ...


class StandIns(Protocol):
    """Who stands in for whom, or was asked to."""

    async def put(self, new: Sequence[NewStandIn]) -> Sequence[StandInId]:
        """Keep who is to stand in; two at once are a swap.

        Open requests of these days are taken back, of a swap both halves.
        """
        ...

    async def stand_ins(self, numbers: Sequence[int]) -> Sequence[AskedStandIn]:
        """Return who was to stand in, by numbers."""
        ...

    async def waiting_for(self, person: PersonId) -> Sequence[AskedStandIn]:
        """Return what others ask a person, the oldest first."""
        ...

    async def of_turn(self, key: ShiftKey) -> Sequence[AskedStandIn]:
        """Return who stands in, or was asked to, in a window on a day, the oldest first."""
        ...

    async def swap(self, pair: str) -> Sequence[AskedStandIn]:
        """Return both halves of a swap, the oldest first."""
        ...

    async def move(
        self, number: StandInId, before: StandInState, after: StandInState, *, at: datetime
    ) -> bool:
        """Answer or take back a stand-in, and the other half of a swap with it.

        Return False where it is not as before any more.
        """
        ...
