"""Which homework is due on a day: what names the day, and what was set for the next lesson."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import bindparam
from sqlalchemy.ext.asyncio import AsyncConnection

from core.diary.views import Assignment
from core.ids import PupilId
from core.journal.values import LessonState
from storage.diary_statements import HOLIDAYS, TAUGHT, TITLE
from storage.statements import enrolled_on
from storage.tables import GroupRow, LessonRow, SubjectRow
from storage.timetable import Slot, slots_of

_LOOK_BACK = timedelta(days=35)

_SET = (
    TAUGHT.with_only_columns(
        LessonRow.id, LessonRow.course_id, TITLE, LessonRow.day, LessonRow.homework
    )
    .join(LessonRow, LessonRow.course_id == GroupRow.id)
    .outerjoin(SubjectRow, SubjectRow.id == GroupRow.subject_id)
    .where(LessonRow.gone_at.is_(None), LessonRow.homework != "", enrolled_on(LessonRow.day))
    .order_by(LessonRow.day, LessonRow.id)
)
_FOR_DAY = _SET.where(LessonRow.homework_due == bindparam("due"))
_FOR_NEXT = _SET.where(
    LessonRow.homework_due.is_(None),
    LessonRow.day >= bindparam("first"),
    LessonRow.day < bindparam("due"),
)
_RECORDED = (
    TAUGHT.with_only_columns(LessonRow.course_id, LessonRow.day, LessonRow.state)
    .join(LessonRow, LessonRow.course_id == GroupRow.id)
    .where(
        LessonRow.gone_at.is_(None),
        LessonRow.day.between(bindparam("first"), bindparam("due")),
        enrolled_on(LessonRow.day),
    )
)


async def homework_due(
    connection: AsyncConnection, pupil: PupilId, due: date
) -> Sequence[Assignment]:
    """Return the pupil's homework for the day, by subject."""
    asked = {"pupil": pupil, "due": due}
    found = {row.id: row for row in await connection.execute(_FOR_DAY, asked)}
    since = {**asked, "first": due - _LOOK_BACK}
    open_ended = (await connection.execute(_FOR_NEXT, since)).all()
    if open_ended:
        days = await _lesson_days(connection, pupil, due)
        found |= {row.id: row for row in open_ended if days.next_is_last(row.course_id, row.day)}
    assignments = [Assignment(row[2], row.homework, row.day, due) for row in found.values()]
    return sorted(assignments, key=lambda one: (one.subject, one.set_on))


@dataclass(frozen=True, slots=True)
class _LessonDays:
    """On which days a course has a lesson: recorded, or expected on a day that nobody recorded."""

    given: Collection[tuple[int, date]]
    recorded: Collection[date]
    slots: Sequence[Slot]
    holidays: Sequence[tuple[str, date, date]]
    last: date

    def next_is_last(self, course: int, after: date) -> bool:
        """Say whether the course's first lesson after the day is on the last day looked at."""
        days = (after + timedelta(days=one) for one in range(1, (self.last - after).days + 1))
        return next((day for day in days if self._has(course, day)), None) == self.last

    def _has(self, course: int, day: date) -> bool:
        if day in self.recorded:
            return (course, day) in self.given
        if any(begins <= day <= ends for _, begins, ends in self.holidays):
            return False
        return any(slot.course == course and slot.is_on(day) for slot in self.slots)


async def _lesson_days(connection: AsyncConnection, pupil: PupilId, due: date) -> _LessonDays:
    first = due - _LOOK_BACK
    rows = (
        await connection.execute(_RECORDED, {"pupil": pupil, "first": first, "due": due})
    ).all()
    asked = {"pupil": pupil, "first": first, "last": due}
    holidays = (await connection.execute(HOLIDAYS, asked)).all()
    return _LessonDays(
        given={(course, day) for course, day, state in rows if state != LessonState.CANCELLED},
        recorded={day for _, day, _ in rows},
        slots=await slots_of(connection, pupil, first, due),
        holidays=[(title, begins, ends) for title, begins, ends in holidays],
        last=due,
    )
