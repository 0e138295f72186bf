"""What stands above each picture: what it is, and whose."""

from typing import Final

from bot.documents.lettering import fitted
from bot.documents.svg import FAINT, Drawing
from bot.screens.parts.naming import called_in_full
from bot.texts.speech import Speech
from core.access.people import Child

_EDGE: Final = 12


def head(picture: Drawing, speech: Speech, child: Child, what: str) -> None:
    """Write the two first lines; the picture goes on below them."""
    room = picture.width - 2 * _EDGE
    picture.text(_EDGE, 24, fitted(what, 15, room, bold=True), size=15, bold=True)
    who = fitted(called_in_full(speech, child), 12, room)
    picture.text(_EDGE, 42, who, size=12, fill=FAINT)
    picture.height = 50
