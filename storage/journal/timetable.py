"""The slots of a pupil's timetable, as rows; what they expect is `core.diary.timetable`'s."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time
from typing import NamedTuple, TypeVar

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from core.diary.timetable import Slot, TaughtBy
from core.ids import CourseId, PupilId
from storage.quick import rows_of
from storage.statements import NAME, enrolled, in_force_within, named
from storage.tables import EnrolmentRow, GroupRow, PersonRow, SubjectRow, TimetableRow
from storage.tables.teaching import COURSE, PUPIL, TEACHER

_T = TypeVar("_T")
_TEACHING = aliased(EnrolmentRow)

_SLOTS = (
    select(
        TimetableRow.id,
        TimetableRow.course_id,
        TimetableRow.weekday,
        TimetableRow.number,
        TimetableRow.starts,
        TimetableRow.finishes,
        TimetableRow.room,
        TimetableRow.begins,
        TimetableRow.ends,
        EnrolmentRow.begins,
        EnrolmentRow.ends,
        SubjectRow.title,
        GroupRow.title,
        _TEACHING.begins,
        _TEACHING.ends,
        *NAME,
    )
    .select_from(EnrolmentRow)
    .join(GroupRow, enrolled(PUPIL, COURSE))
    .join(TimetableRow, TimetableRow.course_id == GroupRow.id)
    .outerjoin(SubjectRow, SubjectRow.id == GroupRow.subject_id)
    .outerjoin(
        _TEACHING,
        (_TEACHING.group_id == GroupRow.id)
        & (_TEACHING.role == TEACHER)
        & _TEACHING.gone_at.is_(None),
    )
    .outerjoin(PersonRow, PersonRow.id == _TEACHING.person_id)
    .where(
        EnrolmentRow.person_id == bindparam("pupil"),
        TimetableRow.gone_at.is_(None),
        in_force_within(TimetableRow, bindparam("first"), bindparam("last")),
    )
    .order_by(_TEACHING.is_primary.desc(), _TEACHING.id)
)


async def slots_of(
    connection: AsyncConnection, pupil: PupilId, first: date, last: date
) -> Sequence[Slot]:
    """Return the pupil's slots that touch the days."""
    asked = {"pupil": pupil, "first": first, "last": last}
    found: dict[int, Slot] = {}
    for row in await rows_of(connection, _SLOTS, asked):
        one = _SlotRow._make(row)
        slot = found.get(one.id) or _slot(one)
        found[one.id] = replace(
            slot,
            enrolled=_with(slot.enrolled, (one.joined, one.left)),
            teachers=_with(slot.teachers, _taught_by(one)),
        )
    return tuple(found.values())


def _with(known: tuple[_T, ...], one: _T | None) -> tuple[_T, ...]:
    return known if one is None or one in known else (*known, one)


class _SlotRow(NamedTuple):
    id: int
    course: int
    weekday: int
    number: int
    starts: time | None
    finishes: time | None
    room: str
    begins: date | None
    ends: date | None
    joined: date | None
    left: date | None
    subject: str | None
    title: str
    teaches_from: date | None
    teaches_to: date | None
    given: str | None
    family: str | None
    middle: str | None


def _slot(row: _SlotRow) -> Slot:
    return Slot(
        course=CourseId(row.course),
        weekday=row.weekday,
        number=row.number,
        subject=row.subject or row.title,
        enrolled=(),
        starts=row.starts,
        finishes=row.finishes,
        room=row.room,
        begins=row.begins,
        ends=row.ends,
    )


def _taught_by(row: _SlotRow) -> TaughtBy | None:
    teacher = named(row.given, row.family, row.middle)
    return TaughtBy(teacher, row.teaches_from, row.teaches_to) if teacher else None
