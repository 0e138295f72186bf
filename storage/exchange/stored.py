"""Where a file's rows are kept: one table, and one more for each list that a row holds."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from core.exchange.rows.row import Row
from core.exchange.telling import Ids
from storage.exchange.fields import Columns, Field, Sources, table_of
from storage.tables.base import Base


@dataclass(frozen=True, slots=True)
class Linked:
    """A list of records, each a row of a table of its own: `owner` has `item`.

    `ordered`: it has it at a position; else the list is in the order of the items' ids.
    """

    table: type[Base]
    owner: str
    item: str
    file: str
    ordered: bool = True

    @property
    def columns(self) -> tuple[str, ...]:
        """Return the columns that hold one item of the list."""
        return (self.item,)

    @property
    def order(self) -> tuple[str, ...]:
        """Return the columns by which the list is ordered."""
        return ("position",) if self.ordered else ()

    def lines(self, items: Sequence[Any], ids: Ids) -> Iterator[dict[str, Any]]:
        """Yield the columns of each item."""
        known = ids.get(self.file, {})
        for at, item in enumerate(items):
            yield {self.item: known[item], **({"position": at} if self.ordered else {})}

    def told(self, columns: Sequence[Any], sources: Sources) -> object:
        """Return an item; None for a record that has no id."""
        return sources[self.file][columns[0]]

    def together(self, items: Sequence[Any]) -> tuple[Any, ...]:
        """Return the list as its row holds it."""
        return tuple(items if self.ordered else sorted(items))


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of plain values, each of several `parts` that are columns of a table of its own."""

    table: type[Base]
    owner: str
    parts: tuple[str, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """Return the columns that hold one item of the list."""
        return self.parts

    @property
    def order(self) -> tuple[str, ...]:
        """Return no column: a database sorts words in its own way."""
        return ()

    def lines(self, items: Sequence[Any], _: Ids) -> Iterator[dict[str, Any]]:
        """Yield the columns of each item."""
        return (dict(zip(self.parts, item, strict=True)) for item in items)

    def told(self, columns: Sequence[Any], _: Sources) -> object:
        """Return an item."""
        return tuple(columns)

    def together(self, items: Sequence[Any]) -> tuple[Any, ...]:
        """Return the list as its row holds it."""
        return tuple(sorted(items))


Link = Linked | Listed


@dataclass(frozen=True, slots=True)
class Stored:
    """Where a file's rows are kept; the keys of `fields` and `links` are the row's fields.

    `main`: the row only adds to a record of another file, which it names by this field; its own
    id is in `x_source`, and without the row the columns hold `blank`.
    """

    table: type[Base]
    row: type[Row]
    fields: Mapping[str, Field]
    links: Mapping[str, Link]
    main: tuple[str, str] | None = None
    blank: Mapping[str, Any] = field(default_factory=dict)

    @property
    def columns(self) -> tuple[str, ...]:
        """Return the columns of all fields, in their order."""
        return tuple(name for one in self.fields.values() for name in one.columns)

    @property
    def number(self) -> str | None:
        """Return the column by which other tables know a row; None where none can."""
        first, *more = table_of(self.table).primary_key.columns
        return None if more else first.name

    def told(self, columns: Columns, sources: Sources) -> Iterator[tuple[str, Sequence[Any]]]:
        """Yield the fields with their values, column by column."""
        at = 0
        for name, one in self.fields.items():
            width = len(one.columns)
            yield name, one.told(columns[at : at + width], sources)
            at += width
