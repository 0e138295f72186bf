"""Rows of what goes to families on paper: print runs of classes, and their sheets."""

from dataclasses import dataclass
from datetime import date, datetime

from core.exchange.rows.row import Row
from core.ids import SourceId


@dataclass(frozen=True, slots=True)
class PaperRunRow(Row):
    """A print run of a class over a stretch of days, made by a person or by itself (F10)."""

    group: SourceId
    first_day: date
    last_day: date
    at: datetime
    by: SourceId | None


@dataclass(frozen=True, slots=True)
class PaperSheetRow(Row):
    """A family's sheet of a run: why, and who handed it over when."""

    run: SourceId
    pupil: SourceId
    why: str
    at: datetime
    handed_at: datetime | None
    handed_by: SourceId | None
