"""Who and what is around a pupil's lessons, in memory: `ClassLife`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from core.diary.school_life.class_life import CourseTeacher, SchoolEvent
from core.ids import EventId, PupilId
from tests.school import records
from tests.school.people import name_of
from tests.school.teaching import holds, subject_of
from tests.school.world import World


@dataclass(frozen=True)
class MemoryClassLife:
    world: World

    async def teachers(self, pupil: PupilId, day: date) -> Sequence[CourseTeacher]:
        found = [
            (self._subject(one.group_id), not teaching.is_primary, teaching.id, person)
            for one in self._enrolments(pupil, day)
            for teaching in self.world.all(
                records.Enrolment,
                lambda it: it.role == "teacher" and holds(it, day),
            )
            if teaching.group_id == one.group_id
            and (person := self.world.standing(records.Person, teaching.person_id))
        ]
        return [
            CourseTeacher(subject, name_of(person))
            for subject, _, _, person in sorted(found, key=lambda it: it[:3])
        ]

    def _subject(self, group: int) -> str:
        known = self.world.get(records.Group, group)
        return "" if known.kind == "class" else subject_of(self.world, group).title

    def _enrolments(self, pupil: int, day: date) -> list[records.Enrolment]:
        return [
            one
            for one in self.world.all(
                records.Enrolment,
                lambda it: it.person_id == pupil and it.role == "pupil" and holds(it, day),
            )
            if self.world.standing(records.Group, one.group_id)
        ]

    async def events(
        self, pupil: PupilId, first: date, last: date, *, today: date
    ) -> Sequence[SchoolEvent]:
        school = self.world.get(records.Person, pupil).school_id
        own = {one.group_id for one in self._enrolments(pupil, today)}
        found = [
            (one.begins, one.id, one, classes)
            for one in self.world.all(records.Event, lambda it: it.school_id == school)
            if one.begins <= last
            and one.ends >= first
            and (not (classes := classes_of(self.world, one.id)) or classes & own)
        ]
        return [
            SchoolEvent(EventId(one.id), one.title, one.text, one.begins, one.ends, not classes)
            for _, _, one, classes in sorted(found, key=lambda it: it[:2])
        ]


def classes_of(world: World, event: int) -> set[int]:
    return {one.class_id for one in world.all(records.EventClass, lambda it: it.event_id == event)}
