"""What `storage.notices.news` asks the database: one statement for each kind of notice."""

from sqlalchemy import bindparam, case, func, or_, select
from sqlalchemy.orm import aliased

from core.journal.values import LessonState, PeriodKind
from storage.diary.statements import COUNTS_ON, IN_SESSION, SESSION
from storage.statements import NAME, WHOM
from storage.tables import (
    AbsenceRow,
    AttachmentRow,
    CategoryRow,
    GroupRow,
    GroupTermRow,
    LessonRow,
    MarkRow,
    PeriodRow,
    PersonRow,
    SubjectRow,
    TimetableRow,
    WorkRow,
)

_TITLE = func.coalesce(SubjectRow.title, GroupRow.title)

# The period of its course that a work counts in: the last one begun by the day it counts on.
_OF_COURSE, _NEXT = aliased(PeriodRow), aliased(PeriodRow)
_TERM = (
    select(_OF_COURSE.id)
    .join(GroupTermRow, GroupTermRow.period_id == _OF_COURSE.id)
    .where(
        GroupTermRow.group_id == WorkRow.course_id,
        _OF_COURSE.gone_at.is_(None),
        _OF_COURSE.kind != PeriodKind.YEAR.value,
        _OF_COURSE.begins <= COUNTS_ON,
    )
    .order_by(_OF_COURSE.begins.desc(), _OF_COURSE.kind.desc(), _OF_COURSE.id)
    .limit(1)
    .correlate(WorkRow, SESSION)
    .scalar_subquery()
)
# What is given in the holidays counts in the period before them.
_NEXT_BEGINS = (
    select(func.min(_NEXT.begins))
    .where(
        _NEXT.school_id == PeriodRow.school_id,
        _NEXT.kind == PeriodRow.kind,
        _NEXT.begins > PeriodRow.begins,
        _NEXT.gone_at.is_(None),
    )
    .correlate(PeriodRow)
    .scalar_subquery()
)

MARKS = (
    select(
        MarkRow.id,
        MarkRow.pupil_id,
        *NAME,
        GroupRow.subject_id,
        _TITLE,
        WorkRow.title,
        CategoryRow.weight,
        WorkRow.day,
        MarkRow.value,
        MarkRow.gone_at,
        PeriodRow.begins,
        _NEXT_BEGINS,
    )
    .select_from(MarkRow)
    .join(PersonRow, PersonRow.id == MarkRow.pupil_id)
    .join(WorkRow, WorkRow.id == MarkRow.work_id)
    .join(GroupRow, GroupRow.id == WorkRow.course_id)
    .outerjoin(SESSION, IN_SESSION)
    .outerjoin(SubjectRow, SubjectRow.id == GroupRow.subject_id)
    .outerjoin(CategoryRow, CategoryRow.id == WorkRow.category_id)
    .outerjoin(PeriodRow, PeriodRow.id == func.coalesce(_TERM, WorkRow.period_id))
    .where(
        MarkRow.id.in_(WHOM),
        PersonRow.gone_at.is_(None),
        # A mark that was taken back with its whole column is news; no other of such a column is.
        or_(WorkRow.gone_at.is_(None), MarkRow.gone_at.is_not(None)),
    )
)

OTHERS = (
    select(
        MarkRow.id,
        MarkRow.pupil_id,
        GroupRow.subject_id,
        COUNTS_ON,
        MarkRow.value,
        CategoryRow.weight,
    )
    .select_from(MarkRow)
    .join(WorkRow, WorkRow.id == MarkRow.work_id)
    .join(GroupRow, GroupRow.id == WorkRow.course_id)
    .outerjoin(SESSION, IN_SESSION)
    .outerjoin(CategoryRow, CategoryRow.id == WorkRow.category_id)
    .where(
        MarkRow.pupil_id.in_(WHOM),
        MarkRow.gone_at.is_(None),
        WorkRow.gone_at.is_(None),
        COUNTS_ON.between(bindparam("first"), bindparam("last")),
    )
    .order_by(WorkRow.day, MarkRow.id)
)

ABSENCES = (
    select(
        AbsenceRow.id,
        AbsenceRow.pupil_id,
        *NAME,
        _TITLE,
        LessonRow.course_id,
        LessonRow.day,
        LessonRow.number,
        AbsenceRow.code,
        AbsenceRow.reason,
        AbsenceRow.gone_at,
    )
    .select_from(AbsenceRow)
    .join(PersonRow, PersonRow.id == AbsenceRow.pupil_id)
    .join(LessonRow, LessonRow.id == AbsenceRow.lesson_id)
    .join(GroupRow, GroupRow.id == LessonRow.course_id)
    .outerjoin(SubjectRow, SubjectRow.id == GroupRow.subject_id)
    .where(AbsenceRow.id.in_(WHOM), PersonRow.gone_at.is_(None))
)

BELLS = select(
    TimetableRow.course_id,
    TimetableRow.weekday,
    TimetableRow.number,
    TimetableRow.begins,
    TimetableRow.ends,
    TimetableRow.starts,
).where(TimetableRow.course_id.in_(WHOM), TimetableRow.gone_at.is_(None))

# With a lesson that was removed its homework was taken back.
_TAKES_PLACE = LessonRow.gone_at.is_(None)

HOMEWORK = (
    select(
        LessonRow.id,
        _TITLE,
        LessonRow.day,
        case((_TAKES_PLACE, LessonRow.homework_due)),
        case((_TAKES_PLACE, LessonRow.homework), else_=""),
        select(func.count(AttachmentRow.id))
        .where(AttachmentRow.lesson_id == LessonRow.id, AttachmentRow.gone_at.is_(None))
        .scalar_subquery(),
    )
    .join(GroupRow, GroupRow.id == LessonRow.course_id)
    .outerjoin(SubjectRow, SubjectRow.id == GroupRow.subject_id)
    .where(LessonRow.id.in_(WHOM))
)

REPLACEMENTS = (
    select(
        LessonRow.id,
        _TITLE,
        LessonRow.day,
        LessonRow.number,
        LessonRow.replaces_id.is_not(None),
        *NAME,
    )
    .join(GroupRow, GroupRow.id == LessonRow.course_id)
    .outerjoin(SubjectRow, SubjectRow.id == GroupRow.subject_id)
    .outerjoin(PersonRow, PersonRow.id == LessonRow.teacher_id)
    .where(
        LessonRow.id.in_(WHOM),
        LessonRow.gone_at.is_(None),
        LessonRow.state != LessonState.CANCELLED.value,
    )
)
