"""What the timetable expects of a pupil's days, and when a lesson of a number begins."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import NamedTuple

from sqlalchemy import bindparam, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from core.access.people import Name
from core.diary.views import DiaryLesson
from core.ids import PupilId
from storage.quick import rows_of
from storage.statements import NAME, enrolled, in_force, named
from storage.tables import EnrolmentRow, GroupRow, PersonRow, SubjectRow, TimetableRow
from storage.tables.teaching import COURSE, PUPIL, TEACHER

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
        or_(TimetableRow.begins.is_(None), TimetableRow.begins <= bindparam("last")),
        or_(TimetableRow.ends.is_(None), TimetableRow.ends >= bindparam("first")),
    )
    .order_by(_TEACHING.is_primary.desc(), _TEACHING.id)
)


@dataclass(frozen=True, slots=True)
class Slot:
    """One lesson of a week, for as long as the timetable and the pupil's enrolment both hold."""

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
    subject: str
    teacher: Name | None

    def is_on(self, day: date) -> bool:
        """Say whether the slot expects a lesson of the pupil on the day."""
        return (
            day.isoweekday() == self.weekday
            and in_force(self.begins, self.ends, day)
            and in_force(self.joined, self.left, day)
        )


async def slots_of(
    connection: AsyncConnection, pupil: PupilId, first: date, last: date
) -> Sequence[Slot]:
    """Return the pupil's slots that touch the days."""
    asked = {"pupil": pupil, "first": first, "last": last}
    found: dict[int, Slot] = {}
    for row in await rows_of(connection, _SLOTS, asked):
        found.setdefault(row[0], _slot(_SlotRow._make(row)))
    return tuple(found.values())


def expected(slots: Sequence[Slot], first: date, last: date) -> Iterator[DiaryLesson]:
    """Return what the slots expect in the days, in order of the days."""
    for offset in range((last - first).days + 1):
        day = first + timedelta(days=offset)
        for slot in slots:
            if slot.is_on(day):
                yield DiaryLesson(
                    day=day,
                    number=slot.number,
                    subject=slot.subject,
                    starts=slot.starts,
                    ends=slot.finishes,
                    room=slot.room,
                    teacher=slot.teacher,
                )


def slot_for(slots: Sequence[Slot], course: int, day: date, number: int) -> Slot | None:
    """Return the course's own slot of the hour, or one that at least tells when the bell rings."""
    weekday = day.isoweekday()
    best: tuple[int, Slot] | None = None
    for slot in slots:
        if slot.number == number:
            of_day = slot.weekday == weekday
            own = of_day and slot.course == course
            likeness = 4 * own + 2 * of_day + in_force(slot.begins, slot.ends, day)
            if best is None or likeness > best[0]:
                best = (likeness, slot)
    return best[1] if best else None


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
    given: str | None
    family: str | None
    middle: str | None


def _slot(row: _SlotRow) -> Slot:
    return Slot(
        row.course,
        row.weekday,
        row.number,
        row.starts,
        row.finishes,
        row.room,
        row.begins,
        row.ends,
        row.joined,
        row.left,
        row.subject or row.title,
        named(row.given, row.family, row.middle),
    )
