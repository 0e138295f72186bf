"""Codes to come in, as slips to be cut and handed over in person: A4, ten on a page (S1)."""

from collections.abc import Sequence
from io import BytesIO
from typing import Final
from zoneinfo import ZoneInfo

import segno
from reportlab.lib.colors import HexColor, black
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from bot.documents.bench import File
from bot.documents.filing import file_name
from bot.documents.lettering import BOLD, PLAIN, broken, drawable, fitted, known_letters, width_of
from bot.screens.parts.naming import called_in_full, full_name
from bot.texts.formats import day_and_month
from bot.texts.html import cut
from bot.texts.speech import Speech
from core.access.connections import ActivationSheet, Connection, Invited, Part

_MARGIN: Final = 8 * mm
_COLUMNS, _ROWS = 2, 5
_WIDE: Final = (A4[0] - 2 * _MARGIN) / _COLUMNS
_HIGH: Final = (A4[1] - 2 * _MARGIN) / _ROWS
_PAD: Final = 4 * mm
_QR: Final = 27 * mm
_SMALL: Final = 7.5
_NAME_LENGTH: Final = 120
_GREY: Final = HexColor("#4b5563")
_CUT: Final = HexColor("#9ca3af")


def make(speech: Speech, sheet: ActivationSheet) -> File:
    """Return the slips as PDF."""
    known_letters()
    paper = BytesIO()
    title = (
        speech.label("codes-file", title=cut(sheet.title, _NAME_LENGTH))
        if sheet.title
        else speech.label("codes-file-staff")
    )
    canvas = Canvas(paper, pagesize=A4)
    canvas.setTitle(drawable(title))
    canvas.setAuthor(drawable(sheet.school_name))
    a_page = _COLUMNS * _ROWS
    pages = [sheet.slips[at : at + a_page] for at in range(0, len(sheet.slips), a_page)]
    for number, slips in enumerate(pages, start=1):
        _cuts(canvas)
        for place, slip in enumerate(slips):
            row, column = divmod(place, _COLUMNS)
            left, top = _MARGIN + column * _WIDE, A4[1] - _MARGIN - row * _HIGH
            _slip(canvas, speech, sheet, slip, (left, top))
        foot = drawable(speech.label("slip-page", page=number, pages=len(pages)))
        _line(canvas, foot, (A4[0] / 2 - 8 * mm, 3 * mm), _SMALL, grey=True)
        canvas.showPage()
    canvas.save()
    return File(file_name(title, "pdf"), paper.getvalue())


def _cuts(canvas: Canvas) -> None:
    canvas.setStrokeColor(_CUT)
    canvas.setLineWidth(0.5)
    canvas.setDash(3, 3)
    for row in range(_ROWS + 1):
        at = _MARGIN + row * _HIGH
        canvas.line(_MARGIN / 2, at, A4[0] - _MARGIN / 2, at)
    for column in range(_COLUMNS + 1):
        at = _MARGIN + column * _WIDE
        canvas.line(at, _MARGIN / 2, at, A4[1] - _MARGIN / 2)
    canvas.setDash()


def _slip(
    canvas: Canvas,
    speech: Speech,
    sheet: ActivationSheet,
    slip: Invited,
    corner: tuple[float, float],
) -> None:
    left, top = corner[0] + _PAD, corner[1] - _PAD
    wide = _WIDE - 2 * _PAD
    beside = wide - (_QR + 3 * mm if sheet.found_as else 0)
    one = slip.connection
    school = fitted(sheet.school_name, _SMALL, wide)
    _line(canvas, school, (left, top - 6), _SMALL, grey=True)
    name = full_name(speech, one.name)
    size = 11.0 if width_of(drawable(name), 11, bold=True) <= wide else 8.0
    _line(canvas, fitted(name, size, wide, bold=True), (left, top - 20), size, bold=True)
    _line(canvas, fitted(_as_what(speech, one), 9, wide), (left, top - 32), 9)
    _line(canvas, slip.code, (left, top - 56), 15, bold=True)
    _lines(canvas, _how(speech, sheet), (left, top - 70))
    last = sheet.until.astimezone(ZoneInfo(sheet.zone)).date()
    day = day_and_month(last, speech.language)
    until = broken(speech.label("slip-until", day=day), _SMALL, beside, most=3)
    _lines(canvas, until, (left, top - 111))
    if sheet.found_as:
        link = f"https://t.me/{sheet.found_as}?start={slip.code}"
        _qr(canvas, link, (corner[0] + _WIDE - _PAD - _QR, top - 42 - _QR))


def _as_what(speech: Speech, one: Connection) -> str:
    if one.part is Part.STAFF or one.pupil is None:
        return speech.label("slip-staff")
    if one.part is Part.GUARDIAN:
        return speech.label("slip-guardian", pupil=called_in_full(speech, one.pupil))
    return speech.label("slip-pupil", **{"class": one.pupil.class_title or "none"})


def _how(speech: Speech, sheet: ActivationSheet) -> Sequence[str]:
    how = (
        speech.label("slip-how", bot=f"@{sheet.found_as}")
        if sheet.found_as
        else speech.label("slip-how-unnamed")
    )
    return broken(how, _SMALL, _WIDE - 2 * _PAD - (_QR + 3 * mm if sheet.found_as else 0), most=4)


def _qr(canvas: Canvas, link: str, corner: tuple[float, float]) -> None:
    """Draw a link as a square of squares, dark on white, with the quiet border of its standard."""
    rows = list(segno.make(link, error="m", micro=False).matrix_iter(border=2))
    step = _QR / len(rows)
    canvas.setFillColor(black)
    for down, row in enumerate(rows):
        for along, dark in enumerate(row):
            if dark:
                at = (corner[0] + along * step, corner[1] + _QR - (down + 1) * step)
                canvas.rect(*at, step * 1.02, step * 1.02, stroke=0, fill=1)


def _lines(canvas: Canvas, told: Sequence[str], corner: tuple[float, float]) -> None:
    for down, line in enumerate(told):
        _line(canvas, line, (corner[0], corner[1] - down * 9.5), _SMALL)


def _line(
    canvas: Canvas,
    text: str,
    corner: tuple[float, float],
    size: float,
    *,
    bold: bool = False,
    grey: bool = False,
) -> None:
    canvas.setFont(BOLD if bold else PLAIN, size)
    canvas.setFillColor(_GREY if grey else black)
    canvas.drawString(*corner, text)
