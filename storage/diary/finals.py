"""A pupil's final marks of all years. Behind `core.diary.totals.finals.FinalsBook`."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import bindparam, select, union
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from core.diary.totals.finals import FinalMark, SchoolYear, SetFinal
from core.diary.views import Period
from core.ids import PersonId, PupilId, SubjectId
from core.journal.values import MarkValue, PeriodKind, PeriodMarkKind
from storage.statements import WHOM, enrolled
from storage.tables import (
    EnrolmentRow,
    GroupRow,
    GroupTermRow,
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

_ANY = (
    select(
        SubjectRow.id,
        SubjectRow.title,
        PeriodRow.title,
        PeriodRow.kind,
        PeriodRow.begins,
        PeriodRow.ends,
        PeriodMarkRow.kind,
        PeriodMarkRow.value,
    )
    .select_from(PeriodMarkRow)
    .join(GroupRow, GroupRow.id == PeriodMarkRow.course_id)
    .join(SubjectRow, SubjectRow.id == GroupRow.subject_id)
    .join(PeriodRow, PeriodRow.id == PeriodMarkRow.period_id)
    .order_by(PeriodRow.begins, PeriodMarkRow.day.nulls_first(), PeriodMarkRow.id)
)
_FINALS = _ANY.where(_STANDING, PeriodRow.begins.between(bindparam("first"), bindparam("last")))
_SET_SINCE = (
    _ANY.add_columns(PeriodMarkRow.pupil_id, PeriodMarkRow.changed_at)
    .join(SchoolRow, SchoolRow.id == PeriodMarkRow.school_id)
    .where(
        PeriodMarkRow.pupil_id.in_(WHOM),
        PeriodMarkRow.gone_at.is_(None),
        PeriodMarkRow.changed_at >= bindparam("since", type_=PeriodMarkRow.changed_at.type),
        # A first import tells nobody anything.
        SchoolRow.imported_at.is_(None) | (PeriodMarkRow.changed_at > SchoolRow.imported_at),
    )
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
        return [_mark(*row) for row in await self.connection.execute(_FINALS, asked)]

    async def set_since(
        self, pupils: Sequence[PupilId], at: datetime
    ) -> Mapping[PupilId, Sequence[SetFinal]]:
        """Return the pupils' final marks that stand and were set or put right since, in order.

        What the first import brought is none of them.
        """
        found = defaultdict[PupilId, list[SetFinal]](list)
        asked = {"asked": list(pupils), "since": at}
        for *told, pupil, changed_at in await self.connection.execute(_SET_SINCE, asked):
            found[PupilId(PersonId(pupil))].append(SetFinal(_mark(*told), changed_at))
        return found


def _mark(  # noqa: PLR0913, PLR0917 - a row
    subject: int,
    title: str,
    period: str,
    of: str,
    begins: date,
    ends: date,
    kind: str,
    value: str,
) -> FinalMark:
    return FinalMark(
        SubjectId(subject),
        title,
        Period(period, PeriodKind(of), begins, ends),
        PeriodMarkKind(kind),
        MarkValue(value),
    )
