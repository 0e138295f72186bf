"""Control works of a pupil, and of a school to warn of.

Behind `core.diary.school_life.control_works.ControlWorkBook` and
`core.notices.telling.control_works.ControlWarnings`.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Select,
    and_,
    bindparam,
    exists,
    null,
    or_,
    select,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from core.diary.school_life.control_works import ControlWork
from core.ids import CourseId, LessonId, PersonId, PupilId, SchoolId, WorkId
from core.journal.calendar import Holiday, in_force
from core.journal.values import ControlKind, LessonState
from core.notices.ledger import NoticeKind
from core.notices.telling.control_works import SchoolDays, record_of
from storage.diary.statements import TAUGHT, TITLE
from storage.statements import WHOM, enrolled_on, insert_into
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
_IS_GIVEN = and_(LessonRow.gone_at.is_(None), LessonRow.state != LessonState.CANCELLED.value)

_WORK = (
    GroupRow.id,
    TITLE,
    CategoryRow.title,
    WorkRow.title,
    WorkRow.day,
    null(),
    WorkRow.id,
    WorkRow.changed_at,
)
_WORK_OF_LESSON = (*_WORK[:4], LessonRow.day, LessonRow.number, *_WORK[6:])
_LESSON = (
    GroupRow.id,
    TITLE,
    CategoryRow.title,
    LessonRow.topic,
    LessonRow.day,
    LessonRow.number,
    LessonRow.id,
    LessonRow.changed_at,
)


def _works(of: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    """Return the columns of the courses that a statement finds, which stand on their own day."""
    has_lesson = exists().where(LessonRow.id == WorkRow.lesson_id, LessonRow.gone_at.is_(None))
    return (
        of.with_only_columns(*_WORK)
        .join(WorkRow, WorkRow.course_id == GroupRow.id)
        .join(CategoryRow, and_(CategoryRow.id == WorkRow.category_id, _IS_CONTROL))
        .outerjoin(SubjectRow, SubjectRow.id == GroupRow.subject_id)
        .where(
            WorkRow.day.between(_FIRST, _LAST),
            WorkRow.gone_at.is_(None),
            WorkRow.corrects_id.is_(None),
            ~has_lesson,
        )
    )


def _works_of_lessons(of: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    """Return the columns that a lesson gives, on its day: they move and are cancelled with it."""
    return (
        of.with_only_columns(*_WORK_OF_LESSON)
        .join(LessonRow, LessonRow.course_id == GroupRow.id)
        .join(WorkRow, WorkRow.lesson_id == LessonRow.id)
        .join(CategoryRow, and_(CategoryRow.id == WorkRow.category_id, _IS_CONTROL))
        .outerjoin(SubjectRow, SubjectRow.id == GroupRow.subject_id)
        .where(
            LessonRow.day.between(_FIRST, _LAST),
            _IS_GIVEN,
            WorkRow.gone_at.is_(None),
            WorkRow.corrects_id.is_(None),
        )
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
            _IS_GIVEN,
        )
        .order_by(LessonRow.day, LessonRow.id)
    )


_OF_PUPIL = (
    _works(TAUGHT).where(enrolled_on(WorkRow.day)),
    _works_of_lessons(TAUGHT).where(enrolled_on(LessonRow.day)),
    _lessons(TAUGHT).where(enrolled_on(LessonRow.day)),
)

_COURSES = select(GroupRow.id).where(
    GroupRow.school_id == _SCHOOL, GroupRow.kind == COURSE, GroupRow.gone_at.is_(None)
)


def _warned(
    kind: NoticeKind, row: type[WorkRow | LessonRow], on: type[WorkRow | LessonRow]
) -> ColumnElement[bool]:
    return exists().where(
        WarnedControlRow.kind == kind.value,
        WarnedControlRow.subject == row.id,
        WarnedControlRow.day == on.day,
    )


_UNWARNED = (
    _works(_COURSES).where(~_warned(NoticeKind.CONTROL_WORK, WorkRow, WorkRow)),
    _works_of_lessons(_COURSES).where(~_warned(NoticeKind.CONTROL_WORK, WorkRow, LessonRow)),
    _lessons(_COURSES).where(~_warned(NoticeKind.CONTROL_LESSON, LessonRow, LessonRow)),
)

_PUPILS = (
    select(EnrolmentRow.group_id, EnrolmentRow.person_id, EnrolmentRow.begins, EnrolmentRow.ends)
    .join(PersonRow, and_(PersonRow.id == EnrolmentRow.person_id, PersonRow.gone_at.is_(None)))
    .where(
        EnrolmentRow.group_id.in_(WHOM),
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
        statements: Sequence[Select[*tuple[Any, ...]]],
        asked: dict[str, Any],
    ) -> Sequence[ControlWork]:
        alone, of_lessons, lessons = [
            [_Row._make(row) for row in await self.connection.execute(one, asked)]
            for one in statements
        ]
        works = sorted((*alone, *of_lessons), key=lambda one: (one.day, one.id))
        once = [*map(_work, works), *map(_of_lesson, lessons)]
        return list(dict.fromkeys(once))

    async def school_days(self, school: SchoolId, first: date, last: date) -> SchoolDays:
        """Return on which of the days the school teaches."""
        weekdays = await self.connection.execute(_WEEKDAYS, {"school": school})
        asked = {"school": school, "first": first, "last": last}
        holidays = await self.connection.execute(_HOLIDAYS, asked)
        return SchoolDays(
            frozenset(weekday for (weekday,) in weekdays),
            tuple(Holiday(*row) for row in holidays),
        )

    async def taught(
        self, works: Sequence[ControlWork]
    ) -> Mapping[ControlWork, Sequence[PupilId]]:
        """Return for each control work the pupils of its course on its day."""
        asked = {"asked": sorted({one.course for one in works})}
        enrolled = defaultdict[int, list[_Enrolled]](list)
        for course, *row in await self.connection.execute(_PUPILS, asked):
            enrolled[course].append(_Enrolled._make(row))
        return {
            work: [
                PupilId(PersonId(one.pupil))
                for one in enrolled[work.course]
                if in_force(one.begins, one.ends, work.day)
            ]
            for work in works
        }

    async def warned(
        self, school: SchoolId, works: Sequence[ControlWork], *, at: datetime
    ) -> None:
        """Keep that families were warned of the works."""
        rows = [
            {
                "school_id": school,
                "kind": kind.value,
                "subject": subject,
                "day": one.day,
                "at": at,
            }
            for one in works
            for kind, subject in [record_of(one)]
        ]
        if rows:
            new = insert_into(self.connection, WarnedControlRow).on_conflict_do_nothing()
            await self.connection.execute(new, rows)


class _Enrolled(NamedTuple):
    pupil: int
    begins: date | None
    ends: date | None


class _Row(NamedTuple):
    course: int
    subject: str
    kind: str
    title: str
    day: date
    number: int | None
    id: int
    changed_at: datetime


def _planned(row: _Row) -> ControlWork:
    return ControlWork(
        CourseId(row.course),
        row.subject,
        row.kind,
        row.title,
        row.day,
        row.number,
        changed_at=row.changed_at,
    )


def _work(row: _Row) -> ControlWork:
    return replace(_planned(row), work=WorkId(row.id))


def _of_lesson(row: _Row) -> ControlWork:
    return replace(_planned(row), lesson=LessonId(row.id))
