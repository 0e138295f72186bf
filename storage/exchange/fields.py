"""How one field of a bundle's row lies in a column: itself, a word, or a number."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Column, Table

from core.exchange.rows import Row
from core.exchange.telling import Ids
from core.ids import SourceId
from storage.tables.base import Base

Sources = Mapping[str, Mapping[int | None, SourceId | None]]
"""By file: the id in the school's files of each record's number."""


def table_of(row: type[Base]) -> Table:
    """Return the table behind a declaration."""
    table = row.__table__
    if not isinstance(table, Table):
        raise TypeError(table)
    return table


@dataclass(frozen=True, slots=True)
class Plain:
    """A value kept as it is."""

    column: str

    def stored(self, values: Sequence[Any], _: Ids) -> Sequence[Any]:
        """Return a column of a table for a column of rows."""
        return values

    def told(self, values: Sequence[Any], _: Sources) -> Sequence[Any]:
        """Return a column of rows for a column of a table."""
        return values


@dataclass(frozen=True, slots=True)
class Coded:
    """A value kept as a word: an enum, a mark, a list of codes."""

    column: str
    write: Callable[[Any], str]
    read: Callable[[str], Any]

    def stored(self, values: Sequence[Any], _: Ids) -> Sequence[Any]:
        """Return the words; each distinct value is written once."""
        memo = {value: None if value is None else self.write(value) for value in set(values)}
        return [memo[value] for value in values]

    def told(self, values: Sequence[Any], _: Sources) -> Sequence[Any]:
        """Return the values; each distinct word is read once."""
        memo = {value: None if value is None else self.read(value) for value in set(values)}
        return [memo[value] for value in values]


@dataclass(frozen=True, slots=True)
class Ref:
    """Another record of the school; `later` where it may be of the same file."""

    column: str
    file: str
    later: bool = False

    def stored(self, values: Sequence[Any], ids: Ids) -> Sequence[Any]:
        """Return the records' numbers."""
        known = ids.get(self.file, {})
        return [None if value is None else known[value] for value in values]

    def told(self, values: Sequence[Any], sources: Sources) -> Sequence[Any]:
        """Return the records' ids in the school's files."""
        known = sources[self.file]
        return [known[value] for value in values]


Field = Plain | Coded | Ref


@dataclass(frozen=True, slots=True)
class Linked:
    """A list of records, each a row of a table of its own: `owner` has `item` at a position."""

    table: type[Base]
    owner: str
    item: str
    file: str

    @property
    def columns(self) -> Mapping[str, Column[Any]]:
        """Return the link's columns by name."""
        return dict(table_of(self.table).c)


@dataclass(frozen=True, slots=True)
class Stored:
    """Where a file's rows are kept; the keys of `fields` and `links` are the row's fields.

    `main`: the row only adds to a record of another file, which it names by this field; its own
    id is in `x_source`, and without the row the columns hold `blank`.
    """

    table: type[Base]
    row: type[Row]
    fields: Mapping[str, Field]
    links: Mapping[str, Linked]
    main: tuple[str, str] | None = None
    blank: Mapping[str, Any] = field(default_factory=dict)
