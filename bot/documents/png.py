"""An SVG becomes a PNG with the shipped fonts and no others: it looks the same everywhere."""

from typing import Final

from resvg_py import svg_to_bytes

from bot.documents.lettering import FAMILY, font_files
from bot.documents.svg import PAPER, Drawing

_ZOOM: Final = 2.0
_LONGEST_SIDE: Final = 1600.0
"""Of a longer picture Telegram keeps a smaller one; and each point costs time."""


def png_of(drawing: Drawing) -> bytes:
    """Return the picture at twice its size, or less where it is very long."""
    longest = max(drawing.width, drawing.height)
    return bytes(
        svg_to_bytes(
            svg_string=drawing.source(),
            skip_system_fonts=True,
            font_files=list(font_files()),
            font_family=FAMILY,
            sans_serif_family=FAMILY,
            background=PAPER,
            zoom=min(_ZOOM, _LONGEST_SIDE / longest),
        )
    )
