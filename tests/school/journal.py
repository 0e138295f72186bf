"""Marks and lessons in memory: `Markbook` and `Register`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from core.access.people import ADMINISTRATION, Role
from core.facts import Origin
from core.ids import AbsenceId, CourseId, LessonId, MarkId, PersonId, PupilId, SchoolId, WorkId
from core.journal.records import Absence, Lesson, Mark, OpenCell, Work
from core.journal.values import AbsenceCode, LessonState, MarkValue, ReasonState
from tests.school import records
from tests.school.teaching import holds, subject_of, taught_on, teacher_of
from tests.school.world import World


def weight_of(world: World, work: records.Work) -> Decimal:
    category = world.get(records.Category, work.category_id)
    return category.weight if category else Decimal(1)


@dataclass(frozen=True)
class MemoryMarkbook:
    world: World

    async def work(self, work: WorkId) -> Work | None:
        found = self.world.standing(records.Work, work)
        if found is None or self.world.standing(records.Group, found.course_id) is None:
            return None
        return Work(
            WorkId(found.id),
            SchoolId(found.school_id),
            CourseId(found.course_id),
            found.day,
            found.title,
            weight_of(self.world, found),
            None if found.lesson_id is None else LessonId(found.lesson_id),
        )

    async def teaches_work(self, person: PersonId, work: WorkId) -> bool:
        found = self.world.standing(records.Work, work)
        if found is None:
            return False
        lesson = self.world.get(records.Lesson, found.lesson_id)
        teachers = {
            one.person_id
            for one in self.world.all(records.Enrolment)
            if (one.group_id, one.role) == (found.course_id, "teacher") and holds(one, found.day)
        }
        return person in teachers or bool(lesson and lesson.teacher_id == person)

    async def mark(self, mark: MarkId) -> Mark | None:
        found = self.world.get(records.Mark, mark)
        return _mark(found) if found else None

    async def in_cell(self, work: WorkId, pupil: PupilId) -> Mark | None:
        cell = self.world.all(records.Mark, lambda it: (it.work_id, it.pupil_id) == (work, pupil))
        found = next(cell, None)
        return _mark(found) if found else None

    async def enter(
        self, work: WorkId, pupil: PupilId, value: MarkValue, *, by: Origin, at: datetime
    ) -> Mark:
        return _mark(
            self.world.add(
                records.Mark,
                school_id=self.world.get(records.Work, work).school_id,
                work_id=work,
                pupil_id=pupil,
                value=value.text,
                set_at=at,
                origin_id=by.person,
            )
        )

    async def correct(self, mark: MarkId, value: MarkValue, *, by: Origin, at: datetime) -> None:
        self._change(mark, by, at, value.text, value=value.text)

    async def take_back(self, mark: MarkId, *, by: Origin, at: datetime) -> None:
        self._change(mark, by, at, None, gone_at=at)

    def _change(
        self, mark: MarkId, by: Origin, at: datetime, after: str | None, **values: object
    ) -> None:
        old = self.world.get(records.Mark, mark)
        self.world.add(
            records.MarkHistory,
            school_id=old.school_id,
            mark_id=mark,
            at=at,
            by_id=by.person,
            before=old.value,
            value=after,
        )
        self.world.change(old, origin_id=by.person, **values)


@dataclass(frozen=True)
class MemoryColumns:
    world: World

    async def unmarked(self, pupil: PupilId, first: date, last: date) -> Sequence[OpenCell]:
        found = self.world.all(
            records.Work,
            lambda it: (
                first <= it.day <= last
                and taught_on(self.world, pupil, it.course_id, it.day)
                and not self._is_marked(it, pupil)
            ),
        )
        newest_first = sorted(found, key=lambda it: (it.day, it.id), reverse=True)
        return [
            OpenCell(
                WorkId(one.id),
                one.day,
                one.title,
                subject_of(self.world, one.course_id).title,
                PersonId(teacher.person_id),
            )
            for one in newest_first
            if (teacher := teacher_of(self.world, one.course_id))
        ]

    def _is_marked(self, work: records.Work, pupil: PupilId) -> bool:
        cell = self.world.all(
            records.Mark, lambda it: (it.work_id, it.pupil_id) == (work.id, pupil)
        )
        return any(cell)


@dataclass(frozen=True)
class MemoryRegister:
    world: World

    async def lesson(self, lesson: LessonId) -> Lesson | None:
        found = self.world.standing(records.Lesson, lesson)
        if found is None or self.world.standing(records.Group, found.course_id) is None:
            return None
        return _lesson(found)

    async def teaches(self, person: PersonId, lesson: LessonId) -> bool:
        found = self.world.standing(records.Lesson, lesson)
        if found is None:
            return False
        teachers = self.world.all(
            records.Enrolment,
            lambda it: (
                (it.group_id, it.role) == (found.course_id, "teacher") and holds(it, found.day)
            ),
        )
        return person in {found.teacher_id, *(one.person_id for one in teachers)}

    async def administers(self, person: PersonId, lesson: LessonId) -> bool:
        found = self.world.standing(records.Lesson, lesson)
        of = self.world.standing(records.Person, person)
        roles = self.world.all(records.Role, lambda it: it.person_id == person)
        return bool(
            found and of and found.school_id == of.school_id
        ) and not ADMINISTRATION.isdisjoint(Role(one.role) for one in roles)

    async def absence(self, lesson: LessonId, pupil: PupilId) -> Absence | None:
        cell = self.world.all(
            records.Absence, lambda it: (it.lesson_id, it.pupil_id) == (lesson, pupil)
        )
        found = next(cell, None)
        return _absence(found) if found else None

    async def record_absence(
        self,
        lesson: LessonId,
        pupil: PupilId,
        code: AbsenceCode,
        *,
        reason: ReasonState,
        document: str = "",
        by: Origin,
        at: datetime,
    ) -> Absence:
        return _absence(
            self.world.add(
                records.Absence,
                school_id=self.world.get(records.Lesson, lesson).school_id,
                lesson_id=lesson,
                pupil_id=pupil,
                code=code.value,
                reason=reason.value,
                document=document,
                set_at=at,
                origin_id=by.person,
            )
        )

    async def revise_absence(
        self,
        absence: AbsenceId,
        code: AbsenceCode,
        *,
        reason: ReasonState,
        document: str,
        by: Origin,
        at: datetime,
    ) -> None:
        found = self.world.get(records.Absence, absence)
        same = (found.code, found.reason) == (code.value, reason.value)
        self.world.change(
            found,
            set_at=found.set_at if same else at,
            code=code.value,
            reason=reason.value,
            document=document,
            origin_id=by.person,
        )

    async def take_back_absence(self, absence: AbsenceId, *, by: Origin, at: datetime) -> None:
        found = self.world.get(records.Absence, absence)
        self.world.change(found, gone_at=at, origin_id=by.person)

    async def set_homework(
        self, lesson: LessonId, text: str, *, due: date | None, by: Origin, at: datetime
    ) -> None:
        found = self.world.get(records.Lesson, lesson)
        self.world.change(found, homework=text, homework_due=due)

    async def replace_teacher(
        self, lesson: LessonId, teacher: PersonId, *, by: Origin, at: datetime
    ) -> None:
        found = self.world.get(records.Lesson, lesson)
        usual = found.replaces_id or found.teacher_id
        replaced = None if usual == teacher else usual
        self.world.change(found, teacher_id=teacher, replaces_id=replaced)


def _origin(person: int | None) -> Origin:
    return Origin(None if person is None else PersonId(person))


def _mark(found: records.Mark) -> Mark:
    return Mark(
        MarkId(found.id),
        SchoolId(found.school_id),
        WorkId(found.work_id),
        PupilId(PersonId(found.pupil_id)),
        MarkValue(found.value),
        _origin(found.origin_id),
        taken_back=found.gone_at is not None,
    )


def _lesson(found: records.Lesson) -> Lesson:
    return Lesson(
        LessonId(found.id),
        SchoolId(found.school_id),
        CourseId(found.course_id),
        found.day,
        found.number,
        LessonState(found.state),
        found.topic,
        found.homework,
        found.homework_due,
        None if found.teacher_id is None else PersonId(found.teacher_id),
        None if found.replaces_id is None else PersonId(found.replaces_id),
    )


def _absence(found: records.Absence) -> Absence:
    return Absence(
        AbsenceId(found.id),
        SchoolId(found.school_id),
        LessonId(found.lesson_id),
        PupilId(PersonId(found.pupil_id)),
        AbsenceCode(found.code),
        ReasonState(found.reason),
        _origin(found.origin_id),
        found.document,
    )
