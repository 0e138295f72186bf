"""How far each subject's programme has come: planned topics against lessons taught (F5)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Protocol

from core.access.people import Actor, Child
from core.diary.reading import Reader
from core.ids import PupilId

_HOUR = Decimal(1)


@dataclass(frozen=True, slots=True)
class PlannedTopic:
    """A line of a lesson plan; without hours of its own it takes one."""

    topic: str
    hours: Decimal | None = None


@dataclass(frozen=True, slots=True)
class CourseProgramme:
    """A course's lesson plan in its order, and the topics of the lessons that were held."""

    subject: str
    plan: tuple[PlannedTopic, ...]
    taught: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SubjectProgress:
    """How far a subject has come, in hours; `percent` is None where there is no plan.

    `next_topic` is empty where nothing is planned any more.
    """

    subject: str
    taught: int
    planned: Decimal
    percent: int | None
    next_topic: str


@dataclass(frozen=True, slots=True)
class Programme:
    """The programme of all subjects of a pupil."""

    child: Child
    subjects: tuple[SubjectProgress, ...]


class ProgrammeBook(Protocol):
    """Lesson plans and the lessons taught by them."""

    async def of_pupil(self, pupil: PupilId, today: date) -> Sequence[CourseProgramme]:
        """Return the programme of each course of the pupil today, with lessons held till then."""
        ...


@dataclass(frozen=True, slots=True)
class ReadProgramme:
    """Open how far the programme of each subject has come."""

    reader: Reader
    book: ProgrammeBook

    async def __call__(self, actor: Actor, pupil: PupilId) -> Programme:
        """Return the subjects by title."""
        child, now, _ = await self.reader.open(actor, pupil)
        found = await self.book.of_pupil(pupil, now)
        subjects = sorted((progress(one) for one in found), key=lambda one: one.subject)
        return Programme(child, tuple(subjects))


def progress(course: CourseProgramme) -> SubjectProgress:
    """Return how far a course has come: each lesson that was held is an hour."""
    planned = sum((_hours(line) for line in course.plan), Decimal())
    taught = len(course.taught)
    return SubjectProgress(
        course.subject, taught, planned, _percent(taught, planned), _next(course)
    )


def _hours(line: PlannedTopic) -> Decimal:
    return _HOUR if line.hours is None else line.hours


def _percent(taught: int, planned: Decimal) -> int | None:
    if not planned:
        return None
    share = (100 * taught / planned).quantize(_HOUR, ROUND_HALF_UP)
    return min(100, int(share))


def _next(course: CourseProgramme) -> str:
    """Return what comes after the last topic taught; where the plan has it not, by the hours."""
    topics = [line.topic for line in course.plan]
    last = course.taught[-1] if course.taught else ""
    if last and topics.count(last) == 1:
        return next(iter(topics[topics.index(last) + 1 :]), "")
    ends = Decimal()
    for line in course.plan:
        ends += _hours(line)
        if ends > len(course.taught):
            return line.topic
    return ""
