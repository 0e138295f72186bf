"""What lies ahead of a pupil, for a calendar of one's own: lessons, homework, control works."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final, Protocol
from zoneinfo import ZoneInfo

from core.access.gate import must_see_pupil
from core.access.people import Actor, Child, Name
from core.clock import today
from core.diary.ports import Holiday
from core.diary.reading import Reader
from core.ids import CourseId, LessonId, PupilId, SchoolId, WorkId
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
    moved_from: tuple[date, int] | None = None
    topic: str = ""
    homework: str = ""
    homework_due: date | None = None
    changed_at: datetime | None = None

    @property
    def slot(self) -> tuple[CourseId, date, int]:
        """Return where the timetable has it: a lesson stays itself when moved or recorded."""
        day, number = self.moved_from or (self.day, self.number)
        return self.course, day, number


@dataclass(frozen=True, slots=True)
class AgendaWork:
    """A control work on its day."""

    id: WorkId
    subject: str
    title: str
    day: date
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class AgendaTask:
    """Homework on the day it is due; `lesson` gave it."""

    lesson: LessonId
    subject: str
    text: str
    due: date
    changed_at: datetime | None


class AgendaBook(Protocol):
    """A pupil's lessons and works of a stretch of days, both ends included."""

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

    async def control_works(self, pupil: PupilId, first: date, last: date) -> Sequence[AgendaWork]:
        """Return the pupil's control works, by day."""
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
    works: tuple[AgendaWork, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadAgenda:
    """Open what a calendar shows: two weeks back, eight weeks ahead (F3)."""

    reader: Reader
    book: AgendaBook

    async def __call__(self, actor: Actor, pupil: PupilId) -> Agenda:
        """Return the agenda around today; raise AccessRefused for anybody else's child."""
        member = await must_see_pupil(actor, pupil, self.reader.book)
        child = (await self.reader.open(actor, pupil)).child
        now = today(self.reader.clock, ZoneInfo(member.zone))
        first, last = now - _BEHIND, now + _AHEAD
        since = first - _HOMEWORK_LOOKS_BACK
        lessons = agenda_lessons(
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
            tuple(await self.book.control_works(pupil, first, last)),
        )


def agenda_lessons(
    given: Sequence[AgendaLesson], awaited: Sequence[AgendaLesson], holidays: Sequence[Holiday]
) -> Sequence[AgendaLesson]:
    """Return what was recorded, and what is expected where nothing was recorded instead of it."""
    # A lesson that moved here does not say that its new day is recorded as a whole.
    recorded_days = {one.day for one in given if one.slot[1] == one.day}
    taken = {one.slot for one in given}
    still = [
        one
        for one in awaited
        if one.day not in recorded_days
        and one.slot not in taken
        and not any(off.begins <= one.day <= off.ends for off in holidays)
    ]
    return sorted((*given, *still), key=lambda one: (one.day, one.number, one.course))


def tasks_of(lessons: Sequence[AgendaLesson]) -> Iterator[AgendaTask]:
    """Yield homework with its day: the one named, or that of the course's next lesson."""
    days = defaultdict[CourseId, list[date]](list)
    for one in lessons:
        if one.state is not LessonState.CANCELLED:
            days[one.course].append(one.day)
    for one in lessons:
        due = one.homework_due or next((day for day in days[one.course] if day > one.day), None)
        if one.homework and one.id is not None and due is not None:
            yield AgendaTask(one.id, one.subject, one.homework, due, one.changed_at)
