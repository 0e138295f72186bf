"""Mailboxes of persons, the proofs by which they became theirs, and addresses on paper."""

from datetime import datetime

from sqlalchemy import Boolean, ForeignKey, Index, Integer, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base, Numbered, OfSchool, Record, source_once

_LIVES = text("ended_at IS NULL")
_WAITS = text("state = 'waiting'")


class MailboxRow(Numbered, OfSchool, Base):
    """Where a person gets letters: an account of e-mail. An ended one gets none."""

    __tablename__ = "mailboxes"
    __table_args__ = (
        Index(
            "uq_mailboxes_live",
            "person_id",
            unique=True,
            sqlite_where=_LIVES,
            postgresql_where=_LIVES,
        ),
        Index(None, "account_id"),
    )

    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    verified_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]


class MailboxProofRow(Numbered, OfSchool, Base):
    """A letter with a code or a link (`core.access.mailboxes.Proof`); no code is kept."""

    __tablename__ = "mailbox_proofs"
    __table_args__ = (
        Index(None, "person_id", "asked_at"),
        Index(None, "address", "asked_at"),
        Index("ix_mailbox_proofs_due", "id", sqlite_where=_WAITS, postgresql_where=_WAITS),
    )

    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    address: Mapped[str]
    language: Mapped[str]
    nonce: Mapped[str]
    asked_at: Mapped[datetime]
    expires: Mapped[datetime]
    state: Mapped[str]
    wrong_tries: Mapped[int] = mapped_column(Integer)
    by_link: Mapped[bool] = mapped_column(Boolean, default=False)


class GivenAddressRow(Record, Base):
    """An address that a guardian gave on paper: `core.access.given_mail.GivenAddress`."""

    __tablename__ = "given_addresses"
    __table_args__ = (source_once(), Index(None, "person_id"))

    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    address: Mapped[str]
    document: Mapped[str]
    at: Mapped[datetime]
    by_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    taken_at: Mapped[datetime | None]
