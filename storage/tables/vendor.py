"""What goes to the support of the journal's vendor, and what the vendor asks for (H3)."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Base, Numbered, OfSchool, Record, source_once

_WAITS = text("letter = 'waiting'")
_ASKED = text("state = 'sent' AND ask_on IS NOT NULL")


class VendorDetailRow(Numbered, OfSchool, Base):
    """What the administrator keeps for all packets: a `core.helpdesk.vendor.support.Detail`."""

    __tablename__ = "vendor_details"
    __table_args__ = (UniqueConstraint("school_id", "what"),)

    what: Mapped[str]
    value: Mapped[str]
    by_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    at: Mapped[datetime]


class VendorPacketRow(Record, Base):
    """A `core.helpdesk.vendor.packet.Packet`; `files` is a JSON list, `letter` goes by mail."""

    __tablename__ = "vendor_packets"
    __table_args__ = (
        source_once(),
        Index(None, "school_id", "id"),
        Index(None, "ticket_id"),
        Index("ix_vendor_packets_letters", "id", sqlite_where=_WAITS, postgresql_where=_WAITS),
        Index("ix_vendor_packets_asked", "ask_on", sqlite_where=_ASKED, postgresql_where=_ASKED),
    )

    by_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    organisation: Mapped[str]
    domain: Mapped[str]
    login: Mapped[str]
    identifier: Mapped[str]
    role: Mapped[str]
    happened: Mapped[str]
    moment: Mapped[str]
    tried: Mapped[str]
    files: Mapped[str]
    no_pictures: Mapped[bool]
    state: Mapped[str]
    way: Mapped[str]
    letter: Mapped[str]
    letter_to: Mapped[str]
    answers_to: Mapped[str]
    number: Mapped[str]
    ask_on: Mapped[date | None]
    made_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]
    ticket_id: Mapped[int | None] = mapped_column(ForeignKey("tickets.id"))
