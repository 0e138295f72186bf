"""A pupil's marks of a period as a picture: a strip for each subject, as wide as a phone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from bot.documents.bench import File
from bot.documents.lettering import broken, drawable, fitted, width_of
from bot.documents.picture import EDGE, ROOM, WIDTH, as_file, begun
from bot.documents.svg import FAINT, INK, Drawing
from bot.screens.parts.lesson import mark_of
from bot.texts.formats import exact, short_month
from bot.texts.html import cut
from bot.texts.speech import Speech
from core.diary.papers.charting import Curve, MarkChart
from core.diary.papers.spread import Spread
from core.diary.views import Period, ShownMark

MOST_SUBJECTS: Final = 16
_LEFT: Final = 30
_RIGHT: Final = WIDTH - EDGE
_STRIP: Final = 68
_PLOT_TOP: Final = 26
_PLOT_HEIGHT: Final = 35
_MONTHS_WIDTH: Final = 9
"""Days that the name of a month needs above the strips."""
_DOT: Final = 6
_APART: Final = 9
"""How far dots stand from each other, so that no digit is covered."""
_UNMARKED_LENGTH: Final = 400
_MEAN_WIDTH: Final = 60
_BAND, _MIDDLE, _GRID = "#dfe3e8", "#6b7280", "#e5e7eb"
_MARK, _MEAN = "#1d4e89", "#c2410c"
_BEST, _WORST, _USUAL_WORST = 5, 1, 2


def make(speech: Speech, view: MarkChart) -> File:
    """Return the picture as PNG."""
    return as_file(drawn(speech, view), _title(speech, view.period))


def drawn(speech: Speech, view: MarkChart) -> Drawing:
    """Return the picture; where there are no marks it says so."""
    period = view.period
    if period is None:
        return begun(speech, view.child, speech.label("marks-no-period"))
    picture = begun(speech, view.child, _title(speech, period))
    if not view.curves:
        _say(picture, speech.label("marks-empty"))
    else:
        _strips(picture, speech, view, period)
        _legend(picture, speech, with_spread=any(one.spread for one in view.curves))
    _rest(picture, speech, view)
    picture.height += EDGE
    return picture


def _title(speech: Speech, period: Period | None) -> str:
    return speech.label("chart-head", period=period.title if period else "")


def _strips(picture: Drawing, speech: Speech, view: MarkChart, period: Period) -> None:
    curves, until = view.curves[:MOST_SUBJECTS], view.until or period.ends
    top = picture.height + 12
    bottom = top + _STRIP * len(curves)
    for first in _months(period):
        at = _x(first, period)
        picture.line((at, top - 8), (at, bottom), stroke=_GRID)
        picture.text(at + 3, top - 2, short_month(first, speech.language), size=9.5, fill=FAINT)
    for index, curve in enumerate(curves):
        at = top + index * _STRIP
        _Strip(picture, at, curve, period, until, worst=_worst_of(curve)).draw(speech)
    picture.height = bottom


def _worst_of(curve: Curve) -> int:
    numbers = [one for mark in curve.marks for one in mark.value.numbers]
    return _WORST if _WORST in numbers else _USUAL_WORST


@dataclass(frozen=True, slots=True)
class _Strip:
    """One subject: its name and mean above, its marks by day below."""

    picture: Drawing
    top: float
    curve: Curve
    period: Period
    until: date
    worst: int

    def draw(self, speech: Speech) -> None:
        self._name(speech)
        if self.curve.spread is not None:
            self._class(self.curve.spread)
        self._scale()
        if self.curve.spread is not None:
            # Above the scale, for the middle is often one of its marks.
            self._middle(self.curve.spread)
        self._run()
        taken: list[tuple[float, float]] = []
        for mark in self.curve.marks:
            self._mark(speech, mark, taken)

    def _name(self, speech: Speech) -> None:
        room = ROOM - _MEAN_WIDTH
        title = fitted(self.curve.title, 12.5, room, bold=True)
        self.picture.text(EDGE, self.top + 15, title, size=12.5, bold=True)
        if self.curve.mean is not None:
            mean = exact(self.curve.mean, speech.language)
            at = (_RIGHT, self.top + 15)
            self.picture.text(*at, mean, size=13, bold=True, anchor="end", fill=_MEAN)

    def _class(self, spread: Spread) -> None:
        # Quartiles that fall together are still to be seen.
        top, bottom = self._y(spread.upper) - 2, self._y(spread.lower) + 2
        self.picture.box((_LEFT, top), (_RIGHT - _LEFT, bottom - top), fill=_BAND)

    def _middle(self, spread: Spread) -> None:
        at = self._y(spread.middle)
        self.picture.line((_LEFT, at), (_RIGHT, at), stroke=_MIDDLE, dashes="2 3")

    def _scale(self) -> None:
        for mark in range(self.worst, _BEST + 1):
            at = self._y(Decimal(mark))
            self.picture.line((_LEFT, at), (_RIGHT, at), stroke=_GRID, width=0.7)
            if mark in {self.worst, _BEST}:
                self.picture.text(_LEFT - 6, at + 3, str(mark), size=9, anchor="end", fill=FAINT)

    def _run(self) -> None:
        known = zip(self.curve.marks, self.curve.means, strict=True)
        points = [
            (_x(mark.day, self.period), self._y(mean)) for mark, mean in known if mean is not None
        ]
        if points:
            # What is to come is not known yet: the line ends today.
            ends = max(_x(self.until, self.period), points[-1][0])
            self.picture.path([*points, (ends, points[-1][1])], stroke=_MEAN, width=1.6)

    def _mark(self, speech: Speech, mark: ShownMark, taken: list[tuple[float, float]]) -> None:
        at = _x(mark.day, self.period)
        if not mark.value.numbers:
            said = drawable(mark_of(speech, mark.value))
            foot = self.top + _STRIP - 3
            self.picture.text(at, foot, said, size=8.5, anchor="middle", fill=INK)
        for number in mark.value.numbers:
            spot = _free((at, self._y(Decimal(number))), taken)
            taken.append(spot)
            self.picture.dot(spot, _DOT, fill=_MARK)
            below = spot[1] + 3.4
            self.picture.text(
                spot[0], below, str(number), size=9.5, bold=True, anchor="middle", fill="#ffffff"
            )

    def _y(self, mark: Decimal) -> float:
        share = (_BEST - float(mark)) / (_BEST - self.worst)
        return self.top + _PLOT_TOP + share * _PLOT_HEIGHT


def _free(spot: tuple[float, float], taken: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Return the spot, or one beside it where the same mark stands already.

    It is to the right; at the end of the strip, where there is no room, to the left.
    """
    x, y = spot
    others = sorted(at for at, level in taken if level == y)
    right = _beside(x, others, _APART)
    x = right if right <= _RIGHT - 2 else _beside(x, others[::-1], -_APART)
    return x, y


def _beside(x: float, others: Sequence[float], step: float) -> float:
    for other in others:
        if abs(x - other) < _APART:
            x = other + step
    return x


def _x(day: date, period: Period) -> float:
    length = max((period.ends - period.begins).days, 1)
    share = min(max((day - period.begins).days / length, 0), 1)
    return _LEFT + _DOT + share * (_RIGHT - _LEFT - 2 * _DOT)


def _months(period: Period) -> list[date]:
    """Return the period's first day and each first day of a month in it."""
    length = (period.ends - period.begins).days
    days = [period.begins + timedelta(days=ahead) for ahead in range(length)]
    firsts = [day for day in days if day.day == 1]
    has_room = not firsts or (firsts[0] - period.begins).days > _MONTHS_WIDTH
    return [period.begins, *firsts] if has_room else firsts


def _legend(picture: Drawing, speech: Speech, *, with_spread: bool) -> None:
    y = picture.height + 18
    picture.dot((EDGE + _DOT, y - 3.5), _DOT, fill=_MARK)
    picture.text(EDGE + _DOT, y, "5", size=9.5, bold=True, anchor="middle", fill="#ffffff")
    said = drawable(speech.label("chart-legend-mark"))
    picture.text(EDGE + 18, y, said, size=11)
    after = EDGE + 18 + width_of(said, 11) + 18
    picture.path([(after, y - 3.5), (after + 16, y - 3.5)], stroke=_MEAN, width=1.6)
    picture.text(after + 22, y, drawable(speech.label("chart-legend-mean")), size=11)
    if with_spread:
        y += 18
        picture.box((EDGE, y - 10), (13, 12), fill=_BAND)
        picture.line((EDGE, y - 4), (EDGE + 13, y - 4), stroke=_MIDDLE, dashes="2 3")
        told = fitted(speech.label("chart-legend-spread"), 11, WIDTH - EDGE - 42)
        picture.text(EDGE + 18, y, told, size=11)
    picture.height = y + 4


def _rest(picture: Drawing, speech: Speech, view: MarkChart) -> None:
    if len(view.curves) > MOST_SUBJECTS:
        _say(picture, speech.label("chart-rest", count=len(view.curves) - MOST_SUBJECTS))
    if view.unmarked and view.curves:
        subjects = cut(", ".join(view.unmarked), _UNMARKED_LENGTH)
        _say(picture, speech.label("chart-unmarked", subjects=subjects), most=3)


def _say(picture: Drawing, said: str, *, most: int = 2) -> None:
    for line in broken(said, 11.5, ROOM, most=most):
        picture.height += 17
        picture.text(EDGE, picture.height, line, size=11.5, fill=FAINT)
