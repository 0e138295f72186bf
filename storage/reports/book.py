"""The journal of whole classes. Behind `core.reports.ports.ReportBook`."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Executable
from sqlalchemy.ext.asyncio import AsyncConnection

from core.access.people import Name
from core.ids import ClassId, CourseId, PeriodId, PersonId, PupilId, SchoolId, SubjectId
from core.journal.values import (
    AbsenceCode,
    CourseKind,
    MarkValue,
    PeriodKind,
    PeriodMarkKind,
    ReasonState,
)
from core.reports.ports import (
    Course,
    GivenMarks,
    MarksOfPupil,
    Missed,
    Place,
    PoorMark,
    Stay,
    SummedUp,
    Taught,
)
from core.reports.terms import Term
from storage.reports.statements import (
    COURSES,
    GIVEN,
    MARKS_OF,
    MISSED,
    PLACES,
    POOR,
    STAYS,
    SUMMED_UP,
    TAUGHT,
    TEACHERS,
    TERMS,
    TERMS_OF_COURSES,
)

_mark_value = lru_cache(64)(MarkValue)
"""A school's year has a hundred thousand final marks, and a dozen values."""


@dataclass(frozen=True, slots=True)
class SqlReportBook:
    """Records of some classes of one school; a record that is gone counts nowhere."""

    connection: AsyncConnection

    async def terms(self, school: SchoolId) -> Sequence[Term]:
        """Return all quarters, half-years and years of a school, in order."""
        rows = await self.connection.execute(TERMS, {"school": school})
        return [
            Term(PeriodId(number), title, PeriodKind(kind), begins, ends)
            for number, title, kind, begins, ends in rows
        ]

    async def stays(self, classes: Sequence[ClassId], first: date, last: date) -> Sequence[Stay]:
        """Return all stays, in any class, of who was in one of the classes in the days."""
        # A day later in the school's zone than anywhere else.
        since = datetime.combine(first, time(), ZoneInfo("UTC"))
        rows = await self._of(STAYS, classes, first=first, last=last, since=since)
        return [_stay(*row) for row in rows]

    async def places(self, pupils: Sequence[PupilId]) -> Sequence[Place]:
        """Return in which courses the pupils ever were."""
        return [
            Place(PupilId(PersonId(pupil)), CourseId(course), begins, ends)
            for pupil, course, begins, ends in await self._of(PLACES, pupils)
        ]

    async def courses(self, courses: Sequence[CourseId]) -> Sequence[Course]:
        """Return what courses are; one without a subject is none of a report."""
        terms = defaultdict[int, set[PeriodId]](set)
        for course, period in await self._of(TERMS_OF_COURSES, courses):
            terms[course].add(PeriodId(period))
        teachers = {one: Name(*name) for one, *name in await self._of(TEACHERS, courses)}
        return [
            Course(
                CourseId(number),
                SubjectId(subject),
                title,
                CourseKind(teaching) if teaching else CourseKind.LESSON,
                teachers.get(number),
                frozenset(terms[number]),
                hours,
            )
            for number, subject, title, teaching, hours in await self._of(COURSES, courses)
        ]

    async def taught(
        self, courses: Sequence[CourseId], first: date, last: date
    ) -> Sequence[Taught]:
        """Return the lessons held in the days."""
        rows = await self._of(TAUGHT, courses, first=first, last=last)
        return [Taught(CourseId(course), *rest) for course, *rest in rows]

    async def missed(self, pupils: Sequence[PupilId], first: date, last: date) -> Sequence[Missed]:
        """Return absences from lessons of the days, in order."""
        rows = await self._of(MISSED, pupils, first=first, last=last)
        return [
            Missed(
                PupilId(PersonId(pupil)),
                day,
                number,
                CourseId(course),
                SubjectId(subject),
                title,
                topic,
                AbsenceCode(code),
                ReasonState(reason),
                known_as,
            )
            for pupil, day, number, course, subject, title, topic, code, reason, known_as in rows
        ]

    async def summed_up(
        self, pupils: Sequence[PupilId], first: date, last: date
    ) -> Sequence[SummedUp]:
        """Return final marks of terms within the days, the latest last."""
        rows = await self._of(SUMMED_UP, pupils, first=first, last=last)
        return [
            SummedUp(
                PupilId(PersonId(pupil)),
                PeriodId(period),
                PeriodMarkKind(kind),
                SubjectId(subject),
                title,
                _mark_value(value),
            )
            for pupil, period, kind, subject, title, value in rows
        ]

    async def given(
        self, courses: Sequence[CourseId], first: date, last: date
    ) -> Sequence[GivenMarks]:
        """Return how many marks stand in works of the days."""
        rows = await self._of(GIVEN, courses, first=first, last=last)
        return [GivenMarks(CourseId(course), day, count) for course, day, count in rows]

    async def marks_of(
        self, pupils: Sequence[PupilId], first: date, last: date
    ) -> Sequence[MarksOfPupil]:
        """Return how many marks of each pupil count by one of the days, as they certify."""
        rows = await self._of(MARKS_OF, pupils, first=first, last=last)
        return [
            MarksOfPupil(PupilId(PersonId(pupil)), CourseId(course), int(count))
            for pupil, course, count in rows
        ]

    async def poor(self, pupils: Sequence[PupilId], first: date, last: date) -> Sequence[PoorMark]:
        """Return unsatisfactory marks of works of the days, in order."""
        rows = await self._of(POOR, pupils, first=first, last=last)
        return [
            PoorMark(PupilId(PersonId(pupil)), day, subject, work, topic, _mark_value(value))
            for pupil, day, subject, work, topic, value in rows
        ]

    async def _of(
        self, statement: Executable, asked: Sequence[int], **more: object
    ) -> Sequence[Any]:
        # Not kept as a plan: there are too many lengths of lists.
        return (await self.connection.execute(statement, {"asked": list(asked), **more})).all()


def _stay(  # noqa: PLR0913, PLR0917 - a row
    pupil: int,
    given: str,
    family: str,
    middle: str,
    group: int,
    title: str,
    begins: date | None,
    ends: date | None,
    gone_at: datetime | None,
    zone: str,
) -> Stay:
    return Stay(
        PupilId(PersonId(pupil)),
        Name(given, family, middle),
        ClassId(group),
        title,
        begins,
        ends,
        gone_at.astimezone(ZoneInfo(zone)).date() if gone_at else None,
    )
