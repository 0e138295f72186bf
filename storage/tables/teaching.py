"""Who is taught what by whom and when: subjects, groups, enrolments, timetable, plans."""

from datetime import date, time
from decimal import Decimal

from sqlalchemy import ForeignKey, Index, Integer, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base, OfSchool, Record, source_once

CLASS, COURSE = "class", "course"
"""The two kinds of group: a class (7А), or one subject taught to a class or a subgroup."""

PUPIL, TEACHER = "pupil", "teacher"
"""The two parts that a person plays in a group."""


class SubjectRow(Record, Base):
    """What is taught: Алгебра."""

    __tablename__ = "subjects"
    __table_args__ = (source_once(),)

    title: Mapped[str]


class GroupRow(Record, Base):
    """A class or a course. The columns from `x_source` on say more of a course.

    `x_source` is the id of its row in x_courses, if there is one; `teaching` is a
    `core.journal.values.CourseKind`.
    """

    __tablename__ = "groups"
    __table_args__ = (
        source_once(),
        UniqueConstraint("school_id", "x_source"),
        Index(None, "subject_id"),
    )

    kind: Mapped[str]
    title: Mapped[str]
    grades: Mapped[str]
    subject_id: Mapped[int | None] = mapped_column(ForeignKey("subjects.id"))
    x_source: Mapped[str | None]
    teaching: Mapped[str]
    subgroup: Mapped[str]
    weekly_hours: Mapped[Decimal | None]
    year_hours: Mapped[Decimal | None]


class GroupTermRow(OfSchool, Base):
    """A period in which a group is taught."""

    __tablename__ = "group_terms"

    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id"), primary_key=True)
    period_id: Mapped[int] = mapped_column(ForeignKey("periods.id"), primary_key=True)
    position: Mapped[int] = mapped_column(Integer)


class CourseClassRow(OfSchool, Base):
    """A class whose pupils take a course."""

    __tablename__ = "course_classes"
    __table_args__ = (Index(None, "class_id"),)

    course_id: Mapped[int] = mapped_column(ForeignKey("groups.id"), primary_key=True)
    class_id: Mapped[int] = mapped_column(ForeignKey("groups.id"), primary_key=True)
    position: Mapped[int] = mapped_column(Integer)


class EnrolmentRow(Record, Base):
    """A person in a group, as pupil or teacher; an open end has no day."""

    __tablename__ = "enrolments"
    __table_args__ = (
        source_once(),
        Index(None, "person_id", "role"),
        Index(None, "group_id", "role"),
    )

    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    role: Mapped[str]
    is_primary: Mapped[bool]
    begins: Mapped[date | None]
    ends: Mapped[date | None]


class TimetableRow(Record, Base):
    """A lesson of a course that the timetable expects each week of a stretch of days."""

    __tablename__ = "timetable"
    __table_args__ = (source_once(), Index(None, "course_id", "weekday"))

    course_id: Mapped[int] = mapped_column(ForeignKey("groups.id"))
    weekday: Mapped[int] = mapped_column(Integer)
    number: Mapped[int] = mapped_column(Integer)
    starts: Mapped[time | None]
    finishes: Mapped[time | None]
    room: Mapped[str]
    begins: Mapped[date | None]
    ends: Mapped[date | None]


class LessonPlanRow(Record, Base):
    """One line of a course's lesson plan (КТП, J17)."""

    __tablename__ = "lesson_plans"
    __table_args__ = (source_once(), Index(None, "course_id", "number"))

    course_id: Mapped[int] = mapped_column(ForeignKey("groups.id"))
    number: Mapped[int] = mapped_column(Integer)
    topic: Mapped[str]
    hours: Mapped[Decimal | None]
    category_id: Mapped[int | None] = mapped_column(ForeignKey("categories.id"))
    homework: Mapped[str]
