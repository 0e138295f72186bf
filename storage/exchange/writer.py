"""Rows into a folder or a zip: the mirror of the reader."""

import csv
import io
import json
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from core.exchange.bundle import Mode
from core.exchange.export_school import Exported, Gone
from core.exchange.files import FILES
from core.exchange.format.spec import Column, FileSpec
from core.exchange.rows.of_exports import GoneRow
from core.exchange.rows.row import Row
from core.ids import SourceId
from storage.exchange import manifest

_SYSTEM = "zvonok"


def write_bundle(exported: Exported, path: Path) -> int:
    """Write a school to a folder, or to a zip where the path ends so; return the count of rows.

    A zip takes its place only when it is whole.
    """
    if path.suffix.lower() != ".zip":
        path.mkdir(parents=True, exist_ok=True)
        _write(exported, lambda name, data: (path / name).write_bytes(data))
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = path.with_name(f".{path.name}.partial")
        with zipfile.ZipFile(partial, "w", zipfile.ZIP_DEFLATED) as archive:
            _write(exported, archive.writestr)
        partial.replace(path)
    return sum(len(rows) for rows in exported.files.values())


def _write(exported: Exported, put: Callable[[str, bytes], object]) -> None:
    zone = ZoneInfo(exported.zone)
    for name, spec in FILES.items():
        if name in exported.files:
            rows = exported.files[name]
            put(spec.csv, _csv(spec.header, _records(spec, rows, exported.school, zone)))
    gone = [_remembered(one, exported.school, zone) for one in exported.gone]
    spec = FILES["x_gone"]
    put(spec.csv, _csv(spec.header, _records(spec, gone, exported.school, zone)))
    put(manifest.NAME, _csv((manifest.PROPERTY, manifest.VALUE), _manifest(exported)))


def _manifest(exported: Exported) -> Iterator[Sequence[str]]:
    yield from manifest.VERSIONS.items()
    for name in FILES:
        mode = Mode.BULK if name in exported.files or name == "x_gone" else Mode.ABSENT
        yield f"file.{name}", mode.value
    yield "source.systemName", _SYSTEM
    yield manifest.ZONE, exported.zone


def _csv(header: Sequence[str], records: Iterator[Sequence[str]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows(records)
    return text.getvalue().encode()


def _remembered(gone: Gone, school: SourceId, zone: ZoneInfo) -> Row:
    """Return the row of `x_gone` for a record that is no more."""
    spec = FILES[gone.file]
    [record] = _records(spec, [gone.row], school, zone)
    cells = json.dumps(dict(zip(spec.header, record, strict=True)), ensure_ascii=False)
    source = SourceId(f"{gone.file}/{gone.row.source}")
    return GoneRow(source, gone.file, gone.row.source, gone.by, cells)


def _records(
    spec: FileSpec, rows: Sequence[Row], school: SourceId, zone: ZoneInfo
) -> Iterator[Sequence[str]]:
    columns = list[Sequence[str]]()
    for field, column in zip(spec.fields, spec.columns, strict=True):
        columns += _cells(column, [getattr(row, field) for row in rows], zone)
    empty = [""] * len(rows)
    schools = [[school] * len(rows) for _ in spec.school]
    return zip(columns[0], empty, empty, *columns[1:], *schools, strict=True)


def _cells(column: Column, values: list[Any], zone: ZoneInfo) -> list[Sequence[str]]:
    """Return one column of cells, or several where several make one value."""
    written = dict[Any, Any]()
    for value in set(values):
        nothing = value is None or value in ("", ())
        written[value] = "" if nothing else column.form.write(value, zone)
    cells = [written[value] for value in values]
    if len(column.names) == 1:
        return [cells]
    return [list(one) for one in zip(*cells, strict=True)] or [[] for _ in column.names]
