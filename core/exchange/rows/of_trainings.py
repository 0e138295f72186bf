"""Rows of trainings, and of what goes to the support of the journal's vendor."""

from dataclasses import dataclass
from datetime import date, datetime

from core.exchange.rows.row import Row
from core.ids import SourceId


@dataclass(frozen=True, slots=True)
class TrainingRow(Row):
    """A training as it stands (H6)."""

    by: SourceId
    at: datetime
    topics: tuple[str, ...]
    starts_at: datetime
    room: str
    whom: str
    group: SourceId | None
    words: str
    version: int
    state: str
    set_at: datetime


@dataclass(frozen=True, slots=True)
class TrainingGuestRow(Row):
    """Somebody invited to a training, with the reply to one of its versions."""

    training: SourceId
    person: SourceId
    pupil: SourceId | None
    reply: str
    replied_to: int
    replied_at: datetime | None
    came: bool
    ticked_at: datetime | None


@dataclass(frozen=True, slots=True)
class VendorDetailRow(Row):
    """What is the same in all packets of a school (H3)."""

    what: str
    value: str
    by: SourceId
    at: datetime


@dataclass(frozen=True, slots=True)
class VendorPacketRow(Row):
    """A packet for the vendor's support as it stands (H3)."""

    by: SourceId
    at: datetime
    organisation: str
    domain: str
    login: str
    identifier: str
    role: str
    happened: str
    moment: str
    tried: str
    files: str
    no_pictures: bool
    state: str
    way: str
    letter: str
    letter_to: str
    answers_to: str
    number: str
    ask_on: date | None
    sent_at: datetime | None
    ticket: SourceId | None
