"""Marks of a period, a year, an exam are set, put right, taken back (J13). Families hear (F8).

When they are due is the regulation's to say: a mark that comes late is still a mark.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from core.clock import Clock, today
from core.errors import AccessRefused, NotFound, RuleBroken
from core.facts import Facts, Origin
from core.ids import CourseId, PeriodId, PeriodMarkId, PersonId, PupilId, SchoolId
from core.journal.facts import PeriodMarkChanged, PeriodMarkSet, PeriodMarkTakenBack
from core.journal.marking import CellTaken
from core.journal.values import MarkValue, PeriodMarkKind


class NoPeriodMark(RuleBroken):
    """A period is summed up by one mark from 2 to 5, by a pass or a fail, or by «н/а»."""

    code = "no-period-mark"


@dataclass(frozen=True, slots=True)
class PeriodCell:
    """Where a final mark of a pupil stands: one at a time."""

    course: CourseId
    period: PeriodId
    pupil: PupilId
    kind: PeriodMarkKind = PeriodMarkKind.PERIOD


@dataclass(frozen=True, slots=True)
class PeriodMark:
    """A final mark that stands."""

    id: PeriodMarkId
    value: MarkValue


@dataclass(frozen=True, slots=True)
class PeriodColumn:
    """The school in whose journal a cell is, and the zone that dates what is written there.

    `last_day` is the last on which the course is taught: who taught it then sums it up after.
    """

    school: SchoolId
    zone: ZoneInfo
    last_day: date | None = None


class PeriodMarkbook(Protocol):
    """The journal's cells of final marks."""

    async def column(self, cell: PeriodCell) -> PeriodColumn | None:
        """Return where a cell is; None where the pupil never took the course, or it is gone."""
        ...

    async def teaches_course(self, person: PersonId, course: CourseId, day: date) -> bool:
        """Say whether the person teaches the course on the day."""
        ...

    async def period_mark(self, cell: PeriodCell) -> PeriodMark | None:
        """Return the mark that stands in a cell now."""
        ...

    async def set_period_mark(
        self, cell: PeriodCell, value: MarkValue, *, day: date, by: Origin, at: datetime
    ) -> PeriodMark | None:
        """Put a mark into an empty cell; return None where another one stands there by now."""
        ...

    async def change_period_mark(
        self, mark: PeriodMarkId, value: MarkValue, *, day: date, by: Origin, at: datetime
    ) -> None:
        """Put a mark right and keep in its history what stood there."""
        ...

    async def take_back_period_mark(self, mark: PeriodMarkId, *, by: Origin, at: datetime) -> None:
        """Empty a cell and keep in its history what stood there."""
        ...


@dataclass(frozen=True, slots=True)
class SetPeriodMark:
    """The teacher of a course sums up a pupil's period, year or exam (E3 2.17)."""

    markbook: PeriodMarkbook
    facts: Facts
    clock: Clock

    async def __call__(self, teacher: PersonId, cell: PeriodCell, *, value: MarkValue) -> None:
        """Set the mark, or put right the one that stands; the same mark again changes nothing.

        Raise NoPeriodMark for a value that sums up nothing, AccessRefused for another teacher,
        CellTaken where another process has filled the cell meanwhile.
        """
        if not sums_up(value):
            raise NoPeriodMark
        column, day = await must_teach(self.markbook, self.clock, teacher, cell)
        old = await self.markbook.period_mark(cell)
        by, now = Origin(teacher), self.clock.now()
        head = (column.school, now, by)
        if old is None:
            new = await self.markbook.set_period_mark(cell, value, day=day, by=by, at=now)
            if new is None:
                raise CellTaken
            await self.facts.record([PeriodMarkSet(*head, new.id, cell.pupil, value)])
        elif old.value != value:
            await self.markbook.change_period_mark(old.id, value, day=day, by=by, at=now)
            fact = PeriodMarkChanged(*head, old.id, cell.pupil, old.value, value)
            await self.facts.record([fact])


@dataclass(frozen=True, slots=True)
class TakeBackPeriodMark:
    """The teacher of a course takes a final mark back that should not be there."""

    markbook: PeriodMarkbook
    facts: Facts
    clock: Clock

    async def __call__(self, teacher: PersonId, cell: PeriodCell) -> None:
        """Empty the cell; raise NotFound where it is empty already."""
        column, _ = await must_teach(self.markbook, self.clock, teacher, cell)
        old = await self.markbook.period_mark(cell)
        if old is None:
            raise NotFound
        by, now = Origin(teacher), self.clock.now()
        await self.markbook.take_back_period_mark(old.id, by=by, at=now)
        fact = PeriodMarkTakenBack(column.school, now, by, old.id, cell.pupil, old.value)
        await self.facts.record([fact])


def sums_up(value: MarkValue) -> bool:
    """Say whether a value can sum up a period: not two marks in one cell, and no «1»."""
    return value.text not in {"1", ""} and len(value.numbers) <= 1


async def must_teach(
    markbook: PeriodMarkbook, clock: Clock, teacher: PersonId, cell: PeriodCell
) -> tuple[PeriodColumn, date]:
    """Return where the cell is, and the school's date; refuse who does not teach the course.

    A course of half a year is over before the year is summed up: its last teacher does it.
    """
    column = await markbook.column(cell)
    if column is None:
        raise NotFound
    day = today(clock, column.zone)
    taught_on = min(day, column.last_day or day)
    if not await markbook.teaches_course(teacher, cell.course, taught_on):
        raise AccessRefused
    return column, day
