"""What the journal's use cases need kept. Adapters live in storage, fakes in tests."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from core.facts import Origin
from core.ids import AbsenceId, LessonId, MarkId, PersonId, PupilId, WorkId
from core.journal.records import Absence, Lesson, Mark, OpenCell, ProvedReason, Work
from core.journal.values import AbsenceCode, MarkValue, ReasonState


class Markbook(Protocol):
    """The journal's columns and cells."""

    async def work(self, work: WorkId) -> Work | None:
        """Return a work, or None where it is no more."""
        ...

    async def teaches_work(self, person: PersonId, work: WorkId) -> bool:
        """Say whether the person teaches the work's course on its day, or gave its lesson."""
        ...

    async def mark(self, mark: MarkId) -> Mark | None:
        """Return a mark, taken back or not."""
        ...

    async def in_cell(self, work: WorkId, pupil: PupilId) -> Mark | None:
        """Return the mark that stands in a cell now."""
        ...

    async def enter(
        self, work: WorkId, pupil: PupilId, value: MarkValue, *, by: Origin, at: datetime
    ) -> Mark:
        """Put a mark into an empty cell."""
        ...

    async def correct(self, mark: MarkId, value: MarkValue, *, by: Origin, at: datetime) -> None:
        """Change a mark and keep in its history what stood there."""
        ...

    async def take_back(self, mark: MarkId, *, by: Origin, at: datetime) -> None:
        """Empty a cell and keep in its history what stood there."""
        ...


class Register(Protocol):
    """Lessons with their attendance, homework and teachers."""

    async def lesson(self, lesson: LessonId) -> Lesson | None:
        """Return a lesson, or None where it is no more."""
        ...

    async def teaches(self, person: PersonId, lesson: LessonId) -> bool:
        """Say whether the person is the course's teacher or the one who gives this lesson."""
        ...

    async def administers(self, person: PersonId, lesson: LessonId) -> bool:
        """Say whether the person is of the administration of the lesson's school."""
        ...

    async def absence(self, lesson: LessonId, pupil: PupilId) -> Absence | None:
        """Return the pupil's absence from the lesson, if there is one now."""
        ...

    async def record_absence(  # noqa: PLR0913 - all that an absence is
        self,
        lesson: LessonId,
        pupil: PupilId,
        code: AbsenceCode,
        *,
        reason: ReasonState,
        document: str = "",
        by: Origin,
        at: datetime,
    ) -> Absence:
        """Note that the pupil missed the lesson, with the document that says why."""
        ...

    async def revise_absence(
        self,
        absence: AbsenceId,
        code: AbsenceCode,
        *,
        reason: ReasonState,
        document: str,
        by: Origin,
        at: datetime,
    ) -> None:
        """Change what is known of an absence, and keep the document that says so."""
        ...

    async def take_back_absence(self, absence: AbsenceId, *, by: Origin, at: datetime) -> None:
        """Note that the pupil was there after all."""
        ...

    async def set_homework(
        self, lesson: LessonId, text: str, *, due: date | None, by: Origin, at: datetime
    ) -> None:
        """Set or change the homework that the lesson gave; an empty text takes it back."""
        ...

    async def replace_teacher(
        self, lesson: LessonId, teacher: PersonId, *, by: Origin, at: datetime
    ) -> None:
        """Let another teacher give the lesson."""
        ...


class Columns(Protocol):
    """The journal's columns, looked through by whoever fills them."""

    async def unmarked(self, pupil: PupilId, first: date, last: date) -> Sequence[OpenCell]:
        """Return the works of the days in which the pupil has no mark yet, newest first."""
        ...


class ProvedReasons(Protocol):
    """Documents that the class teacher saw, also of lessons that are still to be missed."""

    async def proved(self, pupil: PupilId, day: date, number: int) -> ProvedReason | None:
        """Return what a document says of the pupil's absence from a lesson, if there is one."""
        ...
