"""Persons, their families, roles and consents, and the accounts through which they speak."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, Integer, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base, Numbered, OfSchool, Record, source_once


class PersonRow(Record, Base):
    """A pupil, guardian, member of staff. `username` and `identifier` are the vendor's (H3)."""

    __tablename__ = "persons"
    __table_args__ = (source_once(),)

    given: Mapped[str]
    family: Mapped[str]
    middle: Mapped[str]
    enabled: Mapped[bool]
    username: Mapped[str]
    identifier: Mapped[str]
    email: Mapped[str]
    phone: Mapped[str]
    grades: Mapped[str]


class GuardianshipRow(Numbered, OfSchool, Base):
    """A guardian of a pupil; `position` is the place in the pupil's list of the school's files."""

    __tablename__ = "guardianships"
    __table_args__ = (
        UniqueConstraint("pupil_id", "guardian_id"),
        Index(None, "guardian_id"),
        Index(None, "school_id"),
    )

    pupil_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    guardian_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    position: Mapped[int] = mapped_column(Integer)
    origin_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))
    changed_at: Mapped[datetime]
    gone_at: Mapped[datetime | None]


class RoleRow(Record, Base):
    """What a person is at the school (`core.access.people.Role`); one person may be several."""

    __tablename__ = "roles"
    __table_args__ = (source_once(), Index(None, "person_id"))

    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    role: Mapped[str]
    is_primary: Mapped[bool]


class ConsentRow(Record, Base):
    """What a guardian said to a way of being told of a pupil; the latest `day` counts."""

    __tablename__ = "consents"
    __table_args__ = (source_once(), Index(None, "pupil_id", "guardian_id"))

    guardian_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    pupil_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    subject: Mapped[str]
    state: Mapped[str]
    day: Mapped[date]
    document: Mapped[str]


class AccountRow(Numbered, Base):
    """An address that has spoken to us; one account may serve persons of several schools."""

    __tablename__ = "accounts"
    __table_args__ = (UniqueConstraint("channel", "value"),)

    channel: Mapped[str]
    value: Mapped[str]
    language: Mapped[str]
    reachable: Mapped[bool]


class DialogueRow(Base):
    """What an account is in the middle of; `data` is JSON, as the front end wrote it."""

    __tablename__ = "dialogues"

    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), primary_key=True)
    state: Mapped[str]
    data: Mapped[str]
    changed_at: Mapped[datetime]


class AccountLinkRow(Numbered, OfSchool, Base):
    """Who stands behind an account; a person is behind one account at a time."""

    __tablename__ = "account_links"
    __table_args__ = (
        Index(
            "uq_account_links_live",
            "person_id",
            unique=True,
            sqlite_where=text("ended_at IS NULL"),
            postgresql_where=text("ended_at IS NULL"),
        ),
        Index(None, "account_id"),
    )

    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    linked_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]


class CodeRow(Numbered, OfSchool, Base):
    """An activation code as it is kept: its digest only. A void one opens nothing.

    `issued_by`: who gave it out; NULL where who runs the program did.
    """

    __tablename__ = "codes"
    __table_args__ = (Index(None, "person_id"), Index(None, "issued_by", "issued_at"))

    digest: Mapped[str] = mapped_column(unique=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    issued_at: Mapped[datetime]
    expires: Mapped[datetime]
    used_by: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    used_at: Mapped[datetime | None]
    void: Mapped[bool]
    issued_by: Mapped[int | None] = mapped_column(ForeignKey("persons.id"))


class WrongTryRow(Numbered, Base):
    """A code that was guessed wrong."""

    __tablename__ = "wrong_tries"
    __table_args__ = (Index(None, "account_id", "at"), Index(None, "at"))

    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    at: Mapped[datetime]
