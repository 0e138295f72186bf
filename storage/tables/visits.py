"""On how many days persons used the journal."""

from datetime import date

from sqlalchemy import ForeignKey, Index, Integer
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base, OfSchool


class VisitRow(OfSchool, Base):
    """A person's days of a month: how many, and the last one. No more is kept of it (S5)."""

    __tablename__ = "visits"
    __table_args__ = (Index(None, "school_id", "month"),)

    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), primary_key=True)
    month: Mapped[date] = mapped_column(primary_key=True)
    days: Mapped[int] = mapped_column(Integer)
    last_day: Mapped[date]
