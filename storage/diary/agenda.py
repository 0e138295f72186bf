"""What lies ahead of a pupil. Behind `core.diary.papers.agenda.AgendaBook`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

from sqlalchemy import bindparam, or_
from sqlalchemy.ext.asyncio import AsyncConnection

from core.diary.papers.agenda import AgendaLesson, AgendaWork
from core.ids import CourseId, LessonId, PupilId, WorkId
from core.journal.values import ControlKind, LessonState
from storage.diary.statements import TAUGHT, TITLE
from storage.journal.timetable import Slot, slot_for, slots_of
from storage.statements import NAME, enrolled_on, named
from storage.tables import CategoryRow, GroupRow, LessonRow, PersonRow, SubjectRow, WorkRow

_GIVEN = (
    TAUGHT.with_only_columns(
        LessonRow.id,
        LessonRow.course_id,
        LessonRow.day,
        LessonRow.number,
        TITLE,
        LessonRow.state,
        LessonRow.replaces_id,
        LessonRow.moved_from_day,
        LessonRow.moved_from_number,
        LessonRow.topic,
        LessonRow.homework,
        LessonRow.homework_due,
        LessonRow.changed_at,
        *NAME,
    )
    .join(LessonRow, LessonRow.course_id == GroupRow.id)
    .outerjoin(SubjectRow, SubjectRow.id == GroupRow.subject_id)
    .outerjoin(PersonRow, PersonRow.id == LessonRow.teacher_id)
    .where(
        or_(
            LessonRow.day.between(bindparam("first"), bindparam("last")),
            LessonRow.moved_from_day.between(bindparam("first"), bindparam("last")),
        ),
        LessonRow.gone_at.is_(None),
        enrolled_on(LessonRow.day),
    )
    .order_by(LessonRow.day, LessonRow.number, LessonRow.id)
)

_CONTROLS = (
    TAUGHT.with_only_columns(WorkRow.id, TITLE, WorkRow.title, WorkRow.day, WorkRow.changed_at)
    .join(WorkRow, WorkRow.course_id == GroupRow.id)
    .join(CategoryRow, CategoryRow.id == WorkRow.category_id)
    .outerjoin(SubjectRow, SubjectRow.id == GroupRow.subject_id)
    .where(
        CategoryRow.kind == ControlKind.CONTROL.value,
        WorkRow.gone_at.is_(None),
        WorkRow.corrects_id.is_(None),
        WorkRow.day.between(bindparam("first"), bindparam("last")),
        enrolled_on(WorkRow.day),
    )
    .order_by(WorkRow.day, WorkRow.id)
)


@dataclass(frozen=True, slots=True)
class SqlAgendaBook:
    """Lessons with their course and former place, which the diary's screens do not need."""

    connection: AsyncConnection

    async def lessons_given(
        self, pupil: PupilId, first: date, last: date
    ) -> Sequence[AgendaLesson]:
        """Return recorded lessons that are on one of the days, or were before they moved."""
        asked = {"pupil": pupil, "first": first, "last": last}
        rows = [_Given._make(row) for row in await self.connection.execute(_GIVEN, asked)]
        slots = await slots_of(self.connection, pupil, first, last)
        return [_given(row, slots) for row in rows]

    async def lessons_awaited(
        self, pupil: PupilId, first: date, last: date
    ) -> Sequence[AgendaLesson]:
        """Return what the timetable expects, whether recorded or not."""
        slots = await slots_of(self.connection, pupil, first, last)
        days = [first + timedelta(days=ahead) for ahead in range((last - first).days + 1)]
        return [_awaited(slot, day) for day in days for slot in slots if slot.is_on(day)]

    async def control_works(self, pupil: PupilId, first: date, last: date) -> Sequence[AgendaWork]:
        """Return the pupil's control works, by day."""
        asked = {"pupil": pupil, "first": first, "last": last}
        return [
            AgendaWork(WorkId(number), subject, title, day, changed_at)
            for number, subject, title, day, changed_at in await self.connection.execute(
                _CONTROLS, asked
            )
        ]


class _Given(NamedTuple):
    id: int
    course: int
    day: date
    number: int
    subject: str
    state: str
    replaces: int | None
    moved_from_day: date | None
    moved_from_number: int | None
    topic: str
    homework: str
    homework_due: date | None
    changed_at: datetime
    given: str | None
    family: str | None
    middle: str | None


def _given(row: _Given, slots: Sequence[Slot]) -> AgendaLesson:
    slot = slot_for(slots, row.course, row.day, row.number)
    own = slot is not None and (slot.course, slot.weekday) == (row.course, row.day.isoweekday())
    return AgendaLesson(
        course=CourseId(row.course),
        day=row.day,
        number=row.number,
        subject=row.subject,
        starts=slot.starts if slot else None,
        ends=slot.finishes if slot else None,
        room=slot.room if slot and own else "",
        teacher=named(row.given, row.family, row.middle),
        id=LessonId(row.id),
        state=LessonState(row.state),
        replaced=row.replaces is not None,
        moved_from=_former_place(row),
        topic=row.topic,
        homework=row.homework,
        homework_due=row.homework_due,
        changed_at=row.changed_at,
    )


def _former_place(row: _Given) -> tuple[date, int] | None:
    if row.moved_from_day is None:
        return None
    number = row.number if row.moved_from_number is None else row.moved_from_number
    return row.moved_from_day, number


def _awaited(slot: Slot, day: date) -> AgendaLesson:
    return AgendaLesson(
        course=CourseId(slot.course),
        day=day,
        number=slot.number,
        subject=slot.subject,
        starts=slot.starts,
        ends=slot.finishes,
        room=slot.room,
        teacher=slot.teacher,
    )
