"""Pieces of statements and rows that several adapters share."""

import uuid
from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import BindParameter, ColumnElement, and_, bindparam, case, exists, or_, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import InstrumentedAttribute

from core.access.people import Name
from storage.tables import (
    AbsenceRow,
    AccountLinkRow,
    EnrolmentRow,
    GroupRow,
    LessonRow,
    PersonRow,
    SchoolRow,
    TimetableRow,
)
from storage.tables.base import Base
from storage.tables.teaching import CLASS, PUPIL, TEACHER

NAME = (PersonRow.given, PersonRow.family, PersonRow.middle)
"""The columns of a name, in the order that `Name` takes them."""


STANDS: Final[ColumnElement[bool]] = and_(PersonRow.gone_at.is_(None), PersonRow.enabled)
"""The rule that a person is in the school's records, and not shut out by them."""

HAS_COME_IN: Final[ColumnElement[bool]] = and_(
    STANDS,
    exists().where(AccountLinkRow.person_id == PersonRow.id, AccountLinkRow.ended_at.is_(None)),
)
"""The rule that such a person has an account, so that it can be told something."""

WHOM: BindParameter[Sequence[int]] = bindparam("asked", expanding=True)
"""The ids that a statement is asked about."""


def heard_since(
    at: InstrumentedAttribute[datetime] | InstrumentedAttribute[datetime | None],
    since: ColumnElement[datetime],
) -> ColumnElement[bool]:
    """Return the rule that a moment is not before another, nor in its school's first import.

    A first import tells nobody anything.
    """
    return and_(at >= since, or_(SchoolRow.imported_at.is_(None), at > SchoolRow.imported_at))


def absence_set_at(
    code: ColumnElement[str], reason: ColumnElement[str], at: datetime
) -> ColumnElement[datetime]:
    """Return since when an absence stands so, if it is written with a code and a reason now."""
    same = and_(AbsenceRow.code == code, AbsenceRow.reason == reason, AbsenceRow.gone_at.is_(None))
    return case(
        (same, AbsenceRow.set_at), else_=bindparam("stands_at", at, AbsenceRow.set_at.type)
    )


def named(given: str | None, family: str | None, middle: str | None) -> Name | None:
    """Return a name, or None where an outer join found nobody."""
    return None if given is None else Name(given, family or "", middle or "")


def new_source() -> str:
    """Return an id for a record made by a person: an export needs one, and no file can know it."""
    return uuid.uuid4().hex


def enrolled(role: str, kind: str) -> ColumnElement[bool]:
    """Return the rule that an enrolment and its group stand and are of this role and kind."""
    return and_(
        EnrolmentRow.role == role,
        EnrolmentRow.gone_at.is_(None),
        GroupRow.id == EnrolmentRow.group_id,
        GroupRow.kind == kind,
        GroupRow.gone_at.is_(None),
    )


_DayOf = ColumnElement[date] | ColumnElement[date | None] | InstrumentedAttribute[date]


def in_force_on(
    row: type[EnrolmentRow | TimetableRow], day: _DayOf | BindParameter[date]
) -> ColumnElement[bool]:
    """Return the rule that a stretch of days, open at either end, holds the day."""
    return and_(
        or_(row.begins.is_(None), row.begins <= day), or_(row.ends.is_(None), day <= row.ends)
    )


def in_force_within(
    row: type[EnrolmentRow | TimetableRow], first: BindParameter[date], last: BindParameter[date]
) -> ColumnElement[bool]:
    """Return the rule that a stretch of days, open at either end, holds any of some days."""
    return and_(
        or_(row.begins.is_(None), row.begins <= last), or_(row.ends.is_(None), row.ends >= first)
    )


def enrolled_on(day: _DayOf) -> ColumnElement[bool]:
    """Return the rule that an enrolment is in force on the day of another column."""
    return in_force_on(EnrolmentRow, day)


def enrolled_as(
    row: type[EnrolmentRow], role: str, day: _DayOf | BindParameter[date]
) -> ColumnElement[bool]:
    """Return the rule that an enrolment stands, is of the role, and is in force on the day."""
    return and_(row.role == role, row.gone_at.is_(None), in_force_on(row, day))


def teaches_lesson(person: BindParameter[int]) -> ColumnElement[bool]:
    """Return the rule that a person gives a lesson, or teaches its course on the lesson's day."""
    return or_(
        LessonRow.teacher_id == person,
        exists().where(
            EnrolmentRow.group_id == LessonRow.course_id,
            EnrolmentRow.person_id == person,
            enrolled_as(EnrolmentRow, TEACHER, LessonRow.day),
        ),
    )


INSERTS: Final[dict[str, Callable[[type[Base]], Any]]] = {
    "sqlite": sqlite.insert,
    "postgresql": postgresql.insert,
}
"""Each database's INSERT that knows ON CONFLICT; they share their methods and no class."""


def insert_into(connection: AsyncConnection, table: type[Base]) -> Any:  # noqa: ANN401 - the dialects' inserts share their methods and no class
    """Return an INSERT that knows ON CONFLICT, which SQL leaves to each database."""
    return INSERTS[connection.dialect.name](table)


IN_CLASS = (
    select(
        EnrolmentRow.person_id, GroupRow.id, GroupRow.title, EnrolmentRow.begins, EnrolmentRow.ends
    )
    .where(enrolled(PUPIL, CLASS))
    .subquery()
)
"""The classes of pupils, with the days between which each is theirs."""
