"""Results for families that read nothing electronic: A4, a page or more for each pupil (F10)."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from io import BytesIO
from typing import Final
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor, black
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    Flowable,
    KeepTogether,
    PageBreak,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
    TableStyle,
)
from typing_extensions import override

from bot.documents.bench import File
from bot.documents.filing import file_name
from bot.documents.lettering import BOLD, PLAIN, drawable, fitted, known_letters
from bot.screens.forecast.news_words import what_threatens, words_of_warning
from bot.screens.parts.lesson import mark_of
from bot.screens.watch.truancy_words import lessons_told, truancy_words
from bot.texts.formats import clock_time, day_and_month, exact, stretch, weekday_and_day, whole_day
from bot.texts.html import cut
from bot.texts.speech import Speech
from core.diary.changes import CellNews
from core.diary.papers.late import MarkCell
from core.diary.papers.sheet import ClassSheets, FinalNews, PupilSheet, SheetLine, SheetRemark
from core.diary.totals.finals import in_order
from core.diary.views import ShownAbsence
from core.ids import LessonId
from core.journal.remarks.remark import RemarkShelf
from core.journal.values import MarkValue

_MARGIN: Final = 15 * mm
_FOOT: Final = 10 * mm
_HEAD: Final = 11 * mm
_PADDING: Final = 6
"""Of ReportLab's frame: text is to begin where tables and the foot do."""
_ROOM: Final = A4[0] - 2 * _MARGIN
_COLUMNS: Final = [width * mm for width in (58, 56, 18, 26, 22)]
_NAME_LENGTH: Final = 120
_TITLE_LENGTH: Final = 200
_SCHOOL_LENGTH: Final = 400
"""Official names of schools are long, and a paper bears the whole of it."""
_TEXT_LENGTH: Final = 300
_MARKS: Final = 80
"""Of one subject: a row must fit a page."""
_MOST_LINES: Final = 40
"""Of a list: a month of truancy is told by its count."""
_SMALL: Final = 8.0
_GREY: Final = HexColor("#f0f1f3")
_LINE: Final = HexColor("#9ca3af")

known_letters()  # registers the fonts that the styles name
_BODY: Final = ParagraphStyle("body", fontName=PLAIN, fontSize=9, leading=12, splitLongWords=1)
_NAME: Final = ParagraphStyle("name", _BODY, fontName=BOLD, fontSize=12, leading=16)
_CELL: Final = ParagraphStyle("cell", _BODY, alignment=TA_CENTER)
_STRONG: Final = ParagraphStyle("strong", _CELL, fontName=BOLD)
_COLUMN: Final = ParagraphStyle("column", _CELL, fontName=BOLD, fontSize=_SMALL, leading=10)
_TITLE: Final = ParagraphStyle("title", fontName=BOLD, fontSize=14, leading=19, spaceBefore=4)
_PART: Final = ParagraphStyle("part", _BODY, fontName=BOLD, fontSize=10, leading=14, spaceBefore=6)
_NOTE: Final = ParagraphStyle("note", _BODY, fontSize=_SMALL, leading=10.5)
_LOOKS: Final = TableStyle(
    [
        ("GRID", (0, 0), (-1, -1), 0.5, _LINE),
        ("BACKGROUND", (0, 0), (-1, 0), _GREY),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("TOPPADDING", (0, 0), (-1, -1), 1.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5),
        ("LEFTPADDING", (0, 0), (-1, -1), 3),
        ("RIGHTPADDING", (0, 0), (-1, -1), 3),
    ]
)


def make(speech: Speech, view: ClassSheets) -> File:
    """Return the sheets of a class as PDF."""
    days = stretch(view.first, view.last, speech.language)
    title = speech.label("sheet-file", title=cut(view.class_title, _NAME_LENGTH), days=days)
    paper = BytesIO()
    document = _Sheets(paper, speech, view, title)
    document.build(list(_story(speech, view, days)))
    return File(file_name(title, "pdf"), paper.getvalue())


class _Whose(Paragraph):
    """Whose sheet begins here."""


class _Sheets(SimpleDocTemplate):
    """The pages of a class, numbered by sheet: one that goes on over the leaf says whose it is.

    Leaves of several families come out of the printer in one heap, and none may go to another.
    """

    def __init__(self, paper: BytesIO, speech: Speech, view: ClassSheets, title: str) -> None:
        super().__init__(
            paper,
            pagesize=A4,
            leftMargin=_MARGIN - _PADDING,
            rightMargin=_MARGIN - _PADDING,
            topMargin=_MARGIN,
            bottomMargin=_MARGIN + _FOOT,
            title=drawable(title),
            author=drawable(view.school_name),
            invariant=1,  # of the same view the same file: what is sent twice goes up once
        )
        self.speech, self.view = speech, view
        self.whose, self.begins = "", 1

    @override
    def afterFlowable(self, flowable: Flowable) -> None:
        """Note that a sheet begins on this page."""
        if isinstance(flowable, _Whose):
            self.whose, self.begins = flowable.getPlainText(), self.page

    @override
    def afterPage(self) -> None:
        """Draw what stands around a page."""
        made_at, page = self.view.made_at, self.page - self.begins + 1
        self.canv.setDateFormatter(lambda *_: made_at.strftime("D:%Y%m%d%H%M%SZ"))
        _foot(self.canv, self.speech, self.view, page)
        if page > 1:
            title = cut(self.view.class_title, _NAME_LENGTH)
            on = self.speech.label("sheet-goes-on", whose=self.whose, title=title)
            self.canv.drawString(_MARGIN, A4[1] - _HEAD, fitted(on, _SMALL, _ROOM))


def _story(speech: Speech, view: ClassSheets, days: str) -> Iterator[Flowable]:
    for at, sheet in enumerate(view.sheets):
        if at:
            yield PageBreak()
        yield from _sheet(speech, view, sheet, days)


def _sheet(speech: Speech, view: ClassSheets, sheet: PupilSheet, days: str) -> Iterator[Flowable]:
    title = cut(view.class_title, _NAME_LENGTH)
    yield _said(view.school_name, _BODY, _SCHOOL_LENGTH)
    yield _said(speech.label("sheet-head"), _TITLE)
    yield _Whose(escape(drawable(cut(_whose(speech, sheet), 4 * _NAME_LENGTH))), _NAME)
    yield _said(speech.label("sheet-class", title=title, days=days), _BODY)
    yield Spacer(0, 3 * mm)
    yield from _marks(speech, view, sheet.lines)
    yield from _late_marks(speech, sheet.late.marks)
    yield from _finals(speech, sheet.finals)
    yield from _warnings(speech, sheet)
    yield from _missed(speech, sheet)
    yield from _late_missed(speech, sheet.late.missed)
    yield from _homework(speech, sheet)
    yield from _remarks(speech, speech.label("sheet-praise"), sheet.said(RemarkShelf.PRAISE))
    yield from _remarks(speech, speech.label("sheet-notes"), sheet.said(RemarkShelf.NOTES))
    yield KeepTogether([Spacer(0, 8 * mm), _said(speech.label("sheet-signed"), _BODY)])


def _whose(speech: Speech, sheet: PupilSheet) -> str:
    name = sheet.child.name
    given, family, middle = (
        cut(part, _NAME_LENGTH) for part in (name.given, name.family, name.middle)
    )
    return speech.label("sheet-whose", family=family, given=given, middle=middle).strip()


def _marks(speech: Speech, view: ClassSheets, found: Sequence[SheetLine]) -> Iterator[Flowable]:
    if not found:
        yield _said(speech.label("sheet-no-subjects"), _BODY)
        return
    columns = (
        speech.label("sheet-subject"),
        speech.label("sheet-marks"),
        speech.label("sheet-mean"),
        speech.label("sheet-forecast"),
        speech.label("sheet-period-mark"),
    )
    cells = [
        [_said(one, _COLUMN) for one in columns],
        *(_line(speech, view, one) for one in found),
    ]
    yield Table(cells, _COLUMNS, repeatRows=1, style=_LOOKS)
    if not any(one.marks for one in found):
        yield _said(speech.label("sheet-no-marks"), _BODY)
    if view.period:
        period = cut(view.period, _NAME_LENGTH)
        yield Spacer(0, 1 * mm)
        yield _said(speech.label("sheet-period", period=period), _NOTE)


def _subject(speech: Speech, view: ClassSheets, line: SheetLine) -> str:
    title = cut(line.title, _TITLE_LENGTH)
    if line.period in {"", view.period}:
        return title
    period = cut(line.period, _NAME_LENGTH)
    return speech.label("subject-in-period", subject=title, period=period)


def _line(speech: Speech, view: ClassSheets, line: SheetLine) -> list[Paragraph]:
    shown = line.marks[-_MARKS:]
    marks = ", ".join(mark_of(speech, one) for one in shown)
    if rest := len(line.marks) - len(shown):
        marks += f" {speech.label('more', count=rest)}"
    return [
        _said(_subject(speech, view, line), _BODY, 2 * _TITLE_LENGTH),
        _said(marks, _CELL),
        _said("" if line.mean is None else exact(line.mean, speech.language), _CELL),
        _said(_expected(speech, view, line), _CELL),
        _said("" if line.period_mark is None else mark_of(speech, line.period_mark), _STRONG),
    ]


def _expected(speech: Speech, view: ClassSheets, line: SheetLine) -> str:
    if line.lacking:
        return _lacking(speech, line, view.made_at.date())
    return "" if line.expected is None else str(line.expected)


def _lacking(speech: Speech, line: SheetLine, today: date) -> str:
    if line.by is None or not line.missing or line.by < today:
        return speech.label("sheet-lacking")
    day = day_and_month(line.by, speech.language)
    return speech.label("sheet-lacking-by", count=line.missing, day=day)


def _late_marks(
    speech: Speech, found: Sequence[CellNews[MarkCell, MarkValue]]
) -> Iterator[Flowable]:
    """Return what became of marks of days before, a line for each subject."""
    of_subject = defaultdict[tuple[str, int], list[CellNews[MarkCell, MarkValue]]](list)
    for one in found:
        of_subject[one.cell.subject_title, one.cell.subject].append(one)
    told = [
        speech.label(
            "sheet-late-line",
            subject=cut(title, _NAME_LENGTH),
            marks="; ".join(_late_mark(speech, one) for one in marks),
        )
        for (title, _), marks in sorted(of_subject.items())
    ]
    if told:
        yield from _listed(speech, speech.label("sheet-late-marks"), told)


def _late_mark(speech: Speech, one: CellNews[MarkCell, MarkValue]) -> str:
    day = weekday_and_day(one.cell.day, speech.language)
    before = mark_of(speech, one.before) if one.before else ""
    if one.value is None:
        return speech.label("sheet-late-taken-back", day=day, before=before)
    mark = mark_of(speech, one.value)
    if before:
        return speech.label("sheet-late-changed", day=day, mark=mark, before=before)
    return speech.label("sheet-late-mark", day=day, mark=mark)


def _finals(speech: Speech, found: Sequence[FinalNews]) -> Iterator[Flowable]:
    """Return the news of final marks, a line for each subject: its periods, the year, exams."""
    of_subject = defaultdict[tuple[str, int], list[FinalNews]](list)
    for one in found:
        of_subject[one.subject_title, one.subject].append(one)
    told = [
        speech.label(
            "sheet-final-line",
            subject=cut(title, _NAME_LENGTH),
            marks="; ".join(_final(speech, one) for one in in_order(marks)),
        )
        for (title, _), marks in sorted(of_subject.items())
    ]
    if told:
        yield from _listed(speech, speech.label("sheet-finals"), told)


def _final(speech: Speech, one: FinalNews) -> str:
    kind, period = one.counts_as.value, cut(one.period.title, _NAME_LENGTH)
    before = mark_of(speech, one.before) if one.before else ""
    if one.value is None:
        return speech.label("sheet-final-taken-back", kind=kind, period=period, before=before)
    mark = mark_of(speech, one.value)
    if before:
        return speech.label(
            "sheet-final-changed", kind=kind, period=period, mark=mark, before=before
        )
    return speech.label("sheet-final", kind=kind, period=period, mark=mark)


def _warnings(speech: Speech, sheet: PupilSheet) -> Iterator[Flowable]:
    """Return what the class teacher warns of: what threatens, and lessons missed."""
    told = [
        speech.label(
            "sheet-warning-line",
            subject=cut(one.subject.title, _NAME_LENGTH),
            fact=what_threatens(speech, one.subject, one.period),
            words=words_of_warning(speech, one.subject, one.words),
        )
        for one in sheet.warnings
    ]
    for missed in sheet.truancies:
        told += [
            speech.label("truancy-count", count=len(missed.lessons)),
            *lessons_told(speech, missed.lessons),
            truancy_words(speech, missed.words),
        ]
    if told:
        yield from _listed(speech, speech.label("sheet-warnings"), told)


def _missed(speech: Speech, sheet: PupilSheet) -> Iterator[Flowable]:
    if not sheet.missed:
        yield _said(speech.label("sheet-missed-none"), _PART)
        return
    told = [_absence(speech, one) for one in sheet.missed]
    yield from _listed(speech, speech.label("sheet-missed"), told)


def _absence(speech: Speech, one: ShownAbsence, *, stands: bool = True) -> str:
    what = speech.label("absence-what", code=one.code.value, reason=one.reason.value)
    return speech.label(
        "sheet-missed-line",
        day=weekday_and_day(one.day, speech.language),
        number=one.number,
        subject=cut(one.subject, _NAME_LENGTH),
        what=what if stands else speech.label("sheet-missed-taken-back"),
    )


def _late_missed(
    speech: Speech, found: Sequence[CellNews[LessonId, ShownAbsence]]
) -> Iterator[Flowable]:
    told = [
        _absence(speech, shown, stands=one.value is not None)
        for one in found
        if (shown := one.value or one.before)
    ]
    if told:
        yield from _listed(speech, speech.label("sheet-late-missed"), told)


def _homework(speech: Speech, sheet: PupilSheet) -> Iterator[Flowable]:
    if not sheet.homework:
        yield _said(speech.label("sheet-homework-none"), _PART)
    elif not sheet.ticks:
        count = len(sheet.homework)
        yield _said(speech.label("sheet-homework-unticked", count=count), _PART)
    elif not sheet.not_done:
        yield _said(speech.label("sheet-homework-all"), _PART)
    else:
        told = [
            speech.label(
                "sheet-homework-line",
                subject=cut(one.subject, _NAME_LENGTH),
                day=weekday_and_day(one.due, speech.language),
                text=cut(one.text, _TEXT_LENGTH),
            )
            for one in sheet.not_done
        ]
        yield from _listed(speech, speech.label("sheet-homework"), told)


def _remarks(speech: Speech, heading: str, said: Sequence[SheetRemark]) -> Iterator[Flowable]:
    told = [
        speech.label(
            "sheet-remark-line",
            day=weekday_and_day(one.day, speech.language),
            text=cut(one.text, _TEXT_LENGTH),
        )
        for one in said
    ]
    if told:
        yield from _listed(speech, heading, told)


def _listed(speech: Speech, heading: str, told: Sequence[str]) -> Iterator[Flowable]:
    shown = [_said(one, _BODY) for one in told[:_MOST_LINES]]
    # A heading alone at the foot of a page would tell nothing.
    yield KeepTogether([_said(heading, _PART), shown[0]])
    yield from shown[1:]
    if rest := len(told) - len(shown):
        yield _said(speech.label("more", count=rest), _BODY)


def _said(text: str, style: ParagraphStyle, most: int | None = None) -> Paragraph:
    """Return a text as a paragraph; what looks like markup is text like any other."""
    return Paragraph(escape(drawable(cut(text, most) if most else text)), style)


def _foot(canvas: Canvas, speech: Speech, view: ClassSheets, number: int) -> None:
    day = whole_day(view.made_at.date(), speech.language)
    made = speech.label("sheet-made", day=day, time=clock_time(view.made_at.time()))
    page = drawable(speech.label("sheet-page", page=number))
    canvas.setFont(PLAIN, _SMALL)
    canvas.setFillColor(black)
    canvas.drawString(_MARGIN, _FOOT, fitted(made, _SMALL, _ROOM - 20 * mm))
    canvas.drawRightString(A4[0] - _MARGIN, _FOOT, page)
