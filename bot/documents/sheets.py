"""Tables as a workbook: typed cells, headings that stay, ready for A4; no cell is a formula."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from textwrap import wrap
from typing import Any, Final

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from bot.documents.bench import File
from bot.documents.filing import file_name
from bot.screens.parts.table_words import worded, written
from bot.texts.formats import clock_time, whole_day
from bot.texts.html import cut, mid_sentence, tidy
from bot.texts.speech import Speech
from core.journal.values import MarkValue
from core.reports.table import Cell, Column, Kind, Report, Row, Table

_NAME_LENGTH: Final = 31
_CELL_LENGTH: Final = 32_000
_REFUSED_IN_NAME: Final = re.compile(r"[\[\]:*?/\\]+")
_LIKE_FORMULA: Final = re.compile(r"[=+\-@\t]")
_A4: Final = 9
_NARROW, _WIDEST, _SLACK = 7, 60, 2
_LINE_HEIGHT, _LETTER = 15.0, 5.5
_TALLEST, _HIGHEST = 130.0, 400.0
"""In points: a turned heading, and a row that Excel still shows."""
_OF_BOLD: Final = 0.9
"""So many of a column's signs fit in bold."""
_UPRIGHT_FROM: Final = 8
"""So many narrow columns or more have their headings turned upright."""

_NUMBERS: Final = {
    Kind.MEAN: "0.00",
    Kind.PERCENT: "0.0%",
    Kind.COUNT: "0",
    Kind.DAY: "dd.mm.yyyy",
    Kind.MOMENT: "dd.mm.yyyy hh:mm",
}
_HUNDRED: Final = 100
_LINE: Final = "#9ca3af"
_GREY: Final = "#f0f1f3"


def make(speech: Speech, report: Report) -> File:
    """Return the report as a workbook with a sheet for each table."""
    paper = BytesIO()
    # Nothing that a person wrote is looked at as a formula, an address or a number.
    kept_as_written = dict.fromkeys(
        ("strings_to_formulas", "strings_to_urls", "strings_to_numbers"), False
    )
    with Workbook(paper, {"in_memory": True, **kept_as_written}) as book:
        # A file tells when it was made by the school's clock, not by the machine's.
        book.set_properties({"created": report.made_at.replace(tzinfo=None)})
        writing = _Writing(speech, report, book)
        for table in report.tables or (Table(report.title, ()),):
            writing.sheet(table)
    return File(file_name(name_of(speech, report), "xlsx"), paper.getvalue())


@dataclass(slots=True)
class _Writing:
    """A workbook that is being written."""

    speech: Speech
    report: Report
    book: Workbook
    _taken: set[str] = field(default_factory=set)
    _formats: dict[tuple[object, ...], Format] = field(default_factory=dict)

    def sheet(self, table: Table) -> None:
        """Write one table on a sheet of its own."""
        sheet = self.book.add_worksheet(self._name_of(table))
        at = self._head(sheet, table)
        widths = self._columns(sheet, table, at)
        for row in table.rows:
            at += 1
            self._row(sheet, at, table, row, widths)
        if table.rows:
            first = at - len(table.rows)
            sheet.autofilter(first, 0, at, len(table.columns) - 1)
        for row in table.totals:
            at += 1
            self._row(sheet, at, table, row, widths, bold=True)
        self._foot(sheet, at + 2, table)

    def _name_of(self, table: Table) -> str:
        wished = sheet_name(worded(self.speech, table.title))
        name = wished or self.speech.label("table-sheet", number=len(self._taken) + 1)
        number = 1
        while name.casefold() in self._taken:
            number += 1
            name = f"{cut(wished, _NAME_LENGTH - 5).rstrip()} ({number})"
        self._taken.add(name.casefold())
        return name

    def _head(self, sheet: Worksheet, table: Table) -> int:
        """Write what stands above a table; return the row of its headings."""
        report = self.report
        several = [worded(self.speech, table.title)] if len(report.tables) > 1 else []
        made = self.speech.label(
            "table-made",
            day=whole_day(report.made_at.date(), self.speech.language),
            time=clock_time(report.made_at.time()),
        )
        told = [worded(self.speech, one) for one in report.of]
        lines = [*several, tidy(report.school), *told, made]
        title = worded(self.speech, report.title)
        self._text(sheet, 0, 0, title, self._format(bold=True, font_size=14))
        for at, line in enumerate(lines, start=1):
            self._text(sheet, at, 0, line, self._format())
        return len(lines) + 2

    def _columns(self, sheet: Worksheet, table: Table, at: int) -> Sequence[int]:
        """Write the headings of a table, and return how wide its columns are."""
        narrow = sum(one.kind.is_narrow for one in table.columns)
        upright = narrow >= _UPRIGHT_FROM
        widths, heights = list[int](), list[float]()
        for place, column in enumerate(table.columns):
            turned = {"rotation": 90} if upright and column.kind.is_narrow else {}
            look = self._format(
                bold=True, border=1, bg_color=_GREY, text_wrap=True, valign="vcenter",
                align="center", **turned,
            )  # fmt: skip
            heading = worded(self.speech, column.heading)
            self._text(sheet, at, place, heading, look)
            cells = [row[place] for row in table.rows]
            widths.append(self._width(column, cells, upright=upright))
            heights.append(_height_of_heading(heading, widths[-1], turned=bool(turned)))
            sheet.set_column(place, place, widths[-1])
        sheet.set_row(at, max(heights, default=_LINE_HEIGHT))
        sheet.freeze_panes(at + 1, table.names)
        sheet.repeat_rows(at)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.set_footer("&R&P / &N")
        return widths

    def _width(self, column: Column, cells: Iterable[Cell], *, upright: bool) -> int:
        heading = worded(self.speech, column.heading)
        if column.kind.is_narrow:
            words = [] if upright else heading.split()
            return max([_NARROW, *(len(word) + _SLACK for word in words)])
        longest = max((len(written(self.speech, column, one)) for one in cells), default=0)
        return min(max(longest, *map(len, heading.split() or [""]), _NARROW) + _SLACK, _WIDEST)

    def _row(
        self,
        sheet: Worksheet,
        at: int,
        table: Table,
        row: Row,
        widths: Sequence[int],
        *,
        bold: bool = False,
    ) -> None:
        lines = 1
        for place, (column, cell) in enumerate(zip(table.columns, row, strict=True)):
            text = self._cell(sheet, (at, place), column, cell, bold=bold)
            if not column.kind.is_narrow:
                lines = max(lines, _lines_of(text, widths[place]))
        if lines > 1:
            sheet.set_row(at, min(lines * _LINE_HEIGHT, _HIGHEST))

    def _cell(
        self, sheet: Worksheet, where: tuple[int, int], column: Column, cell: Cell, *, bold: bool
    ) -> str:
        """Write a cell, and return its text where it is one."""
        told: dict[str, Any] = {"border": 1, "border_color": _LINE, "valign": "top", "bold": bold}
        if column.kind.is_narrow:
            told["align"] = "center"
        else:
            told["text_wrap"] = True
        at, place = where
        match _typed(column, cell):
            case None:
                sheet.write_blank(at, place, None, self._format(**told))
            case datetime() | date() as day:
                sheet.write_datetime(
                    at, place, day, self._format(**told, num_format=_day_form(day))
                )
            case int() | float() as number:
                form = _NUMBERS.get(column.kind, "General")
                sheet.write_number(at, place, number, self._format(**told, num_format=form))
            case _:
                text = written(self.speech, column, cell)
                self._text(sheet, at, place, text, self._format(**told), told)
                return text
        return ""

    def _text(
        self,
        sheet: Worksheet,
        at: int,
        place: int,
        text: str,
        look: Format,
        told: dict[str, Any] | None = None,
    ) -> None:
        if _LIKE_FORMULA.match(text):
            # Excel would make a formula of it as soon as somebody edits the cell.
            look = self._format(**(told or {}), quote_prefix=True)
        sheet.write_string(at, place, cut(text, _CELL_LENGTH), look)

    def _foot(self, sheet: Worksheet, at: int, table: Table) -> None:
        said = [worded(self.speech, one) for one in table.notes]
        if not table.rows:
            said.insert(0, self.speech.label("table-empty"))
        lines = [*said, *signatures(self.speech, self.report)]
        for number, line in enumerate(lines):
            self._text(sheet, at + number, 0, line, self._format())

    def _format(self, **told: Any) -> Format:  # noqa: ANN401 - as XlsxWriter has them
        key = tuple(sorted(told.items()))
        known = self._formats.get(key)
        if known is None:
            known = self._formats[key] = self.book.add_format(told)
        return known


def _lines_of(text: str, width: float) -> int:
    """Return in how many lines a text stands in a column: not every program finds that itself."""
    return sum(
        len(wrap(one, max(1, int(width)))) if len(one) > width else 1 for one in text.split("\n")
    )


def _height_of_heading(heading: str, width: int, *, turned: bool) -> float:
    """Return how high a heading is; one that is turned takes two lines where it is long."""
    if turned:
        return min(len(heading) * _LETTER + _LINE_HEIGHT, _TALLEST)
    return _lines_of(heading, width * _OF_BOLD) * _LINE_HEIGHT + _LINE_HEIGHT / 3


def _typed(column: Column, cell: Cell) -> int | float | date | str | None:
    """Return a cell as a sheet counts with it, or its text."""
    match cell:
        case None:
            return None
        case MarkValue() if cell.text.isdigit():
            return int(cell.text)
        case Decimal():
            return float(cell) / _HUNDRED if column.kind is Kind.PERCENT else float(cell)
        case datetime():
            return cell.replace(tzinfo=None)
        case date() | int():
            return cell
        case _:
            return ""


def _day_form(day: date) -> str:
    return _NUMBERS[Kind.MOMENT if isinstance(day, datetime) else Kind.DAY]


def sheet_name(title: str) -> str:
    """Return a title as Excel takes it for the name of a sheet; empty where nothing is left."""
    plain = re.sub(r"\s+", " ", _REFUSED_IN_NAME.sub(" ", tidy(title)))
    return cut(plain, _NAME_LENGTH).strip("' ")


def name_of(speech: Speech, report: Report) -> str:
    """Return what a file of a report is called by: which one, and first of all of whom."""
    whose = [mid_sentence(worded(speech, one)) for one in report.of[:1]]
    return ", ".join((worded(speech, report.title), *whose))


def signatures(speech: Speech, report: Report) -> Sequence[str]:
    """Return the lines on which those sign who answer for a paper, and its date."""
    if not report.signed:
        return ()
    names = [speech.label("table-signature", who=worded(speech, one)) for one in report.signed]
    return ("", *names, speech.label("table-signature-date"))
