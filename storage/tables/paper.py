"""What is handed out on paper: a class's print runs, and the sheets of families."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base, OfSchool, Record, source_once


class PaperRunRow(Record, Base):
    """A print run of a class (`core.notices.printing.PaperRun`); `by_id` NULL: by itself."""

    __tablename__ = "paper_runs"
    __table_args__ = (
        source_once(),
        UniqueConstraint("class_id", "last_day"),
        Index(None, "school_id", "last_day"),
    )

    class_id: Mapped[int] = mapped_column(ForeignKey("groups.id"))
    first_day: Mapped[date]
    last_day: Mapped[date]
    made_at: Mapped[datetime]
    by_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))


class PaperSheetRow(OfSchool, Base):
    """A family's sheet of a run; `handed_at` says since when the family holds it."""

    __tablename__ = "paper_sheets"
    __table_args__ = (Index(None, "pupil_id", "at"),)

    run_id: Mapped[int] = mapped_column(ForeignKey("paper_runs.id"), primary_key=True)
    pupil_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), primary_key=True)
    why: Mapped[str]
    at: Mapped[datetime]
    handed_at: Mapped[datetime | None]
    handed_by_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))
