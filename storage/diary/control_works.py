"""Control works of a pupil, and of a school to warn of.

Behind `core.diary.school_life.control_works.ControlWorkBook` and
`core.notices.telling.control_works.ControlWarnings`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import BindParameter, Select, and_, bindparam, exists, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from core.diary.ports import Holiday
from core.diary.school_life.control_works import ControlWork
from core.ids import CourseId, LessonId, PersonId, PupilId, SchoolId, WorkId
from core.journal.values import ControlKind, LessonState
from core.notices.ledger import NoticeKind
from core.notices.telling.control_works import SchoolDays, record_of
from storage.diary.statements import TAUGHT, TITLE
from storage.statements import enrolled_on, in_force, insert_into
from storage.tables import (
    CategoryRow,
    EnrolmentRow,
    GroupRow,
    HolidayRow,
    LessonRow,
    PersonRow,
    SubjectRow,
    TimetableRow,
    WarnedControlRow,
    WorkRow,
)
from storage.tables.teaching import COURSE, PUPIL

_FIRST: BindParameter[date] = bindparam("first")
_LAST: BindParameter[date] = bindparam("last")
_SCHOOL: BindParameter[int] = bindparam("school")

_IS_CONTROL = or_(CategoryRow.required, CategoryRow.kind == ControlKind.CONTROL.value)
_LESSON_OF_WORK = and_(LessonRow.id == WorkRow.lesson_id, LessonRow.gone_at.is_(None))

_WORK = (
    GroupRow.id,
    TITLE,
    CategoryRow.title,
    WorkRow.title,
    WorkRow.day,
    LessonRow.number,
    WorkRow.id,
)
_LESSON = (
    GroupRow.id,
    TITLE,
    CategoryRow.title,
    LessonRow.topic,
    LessonRow.day,
    LessonRow.number,
    LessonRow.id,
)


def _works(of: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    """Return the columns of the courses that a statement finds."""
    return (
        of.with_only_columns(*_WORK)
        .join(WorkRow, WorkRow.course_id == GroupRow.id)
        .join(CategoryRow, and_(CategoryRow.id == WorkRow.category_id, _IS_CONTROL))
        .outerjoin(SubjectRow, SubjectRow.id == GroupRow.subject_id)
        .outerjoin(LessonRow, _LESSON_OF_WORK)
        .where(
            WorkRow.day.between(_FIRST, _LAST),
            WorkRow.gone_at.is_(None),
            WorkRow.corrects_id.is_(None),
        )
        .order_by(WorkRow.day, WorkRow.id)
    )


def _lessons(of: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    """Return the lessons with such a kind of control."""
    return (
        of.with_only_columns(*_LESSON)
        .join(LessonRow, LessonRow.course_id == GroupRow.id)
        .join(CategoryRow, and_(CategoryRow.id == LessonRow.category_id, _IS_CONTROL))
        .outerjoin(SubjectRow, SubjectRow.id == GroupRow.subject_id)
        .where(
            LessonRow.day.between(_FIRST, _LAST),
            LessonRow.gone_at.is_(None),
            LessonRow.state != LessonState.CANCELLED.value,
        )
        .order_by(LessonRow.day, LessonRow.id)
    )


_OF_PUPIL = (
    _works(TAUGHT).where(enrolled_on(WorkRow.day)),
    _lessons(TAUGHT).where(enrolled_on(LessonRow.day)),
)

_COURSES = select(GroupRow.id).where(
    GroupRow.school_id == _SCHOOL, GroupRow.kind == COURSE, GroupRow.gone_at.is_(None)
)


def _warned(kind: NoticeKind, row: type[WorkRow | LessonRow]) -> Any:  # noqa: ANN401 - a condition
    return exists().where(
        WarnedControlRow.kind == kind.value,
        WarnedControlRow.subject == row.id,
        WarnedControlRow.day == row.day,
    )


_UNWARNED = (
    _works(_COURSES).where(~_warned(NoticeKind.CONTROL_WORK, WorkRow)),
    _lessons(_COURSES).where(~_warned(NoticeKind.CONTROL_LESSON, LessonRow)),
)

_PUPILS = (
    select(EnrolmentRow.person_id, EnrolmentRow.begins, EnrolmentRow.ends)
    .join(PersonRow, and_(PersonRow.id == EnrolmentRow.person_id, PersonRow.gone_at.is_(None)))
    .where(
        EnrolmentRow.group_id == bindparam("course"),
        EnrolmentRow.role == PUPIL,
        EnrolmentRow.gone_at.is_(None),
    )
    .order_by(EnrolmentRow.person_id)
)

_WEEKDAYS = (
    select(TimetableRow.weekday)
    .where(TimetableRow.school_id == _SCHOOL, TimetableRow.gone_at.is_(None))
    .distinct()
)

_HOLIDAYS = select(HolidayRow.title, HolidayRow.begins, HolidayRow.ends).where(
    HolidayRow.school_id == _SCHOOL,
    HolidayRow.gone_at.is_(None),
    HolidayRow.begins <= _LAST,
    HolidayRow.ends >= _FIRST,
)


@dataclass(frozen=True, slots=True)
class SqlControlWorks:
    """Control works by column and by lesson, and those of which families were warned."""

    connection: AsyncConnection

    async def of_pupil(self, pupil: PupilId, first: date, last: date) -> Sequence[ControlWork]:
        """Return columns and lessons of the days with a required kind of control, or control."""
        return await self._found(_OF_PUPIL, {"pupil": pupil, "first": first, "last": last})

    async def unwarned(self, school: SchoolId, first: date, last: date) -> Sequence[ControlWork]:
        """Return control works of the days of which nobody was warned for their day yet."""
        return await self._found(_UNWARNED, {"school": school, "first": first, "last": last})

    async def _found(
        self,
        statements: tuple[Select[*tuple[Any, ...]], Select[*tuple[Any, ...]]],
        asked: dict[str, Any],
    ) -> Sequence[ControlWork]:
        works, lessons = [await self.connection.execute(one, asked) for one in statements]
        once = {_work(*row): None for row in works} | {_of_lesson(*row): None for row in lessons}
        return list(once)

    async def school_days(self, school: SchoolId, first: date, last: date) -> SchoolDays:
        """Return on which of the days the school teaches."""
        weekdays = await self.connection.execute(_WEEKDAYS, {"school": school})
        asked = {"school": school, "first": first, "last": last}
        holidays = await self.connection.execute(_HOLIDAYS, asked)
        return SchoolDays(
            frozenset(weekday for (weekday,) in weekdays),
            tuple(Holiday(*row) for row in holidays),
        )

    async def taught(self, course: CourseId, day: date) -> Sequence[PupilId]:
        """Return the pupils of a course on the day."""
        rows = await self.connection.execute(_PUPILS, {"course": course})
        return [
            PupilId(PersonId(pupil)) for pupil, begins, ends in rows if in_force(begins, ends, day)
        ]

    async def warned(
        self, school: SchoolId, works: Sequence[ControlWork], *, at: datetime
    ) -> None:
        """Keep that families were warned of the works."""
        for one in works:
            kind, subject = record_of(one)
            new = insert_into(self.connection, WarnedControlRow).values(
                school_id=school, kind=kind.value, subject=subject, day=one.day, at=at
            )
            await self.connection.execute(new.on_conflict_do_nothing())


def _work(  # noqa: PLR0913, PLR0917 - a row
    course: int, subject: str, kind: str, title: str, day: date, number: int | None, work: int
) -> ControlWork:
    return ControlWork(CourseId(course), subject, kind, title, day, number, work=WorkId(work))


def _of_lesson(  # noqa: PLR0913, PLR0917 - a row
    course: int, subject: str, kind: str, title: str, day: date, number: int, lesson: int
) -> ControlWork:
    return ControlWork(
        CourseId(course), subject, kind, title, day, number, lesson=LessonId(lesson)
    )
