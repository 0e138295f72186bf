"""The journal's cells as use cases see them: a lesson, a work, a mark, an absence."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from core.facts import Origin
from core.ids import (
    AbsenceId,
    CourseId,
    LessonId,
    MarkId,
    PersonId,
    PupilId,
    SchoolId,
    WorkId,
)
from core.journal.values import AbsenceCode, LessonState, MarkValue, ReasonState


@dataclass(frozen=True, slots=True)
class Lesson:
    """One lesson of a course on a day. `number` counts from 1; `teacher` is who gives it."""

    id: LessonId
    school: SchoolId
    course: CourseId
    day: date
    number: int
    state: LessonState
    topic: str = ""
    homework: str = ""
    homework_due: date | None = None
    teacher: PersonId | None = None
    replaces: PersonId | None = None


@dataclass(frozen=True, slots=True)
class Work:
    """A column of the journal: what is marked, with its weight."""

    id: WorkId
    school: SchoolId
    course: CourseId
    day: date
    title: str
    weight: Decimal
    lesson: LessonId | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """One pupil's cell in a work's column."""

    id: MarkId
    school: SchoolId
    work: WorkId
    pupil: PupilId
    value: MarkValue
    origin: Origin
    taken_back: bool = False


@dataclass(frozen=True, slots=True)
class Absence:
    """One pupil's absence from a lesson."""

    id: AbsenceId
    school: SchoolId
    lesson: LessonId
    pupil: PupilId
    code: AbsenceCode
    reason: ReasonState
    origin: Origin
    document: str = ""


@dataclass(frozen=True, slots=True)
class OpenCell:
    """A work in which a pupil has no mark yet, with who teaches the course."""

    work: WorkId
    day: date
    title: str
    subject: str
    teacher: PersonId


@dataclass(frozen=True, slots=True)
class ProvedReason:
    """What a document that the class teacher saw says of a pupil's absence (J4)."""

    code: AbsenceCode
    document: str

    def of(self, code: AbsenceCode) -> AbsenceCode:
        """Return the letter of an absence under the document; one that says more stays."""
        return self.code if code is AbsenceCode.ABSENT else code
