"""What trainings need kept and known. The adapter lives in storage, a fake in tests."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from core.helpdesk.training.quarter import Term
from core.helpdesk.training.training import (
    Guest,
    Invited,
    Reply,
    StaffMember,
    Training,
    TrainingPlan,
)
from core.ids import PersonId, SchoolId, TrainingId


class Trainings(Protocol):
    """Trainings of schools, with who was invited, replied and came."""

    async def staff(self, school: SchoolId, day: date) -> Sequence[StaffMember]:
        """Return who works at a school, by name; `day` says who leads a class."""
        ...

    async def add(
        self,
        school: SchoolId,
        plan: TrainingPlan,
        guests: Sequence[Guest],
        *,
        by: PersonId,
        at: datetime,
    ) -> TrainingId:
        """Keep a training that has a time, and who is invited."""
        ...

    async def trainings(self, numbers: Sequence[int]) -> Mapping[TrainingId, Training]:
        """Return trainings by their numbers, called off or not."""
        ...

    async def of_school(self, school: SchoolId) -> Sequence[Training]:
        """Return the trainings of a school, the one that begins last first."""
        ...

    async def for_guest(self, person: PersonId, *, since: datetime) -> Sequence[Training]:
        """Return to what a person is invited that stands and begins later, the first one first."""
        ...

    async def starting(
        self, school: SchoolId, *, after: datetime, before: datetime
    ) -> Sequence[Training]:
        """Return what stands and begins between two instants, the first one first."""
        ...

    async def invited(self, numbers: Sequence[int]) -> Mapping[TrainingId, Sequence[Invited]]:
        """Return who is invited to trainings, by name; a reply to an earlier time is none."""
        ...

    async def reply(
        self, training: TrainingId, person: PersonId, given: Reply, *, version: int, at: datetime
    ) -> bool:
        """Keep a reply to a version; False where it was called off or moved since."""
        ...

    async def move(
        self,
        training: TrainingId,
        *,
        starts_at: datetime,
        room: str,
        after: int,
        by: PersonId,
        at: datetime,
    ) -> bool:
        """Set another time and room after a version; False where somebody was faster."""
        ...

    async def call_off(self, training: TrainingId, *, by: PersonId, at: datetime) -> bool:
        """Call it off; False where it was already."""
        ...

    async def tick(
        self, training: TrainingId, persons: Sequence[PersonId], *, came: bool, at: datetime
    ) -> None:
        """Keep of some of the invited whether they came."""
        ...

    async def terms(self, school: SchoolId, day: date) -> Sequence[Term]:
        """Return the quarters and half-years that hold the day, quarters first."""
        ...
