"""Which homework is due on days: what names the day, and what was set for the next lesson."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from sqlalchemy import bindparam
from sqlalchemy.ext.asyncio import AsyncConnection

from core.diary.views import Assignment
from core.ids import LessonId, PupilId
from core.journal.values import LessonState
from storage.diary.statements import HOLIDAYS, TAUGHT, TITLE
from storage.journal.timetable import Slot, slots_of
from storage.statements import enrolled_on
from storage.tables import GroupRow, LessonRow, SubjectRow

_LOOK_BACK = timedelta(days=35)

_SET = (
    TAUGHT.with_only_columns(
        LessonRow.id,
        LessonRow.course_id,
        TITLE,
        LessonRow.day,
        LessonRow.homework,
        LessonRow.homework_due,
    )
    .join(LessonRow, LessonRow.course_id == GroupRow.id)
    .outerjoin(SubjectRow, SubjectRow.id == GroupRow.subject_id)
    .where(LessonRow.gone_at.is_(None), LessonRow.homework != "", enrolled_on(LessonRow.day))
    .order_by(LessonRow.day, LessonRow.id)
)
_FOR_DAY = _SET.where(LessonRow.homework_due.between(bindparam("first"), bindparam("last")))
_FOR_NEXT = _SET.where(
    LessonRow.homework_due.is_(None),
    LessonRow.day >= bindparam("first"),
    LessonRow.day < bindparam("last"),
)
_RECORDED = (
    TAUGHT.with_only_columns(LessonRow.course_id, LessonRow.day, LessonRow.state)
    .join(LessonRow, LessonRow.course_id == GroupRow.id)
    .where(
        LessonRow.gone_at.is_(None),
        LessonRow.day.between(bindparam("first"), bindparam("last")),
        enrolled_on(LessonRow.day),
    )
)


async def homework_due(
    connection: AsyncConnection, pupil: PupilId, first: date, last: date
) -> Sequence[Assignment]:
    """Return the pupil's homework for the days, by subject."""
    asked = {"pupil": pupil, "first": first, "last": last}
    dated = [_Given._make(row) for row in await connection.execute(_FOR_DAY, asked)]
    found = [_assignment(one, one.due) for one in dated if one.due is not None]
    since = {**asked, "first": first - _LOOK_BACK}
    open_ended = [_Given._make(row) for row in await connection.execute(_FOR_NEXT, since)]
    if open_ended:
        days = await _lesson_days(connection, pupil, first, last)
        for one in open_ended:
            due = days.next_after(one.course, one.day)
            if due is not None and first <= due:
                found.append(_assignment(one, due))
    once = {task.lesson: task for task in found}
    return sorted(once.values(), key=lambda task: (task.subject, task.set_on))


class _Given(NamedTuple):
    lesson: int
    course: int
    subject: str
    day: date
    text: str
    due: date | None


def _assignment(one: _Given, due: date) -> Assignment:
    return Assignment(one.subject, one.text, one.day, due, LessonId(one.lesson))


@dataclass(frozen=True, slots=True)
class _LessonDays:
    """On which days a course has a lesson: recorded, or expected on a day that nobody recorded."""

    given: Collection[tuple[int, date]]
    recorded: Collection[date]
    slots: Sequence[Slot]
    holidays: Sequence[tuple[str, date, date]]
    last: date

    def next_after(self, course: int, after: date) -> date | None:
        """Return the day of the course's first lesson after the day, as far as is looked."""
        days = (after + timedelta(days=one) for one in range(1, (self.last - after).days + 1))
        return next((day for day in days if self._has(course, day)), None)

    def _has(self, course: int, day: date) -> bool:
        if day in self.recorded:
            return (course, day) in self.given
        if any(begins <= day <= ends for _, begins, ends in self.holidays):
            return False
        return any(slot.course == course and slot.is_on(day) for slot in self.slots)


async def _lesson_days(
    connection: AsyncConnection, pupil: PupilId, first: date, last: date
) -> _LessonDays:
    first -= _LOOK_BACK
    asked = {"pupil": pupil, "first": first, "last": last}
    rows = (await connection.execute(_RECORDED, asked)).all()
    holidays = (await connection.execute(HOLIDAYS, asked)).all()
    return _LessonDays(
        given={(course, day) for course, day, state in rows if state != LessonState.CANCELLED},
        recorded={day for _, day, _ in rows},
        slots=await slots_of(connection, pupil, first, last),
        holidays=[(title, begins, ends) for title, begins, ends in holidays],
        last=last,
    )
