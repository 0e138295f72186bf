"""The periods that marks sum up, with their holidays; and those of a class in a school year."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final, NamedTuple

from sqlalchemy import and_, bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from core.ids import ClassId, PeriodId
from core.journal.calendar import Holiday, period_of
from core.journal.marked_periods import MarkedPeriod, PeriodsToMark
from core.journal.school_years import CountedTerm, year_of_periods
from core.journal.values import PeriodKind
from storage.statements import WHOM, enrolled_as
from storage.tables import EnrolmentRow, GroupTermRow, HolidayRow, PeriodRow
from storage.tables.teaching import PUPIL

_PERIOD_AND_HOLIDAY = (
    PeriodRow.id,
    PeriodRow.title,
    PeriodRow.kind,
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
STANDS: Final = PeriodRow.gone_at.is_(None)
PERIODS = select(*_PERIOD_AND_HOLIDAY).select_from(PeriodRow).outerjoin(HolidayRow, _IN_PERIOD)
"""Periods, with a row for each of their holidays."""

_BY_NUMBER = PERIODS.where(STANDS, PeriodRow.id.in_(WHOM)).order_by(HolidayRow.begins)

_DAY = bindparam("day", type_=EnrolmentRow.begins.type)
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
_OF_CLASS = (
    select(
        PeriodRow.id,
        PeriodRow.kind,
        PeriodRow.begins,
        _Year.id,
        _Year.begins,
        _Year.ends,
        _COURSES_BY.c.courses,
    )
    .select_from(_COURSES_BY)
    .join(PeriodRow, PeriodRow.id == _COURSES_BY.c.period_id)
    .join(
        _Year,
        and_(
            _Year.school_id == PeriodRow.school_id,
            _Year.kind == PeriodKind.YEAR.value,
            _Year.gone_at.is_(None),
            _Year.begins <= PeriodRow.begins,
            PeriodRow.ends <= _Year.ends,
        ),
    )
    .where(STANDS)
    .order_by(PeriodRow.begins, PeriodRow.id)
)


class TermRow(NamedTuple):
    """A period by which courses run, with its school year; a year is its own."""

    id: int
    kind: str
    begins: date
    year: int
    year_begins: date
    year_ends: date


def read_periods(rows: Iterable[Sequence[Any]]) -> list[MarkedPeriod]:
    """Return each period once, with its holidays, from a row for each of them."""
    found = dict[int, MarkedPeriod]()
    for number, title, kind, begins, ends, *off in rows:
        new = MarkedPeriod(
            PeriodId(number), title, begins, ends, is_year=kind == PeriodKind.YEAR.value
        )
        known = found.get(number, new)
        holidays = (*known.holidays, Holiday(*off)) if off[0] is not None else ()
        found[number] = replace(known, holidays=holidays)
    return list(found.values())


async def periods_numbered(
    connection: AsyncConnection, numbers: Iterable[int]
) -> Mapping[int, MarkedPeriod]:
    """Return several periods by their numbers; what is no more is missing."""
    rows = await connection.execute(_BY_NUMBER, {"asked": sorted(set(numbers))})
    return {one.id: one for one in read_periods(rows)}


async def to_mark(
    connection: AsyncConnection, terms: Mapping[TermRow, int], day: date
) -> PeriodsToMark:
    """Return what is summed up in the school year of a day, from how many courses run by what."""
    year = year_of_periods(
        [
            CountedTerm(
                one, PeriodKind(one.kind), one.begins, one.year_begins, one.year_ends, courses
            )
            for one, courses in terms.items()
            if one.kind != PeriodKind.YEAR.value
        ],
        day,
    )
    shown = [*year.periods, *year.others]
    # Where courses run by whole years alone there is nothing to sum up but the year.
    of_year = shown[0] if shown else period_of(sorted(terms, key=lambda it: it.year_begins), day)
    if of_year is None:
        return PeriodsToMark()
    found = await periods_numbered(connection, {of_year.year, *(one.id for one in shown)})
    return PeriodsToMark(
        tuple(found[one.id] for one in year.periods),
        tuple(found[one.id] for one in year.others),
        found[of_year.year],
    )


async def periods_of_class(
    connection: AsyncConnection, class_id: ClassId, day: date
) -> PeriodsToMark:
    """Return what a class's courses are summed up by in the school year of a day."""
    rows = await connection.execute(_OF_CLASS, {"class_id": class_id, "day": day})
    terms = {TermRow._make(term): courses for *term, courses in rows}
    return await to_mark(connection, terms, day)
