"""The journal itself: lessons, kinds of control, works, marks with their history, absences."""

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import ForeignKey, Index, Integer, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base, Numbered, OfSchool, Record, source_once

_STANDS = text("gone_at IS NULL")


class CategoryRow(Record, Base):
    """A kind of control with its weight; `x_source` and what follows come from x_categories.

    `kind` is a `core.journal.values.ControlKind`, or empty where the school names none.
    """

    __tablename__ = "categories"
    __table_args__ = (source_once(), UniqueConstraint("school_id", "x_source"))

    title: Mapped[str]
    weight: Mapped[Decimal]
    x_source: Mapped[str | None]
    kind: Mapped[str]
    written: Mapped[bool]
    required: Mapped[bool]


class CategorySubjectRow(OfSchool, Base):
    """A subject that a kind of control is for; one without any is for all subjects."""

    __tablename__ = "category_subjects"

    category_id: Mapped[int] = mapped_column(ForeignKey("categories.id"), primary_key=True)
    subject_id: Mapped[int] = mapped_column(ForeignKey("subjects.id"), primary_key=True)
    position: Mapped[int] = mapped_column(Integer)


class LessonRow(Record, Base):
    """One lesson; `teacher_id` gives it, `replaces_id` would have. `state`: LessonState."""

    __tablename__ = "lessons"
    __table_args__ = (
        source_once(),
        Index(None, "course_id", "day"),
        Index(
            "ix_lessons_moved",
            "course_id",
            "moved_from_day",
            sqlite_where=text("moved_from_day IS NOT NULL"),
            postgresql_where=text("moved_from_day IS NOT NULL"),
        ),
    )

    course_id: Mapped[int] = mapped_column(ForeignKey("groups.id"))
    day: Mapped[date]
    number: Mapped[int] = mapped_column(Integer)
    state: Mapped[str]
    moved_from_day: Mapped[date | None]
    moved_from_number: Mapped[int | None] = mapped_column(Integer)
    topic: Mapped[str]
    homework: Mapped[str]
    homework_due: Mapped[date | None]
    teacher_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))
    replaces_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))
    category_id: Mapped[int | None] = mapped_column(ForeignKey("categories.id"))
    recorded_at: Mapped[datetime | None]


class WorkRow(Record, Base):
    """A column of the journal. `day` is its assignDate; `x_source` is its row in x_works, if any.

    Without a lesson it stands on its day alone; `corrects_id` makes it a «коррекция» of another.
    """

    __tablename__ = "works"
    __table_args__ = (
        source_once(),
        UniqueConstraint("school_id", "x_source"),
        Index(None, "course_id", "day"),
        Index(None, "lesson_id"),
    )

    course_id: Mapped[int] = mapped_column(ForeignKey("groups.id"))
    category_id: Mapped[int | None] = mapped_column(ForeignKey("categories.id"))
    period_id: Mapped[int | None] = mapped_column(ForeignKey("periods.id"))
    title: Mapped[str]
    day: Mapped[date]
    due: Mapped[date | None]
    value_min: Mapped[Decimal | None]
    value_max: Mapped[Decimal | None]
    x_source: Mapped[str | None]
    lesson_id: Mapped[int | None] = mapped_column(ForeignKey("lessons.id"))
    corrects_id: Mapped[int | None] = mapped_column(ForeignKey("works.id"))


class MarkRow(Record, Base):
    """One pupil's cell in a work's column; `value` as `core.journal.values.MarkValue` writes it.

    At most one mark stands in a cell. A mark that was taken back is gone; its value stays.
    `set_at`: since when the journal has it; what became of its value then is in its history.
    """

    __tablename__ = "marks"
    __table_args__ = (
        source_once(),
        Index(
            "uq_marks_cell",
            "work_id",
            "pupil_id",
            unique=True,
            sqlite_where=_STANDS,
            postgresql_where=_STANDS,
        ),
        Index(None, "pupil_id"),
    )

    work_id: Mapped[int] = mapped_column(ForeignKey("works.id"))
    pupil_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    value: Mapped[str]
    scored_on: Mapped[date | None]
    comment: Mapped[str]
    recorded_at: Mapped[datetime | None]
    set_at: Mapped[datetime]


class MarkHistoryRow(Numbered, OfSchool, Base):
    """A change of a mark: `value` NULL took it back, `before` NULL brought it back."""

    __tablename__ = "mark_history"
    __table_args__ = (Index(None, "mark_id"),)

    mark_id: Mapped[int] = mapped_column(ForeignKey("marks.id"))
    at: Mapped[datetime]
    by_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))
    before: Mapped[str | None]
    value: Mapped[str | None]


class AbsenceRow(Record, Base):
    """One pupil's absence from a lesson, as AbsenceCode and ReasonState; one stands at a time.

    `set_at`: since when the journal has it with this code and reason.
    """

    __tablename__ = "absences"
    __table_args__ = (
        source_once(),
        Index(
            "uq_absences_cell",
            "lesson_id",
            "pupil_id",
            unique=True,
            sqlite_where=_STANDS,
            postgresql_where=_STANDS,
        ),
        Index(None, "pupil_id"),
    )

    lesson_id: Mapped[int] = mapped_column(ForeignKey("lessons.id"))
    pupil_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    code: Mapped[str]
    reason: Mapped[str]
    document: Mapped[str]
    comment: Mapped[str]
    recorded_at: Mapped[datetime | None]
    set_at: Mapped[datetime]


class PeriodMarkRow(Record, Base):
    """A mark of a quarter, half-year, year or exam. `kind`: period, year, exam, final.

    At most one mark of a kind stands in a cell. `set_at`: since when the journal has it; what
    became of its value then is in its history.
    """

    __tablename__ = "period_marks"
    __table_args__ = (
        source_once(),
        Index(
            "uq_period_marks_cell",
            "course_id",
            "period_id",
            "pupil_id",
            "kind",
            unique=True,
            sqlite_where=_STANDS,
            postgresql_where=_STANDS,
        ),
        Index(None, "pupil_id", "period_id"),
        Index(None, "school_id", "changed_at"),
    )

    period_id: Mapped[int] = mapped_column(ForeignKey("periods.id"))
    course_id: Mapped[int] = mapped_column(ForeignKey("groups.id"))
    pupil_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    kind: Mapped[str]
    value: Mapped[str]
    day: Mapped[date | None]
    set_at: Mapped[datetime]


class PeriodMarkHistoryRow(Numbered, OfSchool, Base):
    """A change of a final mark: `value` NULL took it back, `before` NULL brought it back."""

    __tablename__ = "period_mark_history"
    __table_args__ = (Index(None, "period_mark_id"),)

    period_mark_id: Mapped[int] = mapped_column(ForeignKey("period_marks.id"))
    at: Mapped[datetime]
    by_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))
    before: Mapped[str | None]
    value: Mapped[str | None]
