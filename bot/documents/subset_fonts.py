"""Writes the shipped fonts: `python -m bot.documents.subset_fonts FOLDER`, with DejaVu in FOLDER.

DejaVu Sans with what the schools' languages need: Latin with the letters of Crimean Tatar, all of
Cyrillic, and the signs of school papers. Nothing is renamed: its licence asks that of Vera only.
"""

import sys
from pathlib import Path
from typing import Final

from fontTools import subset  # type: ignore[import-untyped]  # it ships no types

_FACES: Final = ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf")
_LETTERS: Final = (
    range(0x0020, 0x007F),
    range(0x00A0, 0x0180),
    range(0x0400, 0x0530),
    range(0x2010, 0x2028),
    (0x0301, 0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x20AC, 0x20BD, 0x2116),
    (0x2190, 0x2192, 0x2212, 0x2248, 0x2260, 0x2264, 0x2265, 0x25A1, 0x25CF),
)


def write_fonts(source: Path, to: Path) -> None:
    """Write each face with no more than the letters above."""
    options = subset.Options(
        hinting=False, layout_features=["kern", "mark", "ccmp", "locl"], name_IDs=["*"]
    )
    for face in _FACES:
        with subset.load_font(str(source / face), options) as font:
            wanted = subset.Subsetter(options)
            wanted.populate(unicodes=[letter for some in _LETTERS for letter in some])
            wanted.subset(font)
            subset.save_font(font, str(to / face), options)


if __name__ == "__main__":
    write_fonts(Path(sys.argv[1]), Path(__file__).parent / "fonts")
