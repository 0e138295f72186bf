"""Sheets of final marks by course and period. Behind `core.journal.period_sheets.PeriodSheets`."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection

from core.access.people import Name
from core.ids import CourseId, PeriodId, PersonId, PupilId
from core.journal.marked_periods import MarkedPeriod
from core.journal.period_marking import PeriodCell
from core.journal.period_sheets import (
    SheetLine,
    StandingMark,
    SummedCourse,
    TaughtYear,
    by_name,
)
from core.journal.values import MarkValue, PeriodKind, PeriodMarkKind
from storage.journal.marked_periods import TermRow, to_mark
from storage.journal.takings import COURSES_OF, TAKINGS_OF_COURSE
from storage.journal.year_ends import StandingRow, standing, takings
from storage.tables import PeriodRow, PersonRow

_YEAR = (
    select(PeriodRow.id)
    .join(PersonRow, PersonRow.school_id == PeriodRow.school_id)
    .where(
        PersonRow.id == bindparam("person"),
        PeriodRow.kind == PeriodKind.YEAR.value,
        PeriodRow.gone_at.is_(None),
        PeriodRow.begins <= bindparam("day", type_=PeriodRow.begins.type),
    )
    .order_by(PeriodRow.begins.desc())
    .limit(1)
)


@dataclass(frozen=True, slots=True)
class SqlPeriodSheets:
    """Who sums up what, and what stands there."""

    connection: AsyncConnection

    async def taught(self, teacher: PersonId, day: date) -> TaughtYear:
        """Return what the person teaches in the school year of the day, periods begun alone."""
        asked = {"person": teacher, "day": day}
        year = (await self.connection.execute(_YEAR, asked)).scalar()
        if year is None:
            return TaughtYear()
        rows = (await self.connection.execute(COURSES_OF, asked | {"asked": [year]})).all()
        terms, courses = Counter[TermRow](), defaultdict[int, dict[int, SummedCourse]](dict)
        for number, subject, title, *term in rows:
            run = TermRow._make(term)
            terms[run] += 1
            course = SummedCourse(CourseId(number), subject, title)
            courses[run.id][number] = courses[run.year][number] = course
        return TaughtYear(
            await to_mark(self.connection, terms, day),
            {PeriodId(period): tuple(of.values()) for period, of in courses.items()},
        )

    async def sheet(
        self, course: CourseId, period: MarkedPeriod, day: date
    ) -> Sequence[SheetLine]:
        """Return the pupils of a course on the day, or on its last one, by family name."""
        asked = {"asked": [period.id], "day": day, "course": course}
        rows = await takings(self.connection, TAKINGS_OF_COURSE, asked)
        marks = defaultdict[tuple[int, int], list[StandingRow]](list)
        for one in await standing(self.connection, rows, all_year=True):
            marks[one.pupil, one.subject].append(one)
        lines = {
            row.pupil: SheetLine(
                PupilId(PersonId(row.pupil)),
                Name(row.given, row.family, row.middle),
                _by_kind(of := marks[row.pupil, row.subject]),
                _earlier(of) if period.is_year else (),
            )
            for row in rows
        }
        return by_name(lines.values())


def _by_kind(marks: Sequence[StandingRow]) -> Mapping[PeriodMarkKind, StandingMark]:
    return {one.counts_as: StandingMark(MarkValue(one.value), _cell_of(one)) for one in marks}


def _cell_of(one: StandingRow) -> PeriodCell:
    return PeriodCell(
        CourseId(one.course),
        PeriodId(one.period),
        PupilId(PersonId(one.pupil)),
        PeriodMarkKind(one.kind),
    )


def _earlier(marks: Sequence[StandingRow]) -> tuple[MarkValue, ...]:
    return tuple(MarkValue(one.value) for one in marks if one.counts_as is PeriodMarkKind.PERIOD)
