"""What a file's declaration says: its columns, what they refer to, what a row is known by."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import Any

from core.exchange.forms import Form
from core.exchange.rows.one_roster import GroupKind
from core.exchange.rows.row import Row, Subject
from core.ids import SourceId


@dataclass(frozen=True, slots=True)
class Target:
    """The file that a column's ids are of; of `classes` perhaps one kind only."""

    file: str
    kind: GroupKind | None = None

    @property
    def notation(self) -> str:
        """Return what an id must be, in the notation of faults."""
        return f"{self.file}.sourcedId" + (f" ({self.kind})" if self.kind else "")


@dataclass(frozen=True, slots=True)
class Column:
    """One field of a row and the column, or columns, that hold it.

    `filled`: an empty cell is a fault. `may_lack`: a file without the column is none.
    `in_year`: the date lies within the row's school year. `by_kind`: what the id of a `Subject`
    is of; a kind without a target is about a day.
    """

    names: tuple[str, ...]
    form: Form
    filled: bool = False
    may_lack: bool = False
    in_year: bool = False
    target: Target | None = None
    by_kind: Mapping[str, Target] = field(default_factory=dict)

    def refers(self, value: Any) -> Iterator[tuple[Target, SourceId]]:  # noqa: ANN401 - of any form
        """Yield the records that a value of this column refers to."""
        if isinstance(value, Subject):
            if value.kind in self.by_kind:
                yield self.by_kind[value.kind], SourceId(str(value.of))
        elif self.target is not None and value:
            for one in value if isinstance(value, tuple) else (value,):
                yield self.target, one


@dataclass(frozen=True, slots=True)
class FileSpec:
    """One file: its row, its columns in the order of the row's fields.

    `year`: the fields that may say of which school year a row is, by reference or by date; empty
    where a row is of no year. `cell`: the fields that no two rows share. `spans`: pairs of fields
    of which the second is not before the first. `school`: columns that name the school itself.
    `only_grows`: what is missing from the file has not gone, and what stands stays as it is.
    `key`: the fields, never changed, of which an export makes the row's id: its table has none.
    """

    name: str
    row: Callable[..., Row]
    columns: tuple[Column, ...]
    year: tuple[str, ...] = ()
    cell: tuple[str, ...] = ()
    spans: tuple[tuple[str, str], ...] = ()
    school: tuple[str, ...] = ()
    only_grows: bool = False
    key: tuple[str, ...] = ()

    @property
    def fields(self) -> tuple[str, ...]:
        """Return the names of the row's fields, in the order of the columns."""
        return tuple(one.name for one in fields(self.row))  # type: ignore[arg-type]  # a dataclass

    @property
    def csv(self) -> str:
        """Return the file's name with its ending, as faults and people name it."""
        return f"{self.name}.csv"

    @property
    def keeps_cell(self) -> bool:
        """Say whether a record stays in its cell for ever, as what is told of a pupil must.

        An id that turns up in another cell then names another record: whoever heard of the one
        must never be told the other.
        """
        return "pupil" in self.cell

    @property
    def references(self) -> tuple[tuple[Column, Callable[[Row], Any]], ...]:
        """Return the columns that refer to other records, each with the getter of its field."""
        return tuple(
            (column, attrgetter(name))
            for name, column in zip(self.fields, self.columns, strict=True)
            if column.target or column.by_kind
        )

    def referred(self, row: Row) -> Iterator[tuple[Target, SourceId]]:
        """Yield the records that a row refers to."""
        for column, value_of in self.references:
            yield from column.refers(value_of(row))

    @property
    def header(self) -> tuple[str, ...]:
        """Return the columns of an export."""
        names = [name for column in self.columns for name in column.names]
        return (names[0], "status", "dateLastModified", *names[1:], *self.school)
