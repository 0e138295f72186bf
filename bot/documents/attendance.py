"""A period's attendance as a picture: a cell for each day, with the journal's letter in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from bot.documents.bench import File
from bot.documents.lettering import drawable, fitted
from bot.documents.picture import EDGE, ROOM, as_file, begun
from bot.documents.svg import FAINT, INK, PAPER, Drawing
from bot.texts.formats import short_month, weekday_name
from bot.texts.speech import Speech
from core.diary.papers.attendance import Attendance, AttendanceDay
from core.diary.views import Period
from core.journal.values import AbsenceCode

LEFT: Final = 50
"""Where the days begin: before them there is room for the name of a month."""

MONTH_SIZE: Final = 11
"""How large the name of a month is written."""

_CELL: Final = 47
_ROW: Final = 40
_DAYS: Final = 7
_SATURDAY: Final = 6
_MONDAY: Final = date(2026, 11, 16)


@dataclass(frozen=True, slots=True)
class _Look:
    """How a letter looks: told apart in grey too, and by its edge."""

    fill: str
    ink: str
    edge: str = INK
    dashes: str = ""


_LOOKS: Final = {
    AbsenceCode.ABSENT: _Look("#7f1d1d", PAPER),
    AbsenceCode.ILL: _Look("#8fb3d9", INK),
    AbsenceCode.EXCUSED: _Look("#e3f0dc", INK),
    AbsenceCode.LATE: _Look(PAPER, INK, dashes="3 2"),
}


def make(speech: Speech, view: Attendance) -> File:
    """Return the picture as PNG."""
    return as_file(drawn(speech, view), _title(speech, view.period))


def drawn(speech: Speech, view: Attendance) -> Drawing:
    """Return the picture; of no period it says that there is none."""
    if view.period is None:
        return begun(speech, view.child, speech.label("absences-no-period"))
    picture = begun(speech, view.child, _title(speech, view.period))
    _weekdays(picture, speech)
    for index, week in enumerate(_weeks(view.days)):
        firsts = [one.day for one in week if one.day.day == 1]
        _week(picture, speech, week, months=firsts or ([week[0].day] if not index else []))
    _legend(picture, speech, view)
    picture.height += EDGE
    return picture


def _title(speech: Speech, period: Period | None) -> str:
    return speech.label("attendance-head", period=period.title if period else "")


def _weekdays(picture: Drawing, speech: Speech) -> None:
    y = picture.height + 16
    for index in range(_DAYS):
        name = weekday_name(_MONDAY + timedelta(days=index), speech.language)
        at = LEFT + index * _CELL + _CELL / 2
        picture.text(at, y, name, size=11, anchor="middle", fill=FAINT)
    picture.height = y + 6


def _weeks(days: Sequence[AttendanceDay]) -> list[list[AttendanceDay]]:
    weeks: list[list[AttendanceDay]] = []
    for one in days:
        if not weeks or one.day.isoweekday() == 1:
            weeks.append([])
        weeks[-1].append(one)
    return weeks


def _week(
    picture: Drawing, speech: Speech, week: Sequence[AttendanceDay], *, months: Sequence[date]
) -> None:
    y = picture.height
    for day in months:
        picture.text(EDGE, y + 24, short_month(day, speech.language), size=MONTH_SIZE, bold=True)
    for one in week:
        corner = LEFT + (one.day.isoweekday() - 1) * _CELL, y
        _cell(picture, speech, one, corner)
    picture.height = y + _ROW


def _cell(
    picture: Drawing, speech: Speech, one: AttendanceDay, corner: tuple[float, float]
) -> None:
    x, y = corner
    inner = (_CELL - 3, _ROW - 3)
    look = _LOOKS[one.code] if one.code else None
    if look is not None and one.code is not None:
        picture.box(
            corner, inner, fill=look.fill, stroke=look.edge, dashes=look.dashes, round_by=3
        )
        letter = drawable(speech.label("attendance-letter", code=one.code.value))
        at = x + inner[0] / 2 + 2
        picture.text(at, y + 29, letter, size=16, bold=True, anchor="middle", fill=look.ink)
        if one.lessons > 1:
            right = x + inner[0] - 4
            said = str(one.lessons)
            picture.text(right, y + 12, said, size=10.5, bold=True, anchor="end", fill=look.ink)
    elif one.is_off:
        picture.box(corner, inner, fill="#eceef1", round_by=3)
        picture.line((x + 6, y + 31), (x + 39, y + 18), stroke="#b6bcc6")
    elif one.day.isoweekday() < _SATURDAY:
        picture.box(corner, inner, stroke="#d1d5db", round_by=3)
    ink = look.ink if look else FAINT
    picture.text(x + 4, y + 12, str(one.day.day), size=10.5, fill=ink)


def _legend(picture: Drawing, speech: Speech, view: Attendance) -> None:
    if not any(view.sums.values()):
        picture.height += 22
        said = fitted(speech.label("absences-empty"), 11.5, ROOM)
        picture.text(EDGE, picture.height, said, size=11.5)
        return
    for code, look in _LOOKS.items():
        y = picture.height + 8
        picture.box(
            (EDGE, y), (26, 18), fill=look.fill, stroke=look.edge, dashes=look.dashes, round_by=3
        )
        letter = drawable(speech.label("attendance-letter", code=code.value))
        picture.text(
            EDGE + 13, y + 13.5, letter, size=12, bold=True, anchor="middle", fill=look.ink
        )
        told = speech.label("attendance-sum", code=code.value, count=view.sums.get(code, 0))
        picture.text(EDGE + 36, y + 13.5, fitted(told, 11.5, ROOM - 46), size=11.5)
        picture.height = y + 18
    said = fitted(speech.label("attendance-number"), 10.5, ROOM)
    picture.height += 20
    picture.text(EDGE, picture.height, said, size=10.5, fill=FAINT)
