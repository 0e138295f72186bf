"""What excuses need kept, and who of the school can be alarmed."""

from collections.abc import Collection, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from core.diary.excuses.rules import Claim, Decision, Excuse, Search
from core.ids import AbsenceId, ExcuseId, LessonId, PersonId, PupilId, SchoolId, SearchId
from core.journal.values import AbsenceCode, ReasonState


@dataclass(frozen=True, slots=True)
class Missed:
    """An absence as the journal has it, with its lesson."""

    absence: AbsenceId
    lesson: LessonId
    day: date
    number: int
    code: AbsenceCode
    reason: ReasonState


@dataclass(frozen=True, slots=True)
class Seen:
    """A pupil who is looked for was at a lesson after all.

    `number` is the lesson's, and `missed` are those of the day that it is still missed at.
    """

    absence: AbsenceId
    search: Search
    number: int
    missed: tuple[int, ...]


class ExcuseBook(Protocol):
    """Excuses, and the absences that they speak of."""

    async def in_turn(self, pupil: PupilId) -> None:
        """Wait until nobody else says anything of the pupil; holds until the turn's end."""
        ...

    async def add(
        self, claim: Claim, *, school: SchoolId, guardian: PersonId, at: datetime
    ) -> Excuse:
        """Keep what a family says; it waits for the class teacher."""
        ...

    async def excuse(self, excuse: ExcuseId) -> Excuse | None:
        """Return an excuse, whatever became of it."""
        ...

    async def of_pupils(
        self, pupils: Sequence[PupilId], first: date, last: date
    ) -> Sequence[Excuse]:
        """Return the excuses that touch the days, oldest first, whatever became of them."""
        ...

    async def open_of(self, pupils: Sequence[PupilId]) -> Sequence[Excuse]:
        """Return the excuses to be decided, or whose document is awaited, by their first day."""
        ...

    async def decide(
        self, excuse: ExcuseId, decision: Decision, *, by: PersonId, at: datetime
    ) -> bool:
        """Change the state of an excuse as decided, where it may be; say whether it was."""
        ...

    async def missed(self, pupil: PupilId, first: date, last: date) -> Sequence[Missed]:
        """Return the pupil's absences of the days as the journal has them, in order."""
        ...

    async def missed_under(
        self, excuses: Sequence[ExcuseId], day: date
    ) -> Sequence[tuple[PupilId, Missed]]:
        """Return the absences of a day of which these excuses speak, whatever became of them."""
        ...


class SearchBook(Protocol):
    """Searches for pupils whom neither school nor family knows where to find."""

    async def search(self, pupil: PupilId, day: date) -> Search | None:
        """Return the search for a pupil on a day, over or not."""
        ...

    async def begin_search(
        self, pupil: PupilId, day: date, *, school: SchoolId, by: PersonId, at: datetime
    ) -> Search:
        """Keep that the family does not know where the pupil is; again, where that was over."""
        ...

    async def end_searches(
        self, searches: Sequence[SearchId], *, by: PersonId | None, at: datetime
    ) -> AbstractSet[SearchId]:
        """End searches, by the word of a guardian or the journal's; return those that were on."""
        ...

    async def seen(self, absences: Sequence[AbsenceId]) -> Sequence[Seen]:
        """Return whom these absences are of, where that pupil is looked for on the day.

        The pupil was at those lessons after all; a lesson that is gone tells nothing.
        """
        ...


class OnWatch(Protocol):
    """Who of the school is to be alarmed at once."""

    async def class_teachers(self, person: PersonId) -> Sequence[tuple[PupilId, PersonId]]:
        """Return the linked class teachers of the children of a person, or of the pupil itself."""
        ...

    async def administration(self, school: SchoolId) -> Sequence[PersonId]:
        """Return the linked heads, deputy heads and administrators of the school."""
        ...


class WithinReach(Protocol):
    """Who can be told something now."""

    async def reachable(self, persons: Sequence[PersonId]) -> Collection[PersonId]:
        """Return who has a chat or a mailbox that takes our messages."""
        ...
