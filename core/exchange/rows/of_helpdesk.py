"""Rows of the help desk: days on which duty differs, and who stands in."""

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
    role: str
    topic: str
    consultant: str
    window: datetime | None
    minutes: int | None
    outcome: str | None
    stars: int | None
    word: str
    before: str
    digest: str
