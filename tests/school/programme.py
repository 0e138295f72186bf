"""Lesson plans and lessons taught, in memory: `ProgrammeBook`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from core.diary.school_life.programme import CourseProgramme, PlannedTopic
from core.ids import PupilId
from tests.school import records
from tests.school.teaching import subject_of, taught_on
from tests.school.world import World


@dataclass(frozen=True)
class MemoryProgrammeBook:
    world: World

    async def of_pupil(self, pupil: PupilId, today: date) -> Sequence[CourseProgramme]:
        return [
            self._programme(one.id, today)
            for one in self.world.all(records.Group, lambda it: it.kind == "course")
            if taught_on(self.world, pupil, one.id, today)
        ]

    def _programme(self, course: int, today: date) -> CourseProgramme:
        plan = self.world.all(records.LessonPlan, lambda it: it.course_id == course)
        held = self.world.all(
            records.Lesson,
            lambda it: it.course_id == course and it.state == "held" and it.day <= today,
        )
        return CourseProgramme(
            subject_of(self.world, course).title,
            tuple(
                PlannedTopic(one.topic, one.hours)
                for one in sorted(plan, key=lambda it: (it.number, it.id))
            ),
            tuple(one.topic for one in sorted(held, key=lambda it: (it.day, it.number, it.id))),
        )
