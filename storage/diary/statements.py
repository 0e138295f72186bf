"""What `storage.diary.book` asks: one statement for each question of a family's screen."""

from datetime import date
from typing import Any

from sqlalchemy import (
    BindParameter,
    Select,
    String,
    Subquery,
    bindparam,
    case,
    cast,
    func,
    select,
    union_all,
)
from sqlalchemy.orm import aliased

from core.journal.values import PeriodKind
from storage.statements import NAME, enrolled, enrolled_on
from storage.tables import (
    AbsenceRow,
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
    SchoolRow,
    SubjectRow,
    WorkRow,
)
from storage.tables.teaching import CLASS, COURSE, PUPIL

_PUPIL: BindParameter[int] = bindparam("pupil")
_FIRST: BindParameter[date] = bindparam("first")
_LAST: BindParameter[date] = bindparam("last")
TITLE = func.coalesce(SubjectRow.title, GroupRow.title)

# Courses come along as rows without a group: an outer join to a join would be read whole.
CHILD = (
    select(
        *NAME,
        GroupRow.id,
        GroupRow.title,
        EnrolmentRow.begins,
        EnrolmentRow.ends,
        SchoolRow.zone,
    )
    .select_from(PersonRow)
    .join(SchoolRow, SchoolRow.id == PersonRow.school_id)
    .outerjoin(
        EnrolmentRow,
        (EnrolmentRow.person_id == PersonRow.id)
        & (EnrolmentRow.role == PUPIL)
        & EnrolmentRow.gone_at.is_(None),
    )
    .outerjoin(
        GroupRow,
        (GroupRow.id == EnrolmentRow.group_id)
        & (GroupRow.kind == CLASS)
        & GroupRow.gone_at.is_(None),
    )
    .where(PersonRow.id == _PUPIL, PersonRow.gone_at.is_(None))
)

TAUGHT = (
    select(EnrolmentRow)
    .with_only_columns(EnrolmentRow.id)
    .join(GroupRow, enrolled(PUPIL, COURSE))
    .where(EnrolmentRow.person_id == _PUPIL)
)

_LESSONS = (
    TAUGHT.with_only_columns(
        LessonRow.id,
        LessonRow.course_id,
        LessonRow.day,
        LessonRow.number,
        TITLE,
        LessonRow.state,
        LessonRow.topic,
        LessonRow.homework,
        LessonRow.homework_due,
        LessonRow.replaces_id,
        LessonRow.moved_from_day,
        LessonRow.moved_from_number,
        *NAME,
        AbsenceRow.code,
        AbsenceRow.reason,
    )
    .join(LessonRow, LessonRow.course_id == GroupRow.id)
    .outerjoin(SubjectRow, SubjectRow.id == GroupRow.subject_id)
    .outerjoin(PersonRow, PersonRow.id == LessonRow.teacher_id)
    .outerjoin(
        AbsenceRow,
        (AbsenceRow.lesson_id == LessonRow.id)
        & (AbsenceRow.pupil_id == _PUPIL)
        & AbsenceRow.gone_at.is_(None),
    )
    .where(LessonRow.gone_at.is_(None), enrolled_on(LessonRow.day))
)
# Two questions, each with an index of its own; as one they would read the lessons of all years.
LESSONS = union_all(
    _LESSONS.where(LessonRow.day.between(_FIRST, _LAST)),
    _LESSONS.where(
        LessonRow.moved_from_day.between(_FIRST, _LAST), ~LessonRow.day.between(_FIRST, _LAST)
    ),
)

_STANDING = (MarkRow.pupil_id == _PUPIL) & MarkRow.gone_at.is_(None)
_SHOWN = (WorkRow.day, WorkRow.title, CategoryRow.weight, MarkRow.value, MarkRow.id)
# Summed, so that SQLite goes from the week's works to their marks, not through the pupil's year.
_OF_WEEK = (
    (MarkRow.work_id == WorkRow.id) & (MarkRow.pupil_id + 0 == _PUPIL) & MarkRow.gone_at.is_(None)
)
MARKS_OF_LESSONS = (
    TAUGHT.with_only_columns(WorkRow.lesson_id, *_SHOWN)
    .join(LessonRow, LessonRow.course_id == GroupRow.id)
    .join(WorkRow, WorkRow.lesson_id == LessonRow.id)
    .join(MarkRow, _OF_WEEK)
    .outerjoin(CategoryRow, CategoryRow.id == WorkRow.category_id)
    .where(
        LessonRow.day.between(_FIRST, _LAST),
        LessonRow.gone_at.is_(None),
        WorkRow.gone_at.is_(None),
    )
)
LOOSE_MARKS = (
    TAUGHT.with_only_columns(WorkRow.course_id, TITLE, *_SHOWN)
    .join(WorkRow, WorkRow.course_id == GroupRow.id)
    .join(MarkRow, (MarkRow.work_id == WorkRow.id) & _STANDING)
    .outerjoin(SubjectRow, SubjectRow.id == GroupRow.subject_id)
    .outerjoin(CategoryRow, CategoryRow.id == WorkRow.category_id)
    .where(
        WorkRow.lesson_id.is_(None), WorkRow.day.between(_FIRST, _LAST), WorkRow.gone_at.is_(None)
    )
)

HOLIDAYS = (
    select(HolidayRow.title, HolidayRow.begins, HolidayRow.ends)
    .join(PersonRow, PersonRow.school_id == HolidayRow.school_id)
    .where(
        PersonRow.id == _PUPIL,
        HolidayRow.gone_at.is_(None),
        HolidayRow.begins <= _LAST,
        HolidayRow.ends >= _FIRST,
    )
    .order_by(HolidayRow.begins, HolidayRow.id)
)

_YEAR = aliased(PeriodRow)
TAUGHT_BY = func.aggregate_strings(cast(GroupRow.subject_id, String), ",").label("subjects")
"""The numbers of the subjects that run by a period, in one cell: a row for each is a thousand."""


def terms_of(courses_by: Subquery) -> Select[Any]:
    """Return the terms by which courses run, with the year, from how many courses run by each."""
    return (
        select(
            PeriodRow.title,
            PeriodRow.kind,
            PeriodRow.begins,
            PeriodRow.ends,
            _YEAR.begins,
            _YEAR.ends,
            courses_by.c.courses,
            courses_by.c.subjects,
        )
        .select_from(courses_by)
        .join(PeriodRow, PeriodRow.id == courses_by.c.period_id)
        .join(
            _YEAR,
            (_YEAR.school_id == PeriodRow.school_id)
            & (_YEAR.kind == PeriodKind.YEAR.value)
            & _YEAR.gone_at.is_(None)
            & (_YEAR.begins <= PeriodRow.begins)
            & (PeriodRow.ends <= _YEAR.ends),
        )
        .where(PeriodRow.gone_at.is_(None), PeriodRow.kind != PeriodKind.YEAR.value)
        .order_by(PeriodRow.begins, PeriodRow.id)
    )


# Counted first: joined to their years before, eleven years of courses take ten times as long.
_COURSES_BY = (
    TAUGHT.with_only_columns(GroupTermRow.period_id, func.count().label("courses"), TAUGHT_BY)
    .join(GroupTermRow, GroupTermRow.group_id == GroupRow.id)
    .group_by(GroupTermRow.period_id)
    .subquery()
)
PERIODS = terms_of(_COURSES_BY)

SUBJECTS = (
    TAUGHT.with_only_columns(
        SubjectRow.id, SubjectRow.title, EnrolmentRow.begins, EnrolmentRow.ends, SchoolRow.zone
    )
    .join(SubjectRow, SubjectRow.id == GroupRow.subject_id)
    .join(SchoolRow, SchoolRow.id == GroupRow.school_id)
)

SESSION = aliased(PeriodRow)
IN_SESSION = (SESSION.id == WorkRow.period_id) & SESSION.gone_at.is_(None)
COUNTS_ON = case(
    (SESSION.begins > WorkRow.day, SESSION.begins),
    (SESSION.ends < WorkRow.day, SESSION.ends),
    else_=WorkRow.day,
)
"""The day by which a column counts in a period, as `core.journal.school_years.counts_on` says."""

_MARKS = (
    select(
        SubjectRow.id,
        SubjectRow.title,
        MarkRow.value,
        WorkRow.title,
        CategoryRow.weight,
        WorkRow.day,
        COUNTS_ON,
    )
    .select_from(MarkRow)
    .join(WorkRow, WorkRow.id == MarkRow.work_id)
    .join(GroupRow, GroupRow.id == WorkRow.course_id)
    .join(SubjectRow, SubjectRow.id == GroupRow.subject_id)
    .outerjoin(CategoryRow, CategoryRow.id == WorkRow.category_id)
    .outerjoin(SESSION, IN_SESSION)
    .where(_STANDING, WorkRow.gone_at.is_(None))
    .order_by(WorkRow.day, MarkRow.id)
)
MARKS = _MARKS.where(WorkRow.day.between(_FIRST, _LAST))
MARKS_COUNTED = _MARKS.where(COUNTS_ON.between(_FIRST, _LAST))

PERIOD_MARKS = (
    select(GroupRow.subject_id, PeriodMarkRow.value)
    .join(GroupRow, GroupRow.id == PeriodMarkRow.course_id)
    .join(PeriodRow, PeriodRow.id == PeriodMarkRow.period_id)
    .where(
        PeriodMarkRow.pupil_id == _PUPIL,
        PeriodMarkRow.gone_at.is_(None),
        PeriodMarkRow.kind == "period",
        GroupRow.subject_id.is_not(None),
        PeriodRow.kind == bindparam("kind"),
        PeriodRow.begins == _FIRST,
        PeriodRow.ends == _LAST,
    )
    .order_by(PeriodMarkRow.day.nulls_first(), PeriodMarkRow.id)
)

ABSENCES = (
    select(LessonRow.day, LessonRow.number, TITLE, AbsenceRow.code, AbsenceRow.reason)
    .select_from(AbsenceRow)
    .join(LessonRow, LessonRow.id == AbsenceRow.lesson_id)
    .join(GroupRow, GroupRow.id == LessonRow.course_id)
    .outerjoin(SubjectRow, SubjectRow.id == GroupRow.subject_id)
    .where(
        AbsenceRow.pupil_id == _PUPIL,
        AbsenceRow.gone_at.is_(None),
        LessonRow.gone_at.is_(None),
        LessonRow.day.between(_FIRST, _LAST),
    )
    .order_by(LessonRow.day.desc(), LessonRow.number.desc(), AbsenceRow.id.desc())
)
