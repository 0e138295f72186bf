"""What `storage.forecast.book` asks: one statement for each question, for all pupils."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import (
    BindParameter,
    CompoundSelect,
    bindparam,
    exists,
    func,
    literal,
    null,
    select,
    union_all,
)

from core.journal.values import LessonState
from storage.diary.statements import COUNTS_ON, IN_SESSION, SESSION, terms_of
from storage.statements import enrolled, in_force_on
from storage.tables import (
    CategoryRow,
    EnrolmentRow,
    GroupRow,
    GroupTermRow,
    HolidayRow,
    LessonRow,
    MarkRow,
    PeriodMarkRow,
    PeriodRow,
    PersonRow,
    SubjectRow,
    TimetableRow,
    WorkRow,
)
from storage.tables.teaching import COURSE, PUPIL

_PUPILS: BindParameter[Sequence[int]] = bindparam("pupils", expanding=True)
_FIRST: BindParameter[date] = bindparam("first")
_LAST: BindParameter[date] = bindparam("last")
_DAY: BindParameter[date] = bindparam("day")

# Counted first: joined to their years before, eleven years of courses take ten times as long.
_COURSES_BY = (
    select(
        GroupTermRow.period_id,
        func.count().label("courses"),
        # Which subjects these are is told for each pupil, by COURSES.
        literal("").label("subjects"),
    )
    .select_from(EnrolmentRow)
    .join(GroupRow, enrolled(PUPIL, COURSE))
    .join(GroupTermRow, GroupTermRow.group_id == GroupRow.id)
    .where(EnrolmentRow.person_id.in_(_PUPILS))
    .group_by(GroupTermRow.period_id)
    .subquery()
)
PERIODS = terms_of(_COURSES_BY)

_MARKS = (
    select(
        MarkRow.pupil_id,
        SubjectRow.id,
        SubjectRow.title,
        WorkRow.id,
        MarkRow.value,
        CategoryRow.weight,
        CategoryRow.kind,
    )
    .select_from(MarkRow)
    .join(WorkRow, WorkRow.id == MarkRow.work_id)
    .join(GroupRow, GroupRow.id == WorkRow.course_id)
    .join(SubjectRow, SubjectRow.id == GroupRow.subject_id)
    .outerjoin(CategoryRow, CategoryRow.id == WorkRow.category_id)
    .where(MarkRow.pupil_id.in_(_PUPILS), MarkRow.gone_at.is_(None), WorkRow.gone_at.is_(None))
    .order_by(WorkRow.day, MarkRow.id)
)
MARKS = _MARKS.where(WorkRow.day.between(_FIRST, _LAST))
MARKS_COUNTED = _MARKS.outerjoin(SESSION, IN_SESSION).where(COUNTS_ON.between(_FIRST, _LAST))

_WORKS: BindParameter[Sequence[int]] = bindparam("works", expanding=True)
OF_WORKS = (
    select(MarkRow.work_id, MarkRow.value, func.count())
    .where(MarkRow.work_id.in_(_WORKS), MarkRow.gone_at.is_(None))
    .group_by(MarkRow.work_id, MarkRow.value)
)

_THEIR_COURSES = select(EnrolmentRow.group_id).where(
    EnrolmentRow.person_id.in_(_PUPILS),
    EnrolmentRow.role == PUPIL,
    EnrolmentRow.gone_at.is_(None),
)
_GIVEN_IN = (LessonRow.id == WorkRow.lesson_id) & LessonRow.gone_at.is_(None)
_HELD_ON = func.coalesce(LessonRow.day, WorkRow.day)
# What a lesson gives moves and is cancelled with it, as in the calendar of control works.
_COLUMNS = (
    select(
        WorkRow.course_id,
        WorkRow.id,
        CategoryRow.kind,
        CategoryRow.weight,
        _HELD_ON.label("day"),
    )
    .outerjoin(CategoryRow, CategoryRow.id == WorkRow.category_id)
    .outerjoin(LessonRow, _GIVEN_IN)
    .where(
        WorkRow.course_id.in_(_THEIR_COURSES),
        _HELD_ON.between(_FIRST, _LAST),
        WorkRow.gone_at.is_(None),
        WorkRow.corrects_id.is_(None),
        LessonRow.id.is_(None) | (LessonRow.state != LessonState.CANCELLED.value),
    )
)
_LESSONS = (
    select(LessonRow.course_id, null(), CategoryRow.kind, CategoryRow.weight, LessonRow.day)
    .join(CategoryRow, CategoryRow.id == LessonRow.category_id)
    .where(
        LessonRow.course_id.in_(_THEIR_COURSES),
        LessonRow.day.between(_FIRST, _LAST),
        LessonRow.gone_at.is_(None),
        LessonRow.state != LessonState.CANCELLED.value,
        ~exists().where(WorkRow.lesson_id == LessonRow.id, WorkRow.gone_at.is_(None)),
    )
)
_BOTH: CompoundSelect[Any] = union_all(_COLUMNS, _LESSONS)
PLANNED = _BOTH.order_by("day")

_SLOTS = (
    select(func.count())
    .where(
        TimetableRow.course_id == GroupRow.id,
        TimetableRow.gone_at.is_(None),
        in_force_on(TimetableRow, _DAY),
    )
    .correlate(GroupRow)
    .scalar_subquery()
)
_KIND: BindParameter[str] = bindparam("kind")
_IN_PERIOD = (
    exists()
    .where(
        GroupTermRow.group_id == GroupRow.id,
        PeriodRow.id == GroupTermRow.period_id,
        PeriodRow.kind == _KIND,
        PeriodRow.begins == _FIRST,
        PeriodRow.ends == _LAST,
    )
    .correlate(GroupRow)
)
COURSES = (
    select(
        EnrolmentRow.person_id,
        GroupRow.id,
        SubjectRow.id,
        SubjectRow.title,
        GroupRow.teaching,
        GroupRow.weekly_hours,
        _SLOTS,
        _IN_PERIOD,
        EnrolmentRow.begins,
        EnrolmentRow.ends,
    )
    .select_from(EnrolmentRow)
    .join(GroupRow, enrolled(PUPIL, COURSE))
    .join(SubjectRow, SubjectRow.id == GroupRow.subject_id)
    .where(EnrolmentRow.person_id.in_(_PUPILS))
)

SET_MARKS = (
    select(PeriodMarkRow.pupil_id, GroupRow.subject_id, PeriodMarkRow.value)
    .join(GroupRow, GroupRow.id == PeriodMarkRow.course_id)
    .join(PeriodRow, PeriodRow.id == PeriodMarkRow.period_id)
    .where(
        PeriodMarkRow.pupil_id.in_(_PUPILS),
        PeriodMarkRow.gone_at.is_(None),
        PeriodMarkRow.kind == "period",
        GroupRow.subject_id.is_not(None),
        PeriodRow.kind == _KIND,
        PeriodRow.begins == _FIRST,
        PeriodRow.ends == _LAST,
    )
    .order_by(PeriodMarkRow.day.nulls_first(), PeriodMarkRow.id)
)

FREE_DAYS = (
    select(HolidayRow.title, HolidayRow.begins, HolidayRow.ends)
    .where(
        HolidayRow.school_id.in_(select(PersonRow.school_id).where(PersonRow.id.in_(_PUPILS))),
        HolidayRow.gone_at.is_(None),
        HolidayRow.begins <= _LAST,
        HolidayRow.ends >= _FIRST,
    )
    .order_by(HolidayRow.begins, HolidayRow.id)
)
