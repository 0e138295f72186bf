"""What comes in and what goes out: the inbox of updates and the ledger of notices."""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Index, Integer, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base, Numbered, OfSchool

WAITING, CLAIMED, SENDING, ENDED = "waiting", "claimed", "sending", "ended"
"""The states of a notice. Only an ended one has an ending (`core.notices.ledger.Ending`)."""

_UNSETTLED = text("state <> 'ended'")
_WAITS = text("state = 'waiting'")


class NoticeRow(Numbered, OfSchool, Base):
    """One notice for one person: a `core.notices.ledger.Draft`, and what became of it.

    `text` is what left or was about to leave; `retry_at` holds back one that did not get through.
    """

    __tablename__ = "outbox"
    __table_args__ = (
        Index(
            "ix_outbox_waiting",
            "lane",
            "id",
            sqlite_where=_WAITS,
            postgresql_where=_WAITS,
        ),
        Index(
            "ix_outbox_unsettled",
            "recipient_id",
            "lane",
            "state",
            sqlite_where=_UNSETTLED,
            postgresql_where=_UNSETTLED,
        ),
        Index(None, "school_id", "id"),
    )

    recipient_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    about_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    kind: Mapped[str]
    subject: Mapped[int]
    change: Mapped[str]
    happened_at: Mapped[datetime]
    lane: Mapped[int] = mapped_column(Integer)
    before: Mapped[str]
    valid_until: Mapped[datetime | None]
    state: Mapped[str]
    lease_until: Mapped[datetime | None]
    retry_at: Mapped[datetime | None]
    attempts: Mapped[int] = mapped_column(Integer)
    text: Mapped[str | None]
    ending: Mapped[str | None]
    reason: Mapped[str]
    message_id: Mapped[str]
    ended_at: Mapped[datetime | None]


class UpdateRow(Base):
    """An update that was taken; `answer` is what is still to be shown, as the front end wrote it.

    `state`: waiting, answered (handled, not shown yet), shown, aside (never handled; `reason`).
    """

    __tablename__ = "inbox"
    __table_args__ = (
        Index(
            "ix_inbox_open",
            "bot",
            "update_id",
            sqlite_where=text("state IN ('waiting', 'answered')"),
            postgresql_where=text("state IN ('waiting', 'answered')"),
        ),
        Index(None, "received_at"),
    )

    bot: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    update_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    chat: Mapped[int | None] = mapped_column(BigInteger)
    raw: Mapped[str]
    received_at: Mapped[datetime]
    state: Mapped[str]
    answer: Mapped[str | None]
    reason: Mapped[str]
