"""What reviews need known beside the answers themselves."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from core.access.people import Name
from core.ids import ClassId, PersonId, PupilId, SchoolId


@dataclass(frozen=True, slots=True)
class Guardian:
    """A guardian of a pupil, who has come in or not."""

    person: PersonId
    name: Name


@dataclass(frozen=True, slots=True)
class InHand:
    """A family holds its results of some days on paper, both days included."""

    pupil: PupilId
    first: date
    last: date


class ReviewBook(Protocol):
    """Guardians, class teachers, and days with lessons."""

    async def guardians(self, pupils: Sequence[PupilId]) -> Mapping[PupilId, Sequence[Guardian]]:
        """Return the guardians of each pupil that has any, in the order of the school's files."""
        ...

    async def on_paper(
        self, pupils: Sequence[PupilId], first: date, last: date
    ) -> Sequence[InHand]:
        """Return the families' sheets in hand that tell of any of the days (F10)."""
        ...

    async def leaders(self, school: SchoolId, day: date) -> Mapping[ClassId, Sequence[PersonId]]:
        """Return the class teachers of a day who have come in, by class."""
        ...

    async def school_days(self, class_id: ClassId, first: date, last: date) -> Sequence[date]:
        """Return the days on which the class has lessons: recorded, or else by the timetable."""
        ...
