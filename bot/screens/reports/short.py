"""A table on a phone: a line for each row with what matters most; the rest is in the file."""

from collections.abc import Sequence
from typing import Final

from bot.screens.parts.naming import full_name
from bot.screens.parts.table_words import worded, written
from bot.texts.html import Html, cut, mid_sentence
from bot.texts.speech import Speech
from core.access.people import Name
from core.reports.table import Cell, Column, Report, Row, Said, Table

_CELL_LENGTH: Final = 64
_WHO_LENGTH: Final = 48
_FEWEST: Final = 2
_HOW_MANY: Final = Said("count")
"""A heading that says no more than its number does."""


def looked_at(report: Report) -> Table | None:
    """Return the table of a report that tells most in few words."""
    tables = report.tables
    if len(tables) > 1 and all(one.columns == tables[0].columns for one in tables):
        return _of_many(report)
    main = [one for one in tables if sum(column.main for column in one.columns) >= _FEWEST]
    return next(iter(main or tables), None)


def _of_many(report: Report) -> Table:
    """Return a table with a row for each of many tables of one shape: its total."""
    first = report.tables[0]
    rows = tuple((one.title, *one.totals[0][1:]) for one in report.tables if one.totals)
    return Table(report.title, first.columns, rows)


def line(speech: Speech, table: Table, row: Row) -> Html:
    """Return a row in a line."""
    who, what = _told(speech, table, row)
    return speech.say("report-line", who=who, what=what or "–")


def total_line(speech: Speech, table: Table) -> Html:
    """Return the first total in a line; nothing where there is none."""
    if not table.totals:
        return Html()
    who, what = _told(speech, table, table.totals[0])
    return (
        speech.say("report-total", who=who, what=what)
        if what
        else speech.say("report-line", who=who, what="–")
    )


def _told(speech: Speech, table: Table, row: Row) -> tuple[str, str]:
    cells = [(one, cell) for one, cell in zip(table.columns, row, strict=True) if one.main]
    (column, first), *rest = cells or [(table.columns[0], row[0])]
    said = [_value(speech, one, cell) for one, cell in rest if not _is_nothing(one, cell)]
    who = cut(_short(speech, column, first), _WHO_LENGTH)
    return who, ", ".join(one for one in said if one)


def _short(speech: Speech, column: Column, cell: Cell) -> str:
    return full_name(speech, cell) if isinstance(cell, Name) else written(speech, column, cell)


def _is_nothing(column: Column, cell: Cell) -> bool:
    return cell is None or (cell == 0 and column.kind.is_number)


def _value(speech: Speech, column: Column, cell: Cell) -> str:
    value = cut(_short(speech, column, cell), _CELL_LENGTH)
    if not column.kind.is_narrow or column.heading == _HOW_MANY:
        return value
    heading = worded(speech, column.heading)
    shown = mid_sentence(heading) if isinstance(column.heading, Said) and heading else heading
    return speech.label("report-value", heading=cut(shown, _CELL_LENGTH), value=value)


def columns_hidden(table: Table) -> bool:
    """Say whether the file tells more than the lines."""
    return not all(one.main for one in table.columns)


def lines_of(speech: Speech, table: Table, rows: Sequence[Row]) -> list[Html]:
    """Return rows in lines."""
    return [line(speech, table, row) for row in rows]
