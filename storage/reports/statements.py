"""What `storage.reports.book` asks: one statement for each kind of record, for all pupils."""

from datetime import date
from typing import Final

from sqlalchemy import BindParameter, bindparam, case, func, or_, select
from sqlalchemy.orm import aliased

from core.journal.values import NOT_CERTIFIED, LessonState
from core.reports.ports import UNSATISFACTORY
from storage.diary.statements import COUNTS_ON, IN_SESSION, SESSION
from storage.statements import NAME, WHOM, enrolled
from storage.tables import (
    AbsenceRow,
    EnrolmentRow,
    GroupRow,
    GroupTermRow,
    LessonRow,
    MarkRow,
    PeriodMarkRow,
    PeriodRow,
    PersonRow,
    SchoolRow,
    SubjectRow,
    WorkRow,
)
from storage.tables.teaching import CLASS, COURSE, PUPIL, TEACHER

_FIRST: BindParameter[date] = bindparam("first")
_LAST: BindParameter[date] = bindparam("last")
_SINCE = bindparam("since", type_=EnrolmentRow.gone_at.type)

TERMS: Final = (
    select(PeriodRow.id, PeriodRow.title, PeriodRow.kind, PeriodRow.begins, PeriodRow.ends)
    .where(PeriodRow.school_id == bindparam("school"), PeriodRow.gone_at.is_(None))
    .order_by(PeriodRow.begins, PeriodRow.ends, PeriodRow.id)
)

_Here, _Of = aliased(EnrolmentRow), aliased(GroupRow)
# A list rather than EXISTS: SQLite begins with the class's own, and not with all of the school.
_OF_THEM = select(_Here.person_id).where(
    _Here.role == PUPIL,
    _Here.group_id.in_(WHOM),
    or_(_Here.gone_at.is_(None), _Here.gone_at >= _SINCE),
    or_(_Here.begins.is_(None), _Here.begins <= _LAST),
    or_(_Here.ends.is_(None), _Here.ends >= _FIRST),
)
STAYS: Final = (
    select(
        PersonRow.id,
        *NAME,
        _Of.id,
        _Of.title,
        EnrolmentRow.begins,
        EnrolmentRow.ends,
        EnrolmentRow.gone_at,
        SchoolRow.zone,
    )
    .select_from(PersonRow)
    .join(EnrolmentRow, EnrolmentRow.person_id == PersonRow.id)
    .join(_Of, _Of.id == EnrolmentRow.group_id)
    .join(SchoolRow, SchoolRow.id == PersonRow.school_id)
    .where(
        _Of.kind == CLASS,
        EnrolmentRow.role == PUPIL,
        or_(EnrolmentRow.gone_at.is_(None), EnrolmentRow.gone_at >= _SINCE),
        or_(EnrolmentRow.begins.is_(None), EnrolmentRow.begins <= _LAST),
        or_(EnrolmentRow.ends.is_(None), EnrolmentRow.ends >= _FIRST),
        PersonRow.id.in_(_OF_THEM),
    )
    .order_by(EnrolmentRow.begins.nulls_first(), EnrolmentRow.id)
)

PLACES: Final = (
    select(EnrolmentRow.person_id, GroupRow.id, EnrolmentRow.begins, EnrolmentRow.ends)
    .join(GroupRow, enrolled(PUPIL, COURSE))
    .where(EnrolmentRow.person_id.in_(WHOM))
    .order_by(EnrolmentRow.id)
)

COURSES: Final = (
    select(GroupRow.id, SubjectRow.id, SubjectRow.title, GroupRow.teaching, GroupRow.weekly_hours)
    .join(SubjectRow, SubjectRow.id == GroupRow.subject_id)
    .where(GroupRow.id.in_(WHOM))
    .order_by(GroupRow.id)
)
TERMS_OF_COURSES: Final = select(GroupTermRow.group_id, GroupTermRow.period_id).where(
    GroupTermRow.group_id.in_(WHOM)
)
TEACHERS: Final = (
    select(EnrolmentRow.group_id, *NAME)
    .join(PersonRow, PersonRow.id == EnrolmentRow.person_id)
    .where(
        EnrolmentRow.group_id.in_(WHOM),
        EnrolmentRow.role == TEACHER,
        EnrolmentRow.gone_at.is_(None),
        PersonRow.gone_at.is_(None),
    )
    # The first one of a course comes last, so that it is the one that is kept.
    .order_by(EnrolmentRow.is_primary, EnrolmentRow.id.desc())
)

_HELD = (
    LessonRow.course_id.in_(WHOM),
    LessonRow.gone_at.is_(None),
    LessonRow.state == LessonState.HELD.value,
    LessonRow.day.between(_FIRST, _LAST),
)
TAUGHT: Final = (
    select(
        LessonRow.course_id,
        LessonRow.day,
        func.count(),
        func.sum(case((func.trim(LessonRow.topic) == "", 1), else_=0)),
        func.sum(case((func.trim(LessonRow.homework) == "", 1), else_=0)),
    )
    .where(*_HELD)
    .group_by(LessonRow.course_id, LessonRow.day)
    .order_by(LessonRow.course_id, LessonRow.day)
)

MISSED: Final = (
    select(
        AbsenceRow.pupil_id,
        LessonRow.day,
        LessonRow.number,
        LessonRow.course_id,
        SubjectRow.id,
        SubjectRow.title,
        LessonRow.topic,
        AbsenceRow.code,
        AbsenceRow.reason,
        PersonRow.source,
    )
    .select_from(AbsenceRow)
    .join(PersonRow, PersonRow.id == AbsenceRow.pupil_id)
    .join(LessonRow, LessonRow.id == AbsenceRow.lesson_id)
    .join(GroupRow, GroupRow.id == LessonRow.course_id)
    .join(SubjectRow, SubjectRow.id == GroupRow.subject_id)
    .where(
        AbsenceRow.pupil_id.in_(WHOM),
        AbsenceRow.gone_at.is_(None),
        LessonRow.gone_at.is_(None),
        LessonRow.state == LessonState.HELD.value,
        LessonRow.day.between(_FIRST, _LAST),
    )
    .order_by(LessonRow.day, LessonRow.number, AbsenceRow.id)
)

SUMMED_UP: Final = (
    select(
        PeriodMarkRow.pupil_id,
        PeriodMarkRow.period_id,
        PeriodMarkRow.kind,
        SubjectRow.id,
        SubjectRow.title,
        PeriodMarkRow.value,
    )
    .join(PeriodRow, PeriodRow.id == PeriodMarkRow.period_id)
    .join(GroupRow, GroupRow.id == PeriodMarkRow.course_id)
    .join(SubjectRow, SubjectRow.id == GroupRow.subject_id)
    .where(
        PeriodMarkRow.pupil_id.in_(WHOM),
        PeriodMarkRow.gone_at.is_(None),
        PeriodRow.gone_at.is_(None),
        PeriodRow.begins >= _FIRST,
        PeriodRow.ends <= _LAST,
    )
    .order_by(PeriodMarkRow.day.nulls_first(), PeriodMarkRow.id)
)

_STANDS = (MarkRow.gone_at.is_(None), WorkRow.gone_at.is_(None))
_COUNTS = COUNTS_ON.between(_FIRST, _LAST)
"""A mark belongs to the session that its column names, and else to that of its day."""
GIVEN: Final = (
    select(WorkRow.course_id, WorkRow.day, func.count())
    .join(MarkRow, MarkRow.work_id == WorkRow.id)
    .where(WorkRow.course_id.in_(WHOM), WorkRow.day.between(_FIRST, _LAST), *_STANDS)
    .group_by(WorkRow.course_id, WorkRow.day)
    .order_by(WorkRow.course_id, WorkRow.day)
)
_CERTIFIES = case(
    (MarkRow.value == NOT_CERTIFIED, 0), (MarkRow.value.contains("/", autoescape=True), 2), else_=1
)
MARKS_OF: Final = (
    select(MarkRow.pupil_id, WorkRow.course_id, func.sum(_CERTIFIES))
    .join(WorkRow, WorkRow.id == MarkRow.work_id)
    .outerjoin(SESSION, IN_SESSION)
    .where(MarkRow.pupil_id.in_(WHOM), _COUNTS, *_STANDS)
    .group_by(MarkRow.pupil_id, WorkRow.course_id)
    .order_by(MarkRow.pupil_id, WorkRow.course_id)
)
POOR: Final = (
    select(
        MarkRow.pupil_id,
        WorkRow.day,
        SubjectRow.title,
        WorkRow.title,
        func.coalesce(LessonRow.topic, ""),
        MarkRow.value,
    )
    .select_from(MarkRow)
    .join(WorkRow, WorkRow.id == MarkRow.work_id)
    .join(GroupRow, GroupRow.id == WorkRow.course_id)
    .join(SubjectRow, SubjectRow.id == GroupRow.subject_id)
    .outerjoin(LessonRow, (LessonRow.id == WorkRow.lesson_id) & LessonRow.gone_at.is_(None))
    .outerjoin(SESSION, IN_SESSION)
    .where(
        MarkRow.pupil_id.in_(WHOM),
        MarkRow.value.in_(sorted(UNSATISFACTORY)),
        _COUNTS,
        *_STANDS,
    )
    .order_by(WorkRow.day, MarkRow.id)
)
