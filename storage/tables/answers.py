"""Known answers that are offered before somebody asks (H1)."""

from datetime import datetime

from sqlalchemy import Integer
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base, Record, source_once


class KnownAnswerRow(Record, Base):
    """A `core.helpdesk.answers.known.KnownAnswer`.

    One that the bot brings has a row from the first touch on: its `source` says which, and its
    words are empty.
    """

    __tablename__ = "known_answers"
    __table_args__ = (source_once(),)

    topic: Mapped[str]
    question: Mapped[str]
    answer: Mapped[str]
    helped: Mapped[int] = mapped_column(Integer)
    retired_at: Mapped[datetime | None]
