"""Rows of what people say to many, and to each other: broadcasts, threads, their versions."""

from dataclasses import dataclass
from datetime import date, datetime, time

from core.exchange.rows.row import Row
from core.ids import SourceId


@dataclass(frozen=True, slots=True)
class BroadcastRow(Row):
    """A broadcast: by whom, for whom, what it asks; its words are in its versions (F12)."""

    by: SourceId
    at: datetime
    whom: str
    groups: tuple[SourceId, ...]
    pupils: tuple[SourceId, ...]
    hearers: str
    asks: bool
    answer_by: date | None
    button: str
    choices: str
    quorum: str
    urgent: str
    send_at: datetime | None
    version: int
    state: str
    sent_at: datetime | None
    withdrawn_at: datetime | None
    withdrawn_by: SourceId | None
    reminded_at: datetime | None
    rung: int


@dataclass(frozen=True, slots=True)
class VersionRow(Row):
    """What a broadcast says in one of its versions."""

    broadcast: SourceId
    version: int
    by: SourceId
    at: datetime
    text: str
    spans: str
    files: str
    answer_by: date | None


@dataclass(frozen=True, slots=True)
class FamilyRow(Row):
    """A pupil whose family a broadcast was for when it was sent, with the class of then."""

    broadcast: SourceId
    pupil: SourceId
    class_title: str
    position: int


@dataclass(frozen=True, slots=True)
class HearerRow(Row):
    """A person of such a family; `why` says why it could not be told."""

    broadcast: SourceId
    pupil: SourceId
    person: SourceId
    is_guardian: bool
    position: int
    why: str


@dataclass(frozen=True, slots=True)
class AnswerRow(Row):
    """A person's answer to a version: 0 for having read it, or the number of a choice.

    `about` is the child for whom it is; the person itself, where it says so for all.
    """

    broadcast: SourceId
    version: int
    person: SourceId
    about: SourceId
    choice: int
    at: datetime
    digest: str


@dataclass(frozen=True, slots=True)
class TemplateRow(Row):
    """What can be sent again: a person's own template, or the school's."""

    owner: SourceId | None
    title: str
    text: str
    spans: str
    files: str
    asks: bool
    button: str
    choices: str
    quorum: str


@dataclass(frozen=True, slots=True)
class ThreadRow(Row):
    """Two persons who write to each other, perhaps about a child and a subject (F13)."""

    partner: SourceId
    keeper: SourceId
    about: SourceId | None
    topic: str
    of_family: bool
    waits: bool
    at: datetime
    last_at: datetime


@dataclass(frozen=True, slots=True)
class MessageRow(Row):
    """A message of a thread, or that the thread was handed over."""

    thread: SourceId
    by: SourceId
    at: datetime
    version: int
    urgent: bool
    handed_to: SourceId | None


@dataclass(frozen=True, slots=True)
class WordsRow(Row):
    """What a message says in one of its versions."""

    message: SourceId
    version: int
    at: datetime
    text: str
    spans: str
    files: str


@dataclass(frozen=True, slots=True)
class HoursRow(Row):
    """When a person answers on school days."""

    person: SourceId
    begins: time
    ends: time
    at: datetime
