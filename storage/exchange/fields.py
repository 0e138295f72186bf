"""How one field of a bundle's row lies in columns: itself, a word, a number, or two of them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Table

from core.exchange.rows.row import Subject
from core.exchange.telling import Ids
from core.ids import SourceId
from storage.tables.base import Base

Sources = Mapping[str, Mapping[int | None, SourceId | None]]
"""By file: the id in the school's files of each record's number."""

Columns = Sequence[Sequence[Any]]


def table_of(row: type[Base]) -> Table:
    """Return the table behind a declaration."""
    table = row.__table__
    if not isinstance(table, Table):
        raise TypeError(table)
    return table


@dataclass(frozen=True, slots=True)
class InOneColumn:
    """A field that has a column to itself."""

    column: str

    @property
    def columns(self) -> tuple[str, ...]:
        """Return the names of the columns."""
        return (self.column,)


@dataclass(frozen=True, slots=True)
class Plain(InOneColumn):
    """A value kept as it is."""

    def stored(self, values: Sequence[Any], _: Ids) -> Columns:
        """Return the columns of a table for a column of rows."""
        return (values,)

    def told(self, columns: Columns, _: Sources) -> Sequence[Any]:
        """Return a column of rows for the columns of a table."""
        return columns[0]


@dataclass(frozen=True, slots=True)
class Coded(InOneColumn):
    """A value kept as a word: an enum, a mark, a list of codes."""

    write: Callable[[Any], str]
    read: Callable[[str], Any]

    def stored(self, values: Sequence[Any], _: Ids) -> Columns:
        """Return the words; each distinct value is written once."""
        memo = {value: None if value is None else self.write(value) for value in set(values)}
        return ([memo[value] for value in values],)

    def told(self, columns: Columns, _: Sources) -> Sequence[Any]:
        """Return the values; each distinct word is read once."""
        [words] = columns
        memo = {word: None if word is None else self.read(word) for word in set(words)}
        return [memo[word] for word in words]


@dataclass(frozen=True, slots=True)
class Ref(InOneColumn):
    """Another record of the school; `later` where it may be of the same file."""

    file: str
    later: bool = False

    def stored(self, values: Sequence[Any], ids: Ids) -> Columns:
        """Return the records' numbers."""
        known = ids.get(self.file, {})
        return ([None if value is None else known[value] for value in values],)

    def told(self, columns: Columns, sources: Sources) -> Sequence[Any]:
        """Return the records' ids in the school's files."""
        known = sources[self.file]
        return [known[value] for value in columns[0]]


@dataclass(frozen=True, slots=True)
class Refs(InOneColumn):
    """Other records of the school, kept as their numbers with commas between them."""

    file: str

    def stored(self, values: Sequence[Any], ids: Ids) -> Columns:
        """Return the records' numbers, in their order."""
        known = ids.get(self.file, {})
        return ([",".join(str(known[one]) for one in value) for value in values],)

    def told(self, columns: Columns, sources: Sources) -> Sequence[Any]:
        """Return the records' ids in the school's files, in their order."""
        known = sources[self.file]
        return [tuple(known[int(one)] for one in cell.split(",") if one) for cell in columns[0]]


@dataclass(frozen=True, slots=True)
class ByKind:
    """A record of the file that goes with its kind, as a word and a number; or a day (None)."""

    kind: str
    number: str
    files: Mapping[str, str | None]

    @property
    def columns(self) -> tuple[str, ...]:
        """Return the names of the columns."""
        return self.kind, self.number

    def stored(self, values: Sequence[Subject], ids: Ids) -> Columns:
        """Return the kinds, and the records' numbers."""
        return [one.kind for one in values], [self._number(one, ids) for one in values]

    def _number(self, value: Subject, ids: Ids) -> int:
        if isinstance(value.of, date):
            return value.of.toordinal()
        return ids[self.files[value.kind] or ""][value.of]

    def told(self, columns: Columns, sources: Sources) -> Sequence[Any]:
        """Return the kinds, each with its record's id in the school's files."""
        return [
            self._subject(kind, number, sources) for kind, number in zip(*columns, strict=True)
        ]

    def _subject(self, kind: str, number: int, sources: Sources) -> Subject:
        file = self.files[kind]
        of = date.fromordinal(number) if file is None else sources[file][number]
        if of is None:
            raise KeyError(kind, number)
        return Subject(kind, of)


Field = Plain | Coded | Ref | Refs | ByKind
