"""Schools, with what each has set for itself, and the calendar of a school."""

from datetime import date, datetime, time

from sqlalchemy import ForeignKey, Integer
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base, Numbered, OfSchool, Record, source_once


class SchoolRow(Numbered, Base):
    """A school; `identifier` and `source` are empty until the first import brings them.

    `profile` is the document that the school goes by, `decided` what it set itself, as JSON.
    `imported_at` is the first import's instant: that one tells nobody anything.
    `correction_window` counts seconds; `quiet_on` False sends at night too.
    """

    __tablename__ = "schools"

    identifier: Mapped[str | None] = mapped_column(unique=True)
    source: Mapped[str | None]
    name: Mapped[str]
    zone: Mapped[str]
    profile: Mapped[str]
    decided: Mapped[str]
    correction_window: Mapped[int] = mapped_column(Integer)
    quiet_on: Mapped[bool]
    quiet_from: Mapped[time]
    quiet_to: Mapped[time]
    digest_at: Mapped[time]
    imported_at: Mapped[datetime | None]
    changed_at: Mapped[datetime]


class PeriodRow(Record, Base):
    """A school year, half-year or quarter (`core.journal.values.PeriodKind`)."""

    __tablename__ = "periods"
    __table_args__ = (source_once(),)

    title: Mapped[str]
    kind: Mapped[str]
    begins: Mapped[date]
    ends: Mapped[date]
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("periods.id"))
    school_year: Mapped[str]


class HolidayRow(Record, Base):
    """Days without lessons, both ends included."""

    __tablename__ = "holidays"
    __table_args__ = (source_once(),)

    title: Mapped[str]
    begins: Mapped[date]
    ends: Mapped[date]


class EventRow(Record, Base):
    """Something that happens at the school, or in the classes linked to it."""

    __tablename__ = "events"
    __table_args__ = (source_once(),)

    title: Mapped[str]
    begins: Mapped[date]
    ends: Mapped[date]
    text: Mapped[str]


class EventClassRow(OfSchool, Base):
    """A class that an event is for; an event without any is for the school."""

    __tablename__ = "event_classes"

    event_id: Mapped[int] = mapped_column(ForeignKey("events.id"), primary_key=True)
    class_id: Mapped[int] = mapped_column(ForeignKey("groups.id"), primary_key=True)
    position: Mapped[int] = mapped_column(Integer)


class DutyRow(Record, Base):
    """Hours in which a consultant answers; `topics` are codes with commas between them (H5)."""

    __tablename__ = "duty"
    __table_args__ = (source_once(),)

    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    topics: Mapped[str]
    weekday: Mapped[int] = mapped_column(Integer)
    starts: Mapped[time]
    finishes: Mapped[time]
    room: Mapped[str]
    begins: Mapped[date | None]
    ends: Mapped[date | None]


class SettingRow(Base):
    """Something that the program keeps of itself, such as its clock's offset."""

    __tablename__ = "program_settings"

    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class PauseRow(Base):
    """How long the way out named by `scope` stays shut; kept over a restart."""

    __tablename__ = "pauses"

    scope: Mapped[str] = mapped_column(primary_key=True)
    until: Mapped[datetime]
