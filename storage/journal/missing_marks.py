"""Where final marks are missing. Behind `core.journal.missing_marks.MissingMarks`."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Executable, bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection

from core.access.people import Name, Role
from core.ids import ClassId, CourseId, PeriodId, PersonId, SchoolId
from core.journal.calendar import in_force
from core.journal.marked_periods import MarkedPeriod, PeriodsToMark
from core.journal.missing_marks import Gap, Scope, in_order
from core.journal.missing_of_year import Lack
from storage.journal.marked_periods import (
    PERIODS,
    STANDS,
    periods_numbered,
    periods_of_class,
    read_periods,
)
from storage.journal.takings import (
    TAKINGS,
    TAKINGS_OF_SCOPE,
    UNMARKED,
    UNMARKED_OF_SCOPE,
    of_class,
)
from storage.journal.year_ends import TakingRow, lacking, takings
from storage.statements import HAS_COME_IN, WHOM
from storage.tables import EnrolmentRow, HolidayRow, PeriodRow, PersonRow, RoleRow
from storage.tables.teaching import TEACHER

_ENDING = PERIODS.where(
    STANDS,
    PeriodRow.school_id == bindparam("school"),
    PeriodRow.ends.between(bindparam("first"), bindparam("last")),
).order_by(PeriodRow.ends, PeriodRow.id, HolidayRow.begins)
_TAKINGS_OF_CLASS, _UNMARKED_OF_CLASS = of_class(TAKINGS), of_class(UNMARKED)

_TEACHING = (
    select(EnrolmentRow.group_id, PersonRow.id, EnrolmentRow.begins, EnrolmentRow.ends)
    .select_from(EnrolmentRow)
    .join(PersonRow, (PersonRow.id == EnrolmentRow.person_id) & HAS_COME_IN)
    .where(EnrolmentRow.role == TEACHER, EnrolmentRow.gone_at.is_(None))
)
_TEACHERS = _TEACHING.where(EnrolmentRow.group_id.in_(WHOM))
_TAUGHT_BY = _TEACHING.where(EnrolmentRow.person_id == bindparam("person"))
_ANSWERING = (
    select(PersonRow.id)
    .join(RoleRow, (RoleRow.person_id == PersonRow.id) & RoleRow.gone_at.is_(None))
    .where(
        PersonRow.school_id == bindparam("school"),
        HAS_COME_IN,
        RoleRow.role == bindparam("role"),
    )
    .distinct()
    .order_by(PersonRow.id)
)

_AT_ONCE = 5_000


@dataclass(frozen=True, slots=True)
class SqlMissingMarks:
    """Pupils by course and period, without those who have their mark."""

    connection: AsyncConnection

    async def ending(self, school: SchoolId, first: date, last: date) -> Sequence[MarkedPeriod]:
        """Return quarters, half-years and years that end in the days, both included."""
        asked = {"school": school, "first": first, "last": last}
        return read_periods(await self.connection.execute(_ENDING, asked))

    async def period(self, period: PeriodId) -> MarkedPeriod | None:
        """Return a quarter, half-year or year, or None where it is no more."""
        return (await self.periods([period])).get(period)

    async def periods(self, periods: Sequence[PeriodId]) -> Mapping[PeriodId, MarkedPeriod]:
        """Return several by their numbers; what is no more is missing."""
        found = await periods_numbered(self.connection, periods)
        return {one.id: one for one in found.values()}

    async def periods_of(self, class_id: ClassId, day: date) -> PeriodsToMark:
        """Return what a class's courses are summed up by in the school year of the day."""
        return await periods_of_class(self.connection, class_id, day)

    async def gaps(
        self, period: MarkedPeriod, day: date, class_id: ClassId | None = None
    ) -> Sequence[Gap]:
        """Return where marks are missing for pupils and courses of the day."""
        asked: dict[str, Any] = {"asked": [period.id], "day": day}
        if class_id is not None:
            asked["class_id"] = class_id
        if period.is_year:
            whose = TAKINGS if class_id is None else _TAKINGS_OF_CLASS
            cells = await self._of_years(whose, asked)
        else:
            whose = UNMARKED if class_id is None else _UNMARKED_OF_CLASS
            cells = await self._of_periods(whose, asked)
        return (await self._gaps(cells, day)).get(period.id, [])

    async def gaps_of(
        self, periods: Sequence[MarkedPeriod], today: date, person: PersonId, scope: Scope
    ) -> Mapping[PeriodId, Sequence[Gap]]:
        """Return no more than what a person hears of, as it is today or was at a period's end."""
        asked: dict[str, Any] = {"day": today}
        own = dict[int, list[_Teaching]]()
        if scope is not Scope.SCHOOL:
            own = _by_group(await self.connection.execute(_TAUGHT_BY, {"person": person}))
            asked["own"] = sorted(own)
        years = {one.id for one in periods if one.is_year}
        others = {one.id for one in periods if not one.is_year}
        cells = [
            *await self._of_periods(UNMARKED_OF_SCOPE[scope], asked | {"asked": sorted(others)}),
            *await self._of_years(TAKINGS_OF_SCOPE[scope], asked | {"asked": sorted(years)}),
        ]
        if scope is not Scope.SCHOOL:
            cells = [one for one in cells if _on(own.get(one.of(scope), ()), one.on(scope, today))]
        return await self._gaps(cells, today)

    async def _of_periods(self, statement: Executable, asked: Mapping[str, Any]) -> "list[_Cell]":
        if not asked["asked"]:
            return []
        return [_Cell(one) for one in await takings(self.connection, statement, asked)]

    async def _of_years(self, statement: Executable, asked: Mapping[str, Any]) -> "list[_Cell]":
        if not asked["asked"]:
            return []
        found = await lacking(self.connection, statement, asked)
        return [_Cell(one, lack) for one, lack in found]

    async def _gaps(
        self, cells: "Sequence[_Cell]", today: date
    ) -> Mapping[PeriodId, Sequence[Gap]]:
        columns = defaultdict[tuple[int, int, int, Lack], list[_Cell]](list)
        for cell in cells:
            row = cell.row
            columns[row.period, row.class_id, row.course, cell.lack].append(cell)
        groups = {group for _, *both, _ in columns for group in both}
        teachers = await self._teachers(sorted(groups))
        found = defaultdict[PeriodId, list[Gap]](list)
        for (period, *_), same in columns.items():
            found[PeriodId(period)].append(_gap(same, teachers, today))
        return {period: in_order(gaps) for period, gaps in found.items()}

    async def answering(self, school: SchoolId, role: Role) -> Sequence[PersonId]:
        """Return who has come in and holds a role at the school."""
        asked = {"school": school, "role": role.value}
        return [PersonId(one) for (one,) in await self.connection.execute(_ANSWERING, asked)]

    async def _teachers(self, groups: Sequence[int]) -> "Mapping[int, Sequence[_Teaching]]":
        found = dict[int, Sequence[_Teaching]]()
        for begin in range(0, len(groups), _AT_ONCE):
            asked = {"asked": groups[begin : begin + _AT_ONCE]}
            found |= _by_group(await self.connection.execute(_TEACHERS, asked))
        return found


class _Teaching(NamedTuple):
    person: int
    begins: date | None
    ends: date | None


class _Cell(NamedTuple):
    """A pupil's missing mark in a course."""

    row: TakingRow
    lack: Lack = Lack.PERIOD

    def of(self, scope: Scope) -> int:
        """Return the class, or the course, by which somebody answers for the cell."""
        return self.row.class_id if scope is Scope.CLASS else self.row.course

    def on(self, scope: Scope, today: date) -> date:
        """Return the day on which that somebody counts: a course may be over before its year."""
        ends = self.row.ends if scope is Scope.CLASS else min(self.row.ends, self.row.until)
        return min(today, ends)


def _by_group(rows: Iterable[Sequence[Any]]) -> dict[int, list[_Teaching]]:
    found = defaultdict[int, list[_Teaching]](list)
    for group, *teaching in rows:
        found[group].append(_Teaching._make(teaching))
    return dict(found)


def _on(teachers: Iterable[_Teaching], day: date) -> frozenset[PersonId]:
    """Return who of them teaches on the day."""
    return frozenset(
        PersonId(one.person) for one in teachers if in_force(one.begins, one.ends, day)
    )


def _gap(same: Sequence[_Cell], teachers: Mapping[int, Sequence[_Teaching]], today: date) -> Gap:
    first = same[0]
    row = first.row
    return Gap(
        ClassId(row.class_id),
        row.class_title,
        row.title,
        tuple(Name(one.row.given, one.row.family, one.row.middle) for one in same),
        _on(teachers.get(row.course, ()), first.on(Scope.COURSE, today)),
        _on(teachers.get(row.class_id, ()), first.on(Scope.CLASS, today)),
        frozenset({CourseId(row.course)}),
        first.lack,
    )
