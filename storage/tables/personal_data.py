"""The monthly check of personal data, and what families say to be right (W2)."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base, Numbered, OfSchool, Record, source_once


class DataCheckRow(Numbered, OfSchool, Base):
    """A person in a month: on which day it was asked last, and what it answered.

    `checked_by_id`: it did so by word of mouth, and this person ticked it, in that class.
    """

    __tablename__ = "data_checks"
    __table_args__ = (UniqueConstraint("person_id", "month"),)

    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    month: Mapped[date]
    told_on: Mapped[date | None]
    answer: Mapped[str | None]
    answered_at: Mapped[datetime | None]
    checked_by_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))
    checked_in_id: Mapped[int | None] = mapped_column(ForeignKey("groups.id"))


class DataCorrectionRow(Record, Base):
    """What a person said to be right of the own data or a child's; persons' rows stay as they are.

    `word`: why it was declined. Without `decided_by_id` an import brought what was said.
    """

    __tablename__ = "data_corrections"
    __table_args__ = (
        source_once(),
        Index(None, "person_id", "said_at"),
        Index(None, "school_id", "state"),
    )

    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    about_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    field: Mapped[str]
    words: Mapped[str]
    said_at: Mapped[datetime]
    state: Mapped[str]
    word: Mapped[str]
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))
    decided_at: Mapped[datetime | None]
