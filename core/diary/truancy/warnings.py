"""Warnings about missed lessons: only the class teacher's word sends one (F12, C4.3.10)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from core.access.people import Child
from core.diary.issuing.drafts import Drafts, WarningState
from core.diary.truancy.facts import TruancyTold
from core.diary.truancy.spells import Spell
from core.facts import Origin
from core.ids import PersonId, PupilId, SchoolId, TruancyId


@dataclass(frozen=True, slots=True)
class TruancyWarning:
    """A warning about the lessons that a pupil missed from `begins` to `ends`.

    `words` are the class teacher's; where they are empty the program's own are told. A decision
    that nobody made (`decided_by` None) was the program's: the lessons have got their reasons.
    """

    id: TruancyId
    school: SchoolId
    child: Child
    begins: date
    ends: date
    made_at: datetime
    words: str = ""
    state: WarningState = WarningState.DRAFT
    decided_at: datetime | None = None
    decided_by: PersonId | None = None
    reason: str = ""

    @property
    def is_settled(self) -> bool:
        """Say whether a person has decided: no other warning is made of the same days."""
        return self.state is not WarningState.DRAFT and self.decided_by is not None

    def told(self, at: datetime, by: Origin) -> TruancyTold:
        """Return the fact that it is sent to the guardians."""
        return TruancyTold(self.school, at, by, self.child.pupil, self.id)


class TruancyWarnings(Drafts[TruancyId, TruancyWarning], Protocol):
    """The warnings about missed lessons: one for a pupil and the day on which they began."""

    async def add(
        self, school: SchoolId, spells: Sequence[Spell], *, at: datetime
    ) -> Mapping[PupilId, TruancyId]:
        """Make drafts, or let those wait again that the program itself had dropped.

        Return what is new; of what a person decided, or what waits already, nothing is.
        """
        ...

    async def waiting(self, school: SchoolId) -> Sequence[TruancyWarning]:
        """Return the drafts of a school, oldest first."""
        ...

    async def of_pupils(self, pupils: Sequence[PupilId]) -> Sequence[TruancyWarning]:
        """Return the pupils' warnings of whatever state, the latest days first."""
        ...

    async def sent_since(self, school: SchoolId, at: datetime) -> Sequence[TruancyWarning]:
        """Return the warnings of a school that were sent at `at` or later, oldest first."""
        ...

    async def some(self, warnings: Sequence[TruancyId]) -> Mapping[TruancyId, TruancyWarning]:
        """Return several warnings by their numbers."""
        ...

    async def reach_to(self, ends: Mapping[TruancyId, date]) -> None:
        """Let drafts speak of the days up to these."""
        ...

    async def withdraw(self, warnings: Sequence[TruancyId], *, at: datetime) -> None:
        """Drop drafts by nobody's word: their lessons have got reasons."""
        ...
