"""What a pupil ticks off of the homework. A tick holds for the text that it was set under."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Protocol

from core.access.people import Actor, Child, Role
from core.diary.views import Assignment
from core.errors import AccessRefused
from core.ids import LessonId, PupilId


class HomeworkTicks(Protocol):
    """Which homework a pupil said to have done."""

    async def done(self, pupil: PupilId, lessons: Sequence[LessonId]) -> Mapping[LessonId, str]:
        """Return for each lesson whose homework is ticked off the text that it had then."""
        ...

    async def tick(self, pupil: PupilId, lesson: LessonId, text: str, *, at: datetime) -> None:
        """Keep that the pupil has done the homework with this text."""
        ...

    async def untick(self, pupil: PupilId, lesson: LessonId) -> None:
        """Forget the tick under a lesson's homework."""
        ...


@dataclass(frozen=True, slots=True)
class OverdueHomework:
    """Homework of the last days that was due and is not ticked off, the latest first."""

    child: Child
    today: date
    since: date
    assignments: tuple[Assignment, ...]


def ticked(
    assignments: Sequence[Assignment], done: Mapping[LessonId, str]
) -> tuple[Assignment, ...]:
    """Return the assignments with their ticks; a text that changed since is to be done anew."""
    return tuple(
        replace(one, done=one.lesson is not None and done.get(one.lesson) == one.text)
        for one in assignments
    )


def must_be_pupil(actor: Actor, pupil: PupilId) -> None:
    """Raise AccessRefused for anybody but the pupil: nobody else ticks off homework."""
    if not is_pupil(actor, pupil):
        raise AccessRefused


def is_pupil(actor: Actor, pupil: PupilId) -> bool:
    """Say whether the pupil itself stands behind the account."""
    return any(one.person == pupil and Role.PUPIL in one.roles for one in actor.members)
