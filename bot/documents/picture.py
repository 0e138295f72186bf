"""What all pictures of a pupil share: as wide as a phone, what it is and whose at the top."""

from typing import Final

from bot.documents.bench import File
from bot.documents.filing import file_name
from bot.documents.lettering import fitted
from bot.documents.png import png_of
from bot.documents.svg import FAINT, Drawing
from bot.screens.parts.naming import called_in_full
from bot.texts.speech import Speech
from core.access.people import Child

WIDTH: Final = 390
EDGE: Final = 12
ROOM: Final = WIDTH - 2 * EDGE


def begun(speech: Speech, child: Child, what: str) -> Drawing:
    """Return a picture with its two first lines; it goes on below them."""
    picture = Drawing(WIDTH)
    picture.text(EDGE, 24, fitted(what, 15, ROOM, bold=True), size=15, bold=True)
    who = fitted(called_in_full(speech, child), 12, ROOM)
    picture.text(EDGE, 42, who, size=12, fill=FAINT)
    picture.height = 50
    return picture


def as_file(picture: Drawing, title: str) -> File:
    """Return a picture as a PNG of that title."""
    return File(file_name(title, "png"), png_of(picture))
