"""Who gets paper, because nothing electronic reached the family in time (F10)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from core.ids import ClassId, PaperRunId, PersonId, PupilId, SchoolId
from core.notices.ledger import NoticeKind


class Unreached(StrEnum):
    """Why a family was not reached."""

    NOBODY = "nobody"
    REFUSED = "refused"
    UNKNOWN = "unknown"
    WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class ToPrint:
    """What is to be printed for a pupil's family: a record of a kind, and why."""

    school: SchoolId
    pupil: PupilId
    what: NoticeKind
    subject: int
    reason: Unreached
    at: datetime


class PrintRun(Protocol):
    """What is to be printed and handed out; one sheet for a pupil and a record."""

    async def add(self, sheets: Sequence[ToPrint]) -> Collection[PupilId]:
        """Put sheets on the run; return the pupils of whom one was not on it yet."""
        ...

    async def of(
        self, what: NoticeKind, subjects: Sequence[int], pupils: Sequence[PupilId]
    ) -> Sequence[ToPrint]:
        """Return the pupils' sheets of records of a kind."""
        ...

    async def since(self, pupils: Sequence[PupilId], at: datetime) -> Sequence[ToPrint]:
        """Return the pupils' sheets of any record that were put on the run at `at` or later."""
        ...


class OnPaper(StrEnum):
    """Why a family gets its results on paper."""

    DECLINED = "declined"
    ASKED = "asked"
    NEVER_IN = "never_in"
    UNREACHABLE = "unreachable"
    NOT_REACHED = "not_reached"


@dataclass(frozen=True, slots=True)
class NewRun:
    """A print run of a class over a stretch of days, made by a person or (None) by itself."""

    school: SchoolId
    class_id: ClassId
    first: date
    last: date
    made_at: datetime
    by: PersonId | None = None


@dataclass(frozen=True, slots=True)
class PaperRun:
    """A print run on record; a class has one for each last day of a stretch."""

    id: PaperRunId
    class_title: str
    made: NewRun


@dataclass(frozen=True, slots=True)
class PaperSheet:
    """A family's sheet of a run: why, as of when it tells, and who handed it over when.

    It tells what stood at `at`: when it was put on the run, or last made to be printed.
    """

    pupil: PupilId
    why: OnPaper
    at: datetime
    handed_at: datetime | None = None
    handed_by: PersonId | None = None


@dataclass(frozen=True, slots=True)
class LeftSheet:
    """A sheet in nobody's hand, of a pupil who is in another class now: `class_id`."""

    class_id: ClassId
    first: date
    last: date
    pupil: PupilId
    why: OnPaper


@dataclass(frozen=True, slots=True)
class Beside:
    """When the runs were made that hold a family's sheets before and after another one.

    `printed`: as of when the latest of those before tells.
    """

    before: datetime | None = None
    after: datetime | None = None
    printed: datetime | None = None


class PaperRuns(Protocol):
    """Print runs of classes, their sheets, and which of these are in hand."""

    async def add_run(self, run: NewRun) -> PaperRunId | None:
        """Keep a run; return None where the class has one up to this day."""
        ...

    async def put_on(
        self,
        run: PaperRunId,
        school: SchoolId,
        families: Mapping[PupilId, OnPaper],
        *,
        at: datetime,
    ) -> None:
        """Put families on a run; a sheet that is there and not handed over is as of now."""
        ...

    async def printed(self, run: PaperRunId, *, at: datetime) -> None:
        """Keep that a run's sheets were made anew: those not handed over are as of now."""
        ...

    async def of_class(self, class_id: ClassId) -> Sequence[PaperRun]:
        """Return the class's runs, that of the last days first."""
        ...

    async def runs(self, runs: Sequence[PaperRunId]) -> Mapping[PaperRunId, PaperRun]:
        """Return runs by their numbers."""
        ...

    async def run_to(self, class_id: ClassId, last: date) -> PaperRun | None:
        """Return the class's run up to a day."""
        ...

    async def classes_with_run(self, school: SchoolId, last: date) -> Collection[ClassId]:
        """Return the classes that have a run up to the day."""
        ...

    async def summed_up(
        self,
        school: SchoolId,
        day: date,
        since: datetime,
        *,
        ended: date,
        served: Collection[ClassId],
    ) -> Collection[ClassId]:
        """Return the classes, but for those served, with a final mark that is news to a pupil.

        It was set, put right or taken back since the pupil's own last sheet, or `since` where
        the pupil has had none, and sums up a period that ends on the day `ended` or later. What
        the school's first import brought is none.
        """
        ...

    async def left_behind(self, school: SchoolId, day: date, since: date) -> Sequence[LeftSheet]:
        """Return the sheets, of runs up to `since` or later, of who moved to another class.

        In that class by the day, on no run of its own up to the same day, and not handed over.
        """
        ...

    async def beside(self, pupils: Sequence[PupilId], last: date) -> Mapping[PupilId, Beside]:
        """Return the families' runs around the one up to a day; who has none is missing."""
        ...

    async def sheets(
        self, runs: Sequence[PaperRunId]
    ) -> Mapping[PaperRunId, Sequence[PaperSheet]]:
        """Return the sheets of runs."""
        ...

    async def hand_over(
        self, run: PaperRunId, pupils: Sequence[PupilId], *, at: datetime, by: PersonId
    ) -> int:
        """Keep that sheets are in hand; return of how many that is new. The first one stands."""
        ...

    async def take_back(self, run: PaperRunId, pupils: Sequence[PupilId]) -> None:
        """Keep that sheets are not in hand after all."""
        ...

    async def in_hand(self, pupils: Sequence[PupilId]) -> Mapping[PupilId, datetime]:
        """Return whose families hold sheets, and as of when the latest of these tells."""
        ...

    async def reachable(self, persons: Sequence[PersonId]) -> Collection[PersonId]:
        """Return who has a chat or a mailbox that takes our messages."""
        ...
