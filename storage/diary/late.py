"""What became of marks and absences of earlier days. Behind `core.diary.papers.late.LateBook`."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from operator import attrgetter
from typing import Any

from sqlalchemy import Select, bindparam, case, func, null, or_, select, union_all
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from core.diary.changes import CellChange
from core.diary.excuses.rules import excuse_for, excused
from core.diary.papers.late import AbsenceChange, MarkCell, MarkChange
from core.diary.views import ShownAbsence
from core.ids import LessonId, PersonId, PupilId, SubjectId, WorkId
from core.journal.values import AbsenceCode, MarkValue, ReasonState
from storage.diary.excuses import excuses_of
from storage.diary.statements import TITLE
from storage.statements import WHOM, heard_since
from storage.tables import (
    AbsenceRow,
    GroupRow,
    LessonRow,
    MarkHistoryRow,
    MarkRow,
    SchoolRow,
    SubjectRow,
    WorkRow,
)

_SINCE = bindparam("since", type_=MarkRow.set_at.type)
_FIRST = bindparam("first", type_=WorkRow.day.type)
_LAST = bindparam("last", type_=WorkRow.day.type)


def _of_marks(*columns: Any) -> Select[Any]:  # noqa: ANN401 - columns of any type
    return (
        select(
            MarkRow.pupil_id, SubjectRow.id, SubjectRow.title, WorkRow.id, WorkRow.day, *columns
        )
        .select_from(MarkRow)
        .join(WorkRow, WorkRow.id == MarkRow.work_id)
        .join(GroupRow, GroupRow.id == WorkRow.course_id)
        .join(SubjectRow, SubjectRow.id == GroupRow.subject_id)
        .join(SchoolRow, SchoolRow.id == MarkRow.school_id)
        .where(MarkRow.pupil_id.in_(WHOM), WorkRow.day.between(_FIRST, _LAST))
    )


_Earliest = aliased(MarkHistoryRow)
_FIRST_VALUE = func.coalesce(
    select(_Earliest.before)
    .where(_Earliest.mark_id == MarkRow.id, _Earliest.at >= MarkRow.set_at)
    .order_by(_Earliest.at, _Earliest.id)
    .limit(1)
    .scalar_subquery(),
    case((MarkRow.gone_at.is_(None), MarkRow.value)),
)
_MARKS = union_all(
    _of_marks(MarkRow.set_at, null(), _FIRST_VALUE).where(heard_since(MarkRow.set_at, _SINCE)),
    _of_marks(MarkHistoryRow.at, MarkHistoryRow.before, MarkHistoryRow.value)
    .join(MarkHistoryRow, MarkHistoryRow.mark_id == MarkRow.id)
    .where(heard_since(MarkHistoryRow.at, _SINCE)),
)

_ABSENCES = (
    select(
        AbsenceRow.pupil_id,
        LessonRow.id,
        LessonRow.day,
        LessonRow.number,
        TITLE,
        AbsenceRow.code,
        AbsenceRow.reason,
        AbsenceRow.set_at,
        AbsenceRow.gone_at,
    )
    .select_from(AbsenceRow)
    .join(LessonRow, LessonRow.id == AbsenceRow.lesson_id)
    .join(GroupRow, GroupRow.id == LessonRow.course_id)
    .outerjoin(SubjectRow, SubjectRow.id == GroupRow.subject_id)
    .join(SchoolRow, SchoolRow.id == AbsenceRow.school_id)
    .where(
        AbsenceRow.pupil_id.in_(WHOM),
        LessonRow.day.between(_FIRST, _LAST),
        or_(heard_since(AbsenceRow.set_at, _SINCE), heard_since(AbsenceRow.gone_at, _SINCE)),
    )
    .order_by(LessonRow.day, LessonRow.number, AbsenceRow.id)
)


@dataclass(frozen=True, slots=True)
class SqlLateBook:
    """A statement for marks and one for absences, however many pupils there are."""

    connection: AsyncConnection

    async def mark_changes(
        self, pupils: Sequence[PupilId], at: datetime, *, first: date, last: date
    ) -> Mapping[PupilId, Sequence[MarkChange]]:
        """Return what became, since `at`, of the marks of the days, by day and subject."""
        found = defaultdict[PupilId, list[MarkChange]](list)
        asked = {"asked": list(pupils), "since": at, "first": first, "last": last}
        rows = await self.connection.execute(_MARKS, asked)
        for pupil, subject, title, work, day, *change in rows:
            cell = MarkCell(SubjectId(subject), title, WorkId(work), day)
            found[PupilId(PersonId(pupil))].append(_change(cell, *change))
        return {one: sorted(changes, key=_PLACE) for one, changes in found.items()}

    async def absence_changes(
        self, pupils: Sequence[PupilId], at: datetime, *, first: date, last: date
    ) -> Mapping[PupilId, Sequence[AbsenceChange]]:
        """Return the absences of the days that changed since `at`, by lesson."""
        asked = {"asked": list(pupils), "since": at, "first": first, "last": last}
        rows = (await self.connection.execute(_ABSENCES, asked)).all()
        excuses = await excuses_of(self.connection, list(pupils), first, last) if rows else ()
        found = defaultdict[PupilId, list[AbsenceChange]](list)
        for number, lesson, day, of_day, subject, code, reason, set_at, gone_at in rows:
            pupil = PupilId(PersonId(number))
            excuse = excuse_for(excuses, pupil, day, of_day)
            told = excused(AbsenceCode(code), ReasonState(reason), excuse)
            shown = ShownAbsence(day, of_day, subject, *told)
            found[pupil] += _absence(LessonId(lesson), shown, set_at, gone_at)
        return found


_PLACE = attrgetter("cell.day", "cell.subject_title", "at")


def _change(cell: MarkCell, at: datetime, before: str | None, value: str | None) -> MarkChange:
    was, stands = (None if one is None else MarkValue(one) for one in (before, value))
    return CellChange(cell, at, was, stands)


def _absence(
    lesson: LessonId, shown: ShownAbsence, set_at: datetime, gone_at: datetime | None
) -> Iterator[AbsenceChange]:
    if gone_at is None:
        yield CellChange(lesson, set_at, None, shown)
    elif gone_at > set_at:  # else it came as gone, and never stood
        yield CellChange(lesson, set_at, None, shown)
        yield CellChange(lesson, gone_at, shown, None)
