"""Records that are no more, out of `x_gone` and back among the rows of their files."""

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from core.exchange.bundle import FileRows, Mode
from core.exchange.faults import Fault, FaultCode, FaultList
from core.exchange.files import FILES, RECORDS
from core.exchange.reading import Table, read_rows
from core.exchange.rows.of_exports import GoneRow

_EXPECTED = "JSON object of text"


def with_gone(files: Mapping[str, FileRows], faults: FaultList) -> dict[str, FileRows]:
    """Return the files, each with its records that are no more."""
    found, told = dict(files), files.get("x_gone")
    cells = defaultdict[str, list[dict[str, str]]](list)
    for row in told.rows.values() if told else ():
        if told is None or not isinstance(row, GoneRow):
            continue
        read = _cells(row)
        if read is None or row.file not in RECORDS:
            column, shown = ("cells", row.cells[:80]) if read is None else ("file", row.file)
            line = told.lines.get(row.source, 0)
            expected = _EXPECTED if read is None else "file of the bundle"
            faults.add(Fault("x_gone.csv", line, column, FaultCode.BAD_VALUE, shown, expected))
        else:
            cells[row.file].append(read)
    for name, records in cells.items():
        found[name] = _joined(name, found.get(name, FileRows(Mode.DELTA)), records, faults)
    return found


def _cells(row: GoneRow) -> dict[str, str] | None:
    try:
        read = json.loads(row.cells)
    # A depth that no honest file has ends in RecursionError.
    except (ValueError, RecursionError):
        return None
    honest = isinstance(read, dict) and all(isinstance(one, str) for one in read.values())
    return read if honest else None


def _joined(
    name: str, standing: FileRows, records: list[dict[str, str]], faults: FaultList
) -> FileRows:
    """Return a file with its gone records; what stands wins over what is gone."""
    header = FILES[name].header
    table = Table(
        header, [[one.get(column, "") for column in header] for one in records], [0] * len(records)
    )
    gone = read_rows(FILES[name], Mode.BULK, table, faults)
    return replace(standing, rows={**gone.rows, **standing.rows})
