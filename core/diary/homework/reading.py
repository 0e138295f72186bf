"""A family opens what is to be done and what is not ticked off; the pupil ticks."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from operator import attrgetter

from core.access.people import Actor
from core.diary.homework.ticks import HomeworkTicks, OverdueHomework, must_be_pupil, ticked
from core.diary.lessons.attachments import Attachments
from core.diary.reading import Reader
from core.diary.views import Assignment, HomeworkBook
from core.errors import NotFound
from core.ids import LessonId, PupilId

_DAY = timedelta(days=1)
_HOMEWORK_AHEAD = 21
_OVERDUE_FOR = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class ReadHomework:
    """Open what is to be done for a day, with the pupil's ticks."""

    reader: Reader
    ticks: HomeworkTicks
    attachments: Attachments

    async def __call__(
        self, actor: Actor, pupil: PupilId, day: date | None = None
    ) -> HomeworkBook:
        """Return the homework due on `day`, or on the next day with lessons after today."""
        child, now, _ = await self.reader.open(actor, pupil)
        asked = day or await self._next_school_day(pupil, now)
        found = await self.reader.book.homework(pupil, asked, asked)
        shown = await _with_ticks(self.ticks, pupil, found)
        lessons = [one.lesson for one in shown if one.lesson is not None]
        files = await self.attachments.counts(lessons) if lessons else {}
        shown = tuple(
            replace(one, attached=files.get(one.lesson, 0)) if one.lesson else one for one in shown
        )
        return HomeworkBook(child, asked, now, shown, self.reader.clock.now())

    async def _next_school_day(self, pupil: PupilId, now: date) -> date:
        first, last = now + _DAY, now + timedelta(days=_HOMEWORK_AHEAD)
        days = await self.reader.days(pupil, first, last)
        return next((one.day for one in days if one.lessons), first)


@dataclass(frozen=True, slots=True)
class ReadOverdue:
    """Open what was due in the last two weeks and is not ticked off."""

    reader: Reader
    ticks: HomeworkTicks

    async def __call__(self, actor: Actor, pupil: PupilId) -> OverdueHomework:
        """Return it with the latest first; what is due today has still time."""
        child, now, _ = await self.reader.open(actor, pupil)
        since = now - _OVERDUE_FOR
        found = await self.reader.book.homework(pupil, since, now - _DAY)
        left = [one for one in await _with_ticks(self.ticks, pupil, found) if not one.done]
        ordered = sorted(left, key=attrgetter("subject"))
        latest_first = sorted(ordered, key=attrgetter("due"), reverse=True)
        return OverdueHomework(child, now, since, tuple(latest_first))


@dataclass(frozen=True, slots=True)
class TickHomework:
    """The pupil ticks homework off, or takes the tick back; guardians see it."""

    reader: Reader
    ticks: HomeworkTicks

    async def __call__(
        self, actor: Actor, pupil: PupilId, lesson: LessonId, *, due: date, done: bool
    ) -> None:
        """Keep the tick; raise AccessRefused for who is not the pupil, NotFound for what is gone.

        A tick that is there already stays as it is.
        """
        must_be_pupil(actor, pupil)
        found = await self.reader.book.homework(pupil, due, due)
        assignment = next((one for one in found if one.lesson == lesson), None)
        if assignment is None:
            raise NotFound
        if done:
            at = self.reader.clock.now()
            await self.ticks.tick(pupil, lesson, assignment.text, at=at)
        else:
            await self.ticks.untick(pupil, lesson)


async def _with_ticks(
    ticks: HomeworkTicks, pupil: PupilId, found: Sequence[Assignment]
) -> tuple[Assignment, ...]:
    lessons = [one.lesson for one in found if one.lesson is not None]
    return ticked(found, await ticks.done(pupil, lessons) if lessons else {})
