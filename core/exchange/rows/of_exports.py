"""Rows of what only an export knows: histories, makers, and what is no more."""

from dataclasses import dataclass
from datetime import datetime

from core.exchange.rows.row import Row
from core.ids import SourceId
from core.journal.values import MarkValue


@dataclass(frozen=True, slots=True)
class MarkHistoryRow(Row):
    """What stood in a cell before a correction (J5); an empty value is an empty cell."""

    mark: SourceId
    at: datetime
    by: SourceId | None
    before: MarkValue | None
    value: MarkValue | None


@dataclass(frozen=True, slots=True)
class OriginRow(Row):
    """A record that stands and that a person made or changed."""

    file: str
    record: SourceId
    person: SourceId


@dataclass(frozen=True, slots=True)
class GoneRow(Row):
    """A record that is no more and yet remembered: a person took it back, or others refer to it.

    `cells` holds the record as its own file would, header and cells, as a JSON object.
    """

    file: str
    record: SourceId
    person: SourceId | None
    cells: str


@dataclass(frozen=True, slots=True)
class PeriodMarkHistoryRow(Row):
    """What stood in a cell of final marks before a change (J13); empty is an empty cell."""

    mark: SourceId
    at: datetime
    by: SourceId | None
    before: MarkValue | None
    value: MarkValue | None
