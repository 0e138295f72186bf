"""Rows of the help desk: who is on duty when that differs, what is asked, and its log."""

from dataclasses import dataclass
from datetime import date, datetime, time

from core.exchange.rows.row import Row
from core.ids import SourceId


@dataclass(frozen=True, slots=True)
class DutyDayRow(Row):
    """One day on which a window of duty differs from the week."""

    duty: SourceId
    day: date
    change: str
    starts: time | None
    finishes: time | None
    by: SourceId
    at: datetime


@dataclass(frozen=True, slots=True)
class DutyStandInRow(Row):
    """Who stands in for whom in a window of a day, or was asked to."""

    duty: SourceId
    day: date
    giver: SourceId
    taker: SourceId
    state: str
    by: SourceId
    at: datetime
    decided_at: datetime | None
    pair: str


@dataclass(frozen=True, slots=True)
class KnownAnswerRow(Row):
    """What is offered before somebody asks; the bot's own answers have no words (H1)."""

    topic: str
    question: str
    answer: str
    helped: int
    retired_at: datetime | None


@dataclass(frozen=True, slots=True)
class AnswerTemplateRow(Row):
    """What a consultant often answers, or without an owner the school."""

    owner: SourceId | None
    text: str


@dataclass(frozen=True, slots=True)
class ConsultationRow(Row):
    """A row of the log of consultations, chained to the one before (H4).

    `ticket` and `consultant` are ids as the digest has them: they refer to nothing.
    """

    number: int
    at: datetime
    what: str
    ticket: str
    matter: str
    role: str | None
    topic: str
    consultant: str
    window: datetime | None
    minutes: int | None
    outcome: str | None
    stars: int | None
    word: str
    said: str
    corrects: int | None
    by: str
    before: str
    digest: str


@dataclass(frozen=True, slots=True)
class ConsultationHeadRow(Row):
    """The last row of the log at a time when rows were added, noted apart (H4)."""

    number: int
    at: datetime
    digest: str


@dataclass(frozen=True, slots=True)
class TicketRow(Row):
    """A request for help as it stands: who asks what, and who answers for it (H1, H2).

    The owner is a person, a window of duty on a day, or both; `passed` are those who had it in
    this round and said nothing.
    """

    asker: SourceId
    role: str
    matter: str
    about: SourceId | None
    course: SourceId | None
    opened_at: datetime
    revision: int
    topic: str
    state: str
    owner_kind: str
    owner: SourceId | None
    duty: SourceId | None
    duty_day: date | None
    owned_since: datetime
    urgent: str
    promised_at: datetime | None
    passed: tuple[SourceId, ...]
    first_answer_at: datetime | None
    first_answer_minutes: int | None
    first_answer_window: datetime | None
    heard_at: datetime | None
    answered_at: datetime | None
    asked_at_end: datetime | None
    kept_until: datetime | None
    snoozed_until: datetime | None
    closed_at: datetime | None
    closing: str | None
    merged_into: SourceId | None
    stars: int | None
    rating_word: str
    asked_back_at: datetime | None
    asked_back_by: SourceId | None
    reminded_at: datetime | None
    round_at: datetime | None
    pressed_at: datetime | None
    closed_by: SourceId | None
    resumed_at: datetime | None


@dataclass(frozen=True, slots=True)
class TicketOwnerRow(Row):
    """Who had a request since an instant."""

    ticket: SourceId
    since: datetime
    owner_kind: str
    owner: SourceId | None
    duty: SourceId | None
    duty_day: date | None


@dataclass(frozen=True, slots=True)
class TicketEntryRow(Row):
    """Something that was said in a request; its words are in its versions."""

    ticket: SourceId
    by: SourceId
    kind: str
    at: datetime
    version: int


@dataclass(frozen=True, slots=True)
class TicketVersionRow(Row):
    """What an entry says in one of its versions."""

    entry: SourceId
    version: int
    at: datetime
    text: str
    spans: str
    files: str
