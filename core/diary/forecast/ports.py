"""What the forecast of a period's marks reads, for one pupil or for a whole class at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple, Protocol

from core.diary.views import Period
from core.ids import CourseId, PupilId, SubjectId, WorkId
from core.journal.calendar import Holiday
from core.journal.school_years import YearOfPeriods
from core.journal.values import ControlKind, CourseKind, MarkValue


class GivenMark(NamedTuple):
    """A mark that stands, with the weight and the kind of its work; a school may name no kind."""

    pupil: PupilId
    subject: SubjectId
    subject_title: str
    work: WorkId
    value: MarkValue
    weight: Decimal
    kind: ControlKind | None


@dataclass(frozen=True, slots=True)
class MarksOfWork:
    """How many pupils, of whatever class, got a value in a work."""

    work: WorkId
    value: MarkValue
    pupils: int


@dataclass(frozen=True, slots=True)
class PlannedWork:
    """A work of a day: a column of the journal, or (no `work`) a lesson with a kind of control."""

    course: CourseId
    work: WorkId | None
    kind: ControlKind | None
    weight: Decimal
    day: date


@dataclass(frozen=True, slots=True)
class TaughtCourse:
    """A pupil's place in a course, between two days that may be open.

    `hours` a week, as the course has them or else as the timetable does on the day asked for;
    `in_period`: the course's marks are summed up in the period asked for.
    """

    pupil: PupilId
    course: CourseId
    subject: SubjectId
    subject_title: str
    kind: CourseKind
    hours: Decimal
    in_period: bool
    begins: date | None
    ends: date | None


@dataclass(frozen=True, slots=True)
class SetMark:
    """A period mark that has been set."""

    pupil: PupilId
    subject: SubjectId
    value: MarkValue


class ForecastBook(Protocol):
    """Records of some pupils of one school. Each call is one question, however many they are."""

    async def periods(self, pupils: Sequence[PupilId], day: date) -> YearOfPeriods[Period]:
        """Return the periods of the school year of the day, in order.

        Quarters where more of the pupils' courses run by quarters, half-years where by those; the
        others are those of the other kind, if any of their courses run by it. Which subjects
        these are `courses` tells for each pupil.
        """
        ...

    async def marks(
        self, pupils: Sequence[PupilId], first: date, last: date
    ) -> Sequence[GivenMark]:
        """Return marks that stand in works of the days, oldest first, whatever the course."""
        ...

    async def marks_counted(
        self, pupils: Sequence[PupilId], first: date, last: date
    ) -> Sequence[GivenMark]:
        """Return marks that count in a period by one of the days, oldest first.

        What counts is the session that a column names, and else its day.
        """
        ...

    async def of_works(self, works: Sequence[WorkId]) -> Sequence[MarksOfWork]:
        """Return how often each value stands in the works, whoever got it."""
        ...

    async def planned(
        self, pupils: Sequence[PupilId], first: date, last: date
    ) -> Sequence[PlannedWork]:
        """Return the works of the days in the courses that the pupils were ever in, by day.

        A lesson that has a column already counts as its column, a correction of another as none;
        what was cancelled is no work.
        """
        ...

    async def courses(
        self, pupils: Sequence[PupilId], period: Period, day: date
    ) -> Sequence[TaughtCourse]:
        """Return the courses of a subject that the pupils were ever in, with hours of the day."""
        ...

    async def set_marks(self, pupils: Sequence[PupilId], period: Period) -> Sequence[SetMark]:
        """Return the period's marks that are set; of two in one subject the later one counts."""
        ...

    async def free_days(
        self, pupils: Sequence[PupilId], first: date, last: date
    ) -> Sequence[Holiday]:
        """Return the holidays of the pupils' school that touch the days."""
        ...
