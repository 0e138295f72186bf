"""A pupil's final marks of all years. Behind `core.diary.totals.finals.FinalsBook`."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, select, union
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from core.diary.totals.finals import FinalMark, SchoolYear
from core.diary.views import Period
from core.ids import PupilId, SubjectId
from core.journal.values import MarkValue, PeriodKind, PeriodMarkKind
from storage.statements import enrolled
from storage.tables import (
    EnrolmentRow,
    GroupRow,
    GroupTermRow,
    PeriodMarkRow,
    PeriodRow,
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

_FINALS = (
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
    .where(_STANDING, PeriodRow.begins.between(bindparam("first"), bindparam("last")))
    .order_by(PeriodRow.begins, PeriodMarkRow.day.nulls_first(), PeriodMarkRow.id)
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
        return [
            FinalMark(
                SubjectId(subject),
                title,
                Period(period, PeriodKind(of), begins, ends),
                PeriodMarkKind(kind),
                MarkValue(value),
            )
            for subject, title, period, of, begins, ends, kind, value in (
                await self.connection.execute(_FINALS, asked)
            )
        ]
