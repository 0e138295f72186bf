"""Absences and homework of several pupils, for paper. Behind `SheetBook` of core."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import and_, bindparam, exists, func, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from core.diary.excuses.rules import excuse_for, excused
from core.diary.papers.sheet import SheetHomework
from core.diary.views import ShownAbsence
from core.ids import PersonId, PupilId
from core.journal.values import AbsenceCode, LessonState, ReasonState
from storage.diary.excuses import excuses_of
from storage.diary.statements import TITLE
from storage.statements import WHOM, enrolled, enrolled_on
from storage.tables import (
    AbsenceRow,
    EnrolmentRow,
    GroupRow,
    HomeworkDoneRow,
    LessonRow,
    SubjectRow,
)
from storage.tables.teaching import COURSE, PUPIL

_FIRST = bindparam("first", type_=LessonRow.day.type)
_LAST = bindparam("last", type_=LessonRow.day.type)

_ABSENCES = (
    select(
        AbsenceRow.pupil_id,
        LessonRow.day,
        LessonRow.number,
        TITLE,
        AbsenceRow.code,
        AbsenceRow.reason,
    )
    .select_from(AbsenceRow)
    .join(LessonRow, LessonRow.id == AbsenceRow.lesson_id)
    .join(GroupRow, GroupRow.id == LessonRow.course_id)
    .outerjoin(SubjectRow, SubjectRow.id == GroupRow.subject_id)
    .where(
        AbsenceRow.pupil_id.in_(WHOM),
        AbsenceRow.gone_at.is_(None),
        LessonRow.gone_at.is_(None),
        LessonRow.day.between(_FIRST, _LAST),
    )
    .order_by(LessonRow.day, LessonRow.number, AbsenceRow.id)
)

_Next = aliased(LessonRow)
_NEXT_DAY = (
    select(func.min(_Next.day))
    .where(
        _Next.course_id == LessonRow.course_id,
        _Next.day > LessonRow.day,
        _Next.gone_at.is_(None),
        _Next.state != LessonState.CANCELLED.value,
    )
    .scalar_subquery()
)
_DUE = func.coalesce(LessonRow.homework_due, _NEXT_DAY)
_DONE = exists().where(
    and_(
        HomeworkDoneRow.lesson_id == LessonRow.id,
        HomeworkDoneRow.pupil_id == EnrolmentRow.person_id,
        # A tick holds for the text that it was set under.
        HomeworkDoneRow.text == LessonRow.homework,
    )
)
_HOMEWORK = (
    select(EnrolmentRow.person_id, TITLE, LessonRow.homework, _DUE.label("due"), _DONE)
    .select_from(EnrolmentRow)
    .join(GroupRow, enrolled(PUPIL, COURSE))
    .join(LessonRow, LessonRow.course_id == GroupRow.id)
    .outerjoin(SubjectRow, SubjectRow.id == GroupRow.subject_id)
    .where(
        EnrolmentRow.person_id.in_(WHOM),
        LessonRow.gone_at.is_(None),
        LessonRow.homework != "",
        LessonRow.day < _LAST,
        enrolled_on(LessonRow.day),
        _DUE.between(_FIRST, _LAST),
    )
    .order_by(_DUE, TITLE, LessonRow.id)
)


@dataclass(frozen=True, slots=True)
class SqlSheetBook:
    """One statement for each kind of record, however many pupils there are."""

    connection: AsyncConnection

    async def absences_of(
        self, pupils: Sequence[PupilId], first: date, last: date
    ) -> Mapping[PupilId, Sequence[ShownAbsence]]:
        """Return the absences of the days, oldest first, with what families say of them."""
        asked = {"asked": list(pupils), "first": first, "last": last}
        rows = (await self.connection.execute(_ABSENCES, asked)).all()
        excuses = await excuses_of(self.connection, list(pupils), first, last) if rows else ()
        found = defaultdict[PupilId, list[ShownAbsence]](list)
        for number, day, lesson, subject, code, reason in rows:
            pupil = PupilId(PersonId(number))
            excuse = excuse_for(excuses, pupil, day, lesson)
            told = excused(AbsenceCode(code), ReasonState(reason), excuse)
            found[pupil].append(ShownAbsence(day, lesson, subject, *told))
        return found

    async def homework_of(
        self, pupils: Sequence[PupilId], first: date, last: date
    ) -> Mapping[PupilId, Sequence[SheetHomework]]:
        """Return homework due on the days, oldest first."""
        asked = {"asked": list(pupils), "first": first, "last": last}
        found = defaultdict[PupilId, list[SheetHomework]](list)
        for pupil, subject, text, due, done in await self.connection.execute(_HOMEWORK, asked):
            one = SheetHomework(subject, text, due, bool(done))
            found[PupilId(PersonId(pupil))].append(one)
        return found
