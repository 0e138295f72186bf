"""Tables as PDF, to be printed, signed and kept: A4 across, headings on every page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import groupby
from typing import Any, Final
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor, black
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    CondPageBreak,
    Flowable,
    KeepTogether,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
)
from reportlab.platypus import Table as Grid

from bot.documents.bench import File
from bot.documents.filing import file_name
from bot.documents.lettering import BOLD, PLAIN, drawable, fitted, known_letters, width_of
from bot.documents.sheets import name_of, signatures
from bot.documents.table_widths import PAD, Sheet, blocks_of, sized
from bot.documents.upright import Upright
from bot.screens.parts.table_words import worded, written
from bot.texts.formats import clock_time, whole_day
from bot.texts.html import cut
from bot.texts.speech import Speech
from core.reports.table import Cell, Column, Lines, Report, Row, Table

_PAGE: Final = landscape(A4)
_MARGIN: Final = 12 * mm
_FOOT: Final = 8 * mm
_ROOM: Final = _PAGE[0] - 2 * _MARGIN
_FRAME: Final = 6
"""What ReportLab's frame keeps free inside its margins."""
_LEAST_BELOW: Final = 30 * mm
_ROW: Final = 5.5 * mm
_MOST_KEPT: Final = 150 * mm
"""A table that fits a page is not torn apart: so high are its heading, a row, and a page."""
_SMALL: Final = 7.5
_CELL_LENGTH: Final = 1500
"""The names of a whole class fit; what is longer nobody reads on paper."""
_TITLE_LENGTH: Final = 200
_GREY: Final = HexColor("#f0f1f3")
_LINE: Final = HexColor("#9ca3af")

known_letters()  # registers the fonts that the styles name
_BODY: Final = ParagraphStyle("body", fontName=PLAIN, fontSize=9, leading=12)
_TITLE: Final = ParagraphStyle("title", fontName=BOLD, fontSize=14, leading=19)
_SUBTITLE: Final = ParagraphStyle("subtitle", fontName=BOLD, fontSize=11, leading=16)
_NOTE: Final = ParagraphStyle("note", _BODY, fontSize=8, leading=11)
_SIGNED: Final = ParagraphStyle("signed", _BODY, leading=20)


def make(speech: Speech, report: Report) -> File:
    """Return the report as PDF."""
    title = worded(speech, report.title)
    paper = BytesIO()
    document = SimpleDocTemplate(
        paper,
        pagesize=_PAGE,
        leftMargin=_MARGIN - _FRAME,
        rightMargin=_MARGIN - _FRAME,
        topMargin=_MARGIN,
        bottomMargin=_MARGIN + _FOOT,
        title=drawable(title),
        author=drawable(report.school),
    )

    def foot(canvas: Canvas, _: object) -> None:
        _foot(canvas, speech, report)

    document.build(list(_story(speech, report, title)), onFirstPage=foot, onLaterPages=foot)
    return File(file_name(name_of(speech, report), "pdf"), paper.getvalue())


def _story(speech: Speech, report: Report, title: str) -> Iterator[Flowable]:
    yield _said(report.school, _BODY, _TITLE_LENGTH)
    yield _said(title, _TITLE, _TITLE_LENGTH)
    for one in report.of:
        yield _said(worded(speech, one), _BODY, _TITLE_LENGTH)
    for table in report.tables:
        yield Spacer(0, 4 * mm)
        yield from _one(speech, table, alone=len(report.tables) == 1)
    if report.signed:
        lines = [_said(line, _SIGNED) for line in signatures(speech, report) if line]
        yield KeepTogether([Spacer(0, 6 * mm), *lines])


def _one(speech: Speech, table: Table, *, alone: bool) -> Iterator[Flowable]:
    if not alone:
        yield CondPageBreak(min(_LEAST_BELOW + len(table.rows) * _ROW, _MOST_KEPT))
        yield _said(worded(speech, table.title), _SUBTITLE, _TITLE_LENGTH)
    if not table.rows and not table.totals:
        yield _said(speech.label("table-empty"), _BODY)
    else:
        drawing = _Drawing(speech, table)
        for block in blocks_of(table.columns, table.names, _ROOM):
            yield drawing.grid(block)
            yield Spacer(0, 2 * mm)
    for note in table.notes:
        yield _said(worded(speech, note), _NOTE)


@dataclass(frozen=True, slots=True)
class _Drawing:
    """A table that is being laid out, a block of columns at a time."""

    speech: Speech
    table: Table

    def grid(self, block: Sequence[int]) -> Grid:
        """Return the table's columns of a block, as wide as the page lets them be."""
        columns = [self.table.columns[at] for at in block]
        headings = [drawable(worded(self.speech, one.heading)) for one in columns]
        body = [self._texts(columns, block, row) for row in self.table.rows]
        below = [self._texts(columns, block, row) for row in self.table.totals]
        sheet = sized(columns, headings, [*body, *below], _ROOM)
        cells: list[list[Any]] = [
            [
                self._heading(sheet, at, text, column)
                for at, (text, column) in enumerate(zip(headings, columns, strict=True))
            ],
            *([self._cell(sheet, at, text) for at, text in enumerate(row)] for row in body),
            *(
                [self._cell(sheet, at, text, bold=True) for at, text in enumerate(row)]
                for row in below
            ),
        ]
        return Grid(
            cells,
            list(sheet.widths),
            repeatRows=1,
            hAlign="LEFT",
            splitInRow=1,
            style=_looks(sheet, columns, body, self.table, below=len(below)),
        )

    def _texts(self, columns: Sequence[Column], block: Sequence[int], row: Row) -> list[str]:
        return [self._text(column, row[at]) for at, column in zip(block, columns, strict=True)]

    def _text(self, column: Column, cell: Cell) -> str:
        """Return what a cell says; what somebody wrote at length stands there whole."""
        text = written(self.speech, column, cell)
        return _in_lines(text if isinstance(cell, Lines) else cut(text, _CELL_LENGTH))

    @staticmethod
    def _heading(sheet: Sheet, at: int, text: str, column: Column) -> Flowable:
        if sheet.is_upright and column.kind.is_narrow:
            return Upright(text, sheet.size, sheet.widths[at] - 2 * PAD)
        style = ParagraphStyle(
            "heading", fontName=BOLD, fontSize=sheet.size, leading=sheet.size * 1.25,
            alignment=TA_CENTER, splitLongWords=1,
        )  # fmt: skip
        return Paragraph(escape(text), style)

    @staticmethod
    def _cell(sheet: Sheet, at: int, text: str, *, bold: bool = False) -> str | Paragraph:
        # What fits in a line need not be broken: a paragraph costs twenty times as much.
        room = sheet.widths[at] - 2 * PAD
        if "\n" not in text and width_of(text, sheet.size, bold=bold) <= room:
            return text
        face = BOLD if bold else PLAIN
        style = ParagraphStyle(
            "cell", fontName=face, fontSize=sheet.size, leading=sheet.size * 1.25, splitLongWords=1
        )
        return Paragraph(escape(text).replace("\n", "<br/>"), style)


def _in_lines(text: str) -> str:
    return "\n".join(map(drawable, text.split("\n")))


def _looks(
    sheet: Sheet,
    columns: Sequence[Column],
    body: Sequence[Sequence[str]],
    table: Table,
    *,
    below: int,
) -> list[tuple[Any, ...]]:
    looks: list[tuple[Any, ...]] = [
        ("GRID", (0, 0), (-1, -1), 0.5, _LINE),
        ("BACKGROUND", (0, 0), (-1, 0), _GREY),
        ("FONT", (0, 0), (-1, -1), PLAIN, sheet.size, sheet.size * 1.25),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("VALIGN", (0, 0), (-1, 0), "BOTTOM" if sheet.is_upright else "MIDDLE"),
        ("TOPPADDING", (0, 0), (-1, -1), 1.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5),
        ("LEFTPADDING", (0, 0), (-1, -1), PAD),
        ("RIGHTPADDING", (0, 0), (-1, -1), PAD),
        *(
            ("ALIGN", (at, 0), (at, -1), "CENTER")
            for at, one in enumerate(columns)
            if one.kind.is_narrow
        ),
    ]
    if below:
        looks += [
            ("BACKGROUND", (0, -below), (-1, -1), _GREY),
            ("FONT", (0, -below), (-1, -1), BOLD, sheet.size, sheet.size * 1.25),
            # A total alone at the head of a page would tell nothing.
            ("NOSPLIT", (0, -below - min(_BESIDE_TOTAL, len(body))), (-1, -1)),
        ]
    looks += [
        # A row that goes on on the next page begins with what it is of.
        ("VALIGN", (0, at), (-1, at), "TOP")
        for at, row in enumerate(table.rows, start=1)
        if any(isinstance(one, Lines) for one in row)
    ]
    return looks + list(_together(body, min(table.names, len(columns))))


_BESIDE_TOTAL: Final = 2
_MOST_TOGETHER: Final = 12
"""A pupil's rows stay on one page, where they are not too many for that."""


def _together(body: Sequence[Sequence[str]], names: int) -> Iterator[tuple[Any, ...]]:
    """Yield what writes the name of rows that belong together once; nameless ones do not."""
    at = 1
    for _, rows in groupby(body if names else (), key=lambda row: tuple(row[:names])):
        last = at + sum(1 for _ in rows) - 1
        if at < last < at + _MOST_TOGETHER:
            yield ("NOSPLIT", (0, at), (0, last))
            yield from (("SPAN", (place, at), (place, last)) for place in range(names))
        at = last + 1


def _said(text: str, style: ParagraphStyle, most: int | None = None) -> Paragraph:
    """Return a text as a paragraph; what looks like markup is text like any other."""
    return Paragraph(escape(drawable(cut(text, most) if most else text)), style)


def _foot(canvas: Canvas, speech: Speech, report: Report) -> None:
    day = whole_day(report.made_at.date(), speech.language)
    made = speech.label("table-made", day=day, time=clock_time(report.made_at.time()))
    page = drawable(speech.label("table-page", page=canvas.getPageNumber()))
    canvas.setFont(PLAIN, _SMALL)
    canvas.setFillColor(black)
    canvas.drawString(_MARGIN, _FOOT, fitted(made, _SMALL, _ROOM - 20 * mm))
    canvas.drawRightString(_PAGE[0] - _MARGIN, _FOOT, page)
