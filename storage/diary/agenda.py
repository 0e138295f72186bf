"""What lies ahead of a pupil. Behind `core.diary.papers.agenda.AgendaBook`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import bindparam, or_
from sqlalchemy.ext.asyncio import AsyncConnection

from core.diary.papers.agenda import AgendaLesson
from core.diary.timetable import Slot, expected, former_place, hour_of
from core.ids import CourseId, LessonId, PupilId
from core.journal.values import LessonState
from storage.diary.statements import TAUGHT, TITLE
from storage.journal.timetable import slots_of
from storage.statements import NAME, enrolled_on, named
from storage.tables import GroupRow, LessonRow, PersonRow, SubjectRow

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
        return [_awaited(slot, day) for day, slot in expected(slots, first, last)]


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
    hour = hour_of(slots, row.course, row.day, row.number)
    return AgendaLesson(
        course=CourseId(row.course),
        day=row.day,
        number=row.number,
        subject=row.subject,
        starts=hour.starts,
        ends=hour.ends,
        room=hour.room,
        teacher=named(row.given, row.family, row.middle),
        id=LessonId(row.id),
        state=LessonState(row.state),
        replaced=row.replaces is not None,
        moved_from=former_place(row.moved_from_day, row.moved_from_number, row.number),
        topic=row.topic,
        homework=row.homework,
        homework_due=row.homework_due,
        changed_at=row.changed_at,
    )


def _awaited(slot: Slot, day: date) -> AgendaLesson:
    return AgendaLesson(
        course=slot.course,
        day=day,
        number=slot.number,
        subject=slot.subject,
        starts=slot.starts,
        ends=slot.finishes,
        room=slot.room,
        teacher=slot.teacher_on(day),
    )
