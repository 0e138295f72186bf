"""What every row of every file has, and what some rows of the chat are about."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from core.ids import SourceId


@dataclass(frozen=True, slots=True)
class Row:
    """Any record of the bundle, known by its sourcedId."""

    source: SourceId


Rows = Sequence[Row]


@dataclass(frozen=True, slots=True)
class Subject:
    """What an answer or a sheet of paper is about: a record of the kind's file, or a day."""

    kind: str
    of: SourceId | date
