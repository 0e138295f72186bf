"""Missed lessons of a week, verified with who teaches the subject (W1, C4.3.1, C4.3.8)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from core.access.people import Name
from core.errors import RuleBroken
from core.ids import CheckId, ClassId, CourseId, PersonId, SchoolId


class CheckDecided(RuleBroken):
    """The question was asked, answered or ticked off in the meantime."""

    code = "check-decided"


class CheckState(StrEnum):
    """Where the absences of a class from a course in a week stand."""

    ASKED = "asked"
    RIGHT = "right"
    FIXING = "fixing"
    VERIFIED = "verified"


@dataclass(frozen=True, slots=True)
class AbsenceCheck:
    """A question to who teaches a course: whether these absences are right."""

    id: CheckId
    school: SchoolId
    class_id: ClassId
    course: CourseId
    monday: date
    state: CheckState
    digest: str

    def holds(self, digest: str) -> bool:
        """Say whether it holds for the absences that there are now.

        A question is open until it is answered: the answer is about what it finds. What was
        answered or ticked off speaks of the absences that there were, and of no others.
        """
        return self.state is CheckState.ASKED or self.digest == digest


@dataclass(frozen=True, slots=True)
class Step:
    """What is done about a question: by whom, when, and over which absences (their digest)."""

    state: CheckState
    digest: str
    by: PersonId
    at: datetime


@dataclass(frozen=True, slots=True)
class SubjectTeacher:
    """Who teaches a course, and can be asked."""

    person: PersonId
    name: Name


class AbsenceChecks(Protocol):
    """The questions about absences, once for a class, a course and a week."""

    async def of_week(self, class_id: ClassId, monday: date) -> Sequence[AbsenceCheck]:
        """Return the questions about a class and a week."""
        ...

    async def one(self, check: CheckId) -> AbsenceCheck | None:
        """Return a question."""
        ...

    async def begin(
        self, school: SchoolId, class_id: ClassId, course: CourseId, monday: date, step: Step
    ) -> CheckId | None:
        """Keep a question, or a tick without one; return None where there was one before."""
        ...

    async def move(self, before: AbsenceCheck, step: Step) -> bool:
        """Keep what became of it; return False where it stands no more as before."""
        ...

    async def teachers(
        self, courses: Sequence[CourseId], first: date, last: date
    ) -> Mapping[CourseId, Sequence[SubjectTeacher]]:
        """Return who teaches each course on any of the days, the primary teacher first."""
        ...
