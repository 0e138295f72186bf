"""Trainings, and who is invited, replied and came (H6)."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, Integer
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base, OfSchool, Record, source_once


class TrainingRow(Record, Base):
    """A `core.helpdesk.training.training.Training`; `topics` are codes with commas."""

    __tablename__ = "trainings"
    __table_args__ = (source_once(), Index(None, "school_id", "starts_at"))

    by_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    topics: Mapped[str]
    starts_at: Mapped[datetime]
    room: Mapped[str]
    whom: Mapped[str]
    class_id: Mapped[int | None] = mapped_column(ForeignKey("groups.id"))
    words: Mapped[str]
    version: Mapped[int] = mapped_column(Integer)
    state: Mapped[str]
    made_at: Mapped[datetime]
    set_at: Mapped[datetime]


class TrainingGuestRow(OfSchool, Base):
    """Somebody invited to a training, of a family as whose; `reply` was to `replied_to`."""

    __tablename__ = "training_guests"
    __table_args__ = (Index(None, "person_id", "training_id"),)

    training_id: Mapped[int] = mapped_column(ForeignKey("trainings.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), primary_key=True)
    pupil_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))
    reply: Mapped[str]
    replied_to: Mapped[int] = mapped_column(Integer)
    replied_at: Mapped[datetime | None]
    came: Mapped[bool]
    ticked_at: Mapped[datetime | None]
