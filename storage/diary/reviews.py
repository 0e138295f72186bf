"""What reviews need known. Behind `core.diary.totals.ports.ReviewBook`."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import BindParameter, bindparam, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from core.access.people import Name
from core.diary.totals.ports import Guardian
from core.ids import ClassId, PersonId, PupilId, SchoolId
from core.journal.values import LessonState
from storage.statements import HAS_COME_IN, NAME, WHOM, enrolled, enrolled_on, in_force
from storage.tables import (
    EnrolmentRow,
    GroupRow,
    GuardianshipRow,
    HolidayRow,
    LessonRow,
    PersonRow,
    TimetableRow,
)
from storage.tables.teaching import CLASS, COURSE, PUPIL, TEACHER

_AT_ONCE = 5_000
_DAY = bindparam("day", type_=EnrolmentRow.begins.type)
_FIRST: BindParameter[date] = bindparam("first", type_=LessonRow.day.type)
_LAST: BindParameter[date] = bindparam("last", type_=LessonRow.day.type)

_GUARDIANS = (
    select(GuardianshipRow.pupil_id, PersonRow.id, *NAME)
    .join(PersonRow, PersonRow.id == GuardianshipRow.guardian_id)
    .where(
        GuardianshipRow.pupil_id.in_(WHOM),
        GuardianshipRow.gone_at.is_(None),
        PersonRow.gone_at.is_(None),
    )
    .order_by(GuardianshipRow.position, GuardianshipRow.id)
)

_LEADERS = (
    select(GroupRow.id, PersonRow.id)
    .select_from(EnrolmentRow)
    .join(GroupRow, enrolled(TEACHER, CLASS))
    .join(PersonRow, (PersonRow.id == EnrolmentRow.person_id) & HAS_COME_IN)
    .where(GroupRow.school_id == bindparam("school"), enrolled_on(_DAY))
    .order_by(GroupRow.id, EnrolmentRow.id)
)

# The courses that pupils who are in the class at any of the days take at any of them.
_PUPILS = select(EnrolmentRow.person_id).where(
    EnrolmentRow.group_id == bindparam("class_id"),
    EnrolmentRow.role == PUPIL,
    EnrolmentRow.gone_at.is_(None),
    or_(EnrolmentRow.begins.is_(None), EnrolmentRow.begins <= _LAST),
    or_(EnrolmentRow.ends.is_(None), EnrolmentRow.ends >= _FIRST),
)
_COURSES = (
    select(GroupRow.id)
    .select_from(EnrolmentRow)
    .join(GroupRow, enrolled(PUPIL, COURSE))
    .where(
        EnrolmentRow.person_id.in_(_PUPILS),
        or_(EnrolmentRow.begins.is_(None), EnrolmentRow.begins <= _LAST),
        or_(EnrolmentRow.ends.is_(None), EnrolmentRow.ends >= _FIRST),
    )
    .distinct()
)
_LESSONS = (
    select(LessonRow.day, LessonRow.state)
    .where(
        LessonRow.course_id.in_(_COURSES),
        LessonRow.gone_at.is_(None),
        LessonRow.day.between(_FIRST, _LAST),
    )
    .distinct()
)
_SLOTS = (
    select(TimetableRow.weekday, TimetableRow.begins, TimetableRow.ends)
    .where(TimetableRow.course_id.in_(_COURSES), TimetableRow.gone_at.is_(None))
    .distinct()
)
_HOLIDAYS = (
    select(HolidayRow.begins, HolidayRow.ends)
    .join(GroupRow, GroupRow.school_id == HolidayRow.school_id)
    .where(
        GroupRow.id == bindparam("class_id"),
        HolidayRow.gone_at.is_(None),
        HolidayRow.begins <= _LAST,
        HolidayRow.ends >= _FIRST,
    )
)


@dataclass(frozen=True, slots=True)
class SqlReviewBook:
    """Guardianships, class teachers, lessons and timetables of a class."""

    connection: AsyncConnection

    async def guardians(self, pupils: Sequence[PupilId]) -> Mapping[PupilId, Sequence[Guardian]]:
        """Return the guardians of each pupil that has any, in the order of the school's files."""
        found = defaultdict[PupilId, list[Guardian]](list)
        for begin in range(0, len(pupils), _AT_ONCE):
            asked = {"asked": pupils[begin : begin + _AT_ONCE]}
            for pupil, person, *name in await self.connection.execute(_GUARDIANS, asked):
                found[PupilId(PersonId(pupil))].append(Guardian(PersonId(person), Name(*name)))
        return dict(found)

    async def leaders(self, school: SchoolId, day: date) -> Mapping[ClassId, Sequence[PersonId]]:
        """Return the class teachers of a day who have come in, by class."""
        found = defaultdict[ClassId, list[PersonId]](list)
        asked = {"school": school, "day": day}
        for class_id, person in await self.connection.execute(_LEADERS, asked):
            found[ClassId(class_id)].append(PersonId(person))
        return dict(found)

    async def school_days(self, class_id: ClassId, first: date, last: date) -> Sequence[date]:
        """Return the days on which the class has lessons: recorded, or else by the timetable."""
        asked = {"class_id": class_id, "first": first, "last": last}
        recorded = (await self.connection.execute(_LESSONS, asked)).all()
        slots = (await self.connection.execute(_SLOTS, asked)).all()
        off = (await self.connection.execute(_HOLIDAYS, asked)).all()
        known = {day for day, _ in recorded}
        given = {day for day, state in recorded if state != LessonState.CANCELLED.value}
        free = [day for day in _days(first, last) if day not in known]
        expected = {
            day
            for day in free
            if not any(begins <= day <= ends for begins, ends in off)
            and any(
                weekday == day.isoweekday() and in_force(begins, ends, day)
                for weekday, begins, ends in slots
            )
        }
        return sorted(given | expected)


def _days(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=ahead) for ahead in range((last - first).days + 1))
