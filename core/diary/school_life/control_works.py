"""The calendar of control works: columns and lessons planned with a required kind of control."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Protocol

from core.access.people import Actor, Child
from core.diary.reading import Reader
from core.ids import CourseId, LessonId, PupilId, WorkId

_AHEAD = timedelta(days=120)


@dataclass(frozen=True, slots=True)
class ControlWork:
    """A control work on its day; a lesson stands for one whose column is not there yet (J8).

    `kind` is the kind of control as the school calls it, `number` the lesson's, if it is known.
    """

    course: CourseId
    subject: str
    kind: str
    title: str
    day: date
    number: int | None = None
    work: WorkId | None = None
    lesson: LessonId | None = None
    changed_at: datetime | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class ControlWorks:
    """What a pupil has ahead, the nearest first; `today` is the school's date."""

    child: Child
    today: date
    works: tuple[ControlWork, ...]


class ControlWorkBook(Protocol):
    """Control works of a pupil's courses."""

    async def of_pupil(self, pupil: PupilId, first: date, last: date) -> Sequence[ControlWork]:
        """Return columns and lessons of the days with a required kind of control, or control."""
        ...


@dataclass(frozen=True, slots=True)
class ReadControlWorks:
    """Open the calendar of control works (F4)."""

    reader: Reader
    book: ControlWorkBook

    async def __call__(self, actor: Actor, pupil: PupilId) -> ControlWorks:
        """Return those of today and after."""
        child, now, _ = await self.reader.open(actor, pupil)
        found = await self.book.of_pupil(pupil, now, now + _AHEAD)
        return ControlWorks(child, now, each_once(found))


def each_once(works: Sequence[ControlWork]) -> tuple[ControlWork, ...]:
    """Return works by day and lesson; where a column is planned, its lesson is not told again."""
    columns = {(one.course, one.day) for one in works if one.work is not None}
    kept = [one for one in works if one.work or (one.course, one.day) not in columns]
    return tuple(sorted(kept, key=lambda one: (one.day, one.number or 0, one.subject, one.title)))
