"""Who and what is around a pupil's lessons; `core.diary.school_life.class_life.ClassLife`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import BindParameter, ColumnElement, and_, bindparam, case, exists, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from core.access.people import Name
from core.diary.school_life.class_life import CourseTeacher, SchoolEvent
from core.ids import EventId, PupilId
from storage.diary.statements import TITLE
from storage.statements import NAME
from storage.tables import (
    EnrolmentRow,
    EventClassRow,
    EventRow,
    GroupRow,
    PersonRow,
    SubjectRow,
)
from storage.tables.teaching import CLASS, PUPIL, TEACHER

_ON_DAY: BindParameter[date] = bindparam("day")
_WHO: BindParameter[int] = bindparam("pupil")
_TEACHING = aliased(EnrolmentRow)


def _stands_on(
    row: type[EnrolmentRow], role: str, day: BindParameter[date]
) -> ColumnElement[bool]:
    """Return the rule that an enrolment of the role is in force on the day."""
    return and_(
        row.role == role,
        row.gone_at.is_(None),
        or_(row.begins.is_(None), row.begins <= day),
        or_(row.ends.is_(None), row.ends >= day),
    )


_SUBJECT = case((GroupRow.kind == CLASS, ""), else_=TITLE)

_TEACHERS = (
    select(_SUBJECT, *NAME)
    .select_from(EnrolmentRow)
    .join(GroupRow, (GroupRow.id == EnrolmentRow.group_id) & GroupRow.gone_at.is_(None))
    .join(_TEACHING, (_TEACHING.group_id == GroupRow.id) & _stands_on(_TEACHING, TEACHER, _ON_DAY))
    .join(PersonRow, (PersonRow.id == _TEACHING.person_id) & PersonRow.gone_at.is_(None))
    .outerjoin(SubjectRow, SubjectRow.id == GroupRow.subject_id)
    .where(EnrolmentRow.person_id == _WHO, _stands_on(EnrolmentRow, PUPIL, _ON_DAY))
    .order_by(_TEACHING.is_primary.desc(), _TEACHING.id)
)

_OF_SCHOOL = ~exists().where(EventClassRow.event_id == EventRow.id)
_OF_CLASS = exists().where(
    EventClassRow.event_id == EventRow.id,
    EventClassRow.class_id == EnrolmentRow.group_id,
    EnrolmentRow.person_id == PersonRow.id,
    _stands_on(EnrolmentRow, PUPIL, _ON_DAY),
)

_EVENTS = (
    select(EventRow.id, EventRow.title, EventRow.text, EventRow.begins, EventRow.ends, _OF_SCHOOL)
    .join(PersonRow, PersonRow.school_id == EventRow.school_id)
    .where(
        PersonRow.id == _WHO,
        EventRow.gone_at.is_(None),
        EventRow.begins <= bindparam("last"),
        EventRow.ends >= bindparam("first"),
        or_(_OF_SCHOOL, _OF_CLASS),
    )
    .order_by(EventRow.begins, EventRow.id)
)


@dataclass(frozen=True, slots=True)
class SqlClassLife:
    """Teachers by enrolment, events by class."""

    connection: AsyncConnection

    async def teachers(self, pupil: PupilId, day: date) -> Sequence[CourseTeacher]:
        """Return who teaches the pupil on the day: class teachers first, then by subject."""
        rows = await self.connection.execute(_TEACHERS, {"pupil": pupil, "day": day})
        found = [CourseTeacher(subject, Name(*name)) for subject, *name in rows]
        return sorted(found, key=lambda one: one.subject)

    async def events(
        self, pupil: PupilId, first: date, last: date, *, today: date
    ) -> Sequence[SchoolEvent]:
        """Return events that touch the days, of the school or of the pupil's class of today."""
        asked = {"pupil": pupil, "first": first, "last": last, "day": today}
        rows = await self.connection.execute(_EVENTS, asked)
        return [
            SchoolEvent(EventId(number), title, text, begins, ends, bool(of_school))
            for number, title, text, begins, ends, of_school in rows
        ]
