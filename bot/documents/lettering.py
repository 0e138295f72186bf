"""The shipped letters: how wide a text is, what of it fits, and what can be drawn at all."""

import re
from collections.abc import Sequence
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Final

from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont

from bot.texts.html import tidy

FAMILY: Final = "DejaVu Sans"
PLAIN: Final = "DejaVuSans"
BOLD: Final = "DejaVuSans-Bold"
ELLIPSIS: Final = "…"
_UNKNOWN: Final = "□"
_JOINERS: Final = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]")


@cache
def font_files() -> tuple[str, ...]:
    """Return the paths of the fonts."""
    home = Path(str(resources.files("bot.documents"))) / "fonts"
    return tuple(str(home / f"{face}.ttf") for face in (PLAIN, BOLD))


@cache
def known_letters() -> frozenset[str]:
    """Return every letter that both faces have; the fonts are ready from then on."""
    faces = [TTFont(face, path) for face, path in zip((PLAIN, BOLD), font_files(), strict=True)]
    for face in faces:
        registerFont(face)
    known = [face.face.charToGlyph.keys() for face in faces]
    return frozenset(map(chr, known[0] & known[1]))


def drawable(text: str) -> str:
    """Return the text in one line, a box for each run of signs that the fonts do not have."""
    known = known_letters()
    line = _JOINERS.sub("", tidy(text))
    shown = "".join(letter if letter in known else _UNKNOWN for letter in line)
    return re.sub(f"{_UNKNOWN}+", _UNKNOWN, shown)


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide a drawable text is."""
    known_letters()
    return float(stringWidth(text, BOLD if bold else PLAIN, size))


def fitted(text: str, size: float, width: float, *, bold: bool = False) -> str:
    """Return the drawable text, shortened with an ellipsis where it would be too wide."""
    shown = drawable(text)
    if width_of(shown, size, bold=bold) <= width:
        return shown
    while shown and width_of(shown + ELLIPSIS, size, bold=bold) > width:
        shown = shown[:-1]
    return shown.rstrip() + ELLIPSIS


def broken(text: str, size: float, width: float, *, most: int) -> Sequence[str]:
    """Return the drawable text in at most so many lines; the last one is shortened."""
    lines, rest = list[str](), drawable(text).split()
    while rest and len(lines) < most - 1:
        line = [rest.pop(0)]
        while rest and width_of(" ".join([*line, rest[0]]), size) <= width:
            line.append(rest.pop(0))
        lines.append(fitted(" ".join(line), size, width))
    return [*lines, fitted(" ".join(rest), size, width)] if rest else lines
