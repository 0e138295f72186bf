"""Who takes which course in a period or school year, and what stands there: the statements.

A year is the asked period's own row with all that begins within it; any other stands alone.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import (
    BindParameter,
    Executable,
    Select,
    and_,
    bindparam,
    case,
    exists,
    func,
    or_,
    select,
)
from sqlalchemy.orm import aliased

from core.journal.missing_marks import UNMARKED_GRADES, UNMARKED_KINDS, Scope
from core.journal.values import PeriodKind, PeriodMarkKind
from storage.statements import NAME, WHOM, enrolled_as
from storage.tables import (
    EnrolmentRow,
    GroupRow,
    GroupTermRow,
    PeriodMarkRow,
    PeriodRow,
    PersonRow,
    SubjectRow,
)
from storage.tables.teaching import CLASS, COURSE, PUPIL, TEACHER

OWN: BindParameter[Sequence[int]] = bindparam("own", expanding=True)
"""The groups for which a person answers."""

_DAY = bindparam("day", type_=EnrolmentRow.begins.type)
_UNMARKED = [kind.value for kind in UNMARKED_KINDS]
_Asked, _Within = aliased(PeriodRow), aliased(PeriodRow)
_Course, _Class = aliased(GroupRow), aliased(GroupRow)
_InClass, _InCourse = aliased(EnrolmentRow), aliased(EnrolmentRow)

_HOLDS = and_(
    _Within.school_id == _Asked.school_id,
    _Within.gone_at.is_(None),
    or_(
        _Within.id == _Asked.id,
        and_(
            _Asked.kind == PeriodKind.YEAR.value,
            _Within.begins.between(_Asked.begins, _Asked.ends),
        ),
    ),
)
_TAUGHT = (
    select(
        _Asked.id.label("period"),
        _Asked.ends.label("ends"),
        GroupTermRow.group_id.label("course"),
        func.max(_Within.ends).label("until"),
    )
    .select_from(_Asked)
    .join(_Within, _HOLDS)
    .join(GroupTermRow, GroupTermRow.period_id == _Within.id)
    .where(_Asked.id.in_(WHOM))
    .group_by(_Asked.id, _Asked.ends, GroupTermRow.group_id)
    .subquery()
)
# Of what is over its last day counts: who was there then had to be marked.
_THEN = case((_TAUGHT.c.ends < _DAY, _TAUGHT.c.ends), else_=_DAY)
_THEN_TAUGHT = case((_TAUGHT.c.until < _THEN, _TAUGHT.c.until), else_=_THEN)
_SUBJECT = func.coalesce(_Course.subject_id, -_Course.id)

TAKINGS: Select[*tuple[Any, ...]] = (
    select(
        _TAUGHT.c.period,
        _TAUGHT.c.ends,
        _Class.id,
        _Class.title,
        _Course.id,
        func.coalesce(SubjectRow.title, _Course.title),
        _SUBJECT,
        _TAUGHT.c.until,
        PersonRow.id,
        *NAME,
    )
    .select_from(_TAUGHT)
    .join(_Course, (_Course.id == _TAUGHT.c.course) & (_Course.kind == COURSE))
    .join(
        _InCourse, (_InCourse.group_id == _Course.id) & enrolled_as(_InCourse, PUPIL, _THEN_TAUGHT)
    )
    .join(PersonRow, (PersonRow.id == _InCourse.person_id) & PersonRow.gone_at.is_(None))
    .join(_InClass, (_InClass.person_id == PersonRow.id) & enrolled_as(_InClass, PUPIL, _THEN))
    .join(_Class, (_Class.id == _InClass.group_id) & (_Class.kind == CLASS))
    .outerjoin(SubjectRow, SubjectRow.id == _Course.subject_id)
    .where(
        _Course.gone_at.is_(None),
        _Class.gone_at.is_(None),
        _Course.teaching.not_in(_UNMARKED),
        _Class.grades.not_in(UNMARKED_GRADES),
    )
    .order_by(_TAUGHT.c.period, _Class.id, _Course.id, PersonRow.id)
)
_SubjectsCourse = aliased(GroupRow)
_HAS_MARK = exists().where(
    PeriodMarkRow.pupil_id == _InCourse.person_id,
    PeriodMarkRow.period_id == _TAUGHT.c.period,
    PeriodMarkRow.kind == PeriodMarkKind.PERIOD.value,
    PeriodMarkRow.gone_at.is_(None),
    # Who moved to another subgroup was summed up there.
    _SubjectsCourse.id == PeriodMarkRow.course_id,
    func.coalesce(_SubjectsCourse.subject_id, -_SubjectsCourse.id) == _SUBJECT,
)
UNMARKED = TAKINGS.where(~_HAS_MARK)
"""Those without a mark of the period: a quarter or half-year needs no other one to be judged."""

_OWN_SUBJECTS = select(func.coalesce(GroupRow.subject_id, -GroupRow.id)).where(
    GroupRow.id.in_(OWN)
)


def of_class(asked: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    """Return what is asked, of one class."""
    return asked.where(_Class.id == bindparam("class_id"))


TAKINGS_OF_COURSE = TAKINGS.where(_Course.id == bindparam("course"))
TAKINGS_OF_SCOPE: Mapping[Scope, Executable] = {
    Scope.CLASS: TAKINGS.where(_Class.id.in_(OWN)),
    # What the rest of a class has in a subject decides of who takes it with this teacher.
    Scope.COURSE: TAKINGS.where(_SUBJECT.in_(_OWN_SUBJECTS)),
    Scope.SCHOOL: TAKINGS,
}
"""The takings of which a person hears, and those by which they are judged."""
UNMARKED_OF_SCOPE: Mapping[Scope, Executable] = {
    Scope.CLASS: UNMARKED.where(_Class.id.in_(OWN)),
    Scope.COURSE: UNMARKED.where(_Course.id.in_(OWN)),
    Scope.SCHOOL: UNMARKED,
}
"""Who hears of the own class or courses is not made to read the whole school's."""

STANDING = (
    select(
        _Asked.id,
        PeriodMarkRow.pupil_id,
        _SUBJECT,
        PeriodMarkRow.kind,
        PeriodMarkRow.value,
        PeriodMarkRow.course_id,
        _Within.id,
        _Within.kind,
    )
    .select_from(_Asked)
    .join(_Within, _HOLDS)
    .join(
        PeriodMarkRow,
        (PeriodMarkRow.period_id == _Within.id) & PeriodMarkRow.gone_at.is_(None),
    )
    .join(_Course, _Course.id == PeriodMarkRow.course_id)
    .where(
        _Asked.id.in_(WHOM),
        PeriodMarkRow.pupil_id.in_(bindparam("pupils", expanding=True)),
        _SUBJECT.in_(bindparam("subjects", expanding=True)),
    )
    .order_by(_Within.begins, PeriodMarkRow.day.nulls_first(), PeriodMarkRow.id)
)
"""What stands for pupils in the asked periods by subject, the latest last."""

AT_THE_YEARS_END = STANDING.where(
    or_(
        PeriodMarkRow.kind != PeriodMarkKind.PERIOD.value,
        _Within.kind == PeriodKind.YEAR.value,
    )
)
"""Of these what sums up a year: the marks of its quarters are many."""

_Teaches = aliased(EnrolmentRow)
COURSES_OF = (
    select(
        _Course.id,
        func.coalesce(SubjectRow.title, _Course.title),
        _Course.title,
        _Within.id,
        _Within.kind,
        _Within.begins,
        _Asked.id,
        _Asked.begins,
        _Asked.ends,
    )
    .select_from(_TAUGHT)
    .join(_Course, (_Course.id == _TAUGHT.c.course) & (_Course.kind == COURSE))
    .join(
        _Teaches,
        (_Teaches.group_id == _Course.id)
        & (_Teaches.person_id == bindparam("person"))
        & enrolled_as(_Teaches, TEACHER, _THEN_TAUGHT),
    )
    .join(GroupTermRow, GroupTermRow.group_id == _Course.id)
    .join(_Within, _Within.id == GroupTermRow.period_id)
    .join(_Asked, (_Asked.id == _TAUGHT.c.period) & _HOLDS)
    .outerjoin(SubjectRow, SubjectRow.id == _Course.subject_id)
    .where(
        _Course.gone_at.is_(None),
        _Course.teaching.not_in(_UNMARKED),
        _Course.grades.not_in(UNMARKED_GRADES),
        _Within.begins <= _DAY,
    )
    .distinct()
    .order_by(_Course.title, _Course.id, _Within.begins, _Within.id)
)
"""The courses of a teacher in asked years, each with the periods begun by which it runs."""
