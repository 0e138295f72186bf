"""Lesson plans and lessons taught. Behind `core.diary.school_life.programme.ProgrammeBook`."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import BindParameter, bindparam
from sqlalchemy.ext.asyncio import AsyncConnection

from core.diary.school_life.programme import CourseProgramme, PlannedTopic
from core.ids import PupilId
from core.journal.values import LessonState
from storage.diary.statements import TAUGHT, TITLE
from storage.quick import rows_of
from storage.statements import in_force_on
from storage.tables import EnrolmentRow, GroupRow, LessonPlanRow, LessonRow, SubjectRow

_TODAY: BindParameter[date] = bindparam("today")
_NOW = TAUGHT.where(in_force_on(EnrolmentRow, _TODAY))

_COURSES = (
    _NOW.with_only_columns(GroupRow.id, TITLE)
    .outerjoin(SubjectRow, SubjectRow.id == GroupRow.subject_id)
    .order_by(GroupRow.id)
)

_PLANS = (
    _NOW.with_only_columns(GroupRow.id, LessonPlanRow.topic, LessonPlanRow.hours)
    .join(LessonPlanRow, LessonPlanRow.course_id == GroupRow.id)
    .where(LessonPlanRow.gone_at.is_(None))
    .order_by(LessonPlanRow.number, LessonPlanRow.id)
)

_HELD = (
    _NOW.with_only_columns(GroupRow.id, LessonRow.topic)
    .join(LessonRow, LessonRow.course_id == GroupRow.id)
    .where(
        LessonRow.gone_at.is_(None),
        LessonRow.state == LessonState.HELD.value,
        LessonRow.day <= _TODAY,
    )
    .order_by(LessonRow.day, LessonRow.number, LessonRow.id)
)


@dataclass(frozen=True, slots=True)
class SqlProgrammeBook:
    """Plans and lessons by course."""

    connection: AsyncConnection

    async def of_pupil(self, pupil: PupilId, today: date) -> Sequence[CourseProgramme]:
        """Return the programme of each course of the pupil today, with lessons held till then."""
        asked = {"pupil": pupil, "today": today}
        plans = defaultdict[int, list[PlannedTopic]](list)
        for course, topic, hours in await rows_of(self.connection, _PLANS, asked):
            plans[course].append(PlannedTopic(topic, hours))
        held = defaultdict[int, list[str]](list)
        for course, topic in await rows_of(self.connection, _HELD, asked):
            held[course].append(topic)
        courses = dict(await rows_of(self.connection, _COURSES, asked))
        return [
            CourseProgramme(title, tuple(plans[course]), tuple(held[course]))
            for course, title in courses.items()
        ]
