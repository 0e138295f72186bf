"""What persons did, breaches of accounts with what they void, and requests of who lost access."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, Integer, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base, BigId, Numbered, OfSchool, Record, source_once


class DeedRow(Numbered, OfSchool, Base):
    """A change of a record by a person: a `core.breaches.deeds.Deed`."""

    __tablename__ = "deeds"
    __table_args__ = (Index(None, "person_id", "at"), Index(None, "what", "record", "at"))

    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    at: Mapped[datetime]
    what: Mapped[str]
    record: Mapped[int] = mapped_column(BigId)
    before: Mapped[str | None]
    after: Mapped[str | None]


class BreachRow(Record, Base):
    """An account that was in strange hands since a moment: a `core.breaches.ports.Breach`."""

    __tablename__ = "breaches"
    __table_args__ = (source_once(), Index(None, "person_id"))

    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    by_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    since: Mapped[datetime]
    at: Mapped[datetime]
    ended: Mapped[int] = mapped_column(Integer)
    voided: Mapped[int] = mapped_column(Integer)
    told_at: Mapped[datetime | None]
    told_by_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))


class BreachVoidedRow(Numbered, OfSchool, Base):
    """One thing that is void by a breach, with what was and what stands now."""

    __tablename__ = "breach_voided"
    __table_args__ = (UniqueConstraint("breach_id", "position"),)

    breach_id: Mapped[int] = mapped_column(ForeignKey("breaches.id"))
    position: Mapped[int] = mapped_column(Integer)
    what: Mapped[str]
    pupil_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))
    day: Mapped[date]
    title: Mapped[str]
    was: Mapped[str | None]
    stands: Mapped[str | None]


class LostAccessRow(Record, Base):
    """A stranger says to be somebody who lost access (S3); who that is, a person finds out."""

    __tablename__ = "lost_access"
    __table_args__ = (
        source_once(),
        Index(None, "school_id", "asked_at"),
        Index(None, "account_id", "asked_at"),
    )

    account_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    words: Mapped[str]
    asked_at: Mapped[datetime]
    answered_at: Mapped[datetime | None]
    answered_by_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))
