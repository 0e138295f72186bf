"""Tickets: who asked what, what was said, who was called to duty, and the log (H1-H4)."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, Integer, PrimaryKeyConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base, Numbered, OfSchool, Record, source_once


class TicketRow(Record, Base):
    """A `core.helpdesk.tickets.ticket.Ticket` with its standing; `revision` counts those.

    The owner is the `owner_kind`, with the person where somebody has it in hand (of a queue: for
    whom it waits), and the window and day of the shift where there is one. `passed` are numbers of
    persons with commas between them.
    """

    __tablename__ = "tickets"
    __table_args__ = (
        source_once(),
        Index(None, "school_id", "state"),
        Index(None, "asker_id", "opened_at"),
        Index(None, "merged_into_id"),
        Index(None, "closed_by_id", "closed_at"),
    )

    asker_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    role: Mapped[str]
    matter: Mapped[str]
    about_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))
    course_id: Mapped[int | None] = mapped_column(ForeignKey("groups.id"))
    opened_at: Mapped[datetime]
    revision: Mapped[int] = mapped_column(Integer)
    topic: Mapped[str]
    state: Mapped[str]
    owner_kind: Mapped[str]
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))
    duty_id: Mapped[int | None] = mapped_column(ForeignKey("duty.id"))
    duty_day: Mapped[date | None]
    owned_since: Mapped[datetime]
    urgent: Mapped[str]
    promised_at: Mapped[datetime | None]
    passed: Mapped[str]
    first_answer_at: Mapped[datetime | None]
    first_answer_minutes: Mapped[int | None] = mapped_column(Integer)
    first_answer_window: Mapped[datetime | None]
    heard_at: Mapped[datetime | None]
    answered_at: Mapped[datetime | None]
    asked_at_end: Mapped[datetime | None]
    kept_until: Mapped[datetime | None]
    snoozed_until: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    closing: Mapped[str | None]
    merged_into_id: Mapped[int | None] = mapped_column(ForeignKey("tickets.id"))
    stars: Mapped[int | None] = mapped_column(Integer)
    rating_word: Mapped[str]
    asked_back_at: Mapped[datetime | None]
    asked_back_by_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))
    reminded_at: Mapped[datetime | None]
    round_at: Mapped[datetime | None]
    pressed_at: Mapped[datetime | None]
    closed_by_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))
    resumed_at: Mapped[datetime | None]


class TicketOwnerRow(Numbered, OfSchool, Base):
    """Who had a ticket since an instant, in the columns of its own row; none is ever changed."""

    __tablename__ = "ticket_owners"
    __table_args__ = (Index(None, "ticket_id", "id"),)

    ticket_id: Mapped[int] = mapped_column(ForeignKey("tickets.id"))
    since: Mapped[datetime]
    owner_kind: Mapped[str]
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))
    duty_id: Mapped[int | None] = mapped_column(ForeignKey("duty.id"))
    duty_day: Mapped[date | None]


class TicketEntryRow(Record, Base):
    """What somebody said in a ticket; the words are in its versions."""

    __tablename__ = "ticket_entries"
    __table_args__ = (source_once(), Index(None, "ticket_id", "id"))

    ticket_id: Mapped[int] = mapped_column(ForeignKey("tickets.id"))
    by_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    kind: Mapped[str]
    at: Mapped[datetime]
    version: Mapped[int] = mapped_column(Integer)


class TicketVersionRow(OfSchool, Base):
    """What an entry says, version by version; `spans` and `files` are JSON lists."""

    __tablename__ = "ticket_versions"

    entry_id: Mapped[int] = mapped_column(ForeignKey("ticket_entries.id"), primary_key=True)
    version: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    text: Mapped[str]
    spans: Mapped[str]
    files: Mapped[str]
    at: Mapped[datetime]


class TicketOriginalRow(OfSchool, Base):
    """What the messenger calls an entry, or a file of it, that an account wrote."""

    __tablename__ = "ticket_originals"

    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), primary_key=True)
    original: Mapped[str] = mapped_column(primary_key=True)
    entry_id: Mapped[int] = mapped_column(ForeignKey("ticket_entries.id"))
    part: Mapped[int] = mapped_column(Integer)


class DutyCallRow(OfSchool, Base):
    """How far a consultant was called to a window on a day, and when that one was there.

    A window that is moved to begin at another time has a row of its own for that.
    """

    __tablename__ = "duty_calls"

    duty_id: Mapped[int] = mapped_column(ForeignKey("duty.id"), primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    consultant_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), primary_key=True)
    starts_at: Mapped[datetime] = mapped_column(primary_key=True)
    stage: Mapped[int] = mapped_column(Integer)
    called_at: Mapped[datetime | None]
    here_at: Mapped[datetime | None]


class ConsultationRow(Numbered, OfSchool, Base):
    """A row of the log of consultations; it is never changed, and its number comes once (H4).

    `ticket`, `consultant` and `by` are ids of the school's files: the digest is over these.
    """

    __tablename__ = "consultations"
    __table_args__ = (
        UniqueConstraint("school_id", "number"),
        Index(None, "school_id", "at"),
        Index(None, "school_id", "corrects"),
    )

    number: Mapped[int] = mapped_column(Integer)
    at: Mapped[datetime]
    what: Mapped[str]
    ticket: Mapped[str]
    matter: Mapped[str]
    role: Mapped[str | None]
    topic: Mapped[str]
    consultant: Mapped[str]
    window: Mapped[datetime | None]
    minutes: Mapped[int | None] = mapped_column(Integer)
    outcome: Mapped[str | None]
    stars: Mapped[int | None] = mapped_column(Integer)
    word: Mapped[str]
    said: Mapped[str]
    corrects: Mapped[int | None] = mapped_column(Integer)
    by: Mapped[str]
    before: Mapped[str]
    digest: Mapped[str]


class ConsultationHeadRow(OfSchool, Base):
    """The last row of the log whenever rows were added, noted apart from the log (H4).

    So a log that was cut off at its end, or replaced, is found out.
    """

    __tablename__ = "consultation_heads"
    __table_args__ = (PrimaryKeyConstraint("school_id", "number"),)

    number: Mapped[int] = mapped_column(Integer)
    digest: Mapped[str]
    at: Mapped[datetime]
