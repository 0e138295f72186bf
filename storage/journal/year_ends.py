"""Takings of periods and years as they are read, and the marks that stand in them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Executable
from sqlalchemy.ext.asyncio import AsyncConnection

from core.ids import ClassId, CourseId, PersonId, PupilId
from core.journal.missing_of_year import Lack, Taking, missing_of_year
from core.journal.values import PeriodKind, PeriodMarkKind, kind_within
from storage.journal.takings import AT_THE_YEARS_END, STANDING

_AT_ONCE = 5_000


class TakingRow(NamedTuple):
    """A pupil in a course of an asked period."""

    period: int
    ends: date
    class_id: int
    class_title: str
    course: int
    title: str
    subject: int
    until: date
    pupil: int
    given: str
    family: str
    middle: str


class StandingRow(NamedTuple):
    """A mark that stands in an asked period, or within an asked year."""

    asked: int
    pupil: int
    subject: int
    kind: str
    value: str
    course: int
    period: int
    period_kind: str

    @property
    def counts_as(self) -> PeriodMarkKind:
        """Return as what the mark counts."""
        return kind_within(PeriodMarkKind(self.kind), PeriodKind(self.period_kind))


async def takings(
    connection: AsyncConnection, statement: Executable, asked: Mapping[str, Any]
) -> list[TakingRow]:
    """Return who takes what, by class, course and pupil."""
    rows = await connection.execute(statement, dict(asked))
    return [TakingRow._make(row) for row in rows]


async def standing(
    connection: AsyncConnection, rows: Sequence[TakingRow], *, all_year: bool = False
) -> list[StandingRow]:
    """Return the marks that stand for those who take something, the latest last.

    `all_year`: those of a year's quarters too.
    """
    statement = STANDING if all_year else AT_THE_YEARS_END
    asked = {
        "asked": sorted({one.period for one in rows}),
        "subjects": sorted({one.subject for one in rows}),
    }
    pupils, found = sorted({one.pupil for one in rows}), list[StandingRow]()
    for begin in range(0, len(pupils), _AT_ONCE):
        some = asked | {"pupils": pupils[begin : begin + _AT_ONCE]}
        found += [StandingRow._make(row) for row in await connection.execute(statement, some)]
    return found


async def lacking(
    connection: AsyncConnection, statement: Executable, asked: Mapping[str, Any]
) -> Sequence[tuple[TakingRow, Lack]]:
    """Return what is missing at the end of school years."""
    rows = await takings(connection, statement, asked)
    marks = defaultdict[tuple[int, int, int], set[PeriodMarkKind]](set)
    by_year = defaultdict[int, list[TakingRow]](list)
    for row in rows:
        by_year[row.period].append(row)
    for one in await standing(connection, rows):
        marks[one.asked, one.pupil, one.subject].add(one.counts_as)
    return [found for of_year in by_year.values() for found in _lacking(of_year, marks)]


def _lacking(
    rows: Sequence[TakingRow], marks: Mapping[tuple[int, int, int], set[PeriodMarkKind]]
) -> Iterable[tuple[TakingRow, Lack]]:
    row_of = {(row.pupil, row.class_id, row.course): row for row in rows}
    taken = [
        Taking(
            PupilId(PersonId(row.pupil)),
            ClassId(row.class_id),
            CourseId(row.course),
            row.subject,
            row.until,
            frozenset(marks.get((row.period, row.pupil, row.subject), ())),
        )
        for row in rows
    ]
    for one, lack in missing_of_year(taken):
        yield row_of[one.pupil, one.class_id, one.course], lack
