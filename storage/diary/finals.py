"""A pupil's final marks of all years. Behind `core.diary.totals.finals.FinalsBook`."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from operator import itemgetter
from typing import Any, Final

from sqlalchemy import Select, bindparam, case, func, null, select, union, union_all
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from core.diary.changes import CellChange
from core.diary.totals.finals import FinalCell, FinalChange, FinalMark, SchoolYear
from core.diary.views import Period
from core.ids import PersonId, PupilId, SubjectId
from core.journal.values import MarkValue, PeriodKind, PeriodMarkKind
from storage.statements import WHOM, enrolled, heard_since
from storage.tables import (
    EnrolmentRow,
    GroupRow,
    GroupTermRow,
    PeriodMarkHistoryRow,
    PeriodMarkRow,
    PeriodRow,
    SchoolRow,
    SubjectRow,
)
from storage.tables.teaching import COURSE, PUPIL

_YEAR = aliased(PeriodRow)
_OF_YEAR = (
    (_YEAR.school_id == PeriodRow.school_id)
    & (_YEAR.kind == PeriodKind.YEAR.value)
    & _YEAR.gone_at.is_(None)
    & (_YEAR.begins <= PeriodRow.begins)
    & (PeriodRow.begins <= _YEAR.ends)
)
_STANDING = (PeriodMarkRow.pupil_id == bindparam("pupil")) & PeriodMarkRow.gone_at.is_(None)

_YEARS = union(
    select(_YEAR.title, _YEAR.begins, _YEAR.ends)
    .select_from(EnrolmentRow)
    .join(GroupRow, enrolled(PUPIL, COURSE))
    .join(GroupTermRow, GroupTermRow.group_id == GroupRow.id)
    .join(PeriodRow, (PeriodRow.id == GroupTermRow.period_id) & PeriodRow.gone_at.is_(None))
    .join(_YEAR, _OF_YEAR)
    .where(EnrolmentRow.person_id == bindparam("pupil")),
    select(_YEAR.title, _YEAR.begins, _YEAR.ends)
    .select_from(PeriodMarkRow)
    .join(PeriodRow, PeriodRow.id == PeriodMarkRow.period_id)
    .join(_YEAR, _OF_YEAR)
    .where(_STANDING),
)

_CELL = (
    SubjectRow.id,
    SubjectRow.title,
    PeriodRow.title,
    PeriodRow.kind,
    PeriodRow.begins,
    PeriodRow.ends,
    PeriodMarkRow.kind,
)


def _of_marks(*columns: Any) -> Select[Any]:  # noqa: ANN401 - columns of any type
    return (
        select(*_CELL, *columns)
        .select_from(PeriodMarkRow)
        .join(GroupRow, GroupRow.id == PeriodMarkRow.course_id)
        .join(SubjectRow, SubjectRow.id == GroupRow.subject_id)
        .join(PeriodRow, PeriodRow.id == PeriodMarkRow.period_id)
    )


_FINALS = (
    _of_marks(PeriodMarkRow.value)
    .where(_STANDING, PeriodRow.begins.between(bindparam("first"), bindparam("last")))
    .order_by(PeriodRow.begins, PeriodMarkRow.day.nulls_first(), PeriodMarkRow.id)
)

_SINCE = bindparam("since", type_=PeriodMarkRow.set_at.type)
_OF_WHOM = PeriodMarkRow.pupil_id.in_(WHOM) & (
    PeriodRow.ends >= bindparam("ended", type_=PeriodRow.ends.type)
)
_First = aliased(PeriodMarkHistoryRow)
_FIRST_VALUE = func.coalesce(
    select(_First.before)
    .where(_First.period_mark_id == PeriodMarkRow.id, _First.at >= PeriodMarkRow.set_at)
    .order_by(_First.at, _First.id)
    .limit(1)
    .scalar_subquery(),
    case((PeriodMarkRow.gone_at.is_(None), PeriodMarkRow.value)),
)
_CHANGES = union_all(
    _of_marks(PeriodMarkRow.pupil_id, PeriodMarkRow.set_at, null(), _FIRST_VALUE)
    .join(SchoolRow, SchoolRow.id == PeriodMarkRow.school_id)
    .where(_OF_WHOM, heard_since(PeriodMarkRow.set_at, _SINCE)),
    _of_marks(
        PeriodMarkRow.pupil_id,
        PeriodMarkHistoryRow.at,
        PeriodMarkHistoryRow.before,
        PeriodMarkHistoryRow.value,
    )
    .join(SchoolRow, SchoolRow.id == PeriodMarkRow.school_id)
    .join(PeriodMarkHistoryRow, PeriodMarkHistoryRow.period_mark_id == PeriodMarkRow.id)
    .where(_OF_WHOM, heard_since(PeriodMarkHistoryRow.at, _SINCE)),
)


@dataclass(frozen=True, slots=True)
class SqlFinalsBook:
    """Final marks by year; a mark that is gone never shows."""

    connection: AsyncConnection

    async def years(self, pupil: PupilId) -> Sequence[SchoolYear]:
        """Return the school years in which the pupil was taught or summed up, oldest first."""
        rows = await self.connection.execute(_YEARS, {"pupil": pupil})
        return sorted((SchoolYear(*row) for row in rows), key=lambda one: one.begins)

    async def finals(self, pupil: PupilId, year: SchoolYear) -> Sequence[FinalMark]:
        """Return the final marks that stand in a year, oldest first."""
        asked = {"pupil": pupil, "first": year.begins, "last": year.ends}
        rows = await self.connection.execute(_FINALS, asked)
        return [_mark(_cell(*cell), value) for *cell, value in rows]

    async def changes_since(
        self, pupils: Sequence[PupilId], at: datetime, *, ended: date
    ) -> Mapping[PupilId, Sequence[FinalChange]]:
        """Return what became of the pupils' final marks since, oldest first.

        Only what a mark was and is counts, whatever else was written of it; only of periods that
        end on the day `ended` or later. What the first import brought is no change.
        """
        asked = {"asked": list(pupils), "since": at, "ended": ended}
        rows = (await self.connection.execute(_CHANGES, asked)).all()
        found = defaultdict[PupilId, list[FinalChange]](list)
        for *cell, pupil, when, before, value in sorted(rows, key=itemgetter(_WHEN)):
            change = CellChange(_cell(*cell), when, _value(before), _value(value))
            found[PupilId(PersonId(pupil))].append(change)
        return found


_WHEN: Final = len(_CELL) + 1
"""The place of a change's moment in its row."""


def _value(text: str | None) -> MarkValue | None:
    return None if text is None else MarkValue(text)


def _cell(  # noqa: PLR0913, PLR0917 - a row
    subject: int, title: str, period: str, of: str, begins: date, ends: date, kind: str
) -> FinalCell:
    return FinalCell(
        SubjectId(subject),
        title,
        Period(period, PeriodKind(of), begins, ends),
        PeriodMarkKind(kind),
    )


def _mark(cell: FinalCell, value: str) -> FinalMark:
    return FinalMark(cell.subject, cell.subject_title, cell.period, cell.kind, MarkValue(value))
