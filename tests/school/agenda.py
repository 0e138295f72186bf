"""What lies ahead of a pupil, links to it, and a class's marks, in memory."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from core.clock import Clock
from core.diary.papers.agenda import AgendaLesson
from core.diary.papers.agenda_links import LinkOwner
from core.diary.papers.spread import ClassMark
from core.diary.views import DiaryLesson
from core.ids import AccountId, ClassId, PupilId, SchoolId, SubjectId
from core.journal.values import MarkValue
from tests.school import records
from tests.school.diary import MemoryDiaryBook
from tests.school.teaching import day_counted, holds, subject_of
from tests.school.world import World


@dataclass(frozen=True)
class MemoryAgendaBook:
    world: World
    clock: Clock

    async def lessons_given(
        self, pupil: PupilId, first: date, last: date
    ) -> Sequence[AgendaLesson]:
        diary = MemoryDiaryBook(self.world, self.clock)
        return [_agenda_lesson(one) for one in await diary.lessons(pupil, first, last)]

    async def lessons_awaited(
        self, pupil: PupilId, first: date, last: date
    ) -> Sequence[AgendaLesson]:
        diary = MemoryDiaryBook(self.world, self.clock)
        return [_agenda_lesson(one) for one in await diary.expected(pupil, first, last)]


def _agenda_lesson(one: DiaryLesson) -> AgendaLesson:
    return AgendaLesson(
        course=one.course,
        day=one.day,
        number=one.number,
        subject=one.subject,
        starts=one.starts,
        ends=one.ends,
        room=one.room,
        teacher=one.teacher,
        id=one.id,
        state=one.state,
        replaced=one.replaced,
        moved_from=one.moved_from,
        topic=one.topic,
        homework=one.homework,
        homework_due=one.homework_due,
        changed_at=records.LONG_AGO if one.id else None,
    )


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
            and first <= day_counted(self.world, work) <= last
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
