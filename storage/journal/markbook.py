"""The journal's columns and cells. Behind `core.journal.ports.Markbook`."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import bindparam, exists, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.facts import Origin
from core.ids import CourseId, LessonId, MarkId, PersonId, PupilId, SchoolId, WorkId
from core.journal.records import Mark, Work
from core.journal.values import MarkValue
from storage.statements import enrolled_as, new_source
from storage.tables import (
    CategoryRow,
    EnrolmentRow,
    GroupRow,
    LessonRow,
    MarkHistoryRow,
    MarkRow,
    WorkRow,
)
from storage.tables.teaching import TEACHER

_WORK = (
    select(
        WorkRow.id,
        WorkRow.school_id,
        WorkRow.course_id,
        WorkRow.day,
        WorkRow.title,
        CategoryRow.weight,
        WorkRow.lesson_id,
    )
    .join(GroupRow, GroupRow.id == WorkRow.course_id)
    .outerjoin(CategoryRow, CategoryRow.id == WorkRow.category_id)
    .where(WorkRow.id == bindparam("work"), WorkRow.gone_at.is_(None), GroupRow.gone_at.is_(None))
)

_TEACHES = select(
    exists().where(
        WorkRow.id == bindparam("work"),
        WorkRow.gone_at.is_(None),
        or_(
            exists().where(
                EnrolmentRow.group_id == WorkRow.course_id,
                EnrolmentRow.person_id == bindparam("person"),
                enrolled_as(EnrolmentRow, TEACHER, WorkRow.day),
            ),
            exists().where(
                LessonRow.id == WorkRow.lesson_id, LessonRow.teacher_id == bindparam("person")
            ),
        ),
    )
)

_MARKS = select(
    MarkRow.id,
    MarkRow.school_id,
    MarkRow.work_id,
    MarkRow.pupil_id,
    MarkRow.value,
    MarkRow.origin_id,
    MarkRow.gone_at,
)
_MARK = _MARKS.where(MarkRow.id == bindparam("mark"))
_IN_CELL = _MARKS.where(
    MarkRow.work_id == bindparam("work"),
    MarkRow.pupil_id == bindparam("pupil"),
    MarkRow.gone_at.is_(None),
)


@dataclass(frozen=True, slots=True)
class SqlMarkbook:
    """Works and marks; every change of a mark leaves a row in its history (J5)."""

    connection: AsyncConnection

    async def work(self, work: WorkId) -> Work | None:
        """Return a work, or None where it is no more."""
        row = (await self.connection.execute(_WORK, {"work": work})).one_or_none()
        return _work(*row) if row else None

    async def teaches_work(self, person: PersonId, work: WorkId) -> bool:
        """Say whether the person teaches the work's course on its day, or gave its lesson."""
        asked = {"person": person, "work": work}
        return bool((await self.connection.execute(_TEACHES, asked)).scalar_one())

    async def mark(self, mark: MarkId) -> Mark | None:
        """Return a mark, taken back or not."""
        row = (await self.connection.execute(_MARK, {"mark": mark})).one_or_none()
        return _mark(*row) if row else None

    async def in_cell(self, work: WorkId, pupil: PupilId) -> Mark | None:
        """Return the mark that stands in a cell now."""
        asked = {"work": work, "pupil": pupil}
        row = (await self.connection.execute(_IN_CELL, asked)).one_or_none()
        return _mark(*row) if row else None

    async def enter(
        self, work: WorkId, pupil: PupilId, value: MarkValue, *, by: Origin, at: datetime
    ) -> Mark:
        """Put a mark into an empty cell."""
        school = select(WorkRow.school_id).where(WorkRow.id == work).scalar_subquery()
        new = (
            insert(MarkRow)
            .values(
                school_id=school,
                source=new_source(),
                work_id=work,
                pupil_id=pupil,
                value=value.text,
                comment="",
                recorded_at=at,
                set_at=at,
                origin_id=by.person,
                changed_at=at,
            )
            .returning(MarkRow.id, MarkRow.school_id)
        )
        number, of_school = (await self.connection.execute(new)).one()
        return Mark(MarkId(number), SchoolId(of_school), work, pupil, value, by)

    async def correct(self, mark: MarkId, value: MarkValue, *, by: Origin, at: datetime) -> None:
        """Change a mark and keep in its history what stood there."""
        await self._remember(mark, value.text, by, at)
        changed = (
            update(MarkRow)
            .where(MarkRow.id == mark)
            .values(value=value.text, origin_id=by.person, changed_at=at)
        )
        await self.connection.execute(changed)

    async def take_back(self, mark: MarkId, *, by: Origin, at: datetime) -> None:
        """Empty a cell and keep in its history what stood there."""
        await self._remember(mark, None, by, at)
        changed = (
            update(MarkRow)
            .where(MarkRow.id == mark)
            .values(gone_at=at, origin_id=by.person, changed_at=at)
        )
        await self.connection.execute(changed)

    async def _remember(self, mark: MarkId, value: str | None, by: Origin, at: datetime) -> None:
        school, before = (
            select(column).where(MarkRow.id == mark).scalar_subquery()
            for column in (MarkRow.school_id, MarkRow.value)
        )
        line = insert(MarkHistoryRow).values(
            school_id=school, mark_id=mark, at=at, by_id=by.person, before=before, value=value
        )
        await self.connection.execute(line)


def _work(  # noqa: PLR0913, PLR0917 - a row
    number: int,
    school: int,
    course: int,
    day: date,
    title: str,
    weight: Decimal | None,
    lesson: int | None,
) -> Work:
    return Work(
        WorkId(number),
        SchoolId(school),
        CourseId(course),
        day,
        title,
        Decimal(1) if weight is None else weight,
        None if lesson is None else LessonId(lesson),
    )


def _mark(  # noqa: PLR0913, PLR0917 - a row
    number: int,
    school: int,
    work: int,
    pupil: int,
    value: str,
    origin: int | None,
    gone_at: datetime | None,
) -> Mark:
    return Mark(
        MarkId(number),
        SchoolId(school),
        WorkId(work),
        PupilId(PersonId(pupil)),
        MarkValue(value),
        Origin(None if origin is None else PersonId(origin)),
        taken_back=gone_at is not None,
    )
