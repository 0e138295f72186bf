"""A school's records by file, and beside them what is written anew: both are found alike."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from core.exchange.bundle import Bundle, Current, FileRows, Mode
from core.exchange.rows.row import Row
from core.ids import SourceId

_R = TypeVar("_R", bound=Row)


@dataclass(slots=True)
class Records:
    """What stands, and what was ever written; who writes adds to it."""

    current: Current
    _written: dict[str, dict[SourceId, Row]] = field(default_factory=lambda: defaultdict(dict))

    def of(self, file: str, kind: type[_R]) -> Sequence[_R]:
        """Return the records of a file that stand."""
        return [row for _, row in self.current.of(file).living() if isinstance(row, kind)]

    def ever(self, file: str, kind: type[_R]) -> Sequence[_R]:
        """Return all records of a file, also those that somebody took back."""
        return [row for row in self.current.of(file).rows.values() if isinstance(row, kind)]

    def is_by_person(self, file: str, source: SourceId) -> bool:
        """Say whether a person made a record, or changed it last."""
        return source in self.current.of(file).by

    def write(self, file: str, row: Row) -> None:
        """Write a record, new or in the place of the one with its id."""
        self._written[file][row.source] = row

    def bundle(self) -> Bundle:
        """Return what was written, as files of changes."""
        return Bundle(
            {
                name: FileRows(Mode.DELTA, rows, {one: n for n, one in enumerate(rows, start=2)})
                for name, rows in self._written.items()
            }
        )
