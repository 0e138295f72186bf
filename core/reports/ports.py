"""What reports read: of whole classes at once, one question for each kind of record."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final, Protocol

from core.access.people import Name
from core.ids import ClassId, CourseId, PeriodId, PersonId, PupilId, SchoolId, SubjectId
from core.journal.values import (
    FAIL,
    AbsenceCode,
    CourseKind,
    MarkValue,
    PeriodMarkKind,
    ReasonState,
)
from core.reports.terms import Term


@dataclass(frozen=True, slots=True)
class Stay:
    """A pupil's time in a class, open at either end.

    `dropped` is the first day on which the school's files did not name the pupil there any more.
    """

    pupil: PupilId
    name: Name
    class_id: ClassId
    class_title: str
    begins: date | None = None
    ends: date | None = None
    dropped: date | None = None

    def holds(self, day: date) -> bool:
        """Say whether the pupil was in the class on a day, as the files have it now."""
        return self.dropped is None and self.touches(day, day)

    def held(self, day: date) -> bool:
        """Say whether the pupil was in the class on a day, as the files had it on that day."""
        begun = self.begins is None or self.begins <= day
        ended = self.ends is not None and self.ends < day
        return begun and not ended and (self.dropped is None or day < self.dropped)

    def touches(self, first: date, last: date) -> bool:
        """Say whether the pupil was in the class on any of the days, as the files have it now."""
        begun = self.begins is None or self.begins <= last
        return self.dropped is None and begun and (self.ends is None or first <= self.ends)


@dataclass(frozen=True, slots=True)
class Place:
    """A pupil's time in a course, open at either end."""

    pupil: PupilId
    course: CourseId
    begins: date | None = None
    ends: date | None = None

    def holds(self, day: date) -> bool:
        """Say whether the pupil was taught there on a day."""
        return (self.begins is None or self.begins <= day) and (
            self.ends is None or day <= self.ends
        )


@dataclass(frozen=True, slots=True)
class Course:
    """What is taught to some pupils: its subject, its first teacher, the terms that it runs in."""

    id: CourseId
    subject: SubjectId
    subject_title: str
    kind: CourseKind
    teacher: Name | None = None
    terms: frozenset[PeriodId] = frozenset()
    hours: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Taught:
    """The lessons of a course that were held on a day, and how many lack topic or homework."""

    course: CourseId
    day: date
    lessons: int
    without_topic: int = 0
    without_homework: int = 0


@dataclass(frozen=True, slots=True)
class Missed:
    """A lesson that a pupil was not at, or late for, with its topic.

    `known_as` is what the school's files call the pupil: no change of name touches it, and an
    export takes it along.
    """

    pupil: PupilId
    day: date
    number: int
    course: CourseId
    subject: SubjectId
    subject_title: str
    topic: str
    code: AbsenceCode
    reason: ReasonState
    known_as: str


@dataclass(frozen=True, slots=True)
class SummedUp:
    """A mark of a period, year or exam as it stands."""

    pupil: PupilId
    period: PeriodId
    kind: PeriodMarkKind
    subject: SubjectId
    subject_title: str
    value: MarkValue


@dataclass(frozen=True, slots=True)
class GivenMarks:
    """How many marks stand in a course's works of a day."""

    course: CourseId
    day: date
    marks: int


@dataclass(frozen=True, slots=True)
class MarksOfPupil:
    """How many marks a pupil has in a course over some days, as they certify.

    `3/5` is two of them, and «not certified» none.
    """

    pupil: PupilId
    course: CourseId
    marks: int


@dataclass(frozen=True, slots=True)
class PoorMark:
    """An unsatisfactory mark with what it was for: the work, and the topic of its lesson."""

    pupil: PupilId
    day: date
    subject_title: str
    work: str
    topic: str
    value: MarkValue


UNSATISFACTORY: Final = frozenset(
    {FAIL, "1", "2"}
    | {f"{one}/{two}" for one in "12345" for two in "12345" if {one, two} & {*"12"}}
)
"""The values of which one mark at least is unsatisfactory."""


class ReportBook(Protocol):
    """The journal of whole classes. A record that is gone counts nowhere."""

    async def terms(self, school: SchoolId) -> Sequence[Term]:
        """Return all quarters, half-years and years of a school, in order."""
        ...

    async def stays(self, classes: Sequence[ClassId], first: date, last: date) -> Sequence[Stay]:
        """Return all stays, in any class, of who was in one of the classes in the days.

        Who was dropped from the files within the days comes along, with the day.
        """
        ...

    async def places(self, pupils: Sequence[PupilId]) -> Sequence[Place]:
        """Return in which courses the pupils ever were."""
        ...

    async def courses(self, courses: Sequence[CourseId]) -> Sequence[Course]:
        """Return what courses are; one without a subject is none of a report."""
        ...

    async def taught(
        self, courses: Sequence[CourseId], first: date, last: date
    ) -> Sequence[Taught]:
        """Return the lessons held in the days."""
        ...

    async def missed(self, pupils: Sequence[PupilId], first: date, last: date) -> Sequence[Missed]:
        """Return absences from lessons of the days, in order."""
        ...

    async def summed_up(
        self, pupils: Sequence[PupilId], first: date, last: date
    ) -> Sequence[SummedUp]:
        """Return final marks of terms within the days, the latest last."""
        ...

    async def given(
        self, courses: Sequence[CourseId], first: date, last: date
    ) -> Sequence[GivenMarks]:
        """Return how many marks stand in works of the days."""
        ...

    async def marks_of(
        self, pupils: Sequence[PupilId], first: date, last: date
    ) -> Sequence[MarksOfPupil]:
        """Return how many marks of each pupil count by one of the days, by course.

        A mark counts in the session that its column names, and else on its day; how much it
        counts is as `core.diary.forecast.sufficiency.marks_that_certify` has it.
        """
        ...

    async def poor(self, pupils: Sequence[PupilId], first: date, last: date) -> Sequence[PoorMark]:
        """Return unsatisfactory marks that count by one of the days, in order."""
        ...


@dataclass(frozen=True, slots=True)
class User:
    """A person with a way in: since when, and on how many days of a stretch it was used.

    `by_letters`: letters go to the person's mailbox, whether or not there is an account as well.
    """

    person: PersonId
    name: Name
    came_in: date | None = None
    days: int = 0
    last_day: date | None = None
    by_letters: bool = False

    @property
    def reads_letters_alone(self) -> bool:
        """Say whether the person is not in the chat, and gets all by letter (A1.5)."""
        return self.by_letters and self.came_in is None


@dataclass(frozen=True, slots=True)
class Family:
    """A pupil with the guardians, as users."""

    pupil: User
    guardians: tuple[User, ...] = ()


class VisitBook(Protocol):
    """On how many days persons used the journal: no more is kept of it than that (S5)."""

    async def note(self, school: SchoolId, person: PersonId, day: date) -> bool:
        """Keep that a person was here on a day; return whether that was new."""
        ...

    async def families(
        self, pupils: Sequence[PupilId], first: date, last: date
    ) -> Sequence[Family]:
        """Return the pupils with their guardians; visits of the months that touch the days."""
        ...

    async def staff(self, school: SchoolId, first: date, last: date) -> Sequence[User]:
        """Return who teaches or works at a school, by name."""
        ...
