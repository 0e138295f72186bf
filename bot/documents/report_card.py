"""A period's table of one pupil as PDF, to be printed and kept: A4, black on white."""

from collections.abc import Sequence
from io import BytesIO
from typing import Final
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor, black
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from bot.documents.bench import File
from bot.documents.filing import file_name
from bot.documents.lettering import BOLD, PLAIN, drawable, fitted, known_letters
from bot.screens.parts.lesson import mark_of
from bot.texts.formats import clock_time, exact, whole_day
from bot.texts.html import cut
from bot.texts.speech import Speech
from core.diary.papers.report_card import ReportCard, ReportLine

_MARGIN: Final = 15 * mm
_FOOT: Final = 10 * mm
_COLUMNS: Final = [width * mm for width in (50, 46, 17, 20, 25, 22)]
_NAME_LENGTH: Final = 120
_TITLE_LENGTH: Final = 200
_MARKS: Final = 120
"""Of one subject: a row must fit a page."""
_SMALL: Final = 8.0
_GREY: Final = HexColor("#f0f1f3")
_LINE: Final = HexColor("#9ca3af")

known_letters()  # registers the fonts that the styles name
_BODY: Final = ParagraphStyle("body", fontName=PLAIN, fontSize=9, leading=12)
_CELL: Final = ParagraphStyle("cell", _BODY, alignment=TA_CENTER)
_STRONG: Final = ParagraphStyle("strong", _CELL, fontName=BOLD)
_COLUMN: Final = ParagraphStyle("column", _CELL, fontName=BOLD, fontSize=_SMALL, leading=10)
_TITLE: Final = ParagraphStyle("title", fontName=BOLD, fontSize=15, leading=20)
_LOOKS: Final = TableStyle(
    [
        ("GRID", (0, 0), (-1, -1), 0.5, _LINE),
        ("BACKGROUND", (0, 0), (-1, 0), _GREY),
        ("BACKGROUND", (0, -1), (-1, -1), _GREY),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("TOPPADDING", (0, 0), (-1, -1), 2.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3.5),
        ("LEFTPADDING", (0, 0), (-1, -1), 3),
        ("RIGHTPADDING", (0, 0), (-1, -1), 3),
    ]
)


def make(speech: Speech, view: ReportCard) -> File:
    """Return the table as PDF."""
    title = _title(speech, view)
    paper = BytesIO()
    document = SimpleDocTemplate(
        paper,
        pagesize=A4,
        leftMargin=_MARGIN,
        rightMargin=_MARGIN,
        topMargin=_MARGIN,
        bottomMargin=_MARGIN + _FOOT,
        title=drawable(title),
        author=drawable(view.school_name),
    )

    def foot(canvas: Canvas, _: object) -> None:
        _foot(canvas, speech, view)

    document.build(_story(speech, view, title), onFirstPage=foot, onLaterPages=foot)
    return File(file_name(title, "pdf"), paper.getvalue())


def _title(speech: Speech, view: ReportCard) -> str:
    return speech.label("report-card-head", period=view.period.title if view.period else "")


def _story(speech: Speech, view: ReportCard, title: str) -> list[Flowable]:
    head = [
        _said(view.school_name, _BODY, _TITLE_LENGTH),
        _said(title, _TITLE, _TITLE_LENGTH),
        _said(_whose(speech, view), _BODY, 4 * _NAME_LENGTH),
        Spacer(0, 4 * mm),
    ]
    if not view.lines:
        return [*head, _said(speech.label("report-card-empty"), _BODY)]
    cells = [
        _columns(speech),
        *(_line(speech, view, one) for one in view.lines),
        _total(speech, view.lines),
    ]
    table = Table(cells, _COLUMNS, repeatRows=1, style=_LOOKS)
    return [*head, table]


def _whose(speech: Speech, view: ReportCard) -> str:
    name = view.child.name
    given, family, middle = (
        cut(part, _NAME_LENGTH) for part in (name.given, name.family, name.middle)
    )
    who = speech.label("report-card-pupil", family=family, given=given, middle=middle).strip()
    if not view.child.class_title:
        return who
    class_title = cut(view.child.class_title, _NAME_LENGTH)
    told = speech.label("report-card-class", **{"class": class_title})
    return f"{who}, {told}"


def _columns(speech: Speech) -> list[Paragraph]:
    keys = (
        speech.label("report-card-subject"),
        speech.label("report-card-marks"),
        speech.label("report-card-mean"),
        speech.label("report-card-period-mark"),
        speech.label("report-card-missed"),
        speech.label("report-card-late"),
    )
    return [_said(one, _COLUMN) for one in keys]


def _subject(speech: Speech, view: ReportCard, line: ReportLine) -> str:
    title = cut(line.title, _TITLE_LENGTH)
    if line.period is None or line.period == view.period:
        return title
    period = cut(line.period.title, _NAME_LENGTH)
    return speech.label("subject-in-period", subject=title, period=period)


def _line(speech: Speech, view: ReportCard, line: ReportLine) -> list[Paragraph]:
    shown = line.marks[-_MARKS:]
    marks = ", ".join(mark_of(speech, one) for one in shown)
    if rest := len(line.marks) - len(shown):
        marks += f" {speech.label('more', count=rest)}"
    mean = "" if line.mean is None else exact(line.mean, speech.language)
    final = "" if line.period_mark is None else mark_of(speech, line.period_mark)
    return [
        _said(_subject(speech, view, line), _BODY, 2 * _TITLE_LENGTH),
        _said(marks, _CELL),
        _said(mean, _CELL),
        _said(final, _STRONG),
        _said(_count(line.missed), _CELL),
        _said(_count(line.late), _CELL),
    ]


def _total(speech: Speech, lines: Sequence[ReportLine]) -> list[Paragraph]:
    missed, late = sum(one.missed for one in lines), sum(one.late for one in lines)
    empty = [_said("", _CELL)] * 3
    return [
        _said(speech.label("report-card-total"), ParagraphStyle("sum", _BODY, fontName=BOLD)),
        *empty,
        _said(str(missed), _STRONG),
        _said(str(late), _STRONG),
    ]


def _count(number: int) -> str:
    return str(number) if number else ""


def _said(text: str, style: ParagraphStyle, most: int | None = None) -> Paragraph:
    """Return a text as a paragraph; what looks like markup is text like any other."""
    return Paragraph(escape(drawable(cut(text, most) if most else text)), style)


def _foot(canvas: Canvas, speech: Speech, view: ReportCard) -> None:
    day = whole_day(view.made_at.date(), speech.language)
    made = speech.label("report-card-made", day=day, time=clock_time(view.made_at.time()))
    page = drawable(speech.label("report-card-page", page=canvas.getPageNumber()))
    width = A4[0] - 2 * _MARGIN
    canvas.setFont(PLAIN, _SMALL)
    canvas.setFillColor(black)
    canvas.drawString(_MARGIN, _FOOT, fitted(made, _SMALL, width - 20 * mm))
    canvas.drawRightString(A4[0] - _MARGIN, _FOOT, page)
