"""Control works in memory: `ControlWorkBook` and `ControlWarnings`."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from core.diary.school_life.control_works import ControlWork
from core.ids import CourseId, LessonId, PersonId, PupilId, SchoolId, WorkId
from core.journal.calendar import Holiday
from core.notices.telling.control_works import SchoolDays, record_of
from tests.school import records
from tests.school.teaching import subject_of, taught_on
from tests.school.world import World


@dataclass(frozen=True)
class MemoryControlWorks:
    world: World

    async def of_pupil(self, pupil: PupilId, first: date, last: date) -> Sequence[ControlWork]:
        return [
            one
            for one in self._planned(first, last)
            if taught_on(self.world, pupil, one.course, one.day)
        ]

    async def unwarned(self, school: SchoolId, first: date, last: date) -> Sequence[ControlWork]:
        known = {(one.kind, one.subject, one.day) for one in self.world.all(records.WarnedControl)}
        return [
            one
            for one in self._planned(first, last)
            if self.world.get(records.Group, one.course).school_id == school
            and (*record_of(one), one.day) not in known
        ]

    def _planned(self, first: date, last: date) -> Iterator[ControlWork]:
        works = [
            (work, lesson, lesson.day if lesson else work.day)
            for work in self.world.all(records.Work)
            if self._is_control(work.category_id)
            for lesson in [self.world.standing(records.Lesson, work.lesson_id)]
            if lesson is None or lesson.state != "cancelled"
        ]
        for work, lesson, day in sorted(works, key=lambda it: (it[2], it[0].id)):
            if first <= day <= last:
                yield ControlWork(
                    CourseId(work.course_id),
                    subject_of(self.world, work.course_id).title,
                    self.world.get(records.Category, work.category_id).title,
                    work.title,
                    day,
                    lesson.number if lesson else None,
                    work=WorkId(work.id),
                    changed_at=records.LONG_AGO,
                )
        for lesson in self.world.all(records.Lesson, lambda it: first <= it.day <= last):
            if self._is_control(lesson.category_id) and lesson.state != "cancelled":
                yield ControlWork(
                    CourseId(lesson.course_id),
                    subject_of(self.world, lesson.course_id).title,
                    self.world.get(records.Category, lesson.category_id).title,
                    lesson.topic,
                    lesson.day,
                    lesson.number,
                    lesson=LessonId(lesson.id),
                    changed_at=records.LONG_AGO,
                )

    def _is_control(self, category: int | None) -> bool:
        found = self.world.get(records.Category, category)
        return found is not None and (found.required or found.kind == "control")

    async def school_days(self, school: SchoolId, first: date, last: date) -> SchoolDays:
        slots = self.world.all(records.Timetable, lambda it: it.school_id == school)
        return SchoolDays(
            frozenset(one.weekday for one in slots),
            tuple(
                Holiday(one.title, one.begins, one.ends)
                for one in self.world.all(records.Holiday, lambda it: it.school_id == school)
                if one.begins <= last and one.ends >= first
            ),
        )

    async def taught(
        self, works: Sequence[ControlWork]
    ) -> Mapping[ControlWork, Sequence[PupilId]]:
        return {
            work: [
                PupilId(PersonId(one.id))
                for one in self.world.all(records.Person)
                if taught_on(self.world, one.id, work.course, work.day)
            ]
            for work in works
        }

    async def warned(
        self, school: SchoolId, works: Sequence[ControlWork], *, at: datetime
    ) -> None:
        for one in works:
            kind, subject = record_of(one)
            self.world.add(
                records.WarnedControl,
                school_id=school,
                kind=kind.value,
                subject=subject,
                day=one.day,
            )
