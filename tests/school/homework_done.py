"""Which homework a pupil said to have done, in memory: `HomeworkTicks`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from core.ids import LessonId, PupilId
from tests.school import records
from tests.school.world import World


@dataclass(frozen=True)
class MemoryHomeworkTicks:
    world: World

    async def done(self, pupil: PupilId, lessons: Sequence[LessonId]) -> Mapping[LessonId, str]:
        return {
            LessonId(one.lesson_id): one.text
            for one in self.world.all(records.HomeworkDone, lambda it: it.pupil_id == pupil)
            if one.lesson_id in lessons
        }

    async def tick(self, pupil: PupilId, lesson: LessonId, text: str, *, at: datetime) -> None:
        await self.untick(pupil, lesson)
        self.world.add(
            records.HomeworkDone,
            school_id=self.world.get(records.Lesson, lesson).school_id,
            lesson_id=lesson,
            pupil_id=pupil,
            text=text,
            done_at=at,
        )

    async def untick(self, pupil: PupilId, lesson: LessonId) -> None:
        cell = (pupil, lesson)
        for one in list(self.world.all(records.HomeworkDone)):
            if (one.pupil_id, one.lesson_id) == cell:
                del self.world.tables[records.HomeworkDone][one.id]
