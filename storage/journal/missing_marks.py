"""Where period marks are missing. Behind `core.journal.missing_marks.MissingMarks`."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Executable, and_, bindparam, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from core.access.people import Name, Role
from core.ids import ClassId, PeriodId, PersonId, SchoolId
from core.journal.calendar import Holiday
from core.journal.missing_marks import Gap, MarkedPeriod, Scope, in_order
from core.journal.school_years import CountedTerm, of_one_year
from core.journal.values import CourseKind, PeriodKind, PeriodMarkKind
from storage.statements import HAS_COME_IN, NAME, enrolled_as
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

_UNMARKED_GRADES = ("1", "01")
_UNMARKED_KINDS = (CourseKind.ELECTIVE.value, CourseKind.EXTRA.value)

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
_PERIOD = _PERIODS.where(_MARKED, PeriodRow.id == bindparam("period")).order_by(HolidayRow.begins)

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

_GAPS = (
    select(
        _Class.id,
        _Class.title,
        _Course.id,
        func.coalesce(SubjectRow.title, _Course.title),
        *NAME,
    )
    .select_from(GroupTermRow)
    .join(_Course, (_Course.id == GroupTermRow.group_id) & (_Course.kind == COURSE))
    .join(_InCourse, (_InCourse.group_id == _Course.id) & enrolled_as(_InCourse, PUPIL, _DAY))
    .join(PersonRow, (PersonRow.id == _InCourse.person_id) & PersonRow.gone_at.is_(None))
    .join(_InClass, (_InClass.person_id == PersonRow.id) & enrolled_as(_InClass, PUPIL, _DAY))
    .join(_Class, (_Class.id == _InClass.group_id) & (_Class.kind == CLASS))
    .outerjoin(SubjectRow, SubjectRow.id == _Course.subject_id)
    .where(
        GroupTermRow.period_id == bindparam("period"),
        _Course.gone_at.is_(None),
        _Class.gone_at.is_(None),
        _Course.teaching.not_in(_UNMARKED_KINDS),
        _Class.grades.not_in(_UNMARKED_GRADES),
        ~_HAS_MARK,
    )
    .order_by(_Class.id, _Course.id, PersonRow.id)
)
_GAPS_OF_CLASS = _GAPS.where(_Class.id == bindparam("class_id"))
_OWN = (
    select(EnrolmentRow)
    .with_only_columns(EnrolmentRow.group_id)
    .where(EnrolmentRow.person_id == bindparam("person"), enrolled_as(EnrolmentRow, TEACHER, _DAY))
)
# Who hears of the own class or courses is not made to read the whole school's.
_GAPS_OF_SCOPE: Mapping[Scope, Executable] = {
    Scope.CLASS: _GAPS.where(_Class.id.in_(_OWN)),
    Scope.COURSE: _GAPS.where(_Course.id.in_(_OWN)),
    Scope.SCHOOL: _GAPS,
}

_TEACHERS = (
    select(EnrolmentRow.group_id, PersonRow.id)
    .join(PersonRow, (PersonRow.id == EnrolmentRow.person_id) & HAS_COME_IN)
    .where(
        EnrolmentRow.group_id.in_(bindparam("groups", expanding=True)),
        enrolled_as(EnrolmentRow, TEACHER, _DAY),
    )
)
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
        rows = await self.connection.execute(_PERIOD, {"period": period})
        return next(iter(_periods(rows)), None)

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
        asked: dict[str, int | date] = {"period": period, "day": day}
        if class_id is None:
            return await self._gaps(_GAPS, asked)
        return await self._gaps(_GAPS_OF_CLASS, {**asked, "class_id": class_id})

    async def gaps_of(
        self, period: PeriodId, day: date, person: PersonId, scope: Scope
    ) -> Sequence[Gap]:
        """Return no more than what a person hears of."""
        asked: dict[str, int | date] = {"period": period, "day": day}
        if scope is not Scope.SCHOOL:
            asked["person"] = person
        return await self._gaps(_GAPS_OF_SCOPE[scope], asked)

    async def _gaps(self, statement: Executable, asked: Mapping[str, int | date]) -> Sequence[Gap]:
        rows = await self.connection.execute(statement, dict(asked))
        pupils = defaultdict[_Column, list[Name]](list)
        for number, title, course, subject, *name in rows:
            pupils[_Column(number, title, course, subject)].append(Name(*name))
        groups = {one.class_id for one in pupils} | {one.course for one in pupils}
        teachers = await self._teachers(sorted(groups), asked["day"])
        return in_order(_gap(column, tuple(names), teachers) for column, names in pupils.items())

    async def answering(self, school: SchoolId, role: Role) -> Sequence[PersonId]:
        """Return who has come in and holds a role at the school."""
        asked = {"school": school, "role": role.value}
        return [PersonId(one) for (one,) in await self.connection.execute(_ANSWERING, asked)]

    async def _teachers(
        self, groups: Sequence[int], day: int | date
    ) -> Mapping[int, frozenset[PersonId]]:
        found = defaultdict[int, set[PersonId]](set)
        for begin in range(0, len(groups), _AT_ONCE):
            asked = {"groups": groups[begin : begin + _AT_ONCE], "day": day}
            for group, person in await self.connection.execute(_TEACHERS, asked):
                found[group].add(PersonId(person))
        return {group: frozenset(persons) for group, persons in found.items()}


_AT_ONCE = 5_000


class _Column(NamedTuple):
    class_id: int
    class_title: str
    course: int
    subject: str


def _gap(
    column: _Column, pupils: tuple[Name, ...], teachers: Mapping[int, frozenset[PersonId]]
) -> Gap:
    return Gap(
        ClassId(column.class_id),
        column.class_title,
        column.subject,
        pupils,
        teachers.get(column.course, frozenset()),
        teachers.get(column.class_id, frozenset()),
    )


def _periods(rows: Iterable[Sequence[Any]]) -> list[MarkedPeriod]:
    """Return each period once, with its holidays, from a row for each of them."""
    found = dict[int, MarkedPeriod]()
    for number, title, begins, ends, *off in rows:
        known = found.get(number, MarkedPeriod(PeriodId(number), title, begins, ends))
        holidays = (*known.holidays, Holiday(*off)) if off[0] is not None else ()
        found[number] = replace(known, holidays=holidays)
    return list(found.values())
