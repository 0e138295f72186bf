"""What teachers recommend to a pupil or to all whom a lesson is for (F4)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from core.access.people import Name
from core.ids import LessonId, PersonId, PupilId, RecommendationId


@dataclass(frozen=True, slots=True)
class Recommendation:
    """A teacher's word after a lesson of a day."""

    subject: str
    teacher: Name
    text: str
    day: date


class Recommendations(Protocol):
    """Teachers' recommendations, by the lesson after which they were given."""

    async def give(
        self, lesson: LessonId, pupil: PupilId | None, text: str, *, by: PersonId, at: datetime
    ) -> RecommendationId:
        """Keep a recommendation to a pupil, or to all whom the lesson is for."""
        ...

    async def recommended(
        self, pupil: PupilId, first: date, last: date
    ) -> Sequence[Recommendation]:
        """Return what was recommended to the pupil after lessons of the days, in order."""
        ...
