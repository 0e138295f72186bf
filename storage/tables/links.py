"""Links by which something is read without a chat."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base, Numbered, OfSchool

_LIVES = text("ended_at IS NULL")


class AgendaLinkRow(Numbered, OfSchool, Base):
    """A link to a pupil's calendar as it is kept: its digest only. An ended one opens nothing."""

    __tablename__ = "agenda_links"
    __table_args__ = (
        Index(
            "uq_agenda_links_live",
            "account_id",
            "pupil_id",
            unique=True,
            sqlite_where=_LIVES,
            postgresql_where=_LIVES,
        ),
    )

    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    pupil_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    digest: Mapped[str] = mapped_column(unique=True)
    made_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
