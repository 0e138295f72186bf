"""A heading turned upright, so that eighteen subjects stand beside each other on one page."""

from collections.abc import Sequence
from typing import Final

from reportlab.lib.units import mm
from reportlab.platypus import Flowable
from typing_extensions import override

from bot.documents.lettering import BOLD, ELLIPSIS, broken, width_of

_TALLEST: Final = 45 * mm
_LEADING: Final = 1.15
_SIZES: Final = (8.0, 7.5, 7.0, 6.5, 6.0, 5.5)
_BOLDER: Final = 1.14
"""So much wider is a bold letter than the plain one that lines are broken by."""


class Upright(Flowable):
    """Words read from below upwards, in as many lines as the column has room for."""

    def __init__(self, text: str, size: float, room: float) -> None:
        super().__init__()
        sizes = [one for one in _SIZES if one <= size] or [size]
        tried = ((one, _lines(text, one, room)) for one in sizes)
        whole = next((found for found in tried if not found[1][-1].endswith(ELLIPSIS)), None)
        self._size, self._lines = whole or (sizes[-1], _lines(text, sizes[-1], room))

    @override
    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        longest = max(width_of(one, self._size, bold=True) for one in self._lines)
        self.width, self.height = aW, longest + mm
        return self.width, self.height

    def draw(self) -> None:
        """Draw the lines one beside another, from below upwards."""
        canvas = self.canv
        canvas.saveState()
        canvas.setFont(BOLD, self._size)
        canvas.rotate(90)
        step = self._size * _LEADING
        first = -(self.width - step * len(self._lines)) / 2 - self._size
        for number, line in enumerate(self._lines):
            canvas.drawString(mm / 2, first - step * number, line)
        canvas.restoreState()


def _lines(text: str, size: float, room: float) -> Sequence[str]:
    most = max(1, int(room // (size * _LEADING)))
    return broken(text, size * _BOLDER, _TALLEST - 2 * mm, most=most) or [""]
