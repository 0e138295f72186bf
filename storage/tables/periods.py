"""What happens over a period: forecasts that were sent, warnings, and what goes on paper."""

from datetime import date, datetime

from sqlalchemy import BigInteger, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base, Numbered, OfSchool


class ForecastIssueRow(Numbered, OfSchool, Base):
    """A class's forecast as sent (`core.diary.issuing.terms.Issue`); `by_id` NULL: by itself."""

    __tablename__ = "forecast_issues"
    __table_args__ = (UniqueConstraint("period_id", "class_id"),)

    class_id: Mapped[int] = mapped_column(ForeignKey("groups.id"))
    period_id: Mapped[int] = mapped_column(ForeignKey("periods.id"))
    at: Mapped[datetime]
    by_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))
    looked_on: Mapped[date | None]


class UnmarkedClassRow(Numbered, OfSchool, Base):
    """A class in whose period nobody had a mark when it was last looked at, on `looked_on`."""

    __tablename__ = "unmarked_classes"
    __table_args__ = (UniqueConstraint("period_id", "class_id"),)

    class_id: Mapped[int] = mapped_column(ForeignKey("groups.id"))
    period_id: Mapped[int] = mapped_column(ForeignKey("periods.id"))
    looked_on: Mapped[date]


class EarlyWarningRow(Numbered, OfSchool, Base):
    """A warning, drafted and decided: a `core.diary.issuing.early_warnings.EarlyWarning`."""

    __tablename__ = "early_warnings"
    __table_args__ = (
        UniqueConstraint("pupil_id", "subject_id", "period_id"),
        Index(None, "class_id", "period_id"),
    )

    class_id: Mapped[int] = mapped_column(ForeignKey("groups.id"))
    period_id: Mapped[int] = mapped_column(ForeignKey("periods.id"))
    pupil_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    subject_id: Mapped[int] = mapped_column(ForeignKey("subjects.id"))
    risk: Mapped[str]
    words: Mapped[str]
    state: Mapped[str]
    made_at: Mapped[datetime]
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))
    reason: Mapped[str]
    told_risk: Mapped[str | None]
    told_words: Mapped[str]
    told_at: Mapped[datetime | None]
    told_by: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))
    ended_on: Mapped[date | None]


class TruancyWarningRow(Numbered, OfSchool, Base):
    """A warning about missed lessons: a `core.diary.truancy.warnings.TruancyWarning`."""

    __tablename__ = "truancy_warnings"
    __table_args__ = (
        UniqueConstraint("pupil_id", "begins"),
        Index(None, "school_id", "state"),
    )

    pupil_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    begins: Mapped[date]
    ends: Mapped[date]
    words: Mapped[str]
    state: Mapped[str]
    made_at: Mapped[datetime]
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))
    reason: Mapped[str]


class PrintRunRow(Numbered, OfSchool, Base):
    """A sheet of paper for a pupil's family: a `core.notices.printing.ToPrint`."""

    __tablename__ = "print_run"
    __table_args__ = (
        UniqueConstraint("pupil_id", "what", "subject"),
        Index(None, "school_id", "at"),
    )

    pupil_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    what: Mapped[str]
    subject: Mapped[int] = mapped_column(BigInteger)
    reason: Mapped[str]
    at: Mapped[datetime]
