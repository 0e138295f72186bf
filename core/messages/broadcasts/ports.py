"""What broadcasts need kept and known. Adapters live in storage, fakes in tests."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from core.access.people import Child, Member
from core.ids import BroadcastId, CourseId, PersonId, PupilId, SchoolId
from core.messages.broadcasts.broadcast import Answer, Broadcast, Family, Plan, Scope, Version
from core.messages.broadcasts.facts import Told
from core.messages.broadcasts.ladder import Rung
from core.messages.content import Content


class Broadcasts(Protocol):
    """Broadcasts and their versions; none is ever deleted."""

    async def keep(
        self, school: SchoolId, plan: Plan, *, by: PersonId, at: datetime
    ) -> BroadcastId:
        """Keep a broadcast that waits for its time."""
        ...

    async def broadcasts(self, numbers: Sequence[BroadcastId]) -> Mapping[BroadcastId, Broadcast]:
        """Return broadcasts as they stand now."""
        ...

    async def listed(
        self, school: SchoolId, *, by: PersonId, groups: Sequence[int], whole: bool, most: int
    ) -> Sequence[BroadcastId]:
        """Return the numbers of a person's and of groups', or of all; the latest first."""
        ...

    async def count(
        self, school: SchoolId, *, by: PersonId, groups: Sequence[int], whole: bool
    ) -> int:
        """Return how many `listed` would return if it returned all."""
        ...

    async def due(self, school: SchoolId, *, now: datetime) -> Sequence[BroadcastId]:
        """Return those of a school that wait for a time that has come."""
        ...

    async def set_off(self, broadcast: BroadcastId, *, at: datetime) -> bool:
        """Let one that waits be sent; say whether it was this that did it."""
        ...

    async def withdraw(self, broadcast: BroadcastId, *, by: PersonId | None, at: datetime) -> bool:
        """Take one back that waits or was sent; say whether it was this that did it.

        `by` is nobody where the gate let it through no more.
        """
        ...

    async def correct(
        self,
        broadcast: BroadcastId,
        content: Content,
        *,
        after: int,
        answer_by: date | None,
        by: PersonId,
        at: datetime,
    ) -> bool:
        """Add a version after the one named, where that is the latest of one not taken back.

        It is answered by the day given from now on, and reminders begin anew.
        """
        ...

    async def versions(self, broadcast: BroadcastId) -> Sequence[Version]:
        """Return what it said in each of its versions, and by when, the first one first."""
        ...

    async def remind(self, broadcast: BroadcastId, *, at: datetime, not_since: datetime) -> bool:
        """Note that reminders are sent by hand; False where some were since the instant."""
        ...

    async def climbing(self, school: SchoolId) -> Sequence[tuple[BroadcastId, Rung]]:
        """Return a school's that ask for an answer by a day and were not listed for calls yet."""
        ...

    async def climb(self, broadcast: BroadcastId, *, before: Rung, to: Rung) -> bool:
        """Note how far one has come; say whether it was this that did it."""
        ...


class Senders(Protocol):
    """What those may who have set a broadcast for later."""

    async def member(self, person: PersonId) -> Member | None:
        """Return a person as the records know it now; None for who is not in them any more."""
        ...


class Addressed(Protocol):
    """Whom a broadcast was for when it was sent, family by family."""

    async def address(
        self, school: SchoolId, broadcast: BroadcastId, families: Sequence[Family]
    ) -> None:
        """Keep families; of a member who is kept already, whether it can be told now."""
        ...

    async def families(self, broadcast: BroadcastId) -> Sequence[Family]:
        """Return the families by class and name, the members in the order of the school's list."""
        ...

    async def families_of(
        self, broadcast: BroadcastId, persons: Sequence[PersonId]
    ) -> Sequence[Family]:
        """Return the families in which one of the persons was addressed."""
        ...

    async def missed(
        self, person: PersonId, pupils: Sequence[PupilId]
    ) -> Mapping[BroadcastId, Sequence[PupilId]]:
        """Return which broadcasts the families of pupils were sent that the person was not.

        A question with choices is asked about each child, and missed for each (ADR 25).
        """
        ...


class Newcomers(Protocol):
    """Who was not told of broadcasts that may still count, and can be by now."""

    async def untold(
        self, school: SchoolId, *, today: date, since: datetime
    ) -> Mapping[BroadcastId, Sequence[Told]]:
        """Return them by broadcast, as of which pupil of its scope of today.

        They take messages. What it says now has not reached them: nothing was written, or the
        latest ended for they could not be reached, or had no right left for the child whom it was
        about; it may be another child of theirs. A question with choices is of each child (ADR
        25): who was told as the family of one only was not told of the other. Broadcasts are those
        that are to be answered today or later, or were changed since an instant. Whether a family
        agreed is not looked at.
        """
        ...


class Answers(Protocol):
    """What persons answered to each version: of each one answer a person and child, the latest."""

    async def answer(self, given: Answer) -> bool:
        """Keep an answer; False where the person had given the same one there, and keep that."""
        ...

    async def answers(self, broadcast: BroadcastId, version: int) -> Sequence[Answer]:
        """Return the answers to a version, oldest first."""
        ...

    async def earlier(self, broadcast: BroadcastId, before: int) -> Sequence[Answer]:
        """Return all answers to versions before one, oldest first."""
        ...

    async def answer_of(
        self, broadcast: BroadcastId, version: int, persons: Sequence[PersonId]
    ) -> Sequence[Answer]:
        """Return the answers of some persons to a version."""
        ...


@dataclass(frozen=True, slots=True)
class TaughtCourse:
    """A course or subgroup as its teacher has it in a list."""

    id: CourseId
    title: str
    school: SchoolId


class Circles(Protocol):
    """Who can be addressed, as the school's records stand now."""

    async def courses_of(self, teacher: PersonId) -> Sequence[TaughtCourse]:
        """Return the courses that a person teaches today, by title."""
        ...

    async def course(self, course: CourseId) -> TaughtCourse | None:
        """Return a course, or None where it is no more."""
        ...

    async def titles(self, groups: Sequence[int]) -> Sequence[str]:
        """Return how classes and courses are called, in the order of their titles."""
        ...

    async def pupils_in(self, school: SchoolId, scope: Scope) -> Sequence[Child]:
        """Return today's pupils of a scope, by class and family name; chosen ones only, if any."""
        ...

    async def members(self, pupils: Sequence[Child]) -> Sequence[Family]:
        """Return the families as given, each with its guardians and the pupil.

        A member who cannot be told says why.
        """
        ...
