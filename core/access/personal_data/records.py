"""What is kept of the monthly check: who was asked and answered, and what is to be corrected."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from core.access.people import Name
from core.access.personal_data.data import DataField, PersonalData
from core.errors import RuleBroken
from core.facts import Fact
from core.ids import ClassId, CorrectionId, PersonId, PupilId, SchoolId


class CorrectionDecided(RuleBroken):
    """The correction was entered, declined or replaced in the meantime."""

    code = "correction-decided"


class DataAnswer(StrEnum):
    """What a person answered in a month; the latest word counts."""

    RIGHT = "right"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class InPerson:
    """The data were checked with the person by word of mouth: who ticked that, where and when."""

    by: PersonId
    name: Name
    at: datetime
    class_id: ClassId | None


@dataclass(frozen=True, slots=True)
class DataCheck:
    """A person in a month: on which day it was asked last, and what it answered.

    `in_person`: it answered to the school, for the bot could not ask it.
    """

    person: PersonId
    month: date
    told_on: date | None = None
    answer: DataAnswer | None = None
    in_person: InPerson | None = None


@dataclass(frozen=True, slots=True)
class Unasked:
    """Somebody with an account who was not asked this month: a guardian, or the pupil itself."""

    person: PersonId
    pupil: PupilId
    class_title: str


class CorrectionState(StrEnum):
    """Where a correction stands; REPLACED: the person said it in other words since."""

    OPEN = "open"
    ENTERED = "entered"
    DECLINED = "declined"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class Said:
    """A person says what is right; `about` is the child, or the person itself."""

    school: SchoolId
    person: PersonId
    about: PersonId
    field: DataField
    words: str


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person said to be right, until somebody entered it into the school's journal.

    The bot never writes the person's record itself: an import owns it, and the next one would
    undo in silence what was written past it. Here is kept what was said, and what became of it.
    """

    id: CorrectionId
    said: Said
    said_at: datetime
    state: CorrectionState = CorrectionState.OPEN
    word: str = ""

    @property
    def is_open(self) -> bool:
        """Say whether it waits for the administrator."""
        return self.state is CorrectionState.OPEN


@dataclass(frozen=True, slots=True)
class DataCheckAsked(Fact):
    """A person is asked to look at the data of a month; `about` gives the right to hear it."""

    person: PersonId
    about: PupilId
    month: date
    until: datetime


@dataclass(frozen=True, slots=True)
class CorrectionSettled(Fact):
    """A correction was entered or declined: who asked for it is told."""

    correction: CorrectionId
    person: PersonId


class DataChecks(Protocol):
    """What the school has of persons, and the monthly check of it."""

    async def data(
        self, persons: Sequence[PersonId], day: date
    ) -> Mapping[PersonId, PersonalData]:
        """Return what the school's files say of persons, with the classes of the day."""
        ...

    async def unasked(
        self, school: SchoolId, month: date, *, day: date, came_before: datetime
    ) -> Sequence[Unasked]:
        """Return who came in before an instant and has no check of the month, by each pupil.

        Only pupils who are in a class on the day count; of a pupil itself also the pupil.
        """
        ...

    async def of_month(
        self, persons: Sequence[PersonId], month: date
    ) -> Mapping[PersonId, DataCheck]:
        """Return the checks of a month that there are."""
        ...

    async def ask(
        self, school: SchoolId, persons: Sequence[PersonId], month: date, *, day: date
    ) -> frozenset[PersonId]:
        """Keep that persons are asked on a day; return whom: no answer yet, and once a day."""
        ...

    async def answer(
        self, school: SchoolId, person: PersonId, month: date, answer: DataAnswer, *, at: datetime
    ) -> None:
        """Keep what a person answered, whether it was asked or not: the own word counts."""
        ...

    async def check_in_person(
        self,
        school: SchoolId,
        person: PersonId,
        month: date,
        *,
        class_id: ClassId,
        by: PersonId,
        at: datetime,
    ) -> bool:
        """Keep that the data were found right in person; return whether there was no answer."""
        ...

    async def take_check_back(
        self, person: PersonId, month: date, *, class_id: ClassId, by: PersonId
    ) -> bool:
        """Keep that they were not, after all; return whether `by` or the class had ticked it."""
        ...


class DataCorrections(Protocol):
    """What persons say to be right, for who keeps the school's journal."""

    async def say(self, said: Said, *, at: datetime) -> CorrectionId:
        """Keep it; an open one of the same about the same is replaced, unless it is OTHER."""
        ...

    async def of_persons(
        self, persons: Sequence[PersonId], since: datetime
    ) -> Sequence[Correction]:
        """Return what persons said that waits, or was said since then; without the replaced."""
        ...

    async def waiting(self, school: SchoolId) -> Sequence[Correction]:
        """Return what waits at a school, the oldest first."""
        ...

    async def corrections(self, numbers: Sequence[int]) -> Sequence[Correction]:
        """Return corrections by their numbers."""
        ...

    async def decide(
        self,
        correction: CorrectionId,
        state: CorrectionState,
        *,
        by: PersonId,
        at: datetime,
        word: str = "",
    ) -> bool:
        """Keep what became of an open one; return whether it was open."""
        ...

    async def close(
        self, corrections: Sequence[CorrectionId], *, at: datetime
    ) -> frozenset[CorrectionId]:
        """Keep as entered what an import brought; return which of them were open."""
        ...
