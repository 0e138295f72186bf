"""Cells of final marks. Behind `core.journal.period_marking.PeriodMarkbook`."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from core.facts import Origin
from core.ids import CourseId, PeriodMarkId, PersonId, SchoolId
from core.journal.period_marking import PeriodCell, PeriodColumn, PeriodMark
from core.journal.values import MarkValue
from storage.statements import enrolled, enrolled_on, insert_into, new_source
from storage.tables import (
    EnrolmentRow,
    GroupRow,
    GroupTermRow,
    PeriodMarkHistoryRow,
    PeriodMarkRow,
    PeriodRow,
    SchoolRow,
)
from storage.tables.teaching import COURSE, PUPIL, TEACHER

_DAY = bindparam("day", type_=EnrolmentRow.begins.type)

_Term = aliased(PeriodRow)
_LAST_DAY = (
    select(func.max(_Term.ends))
    .join(GroupTermRow, GroupTermRow.period_id == _Term.id)
    .where(GroupTermRow.group_id == GroupRow.id, _Term.gone_at.is_(None))
    .correlate(GroupRow)
    .scalar_subquery()
)
_COLUMN = (
    select(SchoolRow.id, SchoolRow.zone, _LAST_DAY)
    .select_from(EnrolmentRow)
    .join(GroupRow, enrolled(PUPIL, COURSE))
    .join(PeriodRow, PeriodRow.school_id == GroupRow.school_id)
    .join(SchoolRow, SchoolRow.id == GroupRow.school_id)
    .where(
        GroupRow.id == bindparam("course"),
        EnrolmentRow.person_id == bindparam("pupil"),
        PeriodRow.id == bindparam("period"),
        PeriodRow.gone_at.is_(None),
    )
    .limit(1)
)

_TEACHES = (
    select(EnrolmentRow.id)
    .join(GroupRow, enrolled(TEACHER, COURSE))
    .where(
        GroupRow.id == bindparam("course"),
        EnrolmentRow.person_id == bindparam("person"),
        enrolled_on(_DAY),
    )
    .limit(1)
)

_STANDING = (
    select(PeriodMarkRow.id, PeriodMarkRow.value)
    .where(
        PeriodMarkRow.course_id == bindparam("course"),
        PeriodMarkRow.period_id == bindparam("period"),
        PeriodMarkRow.pupil_id == bindparam("pupil"),
        PeriodMarkRow.kind == bindparam("kind"),
        PeriodMarkRow.gone_at.is_(None),
    )
    .order_by(PeriodMarkRow.id)
    .limit(1)
)


@dataclass(frozen=True, slots=True)
class SqlPeriodMarkbook:
    """Final marks; every change leaves a row in their history."""

    connection: AsyncConnection

    async def column(self, cell: PeriodCell) -> PeriodColumn | None:
        """Return where a cell is; None where the pupil never took the course, or it is gone."""
        row = (await self.connection.execute(_COLUMN, _asked(cell))).one_or_none()
        return PeriodColumn(SchoolId(row[0]), ZoneInfo(row[1]), row[2]) if row else None

    async def teaches_course(self, person: PersonId, course: CourseId, day: date) -> bool:
        """Say whether the person teaches the course on the day."""
        asked = {"person": person, "course": course, "day": day}
        return (await self.connection.execute(_TEACHES, asked)).one_or_none() is not None

    async def period_mark(self, cell: PeriodCell) -> PeriodMark | None:
        """Return the mark that stands in a cell now."""
        asked = {**_asked(cell), "kind": cell.kind.value}
        row = (await self.connection.execute(_STANDING, asked)).one_or_none()
        return PeriodMark(PeriodMarkId(row[0]), MarkValue(row[1])) if row else None

    async def set_period_mark(
        self, cell: PeriodCell, value: MarkValue, *, day: date, by: Origin, at: datetime
    ) -> PeriodMark | None:
        """Put a mark into an empty cell; return None where another one stands there by now."""
        school = select(GroupRow.school_id).where(GroupRow.id == cell.course).scalar_subquery()
        new = (
            insert_into(self.connection, PeriodMarkRow)
            .values(
                school_id=school,
                source=new_source(),
                period_id=cell.period,
                course_id=cell.course,
                pupil_id=cell.pupil,
                kind=cell.kind.value,
                value=value.text,
                day=day,
                set_at=at,
                origin_id=by.person,
                changed_at=at,
            )
            .on_conflict_do_nothing(
                index_elements=["course_id", "period_id", "pupil_id", "kind"],
                index_where=PeriodMarkRow.gone_at.is_(None),
            )
            .returning(PeriodMarkRow.id)
        )
        number = (await self.connection.execute(new)).scalar()
        return None if number is None else PeriodMark(PeriodMarkId(number), value)

    async def change_period_mark(
        self, mark: PeriodMarkId, value: MarkValue, *, day: date, by: Origin, at: datetime
    ) -> None:
        """Put a mark right and keep in its history what stood there."""
        await self._remember(mark, value.text, by, at)
        await self._change(mark, value=value.text, day=day, origin_id=by.person, changed_at=at)

    async def take_back_period_mark(self, mark: PeriodMarkId, *, by: Origin, at: datetime) -> None:
        """Empty a cell and keep in its history what stood there."""
        await self._remember(mark, None, by, at)
        await self._change(mark, gone_at=at, origin_id=by.person, changed_at=at)

    async def _change(self, mark: PeriodMarkId, **values: object) -> None:
        changed = update(PeriodMarkRow).where(PeriodMarkRow.id == mark).values(**values)
        await self.connection.execute(changed)

    async def _remember(
        self, mark: PeriodMarkId, value: str | None, by: Origin, at: datetime
    ) -> None:
        school, before = (
            select(column).where(PeriodMarkRow.id == mark).scalar_subquery()
            for column in (PeriodMarkRow.school_id, PeriodMarkRow.value)
        )
        line = insert(PeriodMarkHistoryRow).values(
            school_id=school,
            period_mark_id=mark,
            at=at,
            by_id=by.person,
            before=before,
            value=value,
        )
        await self.connection.execute(line)


def _asked(cell: PeriodCell) -> dict[str, int]:
    return {"course": cell.course, "period": cell.period, "pupil": cell.pupil}
