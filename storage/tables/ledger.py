"""What comes in and what goes out: the inbox of updates and the ledger of notices."""

from datetime import datetime

from sqlalchemy import BigInteger, Boolean, ForeignKey, Index, Integer, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base, Numbered, OfSchool

WAITING, CLAIMED, SENDING, ENDED = "waiting", "claimed", "sending", "ended"
"""The states of a notice. Only an ended one has an ending (`core.notices.ledger.Ending`)."""

_MUST_BE_ANSWERED = text("kind IN ('forecast', 'warning', 'truancy')")
_UNSETTLED = text("state <> 'ended'")
_READY = text("state = 'waiting' AND rests_until IS NULL")
_RESTS = text("state = 'waiting' AND rests_until IS NOT NULL")
_GETS_OVER = text("state = 'waiting' AND valid_until IS NOT NULL")
_IS_OPENED = text("opened_by IS NOT NULL")
_OF_ABSENCES = text("kind = 'absence'")
_OF_BROADCASTS = text("kind = 'broadcast'")
_OF_MESSAGES = text("kind IN ('message', 'message_lost')")
_CAME_AS = text("kind = 'message'")
_TOLD_OF_TICKETS = text("kind IN ('ticket_words', 'ticket_lost')")
_TICKETS_CAME_AS = text(
    "kind IN ('ticket_arrived', 'ticket_words', 'ticket_lost', 'ticket_promise', 'ticket_at_end', "
    "'ticket_woke', 'ticket_closed') AND message_id <> ''"
)
_TICKETS_LOST = text("kind = 'ticket_words' AND ending IN ('refused', 'unknown', 'expired')")
_LOST = text("kind = 'message' AND ending IN ('refused', 'unknown', 'expired')")


class NoticeRow(Numbered, OfSchool, Base):
    """One notice for one person: a `core.notices.ledger.Draft`, and what became of it.

    `text` is what left or was about to leave; `retry_at` holds back one that did not get through.
    `rests_until`: the recipient's choice holds it; whoever changes the choice empties this.
    `opened_by`: the notice on the button that opens the message, where that told no more.
    `channel`: by what it left. `is_copy`: the letter beside a message in the chat.
    `has_copy`: that letter is written.
    """

    __tablename__ = "outbox"
    __table_args__ = (
        Index(
            "ix_outbox_ready",
            "lane",
            "id",
            sqlite_where=_READY,
            postgresql_where=_READY,
        ),
        Index(
            "ix_outbox_resting",
            "rests_until",
            sqlite_where=_RESTS,
            postgresql_where=_RESTS,
        ),
        Index(
            "ix_outbox_over",
            "valid_until",
            sqlite_where=_GETS_OVER,
            postgresql_where=_GETS_OVER,
        ),
        Index(
            "ix_outbox_opened_by",
            "opened_by",
            sqlite_where=_IS_OPENED,
            postgresql_where=_IS_OPENED,
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
        Index(
            "ix_outbox_answerable",
            "about_id",
            "kind",
            "subject",
            sqlite_where=_MUST_BE_ANSWERED,
            postgresql_where=_MUST_BE_ANSWERED,
        ),
        Index(
            "ix_outbox_absences",
            "subject",
            sqlite_where=_OF_ABSENCES,
            postgresql_where=_OF_ABSENCES,
        ),
        Index(
            "ix_outbox_broadcasts",
            "subject",
            "recipient_id",
            sqlite_where=_OF_BROADCASTS,
            postgresql_where=_OF_BROADCASTS,
        ),
        Index(
            "ix_outbox_messages",
            "subject",
            sqlite_where=_OF_MESSAGES,
            postgresql_where=_OF_MESSAGES,
        ),
        Index(
            "ix_outbox_messages_came_as",
            "recipient_id",
            "message_id",
            sqlite_where=_CAME_AS,
            postgresql_where=_CAME_AS,
        ),
        Index(
            "ix_outbox_messages_lost",
            "school_id",
            sqlite_where=_LOST,
            postgresql_where=_LOST,
        ),
        Index(
            "ix_outbox_tickets",
            "subject",
            sqlite_where=_TOLD_OF_TICKETS,
            postgresql_where=_TOLD_OF_TICKETS,
        ),
        Index(
            "ix_outbox_tickets_came_as",
            "recipient_id",
            "message_id",
            sqlite_where=_TICKETS_CAME_AS,
            postgresql_where=_TICKETS_CAME_AS,
        ),
        Index(
            "ix_outbox_tickets_lost",
            "school_id",
            sqlite_where=_TICKETS_LOST,
            postgresql_where=_TICKETS_LOST,
        ),
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
    rests_until: Mapped[datetime | None]
    opened_by: Mapped[int | None]
    attempts: Mapped[int] = mapped_column(Integer)
    text: Mapped[str | None]
    ending: Mapped[str | None]
    reason: Mapped[str]
    message_id: Mapped[str]
    ended_at: Mapped[datetime | None]
    channel: Mapped[str | None]
    is_copy: Mapped[bool] = mapped_column(Boolean, default=False)
    has_copy: Mapped[bool] = mapped_column(Boolean, default=False)


class SentFileRow(OfSchool, Base):
    """By what the channel keeps a file that went up; `digest` is SHA-256 of its content."""

    __tablename__ = "sent_files"

    school_id: Mapped[int] = mapped_column(ForeignKey("schools.id"), primary_key=True)
    digest: Mapped[str] = mapped_column(primary_key=True)
    reference: Mapped[str]
    at: Mapped[datetime]


class AnsweredMessageRow(OfSchool, Base):
    """A message in a chat that is to show what was answered by letter."""

    __tablename__ = "answered_messages"
    __table_args__ = (Index(None, "due_at"),)

    notice_id: Mapped[int] = mapped_column(ForeignKey("outbox.id"), primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    message_id: Mapped[str]
    due_at: Mapped[datetime]


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
