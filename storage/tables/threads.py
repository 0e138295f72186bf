"""What two persons write to each other: threads, messages with their versions, answer hours."""

from datetime import datetime, time

from sqlalchemy import ForeignKey, Index, Integer
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base, OfSchool, Record, source_once


class ThreadRow(Record, Base):
    """A `core.messages.threads.thread.Thread`; what was said is in its messages."""

    __tablename__ = "threads"
    __table_args__ = (
        source_once(),
        Index(None, "partner_id"),
        Index(None, "keeper_id", "waits"),
    )

    partner_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    keeper_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    about_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))
    topic: Mapped[str]
    of_family: Mapped[bool]
    waits: Mapped[bool]
    begun_at: Mapped[datetime]
    last_at: Mapped[datetime]


class MessageRow(Record, Base):
    """A message of a thread; its words are in its versions.

    With `handed_to_id` it has none: it says who keeps the thread from then on.
    """

    __tablename__ = "messages"
    __table_args__ = (source_once(), Index(None, "thread_id", "id"), Index(None, "by_id", "at"))

    thread_id: Mapped[int] = mapped_column(ForeignKey("threads.id"))
    by_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    at: Mapped[datetime]
    version: Mapped[int] = mapped_column(Integer)
    urgent: Mapped[bool]
    handed_to_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))


class MessageVersionRow(OfSchool, Base):
    """What a message says, version by version; `spans` and `files` are JSON lists."""

    __tablename__ = "message_versions"

    message_id: Mapped[int] = mapped_column(ForeignKey("messages.id"), primary_key=True)
    version: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    text: Mapped[str]
    spans: Mapped[str]
    files: Mapped[str]
    at: Mapped[datetime]


class MessageOriginalRow(OfSchool, Base):
    """What the messenger calls a message, or a file of it, that an account wrote."""

    __tablename__ = "message_originals"

    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), primary_key=True)
    original: Mapped[str] = mapped_column(primary_key=True)
    message_id: Mapped[int] = mapped_column(ForeignKey("messages.id"))
    part: Mapped[int] = mapped_column(Integer)


class AnswerHoursRow(OfSchool, Base):
    """When a person answers on school days; who set none answers in the school's hours."""

    __tablename__ = "answer_hours"

    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), primary_key=True)
    begins: Mapped[time]
    ends: Mapped[time]
    changed_at: Mapped[datetime]
