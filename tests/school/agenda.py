"""What lies ahead of a pupil, links to it, and a class's marks, in memory."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from core.clock import Clock
from core.diary.papers.agenda import AgendaLesson, AgendaWork
from core.diary.papers.agenda_links import LinkOwner
from core.diary.papers.spread import ClassMark
from core.ids import AccountId, ClassId, CourseId, LessonId, PupilId, SchoolId, SubjectId, WorkId
from core.journal.values import LessonState, MarkValue
from tests.school import records
from tests.school.diary import MemoryDiaryBook, days_of
from tests.school.teaching import holds, subject_of, taught_on
from tests.school.world import World


@dataclass(frozen=True)
class MemoryAgendaBook:
    world: World
    clock: Clock

    async def lessons_given(
        self, pupil: PupilId, first: date, last: date
    ) -> Sequence[AgendaLesson]:
        found = self.world.all(
            records.Lesson,
            lambda it: (
                (first <= it.day <= last or first <= (it.moved_from_day or date.min) <= last)
                and taught_on(self.world, pupil, it.course_id, it.day)
            ),
        )
        in_order = sorted(found, key=lambda it: (it.day, it.number, it.id))
        shown = {
            one.id: one
            for day in {it.day for it in in_order}
            for one in await MemoryDiaryBook(self.world, self.clock).lessons(pupil, day, day)
        }
        return [self._given(it, shown[LessonId(it.id)]) for it in in_order]

    def _given(self, lesson: records.Lesson, shown: object) -> AgendaLesson:
        moved = lesson.moved_from_day and (
            lesson.moved_from_day,
            lesson.moved_from_number or lesson.number,
        )
        return AgendaLesson(
            course=CourseId(lesson.course_id),
            day=lesson.day,
            number=lesson.number,
            subject=shown.subject,
            starts=shown.starts,
            ends=shown.ends,
            room=shown.room,
            teacher=shown.teacher,
            id=LessonId(lesson.id),
            state=LessonState(lesson.state),
            replaced=shown.replaced,
            moved_from=moved,
            topic=lesson.topic,
            homework=lesson.homework,
            homework_due=lesson.homework_due,
            changed_at=records.LONG_AGO,
        )

    async def lessons_awaited(
        self, pupil: PupilId, first: date, last: date
    ) -> Sequence[AgendaLesson]:
        diary = MemoryDiaryBook(self.world, self.clock)
        return [
            AgendaLesson(
                course=CourseId(slot.course_id),
                day=day,
                number=slot.number,
                subject=subject_of(self.world, slot.course_id).title,
                starts=slot.starts,
                ends=slot.finishes,
                room=slot.room,
                teacher=diary._teacher(slot.course_id),
            )
            for day in days_of(first, last)
            for slot in diary._slots(pupil)
            if diary._is_on(pupil, slot, day)
        ]

    async def control_works(self, pupil: PupilId, first: date, last: date) -> Sequence[AgendaWork]:
        found = [
            work
            for work in self.world.all(records.Work, lambda it: first <= it.day <= last)
            if taught_on(self.world, pupil, work.course_id, work.day)
            and (kind := self.world.get(records.Category, work.category_id))
            and kind.kind == "control"
        ]
        return [
            AgendaWork(
                WorkId(it.id),
                subject_of(self.world, it.course_id).title,
                it.title,
                it.day,
                records.LONG_AGO,
            )
            for it in sorted(found, key=lambda it: (it.day, it.id))
        ]


@dataclass(frozen=True)
class MemoryClassMarks:
    world: World

    async def marks_in_class(
        self, class_id: ClassId, *, first: date, last: date
    ) -> Sequence[ClassMark]:
        return [
            ClassMark(
                mark.pupil_id,
                SubjectId(subject_of(self.world, work.course_id).id),
                MarkValue(mark.value),
            )
            for mark in self.world.all(records.Mark)
            if (work := self.world.standing(records.Work, mark.work_id))
            and first <= work.day <= last
            and self._was_in(class_id, mark.pupil_id, work.day)
        ]

    def _was_in(self, class_id: int, pupil: int, day: date) -> bool:
        wanted = (class_id, pupil, "pupil")
        return any(
            holds(one, day)
            for one in self.world.all(
                records.Enrolment, lambda it: (it.group_id, it.person_id, it.role) == wanted
            )
        )


@dataclass(frozen=True, kw_only=True)
class AgendaLink(records.OfSchool):
    account_id: int
    pupil_id: int
    digest: str
    made_at: datetime


@dataclass(frozen=True)
class MemoryAgendaLinks:
    world: World

    async def put_link(
        self, digest: str, owner: LinkOwner, *, school: SchoolId, at: datetime
    ) -> None:
        await self.cut_link(owner, at=at)
        self.world.add(
            AgendaLink,
            school_id=school,
            account_id=owner.account,
            pupil_id=owner.pupil,
            digest=digest,
            made_at=at,
        )

    async def cut_link(self, owner: LinkOwner, *, at: datetime) -> None:
        for one in list(self._live(owner)):
            self.world.change(one, gone_at=at)

    async def linked_since(self, owner: LinkOwner) -> datetime | None:
        return next((one.made_at for one in self._live(owner)), None)

    async def link_owner(self, digest: str) -> LinkOwner | None:
        for one in self.world.all(AgendaLink, lambda it: it.digest == digest):
            return LinkOwner(AccountId(one.account_id), one.pupil_id)
        return None

    def _live(self, owner: LinkOwner) -> Sequence[AgendaLink]:
        of = (owner.account, owner.pupil)
        return list(self.world.all(AgendaLink, lambda it: (it.account_id, it.pupil_id) == of))
