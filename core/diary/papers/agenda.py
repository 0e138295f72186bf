"""What lies ahead of a pupil, for a calendar of one's own: lessons, homework, control works."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final, Protocol

from core.access.people import Actor, Child, Name
from core.diary.reading import Reader
from core.diary.school_life.control_works import ControlWork, ControlWorkBook, each_once
from core.diary.timetable import (
    Place,
    days_of_courses,
    lessons_of_days,
    next_after,
    slot_of,
)
from core.ids import CourseId, LessonId, PupilId, SchoolId
from core.journal.values import LessonState

_BEHIND: Final = timedelta(days=14)
_AHEAD: Final = timedelta(days=56)
_HOMEWORK_LOOKS_BACK: Final = timedelta(days=35)


@dataclass(frozen=True, slots=True)
class AgendaLesson:
    """A lesson at its place, recorded (`id`) or only expected; `moved_from` is where it was."""

    course: CourseId
    day: date
    number: int
    subject: str
    starts: time | None = None
    ends: time | None = None
    room: str = ""
    teacher: Name | None = None
    id: LessonId | None = None
    state: LessonState = LessonState.PLANNED
    replaced: bool = False
    moved_from: Place | None = None
    topic: str = ""
    homework: str = ""
    homework_due: date | None = None
    changed_at: datetime | None = None

    @property
    def slot(self) -> tuple[CourseId, date, int]:
        """Return where the timetable has it: a lesson stays itself when moved or recorded."""
        _, day, number = slot_of(self)
        return self.course, day, number


@dataclass(frozen=True, slots=True)
class AgendaTask:
    """Homework on the day it is due; `lesson` gave it."""

    lesson: LessonId
    subject: str
    text: str
    due: date
    changed_at: datetime | None


class AgendaBook(Protocol):
    """A pupil's lessons of a stretch of days, both ends included."""

    async def lessons_given(
        self, pupil: PupilId, first: date, last: date
    ) -> Sequence[AgendaLesson]:
        """Return recorded lessons that are on one of the days, or were before they moved."""
        ...

    async def lessons_awaited(
        self, pupil: PupilId, first: date, last: date
    ) -> Sequence[AgendaLesson]:
        """Return what the timetable expects, whether recorded or not."""
        ...


@dataclass(frozen=True, slots=True)
class Agenda:
    """Everything for a calendar file, as it stands at `made_at`."""

    child: Child
    school: SchoolId
    zone: str
    made_at: datetime
    lessons: tuple[AgendaLesson, ...] = ()
    tasks: tuple[AgendaTask, ...] = ()
    works: tuple[ControlWork, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadAgenda:
    """Open what a calendar shows: two weeks back, eight weeks ahead (F3)."""

    reader: Reader
    book: AgendaBook
    controls: ControlWorkBook

    async def __call__(self, actor: Actor, pupil: PupilId) -> Agenda:
        """Return the agenda around today; raise AccessRefused for anybody else's child."""
        child, now, member = await self.reader.open(actor, pupil)
        first, last = now - _BEHIND, now + _AHEAD
        since = first - _HOMEWORK_LOOKS_BACK
        lessons = lessons_of_days(
            await self.book.lessons_given(pupil, since, last),
            await self.book.lessons_awaited(pupil, since, last),
            await self.reader.book.holidays(pupil, since, last),
        )
        return Agenda(
            child,
            member.school,
            member.zone,
            self.reader.clock.now(),
            tuple(one for one in lessons if first <= one.day <= last),
            tuple(one for one in tasks_of(lessons) if first <= one.due <= last),
            each_once(await self.controls.of_pupil(pupil, first, last)),
        )


def tasks_of(lessons: Sequence[AgendaLesson]) -> Iterator[AgendaTask]:
    """Yield homework with its day: the one named, or that of the course's next lesson."""
    days = days_of_courses(lessons)
    for one in lessons:
        due = one.homework_due or next_after(days.get(one.course, ()), one.day)
        if one.homework and one.id is not None and due is not None:
            yield AgendaTask(one.id, one.subject, one.homework, due, one.changed_at)
