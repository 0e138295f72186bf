"""Where period marks are missing. Behind `core.journal.missing_marks.MissingMarks`."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Executable,
    Select,
    and_,
    bindparam,
    case,
    exists,
    func,
    or_,
    select,
)
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from core.access.people import Name, Role
from core.ids import ClassId, PeriodId, PersonId, SchoolId
from core.journal.calendar import Holiday, in_force
from core.journal.missing_marks import (
    UNMARKED_GRADES,
    UNMARKED_KINDS,
    Gap,
    MarkedPeriod,
    Scope,
    in_order,
)
from core.journal.school_years import CountedTerm, of_one_year
from core.journal.values import PeriodKind, PeriodMarkKind
from storage.statements import HAS_COME_IN, NAME, WHOM, enrolled_as
from storage.tables import (
    EnrolmentRow,
    GroupRow,
    GroupTermRow,
    HolidayRow,
    PeriodMarkRow,
    PeriodRow,
    PersonRow,
    RoleRow,
    SubjectRow,
)
from storage.tables.teaching import CLASS, COURSE, PUPIL, TEACHER

_UNMARKED_KINDS = [kind.value for kind in UNMARKED_KINDS]

_PERIOD_AND_HOLIDAY = (
    PeriodRow.id,
    PeriodRow.title,
    PeriodRow.begins,
    PeriodRow.ends,
    HolidayRow.title,
    HolidayRow.begins,
    HolidayRow.ends,
)
_IN_PERIOD = and_(
    HolidayRow.school_id == PeriodRow.school_id,
    HolidayRow.gone_at.is_(None),
    HolidayRow.begins <= PeriodRow.ends,
    HolidayRow.ends >= PeriodRow.begins,
)
_MARKED = (PeriodRow.kind != PeriodKind.YEAR.value) & PeriodRow.gone_at.is_(None)
_DAY = bindparam("day", type_=EnrolmentRow.begins.type)

_PERIODS = select(*_PERIOD_AND_HOLIDAY).select_from(PeriodRow).outerjoin(HolidayRow, _IN_PERIOD)
_ENDING = _PERIODS.where(
    _MARKED,
    PeriodRow.school_id == bindparam("school"),
    PeriodRow.ends.between(bindparam("first"), bindparam("last")),
).order_by(PeriodRow.ends, PeriodRow.id, HolidayRow.begins)
_BY_NUMBER = _PERIODS.where(_MARKED, PeriodRow.id.in_(WHOM)).order_by(HolidayRow.begins)

_Course, _Class = aliased(GroupRow), aliased(GroupRow)
_InClass, _InCourse = aliased(EnrolmentRow), aliased(EnrolmentRow)
_Year = aliased(PeriodRow)


_COURSES_BY = (
    select(GroupTermRow.period_id, func.count(GroupTermRow.group_id.distinct()).label("courses"))
    .select_from(_InClass)
    .join(_InCourse, _InCourse.person_id == _InClass.person_id)
    .join(GroupTermRow, GroupTermRow.group_id == _InCourse.group_id)
    .where(
        _InClass.group_id == bindparam("class_id"),
        enrolled_as(_InClass, PUPIL, _DAY),
        _InCourse.role == PUPIL,
        _InCourse.gone_at.is_(None),
    )
    .group_by(GroupTermRow.period_id)
    .subquery()
)
_PERIODS_OF_CLASS = (
    select(*_PERIOD_AND_HOLIDAY, PeriodRow.kind, _Year.begins, _Year.ends, _COURSES_BY.c.courses)
    .select_from(_COURSES_BY)
    .join(PeriodRow, PeriodRow.id == _COURSES_BY.c.period_id)
    .join(
        _Year,
        (_Year.school_id == PeriodRow.school_id)
        & (_Year.kind == PeriodKind.YEAR.value)
        & _Year.gone_at.is_(None)
        & (_Year.begins <= PeriodRow.begins)
        & (PeriodRow.ends <= _Year.ends),
    )
    .outerjoin(HolidayRow, _IN_PERIOD)
    .where(_MARKED)
    .order_by(PeriodRow.begins, PeriodRow.id, HolidayRow.begins)
)

_OtherCourse = aliased(GroupRow)
_HAS_MARK = exists().where(
    PeriodMarkRow.pupil_id == _InCourse.person_id,
    PeriodMarkRow.period_id == GroupTermRow.period_id,
    PeriodMarkRow.kind == PeriodMarkKind.PERIOD.value,
    PeriodMarkRow.gone_at.is_(None),
    # Who moved to another subgroup was summed up there.
    _OtherCourse.id == PeriodMarkRow.course_id,
    or_(_OtherCourse.id == _Course.id, _OtherCourse.subject_id == _Course.subject_id),
)


def _missing(day: ColumnElement[date]) -> Select[*tuple[Any, ...]]:
    """Return the cells without a mark, of pupils who are in class and course on a day."""
    return (
        select(
            PeriodRow.id,
            PeriodRow.ends,
            _Class.id,
            _Class.title,
            _Course.id,
            func.coalesce(SubjectRow.title, _Course.title),
            *NAME,
        )
        .select_from(GroupTermRow)
        .join(PeriodRow, PeriodRow.id == GroupTermRow.period_id)
        .join(_Course, (_Course.id == GroupTermRow.group_id) & (_Course.kind == COURSE))
        .join(_InCourse, (_InCourse.group_id == _Course.id) & enrolled_as(_InCourse, PUPIL, day))
        .join(PersonRow, (PersonRow.id == _InCourse.person_id) & PersonRow.gone_at.is_(None))
        .join(_InClass, (_InClass.person_id == PersonRow.id) & enrolled_as(_InClass, PUPIL, day))
        .join(_Class, (_Class.id == _InClass.group_id) & (_Class.kind == CLASS))
        .outerjoin(SubjectRow, SubjectRow.id == _Course.subject_id)
        .where(
            GroupTermRow.period_id.in_(WHOM),
            _Course.gone_at.is_(None),
            _Class.gone_at.is_(None),
            _Course.teaching.not_in(_UNMARKED_KINDS),
            _Class.grades.not_in(UNMARKED_GRADES),
            ~_HAS_MARK,
        )
        .order_by(PeriodRow.id, _Class.id, _Course.id, PersonRow.id)
    )


_GAPS = _missing(_DAY)
_GAPS_OF_CLASS = _GAPS.where(_Class.id == bindparam("class_id"))
# Of a period that is over its last day counts: who was there then had to be marked.
_GAPS_THEN = _missing(case((PeriodRow.ends < _DAY, PeriodRow.ends), else_=_DAY))
_OWN: BindParameter[Sequence[int]] = bindparam("own", expanding=True)
# Who hears of the own class or courses is not made to read the whole school's.
_GAPS_OF_SCOPE: Mapping[Scope, Executable] = {
    Scope.CLASS: _GAPS_THEN.where(_Class.id.in_(_OWN)),
    Scope.COURSE: _GAPS_THEN.where(_Course.id.in_(_OWN)),
    Scope.SCHOOL: _GAPS_THEN,
}
_STRETCH = (EnrolmentRow.begins, EnrolmentRow.ends)
_TEACHING = (
    select(EnrolmentRow.group_id, PersonRow.id, *_STRETCH)
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


@dataclass(frozen=True, slots=True)
class SqlMissingMarks:
    """Pupils by course and period, without those who have their mark."""

    connection: AsyncConnection

    async def ending(self, school: SchoolId, first: date, last: date) -> Sequence[MarkedPeriod]:
        """Return quarters and half-years that end in the days, both included."""
        asked = {"school": school, "first": first, "last": last}
        return _periods(await self.connection.execute(_ENDING, asked))

    async def period(self, period: PeriodId) -> MarkedPeriod | None:
        """Return a quarter or half-year, or None where it is no more."""
        return (await self.periods([period])).get(period)

    async def periods(self, periods: Sequence[PeriodId]) -> Mapping[PeriodId, MarkedPeriod]:
        """Return several by their numbers; what is no more is missing."""
        rows = await self.connection.execute(_BY_NUMBER, {"asked": sorted(set(periods))})
        return {one.id: one for one in _periods(rows)}

    async def periods_of(self, class_id: ClassId, day: date) -> Sequence[MarkedPeriod]:
        """Return the class's quarters or half-years of the school year of the day, in order."""
        asked = {"class_id": class_id, "day": day}
        rows = (await self.connection.execute(_PERIODS_OF_CLASS, asked)).all()
        terms = {
            number: (PeriodKind(kind), year_begins, year_ends, courses)
            for number, *_, kind, year_begins, year_ends, courses in rows
        }
        periods = _periods(row[: len(_PERIOD_AND_HOLIDAY)] for row in rows)
        return of_one_year(
            [
                CountedTerm(one, kind, one.begins, year_begins, year_ends, courses)
                for one in periods
                for kind, year_begins, year_ends, courses in [terms[one.id]]
            ],
            day,
        )

    async def gaps(
        self, period: PeriodId, day: date, class_id: ClassId | None = None
    ) -> Sequence[Gap]:
        """Return where marks are missing for pupils and courses of the day."""
        asked: dict[str, Any] = {"asked": [period], "day": day}
        if class_id is None:
            cells = await self._cells(_GAPS, asked)
        else:
            cells = await self._cells(_GAPS_OF_CLASS, {**asked, "class_id": class_id})
        return (await self._gaps(cells, lambda _: day)).get(period, [])

    async def gaps_of(
        self, periods: Sequence[PeriodId], today: date, person: PersonId, scope: Scope
    ) -> Mapping[PeriodId, Sequence[Gap]]:
        """Return no more than what a person hears of, as it is today or was at a period's end."""
        asked: dict[str, Any] = {"asked": sorted(set(periods)), "day": today}
        own = dict[int, list[_Teaching]]()
        if scope is not Scope.SCHOOL:
            rows = await self.connection.execute(_TAUGHT_BY, {"person": person})
            own = _by_group(rows)
            asked["own"] = sorted(own)

        def then(cell: _Cell) -> date:
            return min(today, cell.ends)

        cells = await self._cells(_GAPS_OF_SCOPE[scope], asked)
        if scope is not Scope.SCHOOL:
            cells = [one for one in cells if _on(own.get(one.group(scope), ()), then(one))]
        return await self._gaps(cells, then)

    async def _cells(self, statement: Executable, asked: Mapping[str, Any]) -> "list[_Cell]":
        rows = await self.connection.execute(statement, dict(asked))
        return [_Cell._make(row) for row in rows]

    async def _gaps(
        self, cells: "Sequence[_Cell]", day_of: "Callable[[_Cell], date]"
    ) -> Mapping[PeriodId, Sequence[Gap]]:
        columns = defaultdict[tuple[int, int, int], list[_Cell]](list)
        for cell in cells:
            columns[cell.period, cell.class_id, cell.course].append(cell)
        groups = {group for _, *both in columns for group in both}
        teachers = await self._teachers(sorted(groups))
        found = defaultdict[PeriodId, list[Gap]](list)
        for (period, _, _), same in columns.items():
            found[PeriodId(period)].append(_gap(same, teachers, day_of(same[0])))
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


_AT_ONCE = 5_000


class _Teaching(NamedTuple):
    person: int
    begins: date | None
    ends: date | None


class _Cell(NamedTuple):
    period: int
    ends: date
    class_id: int
    class_title: str
    course: int
    subject: str
    given: str
    family: str
    middle: str

    def group(self, scope: Scope) -> int:
        """Return the class, or the course, by which somebody answers for the cell."""
        return self.class_id if scope is Scope.CLASS else self.course


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


def _gap(same: Sequence[_Cell], teachers: Mapping[int, Sequence[_Teaching]], day: date) -> Gap:
    first = same[0]
    return Gap(
        ClassId(first.class_id),
        first.class_title,
        first.subject,
        tuple(Name(one.given, one.family, one.middle) for one in same),
        _on(teachers.get(first.course, ()), day),
        _on(teachers.get(first.class_id, ()), day),
    )


def _periods(rows: Iterable[Sequence[Any]]) -> list[MarkedPeriod]:
    """Return each period once, with its holidays, from a row for each of them."""
    found = dict[int, MarkedPeriod]()
    for number, title, begins, ends, *off in rows:
        known = found.get(number, MarkedPeriod(PeriodId(number), title, begins, ends))
        holidays = (*known.holidays, Holiday(*off)) if off[0] is not None else ()
        found[number] = replace(known, holidays=holidays)
    return list(found.values())
