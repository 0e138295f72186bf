"""Which homework a pupil said to have done. Behind `core.diary.homework.ticks.HomeworkTicks`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import BindParameter, bindparam, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from core.ids import LessonId, PupilId
from storage.statements import insert_into
from storage.tables import HomeworkDoneRow, LessonRow

_LESSONS: BindParameter[Sequence[int]] = bindparam("lessons", expanding=True)

_DONE = select(HomeworkDoneRow.lesson_id, HomeworkDoneRow.text).where(
    HomeworkDoneRow.pupil_id == bindparam("pupil"), HomeworkDoneRow.lesson_id.in_(_LESSONS)
)


@dataclass(frozen=True, slots=True)
class SqlHomeworkTicks:
    """One tick a pupil and lesson."""

    connection: AsyncConnection

    async def done(self, pupil: PupilId, lessons: Sequence[LessonId]) -> Mapping[LessonId, str]:
        """Return for each lesson whose homework is ticked off the text that it had then."""
        asked = {"pupil": pupil, "lessons": list(lessons)}
        rows = await self.connection.execute(_DONE, asked)
        return {LessonId(lesson): text for lesson, text in rows}

    async def tick(self, pupil: PupilId, lesson: LessonId, text: str, *, at: datetime) -> None:
        """Keep that the pupil has done the homework with this text."""
        school = select(LessonRow.school_id).where(LessonRow.id == lesson).scalar_subquery()
        kept = {"text": text, "done_at": at}
        new = insert_into(self.connection, HomeworkDoneRow).values(
            school_id=school, lesson_id=lesson, pupil_id=pupil, **kept
        )
        await self.connection.execute(
            new.on_conflict_do_update(index_elements=["lesson_id", "pupil_id"], set_=kept)
        )

    async def untick(self, pupil: PupilId, lesson: LessonId) -> None:
        """Forget the tick under a lesson's homework."""
        await self.connection.execute(
            delete(HomeworkDoneRow).where(
                HomeworkDoneRow.pupil_id == pupil, HomeworkDoneRow.lesson_id == lesson
            )
        )
