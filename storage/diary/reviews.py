"""What reviews need known. Behind `core.diary.totals.ports.ReviewBook`."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import BindParameter, bindparam, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from core.access.people import Name
from core.diary.timetable import PlacedLesson, days_of_courses, lessons_of_days
from core.diary.totals.ports import Guardian, InHand
from core.ids import ClassId, CourseId, PersonId, PupilId, SchoolId
from core.journal.calendar import Holiday, days_between, in_force
from storage.diary.homework import PLACE, placed
from storage.statements import HAS_COME_IN, NAME, WHOM, enrolled, enrolled_on
from storage.tables import (
    EnrolmentRow,
    GroupRow,
    GuardianshipRow,
    HolidayRow,
    LessonRow,
    PaperRunRow,
    PaperSheetRow,
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

_ON_PAPER = (
    select(PaperSheetRow.pupil_id, PaperRunRow.first_day, PaperRunRow.last_day)
    .join(PaperRunRow, PaperRunRow.id == PaperSheetRow.run_id)
    .where(
        PaperSheetRow.pupil_id.in_(WHOM),
        PaperSheetRow.handed_at.is_not(None),
        PaperRunRow.gone_at.is_(None),
        PaperRunRow.first_day <= _LAST,
        PaperRunRow.last_day >= _FIRST,
    )
    .order_by(PaperRunRow.last_day, PaperSheetRow.pupil_id)
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
_LESSONS = select(*PLACE).where(
    LessonRow.course_id.in_(_COURSES),
    LessonRow.gone_at.is_(None),
    or_(LessonRow.day.between(_FIRST, _LAST), LessonRow.moved_from_day.between(_FIRST, _LAST)),
)
_SLOTS = select(
    TimetableRow.course_id,
    TimetableRow.weekday,
    TimetableRow.number,
    TimetableRow.begins,
    TimetableRow.ends,
).where(TimetableRow.course_id.in_(_COURSES), TimetableRow.gone_at.is_(None))
_HOLIDAYS = (
    select(HolidayRow.title, HolidayRow.begins, HolidayRow.ends)
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

    async def on_paper(
        self, pupils: Sequence[PupilId], first: date, last: date
    ) -> Sequence[InHand]:
        """Return the families' sheets in hand that tell of any of the days (F10)."""
        asked = {"asked": list(pupils), "first": first, "last": last}
        rows = await self.connection.execute(_ON_PAPER, asked)
        return [InHand(PupilId(PersonId(pupil)), *days) for pupil, *days in rows]

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
        recorded = await self.connection.execute(_LESSONS, asked)
        slots = (await self.connection.execute(_SLOTS, asked)).all()
        off = await self.connection.execute(_HOLIDAYS, asked)
        lessons = lessons_of_days(
            [placed(*row) for row in recorded],
            [
                PlacedLesson(CourseId(course), day, number)
                for day in days_between(first, last)
                for course, weekday, number, begins, ends in slots
                if weekday == day.isoweekday() and in_force(begins, ends, day)
            ],
            [Holiday(*row) for row in off],
        )
        taught = {day for of_course in days_of_courses(lessons).values() for day in of_course}
        return sorted(day for day in taught if first <= day <= last)
