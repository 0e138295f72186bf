"""Bytes into a table: UTF-8 with or without its mark, RFC 4180, every fault with its line."""

import csv
import io

from core.exchange.faults import Fault, FaultCode, FaultList
from core.exchange.reading import Table

_MARK = b"\xef\xbb\xbf"


def read_table(name: str, data: bytes, faults: FaultList) -> Table | None:
    """Return a file's header and records, or None where it has not even a header."""
    text = _decoded(name, data.removeprefix(_MARK), faults)
    if text is None:
        return None
    found, whole = _records(name, text, faults)
    _, header = next(rest := iter(found), (1, list[str]()))
    if not header:
        if whole:
            faults.add(Fault(name, 1, "", FaultCode.MALFORMED, "", "header"))
        return None
    records, lines = list[list[str]](), list[int]()
    for line, record in rest:
        if len(record) == len(header):
            records.append(record)
            lines.append(line)
        elif record:
            whole = False
            faults.add(_width(name, line, len(record), len(header)))
    return Table(header, records, lines, whole)


def _records(name: str, text: str, faults: FaultList) -> tuple[list[tuple[int, list[str]]], bool]:
    """Return the records with the lines on which they begin, and whether all could be read."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    found, begins = list[tuple[int, list[str]]](), 1
    try:
        for record in reader:
            found.append((begins, record))
            begins = reader.line_num + 1
    except csv.Error as broken:
        faults.add(Fault(name, begins, "", FaultCode.MALFORMED, str(broken), "RFC 4180"))
        return found, False
    return found, True


def _decoded(name: str, data: bytes, faults: FaultList) -> str | None:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as wrong:
        faults.add(_encoding(name, data, wrong.start))
        return None
    if "\x00" in text:
        faults.add(_encoding(name, data, data.index(b"\x00")))
        return None
    return text


def _encoding(name: str, data: bytes, at: int) -> Fault:
    line = data.count(b"\n", 0, at) + 1
    return Fault(name, line, "", FaultCode.ENCODING, f"0x{data[at]:02x}", "UTF-8")


def _width(name: str, line: int, found: int, expected: int) -> Fault:
    return Fault(name, line, "", FaultCode.ROW_WIDTH, str(found), str(expected))
