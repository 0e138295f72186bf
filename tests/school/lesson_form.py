"""Teachers' forms in memory: `TeachingBook`, `Attachments` and `Recommendations`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from core.access.people import Child, place_in_list
from core.diary.excuses.rules import FileKind
from core.diary.lessons.attachments import AttachedFile
from core.diary.lessons.form import TaughtLesson
from core.diary.recommendations import Recommendation
from core.ids import LessonId, PersonId, PupilId, RecommendationId
from tests.school import records
from tests.school.journal import MemoryRegister
from tests.school.people import name_of
from tests.school.teaching import subject_of, taught_on
from tests.school.world import World


@dataclass(frozen=True)
class MemoryLessonForms:
    world: World

    async def lessons_of(
        self, teacher: PersonId, first: date, last: date
    ) -> Sequence[TaughtLesson]:
        register = MemoryRegister(self.world)
        found = [
            one
            for one in self.world.all(records.Lesson, lambda it: first <= it.day <= last)
            if one.state != "cancelled" and await register.teaches(teacher, LessonId(one.id))
        ]
        latest_first = sorted(found, key=lambda it: (it.day, it.number, -it.id), reverse=True)
        return [await self._taught(one) for one in latest_first]

    async def taught_lesson(self, lesson: LessonId) -> TaughtLesson | None:
        found = self.world.standing(records.Lesson, lesson)
        return await self._taught(found) if found else None

    async def _taught(self, one: records.Lesson) -> TaughtLesson:
        files = await self.of_lesson(LessonId(one.id))
        return TaughtLesson(
            LessonId(one.id),
            one.day,
            one.number,
            subject_of(self.world, one.course_id).title,
            self.world.get(records.Group, one.course_id).title,
            one.homework,
            len(files),
        )

    async def pupils_of_lesson(self, lesson: LessonId) -> Sequence[Child]:
        given = self.world.get(records.Lesson, lesson)
        if given is None:
            return []
        found = [
            Child(PupilId(PersonId(one.id)), name_of(one))
            for one in self.world.all(records.Person)
            if taught_on(self.world, one.id, given.course_id, given.day)
        ]
        return sorted(found, key=place_in_list)

    async def counts(self, lessons: Sequence[LessonId]) -> Mapping[LessonId, int]:
        found = {one: len(await self.of_lesson(one)) for one in lessons}
        return {lesson: count for lesson, count in found.items() if count}

    async def of_lesson(self, lesson: LessonId) -> Sequence[AttachedFile]:
        return [
            AttachedFile(FileKind(one.kind), one.file, one.name, one.size)
            for one in self.world.all(records.Attachment, lambda it: it.lesson_id == lesson)
        ]

    async def of_pupil(self, pupil: PupilId, lesson: LessonId) -> Sequence[AttachedFile]:
        given = self.world.standing(records.Lesson, lesson)
        if given is None or not taught_on(self.world, pupil, given.course_id, given.day):
            return []
        return await self.of_lesson(lesson)

    async def attach(
        self, lesson: LessonId, files: Sequence[AttachedFile], *, by: PersonId, at: datetime
    ) -> None:
        for one in files:
            self.world.add(
                records.Attachment,
                school_id=self.world.get(records.Lesson, lesson).school_id,
                lesson_id=lesson,
                kind=one.kind.value,
                file=one.reference,
                name=one.name,
                size=one.size,
                by_id=by,
                at=at,
            )

    async def detach(self, lesson: LessonId, *, at: datetime) -> None:
        for one in list(self.world.all(records.Attachment)):
            if one.lesson_id == lesson:
                self.world.change(one, gone_at=at)

    async def give(
        self, lesson: LessonId, pupil: PupilId | None, text: str, *, by: PersonId, at: datetime
    ) -> RecommendationId:
        new = self.world.add(
            records.Recommendation,
            school_id=self.world.get(records.Lesson, lesson).school_id,
            lesson_id=lesson,
            pupil_id=pupil,
            text=text,
            by_id=by,
            at=at,
        )
        return RecommendationId(new.id)

    async def recommended(
        self, pupil: PupilId, first: date, last: date
    ) -> Sequence[Recommendation]:
        found = [
            (lesson.day, one.id, one, lesson)
            for one in self.world.all(records.Recommendation)
            if (lesson := self.world.standing(records.Lesson, one.lesson_id))
            and first <= lesson.day <= last
            and self._is_for(pupil, one, lesson)
        ]
        return [
            Recommendation(
                subject_of(self.world, lesson.course_id).title,
                name_of(self.world.get(records.Person, one.by_id)),
                one.text,
                day,
            )
            for day, _, one, lesson in sorted(found, key=lambda it: it[:2])
        ]

    def _is_for(self, pupil: int, one: records.Recommendation, lesson: records.Lesson) -> bool:
        if one.pupil_id is not None:
            return one.pupil_id == pupil
        return taught_on(self.world, pupil, lesson.course_id, lesson.day)
