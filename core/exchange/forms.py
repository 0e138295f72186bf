"""How one cell is read and written: every form knows both ways and names what it expects."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal
from enum import Enum
from typing import Any, Final
from zoneinfo import ZoneInfo

from core.journal.values import FAIL, NOT_CERTIFIED, PASS, MarkValue

_DECIMAL = re.compile(r"[0-9]{1,6}(\.[0-9]{1,4})?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TIME = re.compile(r"[0-9]{2}:[0-9]{2}")
_LONGEST_ID = 255


class NoRecord(Enum):
    """A cell that says: this row is no record at all."""

    NO_RECORD = "no-record"


NO_RECORD: Final = NoRecord.NO_RECORD


class WrongCell(ValueError):
    """A cell among several that make one value; names the one to blame."""

    def __init__(self, column: int, expected: str) -> None:
        super().__init__(column, expected)
        self.column = column
        self.expected = expected


@dataclass(frozen=True, slots=True)
class Form:
    """Reads a cell (ValueError where it cannot) and writes it back; `empty` is an empty cell."""

    expected: str
    read: Callable[[Any], object]
    write: Callable[[Any, ZoneInfo], Any]
    empty: object = None


def _plain(value: object, _: ZoneInfo) -> str:
    return str(value)


def _date(cell: str) -> date:
    if not _DATE.fullmatch(cell):
        raise ValueError(cell)
    return date.fromisoformat(cell)


def _time(cell: str) -> time:
    if not _TIME.fullmatch(cell):
        raise ValueError(cell)
    return time.fromisoformat(cell)


def _instant(cell: str) -> datetime:
    instant = datetime.fromisoformat(cell)
    if instant.tzinfo is None:
        raise ValueError(cell)
    return instant.astimezone(UTC)


def _decimal(cell: str) -> Decimal:
    if not _DECIMAL.fullmatch(cell):
        raise ValueError(cell)
    return Decimal(cell)


def _write_decimal(value: Decimal, _: ZoneInfo) -> str:
    return f"{value.normalize():f}"


def _id(cell: str) -> str:
    if len(cell) > _LONGEST_ID:
        raise ValueError(cell)
    return cell


def whole(lowest: int, highest: int) -> Form:
    """Return the form of a whole number within limits."""

    def read(cell: str) -> int:
        if not (cell.isascii() and cell.isdigit() and len(cell) <= len(str(highest))):
            raise ValueError(cell)
        if not lowest <= int(cell) <= highest:
            raise ValueError(cell)
        return int(cell)

    return Form(f"{lowest}..{highest}", read, _plain)


def one_of(values: Mapping[str, object]) -> Form:
    """Return the form of a cell that holds one of a few words."""
    words = {value: word for word, value in values.items()}

    def read(cell: str) -> object:
        if cell not in values:
            raise ValueError(cell)
        return values[cell]

    return Form(" | ".join(values), read, lambda value, _: words[value])


def word(*words: str) -> Form:
    """Return the form of a cell that holds one of a few words, kept as they are."""
    return one_of({one: one for one in words})


def _list(cell: str) -> tuple[str, ...]:
    found = tuple(one.strip() for one in cell.split(",") if one.strip())
    if any(len(one) > _LONGEST_ID for one in found):
        raise ValueError(cell)
    return tuple(dict.fromkeys(found))


TEXT = Form('"…"', str, _plain, "")
ID = Form(f"id[1..{_LONGEST_ID}]", _id, _plain)
DATE = Form("YYYY-MM-DD", _date, lambda value, _: value.isoformat())
TIME = Form("HH:MM", _time, lambda value, _: f"{value:%H:%M}")
INSTANT = Form(
    "YYYY-MM-DDTHH:MM:SS+HH:MM",
    _instant,
    lambda value, zone: value.astimezone(zone).isoformat(),
)
DECIMAL = Form(">= 0", _decimal, _write_decimal)
LIST = Form("a,b,…", _list, lambda value, _: ",".join(value), ())
TRUTH = one_of({"true": True, "false": False})

_WORDS = {"зач": MarkValue(PASS), "незач": MarkValue(FAIL), "н/а": MarkValue(NOT_CERTIFIED)}
_SPELT = {value: spelt for spelt, value in _WORDS.items()}
_NUMBERS = {str(number): MarkValue(str(number)) for number in range(1, 6)}
_SCORES = _NUMBERS | {f"{spelt}.0": value for spelt, value in _NUMBERS.items()}
_GRADED = "fully graded"
_MARKS = "1..5 | N/N | зач | незач | н/а"


def _mark(cells: Sequence[str]) -> MarkValue | NoRecord:
    """Read a result's scoreStatus, score and textScore."""
    status, score, text = cells
    if status != _GRADED:
        return NO_RECORD
    plain = _SCORES.get(score)
    if score and plain is None:
        raise WrongCell(1, "1..5")
    spoken = mark_value(text) if text else None
    if text and spoken is None:
        raise WrongCell(2, _MARKS)
    value = spoken or plain
    if value is None:
        raise WrongCell(1, _MARKS)
    return value


def mark_value(cell: str) -> MarkValue | None:
    """Return the mark that a cell spells, or None where it spells none."""
    if cell in _WORDS:
        return _WORDS[cell]
    if cell in _SCORES:
        return _SCORES[cell]
    first, slash, second = cell.partition("/")
    return MarkValue(cell) if slash and first in _NUMBERS and second in _NUMBERS else None


def spelt(value: MarkValue) -> str:
    """Return a mark as the files spell it."""
    return _SPELT.get(value, value.text)


def _write_mark(value: MarkValue, _: ZoneInfo) -> tuple[str, str, str]:
    if value.text in _NUMBERS:
        return _GRADED, value.text, ""
    return _GRADED, "", spelt(value)


def _spelt_mark(cell: str) -> MarkValue:
    value = mark_value(cell)
    if value is None:
        raise ValueError(cell)
    return value


MARK = Form(_MARKS, _mark, _write_mark)
SPELT_MARK = Form(_MARKS, _spelt_mark, lambda value, _: spelt(value))
PERIOD_MARK = one_of({one: value for one, value in (_NUMBERS | _WORDS).items() if one != "1"})
