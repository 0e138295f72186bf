"""Cells into rows, column by column: each distinct cell of a typed column is read once."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final

from core.exchange.bundle import FileRows, Mode
from core.exchange.faults import Fault, FaultCode, FaultList
from core.exchange.format.spec import Column, FileSpec
from core.exchange.forms import INSTANT, NO_RECORD, TEXT, WrongCell
from core.exchange.rows.row import Row
from core.ids import SourceId

_ACTIVE, _DELETED = "active", "tobedeleted"
_ALWAYS = ("status", "dateLastModified")


class _Bad(Enum):
    BAD = "bad"


_BAD: Final = _Bad.BAD


@dataclass(frozen=True, slots=True)
class Table:
    """A file as text: header, records of the header's width, and the line of each record."""

    header: Sequence[str]
    records: Sequence[Sequence[str]]
    lines: Sequence[int]
    whole: bool = True


class _Memo(dict[Any, Any]):
    """Reads a column's cell when it is first met."""

    def __init__(self, column: Column) -> None:
        super().__init__()
        self.column = column
        self.faults: dict[Any, tuple[FaultCode, str, str, str]] = {}

    def __missing__(self, cell: Any) -> Any:  # noqa: ANN401 - a cell or several, any value
        self[cell] = value = self._read(cell)
        return value

    def _read(self, cell: Any) -> Any:  # noqa: ANN401 - a cell or several, any value
        form, names = self.column.form, self.column.names
        if cell == "":
            if not self.column.filled:
                return form.empty
            self.faults[cell] = FaultCode.EMPTY, names[0], "", form.expected
            return _BAD
        try:
            return form.read(cell)
        except WrongCell as wrong:
            found = cell[wrong.column]
            code = FaultCode.BAD_VALUE if found else FaultCode.EMPTY
            self.faults[cell] = code, names[wrong.column], found, wrong.expected
        except ValueError:
            self.faults[cell] = FaultCode.BAD_VALUE, names[0], str(cell), form.expected
        return _BAD


class _Reader:
    """Reads one table by its file's declaration."""

    def __init__(self, spec: FileSpec, mode: Mode, table: Table, faults: FaultList) -> None:
        self.spec, self.mode, self.table, self.faults = spec, mode, table, faults
        self.columns = list(zip(*table.records, strict=True)) or [()] * len(table.header)
        self.place = {name: at for at, name in enumerate(table.header)}
        self.dropped = set[int]()

    def fault(self, at: int, code: FaultCode, column: str, found: str, expected: str) -> None:
        """Name a fault of the record at an index."""
        line = self.table.lines[at]
        self.faults.add(Fault(self.spec.csv, line, column, code, found, expected))

    def has_all_columns(self) -> bool:
        """Name the columns that are missing or stand twice."""
        needed = [name for one in self.spec.columns if not one.may_lack for name in one.names]
        missing = [one for one in (*needed, *_ALWAYS, *self.spec.school) if one not in self.place]
        twice = {one for one in needed if list(self.table.header).count(one) > 1}
        for code, names in ((FaultCode.COLUMN_MISSING, missing), (FaultCode.COLUMN_TWICE, twice)):
            for name in names:
                self.faults.add(Fault(self.spec.csv, 1, name, code, "", name))
        return not missing and not twice

    def cells(self, *names: str) -> Sequence[Any]:
        """Return a column's cells, or several columns' cells side by side."""
        if len(names) == 1:
            return self.columns[self.place[names[0]]]
        return list(zip(*(self.columns[self.place[name]] for name in names), strict=True))

    def values(self, column: Column) -> Sequence[Any]:
        """Return a column's values; a record with a bad cell is named and dropped."""
        if column.may_lack and column.names[0] not in self.place:
            return [column.form.empty] * len(self.table.records)
        cells = self.cells(*column.names)
        if column.form is TEXT and not (column.filled and "" in cells):
            return cells
        memo = _Memo(column)
        values = [memo[cell] for cell in cells]
        if memo.faults:
            self._name_faults(memo, cells)
        return values

    def _name_faults(self, memo: _Memo, cells: Sequence[Any]) -> None:
        for at, cell in enumerate(cells):
            if cell in memo.faults:
                self.fault(at, *memo.faults[cell])
                self.dropped.add(at)

    def deleted(self) -> set[int]:
        """Return which records say that they are no more, and check the two common columns."""
        if self.mode is Mode.BULK:
            self._check_status({"", _ACTIVE}, f'"" | {_ACTIVE}')
            return set()
        self._check_status({_ACTIVE, _DELETED}, f"{_ACTIVE} | {_DELETED}")
        self.values(Column(("dateLastModified",), INSTANT, filled=True))
        return {at for at, status in enumerate(self.cells("status")) if status == _DELETED}

    def _check_status(self, known: set[str], expected: str) -> None:
        statuses = self.cells("status")
        if known.issuperset(statuses):
            return
        for at, status in enumerate(statuses):
            if status not in known:
                self.fault(at, FaultCode.BAD_VALUE, "status", status, expected)
                self.dropped.add(at)

    def check_ids(self, ids: Sequence[str]) -> None:
        """Name rows that share an id."""
        if len(set(ids)) == len(ids):
            return
        first: dict[str, int] = {}
        for at, source in enumerate(ids):
            if source and first.setdefault(source, at) != at:
                met = f"≠ {self.spec.csv}:{self.table.lines[first[source]]}"
                self.fault(at, FaultCode.ID_TWICE, "sourcedId", source, met)
                self.dropped.add(at)

    def check_spans(self, made: Sequence[Row]) -> None:
        """Name what ends before it begins."""
        names = dict(zip(self.spec.fields, self.spec.columns, strict=True))
        for begin, end in self.spec.spans:
            for at, row in enumerate(made):
                first, last = getattr(row, begin), getattr(row, end)
                if at in self.dropped or first is None or last is None or first <= last:
                    continue
                column = names[end].names[0]
                expected = f">= {names[begin].names[0]}"
                self.fault(at, FaultCode.ENDS_BEFORE_BEGIN, column, str(last), expected)

    def schools(self) -> dict[tuple[str, str], int]:
        """Return what the rows name as their school, with the first line that does."""
        found = dict[tuple[str, str], int]()
        for column in self.spec.school:
            cells = self.cells(column)
            for value in set(cells) - {""}:
                found[column, value] = self.table.lines[cells.index(value)]
        return found


def read_rows(spec: FileSpec, mode: Mode, table: Table, faults: FaultList) -> FileRows:
    """Return a file's rows, and add to `faults` whatever is wrong with them."""
    reader = _Reader(spec, mode, table, faults)
    if not reader.has_all_columns():
        return FileRows(mode, whole=False)
    ids = reader.cells("sourcedId")
    gone = reader.deleted()
    if gone:
        return _delta(reader, spec, gone)
    values = [reader.values(column) for column in spec.columns]
    reader.check_ids(ids)
    made = list(map(spec.row, *values))
    reader.check_spans(made)
    lines = dict(zip(ids, table.lines, strict=True))
    none = {at for column in values for at in _no_records(column)}
    out = reader.dropped | none
    rows = {
        source: row
        for at, (source, row) in enumerate(zip(ids, made, strict=True))
        if at not in out
    }
    says_gone = {SourceId(ids[at]): table.lines[at] for at in none if mode is Mode.DELTA}
    whole = table.whole and not reader.dropped
    return FileRows(mode, rows, lines, says_gone, whole, reader.schools())


def _no_records(values: Sequence[Any]) -> list[int]:
    if NO_RECORD not in values:
        return []
    return [at for at, value in enumerate(values) if value is NO_RECORD]


def _delta(reader: _Reader, spec: FileSpec, gone: set[int]) -> FileRows:
    """Read the records that live on; of one that is no more only the id counts."""
    table, faults = reader.table, reader.faults
    reader.check_ids(reader.cells("sourcedId"))
    stays = [at for at in range(len(table.records)) if at not in gone | reader.dropped]
    living = Table(
        table.header,
        [table.records[at] for at in stays],
        [table.lines[at] for at in stays],
        table.whole and not reader.dropped,
    )
    ids = reader.cells("sourcedId")
    deleted = {SourceId(ids[at]): table.lines[at] for at in sorted(gone)}
    read = read_rows(spec, Mode.DELTA, living, faults)
    lines = dict(read.lines) | deleted
    return FileRows(
        Mode.DELTA, read.rows, lines, dict(read.deleted) | deleted, read.whole, read.schools
    )
