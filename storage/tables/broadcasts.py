"""Broadcasts: what was said in each version, for whom, who answered, templates and live cards."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, Integer, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base, OfSchool, Record, source_once

_WAITS = text("state = 'waiting'")
_CLIMBS = text("state = 'sent' AND answer_by IS NOT NULL AND rung < 3")


class BroadcastRow(Record, Base):
    """A `core.messages.broadcasts.broadcast.Broadcast`; its words are in its versions.

    `choices` is a JSON list. `rung` is how far reminders have come.
    """

    __tablename__ = "broadcasts"
    __table_args__ = (
        source_once(),
        Index(None, "school_id", "id"),
        Index("ix_broadcasts_due", "send_at", sqlite_where=_WAITS, postgresql_where=_WAITS),
        Index("ix_broadcasts_climbing", "id", sqlite_where=_CLIMBS, postgresql_where=_CLIMBS),
    )

    by_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    whom: Mapped[str]
    hearers: Mapped[str]
    asks: Mapped[bool]
    answer_by: Mapped[date | None]
    button: Mapped[str]
    choices: Mapped[str]
    quorum: Mapped[str]
    urgent: Mapped[str]
    send_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(Integer)
    state: Mapped[str]
    made_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]
    withdrawn_at: Mapped[datetime | None]
    withdrawn_by_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))
    reminded_at: Mapped[datetime | None]
    rung: Mapped[int] = mapped_column(Integer)


class BroadcastGroupRow(OfSchool, Base):
    """A class or course whose families a broadcast is for; none where it is for the school."""

    __tablename__ = "broadcast_groups"
    __table_args__ = (Index(None, "group_id", "broadcast_id"),)

    broadcast_id: Mapped[int] = mapped_column(ForeignKey("broadcasts.id"), primary_key=True)
    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id"), primary_key=True)


class BroadcastPupilRow(OfSchool, Base):
    """A pupil whose family was chosen by name; none where all of the groups were meant."""

    __tablename__ = "broadcast_pupils"

    broadcast_id: Mapped[int] = mapped_column(ForeignKey("broadcasts.id"), primary_key=True)
    pupil_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), primary_key=True)


class BroadcastVersionRow(OfSchool, Base):
    """What a broadcast says, version by version; `spans` and `files` are JSON lists.

    `answer_by`: by which day this version was to be answered.
    """

    __tablename__ = "broadcast_versions"

    broadcast_id: Mapped[int] = mapped_column(ForeignKey("broadcasts.id"), primary_key=True)
    version: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    text: Mapped[str]
    spans: Mapped[str]
    files: Mapped[str]
    answer_by: Mapped[date | None]
    by_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    at: Mapped[datetime]


class BroadcastFamilyRow(OfSchool, Base):
    """A pupil whose family a broadcast was for when it was sent, with the class of then."""

    __tablename__ = "broadcast_families"
    __table_args__ = (Index(None, "pupil_id"),)

    broadcast_id: Mapped[int] = mapped_column(ForeignKey("broadcasts.id"), primary_key=True)
    pupil_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), primary_key=True)
    class_title: Mapped[str]
    position: Mapped[int] = mapped_column(Integer)


class BroadcastHearerRow(OfSchool, Base):
    """A person of such a family; `why` says why it could not be told, empty for who could."""

    __tablename__ = "broadcast_hearers"
    __table_args__ = (Index(None, "person_id"),)

    broadcast_id: Mapped[int] = mapped_column(ForeignKey("broadcasts.id"), primary_key=True)
    pupil_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), primary_key=True)
    is_guardian: Mapped[bool]
    position: Mapped[int] = mapped_column(Integer)
    why: Mapped[str]


class BroadcastAnswerRow(OfSchool, Base):
    """A person's answer to a version: 0 for having read it, or the number of a choice.

    `about_id` is the child for whom it is; the person itself, where it says so for all.
    """

    __tablename__ = "broadcast_answers"

    broadcast_id: Mapped[int] = mapped_column(ForeignKey("broadcasts.id"), primary_key=True)
    version: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), primary_key=True)
    about_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), primary_key=True)
    choice: Mapped[int] = mapped_column(Integer)
    at: Mapped[datetime]
    digest: Mapped[str]


class BroadcastTemplateRow(Record, Base):
    """What can be sent again: a person's own template, or the school's (`owner_id` NULL)."""

    __tablename__ = "broadcast_templates"
    __table_args__ = (source_once(), Index(None, "school_id"))

    owner_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))
    title: Mapped[str]
    text: Mapped[str]
    spans: Mapped[str]
    files: Mapped[str]
    asks: Mapped[bool]
    button: Mapped[str]
    choices: Mapped[str]
    quorum: Mapped[str]


class BroadcastCardRow(OfSchool, Base):
    """A message of the sender's chat that shows how a broadcast goes, and edits itself.

    `shown` is a fingerprint of the numbers that it shows; empty where they are to be shown anew.
    """

    __tablename__ = "broadcast_cards"
    __table_args__ = (Index(None, "until"),)

    broadcast_id: Mapped[int] = mapped_column(ForeignKey("broadcasts.id"), primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), primary_key=True)
    message_id: Mapped[str]
    shown: Mapped[str]
    shown_at: Mapped[datetime]
    until: Mapped[datetime]
