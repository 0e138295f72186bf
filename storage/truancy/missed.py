"""Lessons missed without good reason. Behind `core.diary.truancy.counting.MissedLessons`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import Executable, bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection

from core.diary.truancy.spells import MissedLesson
from core.ids import PersonId, PupilId, SchoolId
from core.journal.calendar import Holiday
from core.journal.values import AbsenceCode, LessonState, ReasonState
from storage.statements import STANDS, WHOM
from storage.tables import (
    AbsenceRow,
    GroupRow,
    HolidayRow,
    LessonRow,
    PersonRow,
    SubjectRow,
)

_MISSED: Final = (
    select(AbsenceRow.pupil_id, LessonRow.day, LessonRow.number, SubjectRow.title)
    .select_from(AbsenceRow)
    .join(LessonRow, LessonRow.id == AbsenceRow.lesson_id)
    .join(GroupRow, GroupRow.id == LessonRow.course_id)
    .join(SubjectRow, SubjectRow.id == GroupRow.subject_id)
    .join(PersonRow, PersonRow.id == AbsenceRow.pupil_id)
    .where(
        AbsenceRow.code == AbsenceCode.ABSENT.value,
        AbsenceRow.reason == ReasonState.CONFIRMED.value,
        AbsenceRow.gone_at.is_(None),
        LessonRow.gone_at.is_(None),
        LessonRow.state == LessonState.HELD.value,
        LessonRow.day.between(bindparam("first"), bindparam("last")),
        STANDS,
    )
    .order_by(LessonRow.day, LessonRow.number, AbsenceRow.id)
)
_OF_SCHOOL: Final = _MISSED.where(LessonRow.school_id == bindparam("school"))
_OF_PUPILS: Final = _MISSED.where(AbsenceRow.pupil_id.in_(WHOM))
_HOLIDAYS: Final = (
    select(HolidayRow.title, HolidayRow.begins, HolidayRow.ends)
    .where(HolidayRow.school_id == bindparam("school"), HolidayRow.gone_at.is_(None))
    .order_by(HolidayRow.begins, HolidayRow.id)
)


@dataclass(frozen=True, slots=True)
class SqlMissedLessons:
    """Asks the journal once for all pupils."""

    connection: AsyncConnection

    async def of_school(self, school: SchoolId, first: date, last: date) -> Sequence[MissedLesson]:
        """Return those of the pupils of all classes over the days, in order."""
        return await self._missed(_OF_SCHOOL, school=school, first=first, last=last)

    async def of_pupils(
        self, pupils: Sequence[PupilId], first: date, last: date
    ) -> Sequence[MissedLesson]:
        """Return those of some pupils over the days, in order."""
        return await self._missed(_OF_PUPILS, asked=list(pupils), first=first, last=last)

    async def _missed(self, which: Executable, **asked: object) -> Sequence[MissedLesson]:
        return [
            MissedLesson(PupilId(PersonId(pupil)), day, number, subject)
            for pupil, day, number, subject in await self.connection.execute(which, asked)
        ]

    async def holidays(self, school: SchoolId) -> Sequence[Holiday]:
        """Return the holidays of a school, in order."""
        rows = await self.connection.execute(_HOLIDAYS, {"school": school})
        return [Holiday(title, begins, ends) for title, begins, ends in rows]
