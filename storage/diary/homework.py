"""Which homework is due on days: what names the day, and what was set for the next lesson."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import bindparam, or_
from sqlalchemy.ext.asyncio import AsyncConnection

from core.diary.homework.due import LOOK_BACK, GivenHomework, due_between
from core.diary.timetable import PlacedLesson, expected, former_place, lessons_of_days
from core.diary.views import Assignment
from core.ids import CourseId, LessonId, PupilId
from core.journal.calendar import Holiday
from core.journal.values import LessonState
from storage.diary.statements import HOLIDAYS, TAUGHT, TITLE
from storage.journal.timetable import slots_of
from storage.statements import enrolled_on
from storage.tables import GroupRow, LessonRow, SubjectRow

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
PLACE = (
    LessonRow.course_id,
    LessonRow.day,
    LessonRow.number,
    LessonRow.state,
    LessonRow.moved_from_day,
    LessonRow.moved_from_number,
)
"""Where a lesson is, and where it was."""

_RECORDED = (
    TAUGHT.with_only_columns(*PLACE)
    .join(LessonRow, LessonRow.course_id == GroupRow.id)
    .where(
        LessonRow.gone_at.is_(None),
        or_(
            LessonRow.day.between(bindparam("first"), bindparam("last")),
            LessonRow.moved_from_day.between(bindparam("first"), bindparam("last")),
        ),
        enrolled_on(LessonRow.day),
    )
)


async def homework_due(
    connection: AsyncConnection, pupil: PupilId, first: date, last: date
) -> Sequence[Assignment]:
    """Return the pupil's homework for the days, by subject."""
    asked = {"pupil": pupil, "first": first, "last": last}
    dated = [_given(*row) for row in await connection.execute(_FOR_DAY, asked)]
    since = first - LOOK_BACK
    found = await connection.execute(_FOR_NEXT, {**asked, "first": since})
    open_ended = [_given(*row) for row in found]
    lessons = await _lessons(connection, pupil, since, last) if open_ended else ()
    return due_between([*dated, *open_ended], lessons, first, last)


async def _lessons(
    connection: AsyncConnection, pupil: PupilId, first: date, last: date
) -> Sequence[PlacedLesson]:
    asked = {"pupil": pupil, "first": first, "last": last}
    recorded = await connection.execute(_RECORDED, asked)
    holidays = await connection.execute(HOLIDAYS, asked)
    slots = await slots_of(connection, pupil, first, last)
    return lessons_of_days(
        [placed(*row) for row in recorded],
        [
            PlacedLesson(slot.course, day, slot.number)
            for day, slot in expected(slots, first, last)
        ],
        [Holiday(*row) for row in holidays],
    )


def _given(
    lesson: int, course: int, subject: str, day: date, text: str, due: date | None
) -> GivenHomework:
    return GivenHomework(LessonId(lesson), CourseId(course), subject, day, text, due)


def placed(
    course: int,
    day: date,
    number: int,
    state: str,
    moved_from_day: date | None,
    moved_from_number: int | None,
) -> PlacedLesson:
    """Return a row of `PLACE` as a lesson at its place."""
    former = former_place(moved_from_day, moved_from_number, number)
    return PlacedLesson(CourseId(course), day, number, LessonState(state), former)
