"""What the forecast reads. Behind `core.diary.forecast.ports.ForecastBook`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from sqlalchemy import Executable
from sqlalchemy.ext.asyncio import AsyncConnection

from core.diary.forecast.ports import GivenMark, MarksOfWork, PlannedWork, SetMark, TaughtCourse
from core.diary.views import Period
from core.ids import CourseId, PersonId, PupilId, SubjectId, WorkId
from core.journal.calendar import Holiday
from core.journal.school_years import YearOfPeriods, year_of_periods
from core.journal.values import ControlKind, CourseKind, MarkValue
from storage.diary.book import counted_term
from storage.forecast.statements import (
    COURSES,
    FREE_DAYS,
    MARKS,
    MARKS_COUNTED,
    OF_WORKS,
    PERIODS,
    PLANNED,
    SET_MARKS,
)
from storage.quick import rows_of

_EVEN = Decimal(1)
_mark_value = lru_cache(64)(MarkValue)
"""A period of a school has a hundred thousand marks, and a dozen values."""


@dataclass(frozen=True, slots=True)
class SqlForecastBook:
    """Records of some pupils of one school; a record that is gone counts nowhere."""

    connection: AsyncConnection

    async def periods(self, pupils: Sequence[PupilId], day: date) -> YearOfPeriods[Period]:
        """Return the periods of the school year of the day, in order."""
        rows = await self._rows(PERIODS, pupils)
        return year_of_periods([counted_term(*row) for row in rows], day)

    async def marks(
        self, pupils: Sequence[PupilId], first: date, last: date
    ) -> Sequence[GivenMark]:
        """Return marks that stand in works of the days, oldest first, whatever the course."""
        return _given(await self._rows(MARKS, pupils, first=first, last=last))

    async def marks_counted(
        self, pupils: Sequence[PupilId], first: date, last: date
    ) -> Sequence[GivenMark]:
        """Return marks that count in a period by one of the days, oldest first."""
        return _given(await self._rows(MARKS_COUNTED, pupils, first=first, last=last))

    async def of_works(self, works: Sequence[WorkId]) -> Sequence[MarksOfWork]:
        """Return how often each value stands in the works, whoever got it."""
        # As long as the list may be, there are too many lengths to keep a plan for each.
        rows = await self.connection.execute(OF_WORKS, {"works": list(works)})
        return [
            MarksOfWork(WorkId(work), _mark_value(value), count) for work, value, count in rows
        ]

    async def planned(
        self, pupils: Sequence[PupilId], first: date, last: date
    ) -> Sequence[PlannedWork]:
        """Return the works of the days in the courses that the pupils were ever in, by day."""
        rows = await self._rows(PLANNED, pupils, first=first, last=last)
        return [
            PlannedWork(
                CourseId(course),
                None if work is None else WorkId(work),
                _kind(kind),
                _EVEN if weight is None else weight,
                day,
            )
            for course, work, kind, weight, day in rows
        ]

    async def courses(
        self, pupils: Sequence[PupilId], period: Period, day: date
    ) -> Sequence[TaughtCourse]:
        """Return the courses of a subject that the pupils were ever in, with hours of the day."""
        rows = await self._rows(COURSES, pupils, day=day, **_of(period))
        return [_taught(*row) for row in rows]

    async def set_marks(self, pupils: Sequence[PupilId], period: Period) -> Sequence[SetMark]:
        """Return the period's marks that are set; of two in one subject the later one counts."""
        rows = await self._rows(SET_MARKS, pupils, **_of(period))
        return [
            SetMark(PupilId(PersonId(pupil)), SubjectId(subject), MarkValue(value))
            for pupil, subject, value in rows
        ]

    async def free_days(
        self, pupils: Sequence[PupilId], first: date, last: date
    ) -> Sequence[Holiday]:
        """Return the holidays of the pupils' school that touch the days."""
        rows = await self._rows(FREE_DAYS, pupils, first=first, last=last)
        return [Holiday(*row) for row in rows]

    async def _rows(
        self, statement: Executable, pupils: Sequence[PupilId], **asked: object
    ) -> Sequence[Any]:
        return await rows_of(self.connection, statement, {"pupils": list(pupils), **asked})


def _given(rows: Sequence[Any]) -> list[GivenMark]:
    return [
        GivenMark(
            pupil,
            subject,
            title,
            work,
            _mark_value(value),
            _EVEN if weight is None else weight,
            _kind(kind),
        )
        for pupil, subject, title, work, value, weight, kind in rows
    ]


def _of(period: Period) -> dict[str, object]:
    return {"kind": period.kind.value, "first": period.begins, "last": period.ends}


def _taught(  # noqa: PLR0913, PLR0917 - a row
    pupil: int,
    course: int,
    subject: int,
    title: str,
    teaching: str,
    hours: Decimal | None,
    slots: int,
    in_period: bool,  # noqa: FBT001 - a column
    begins: date | None,
    ends: date | None,
) -> TaughtCourse:
    return TaughtCourse(
        PupilId(PersonId(pupil)),
        CourseId(course),
        SubjectId(subject),
        title,
        CourseKind(teaching) if teaching else CourseKind.LESSON,
        hours or Decimal(slots),
        bool(in_period),
        begins,
        ends,
    )


@lru_cache(64)
def _kind(kind: str | None) -> ControlKind | None:
    return ControlKind(kind) if kind else None
