"""How a file is called: in the person's language, with nothing that a file system refuses."""

import re
from typing import Final

from bot.texts.html import cut

_LENGTH: Final = 80
_DASHES: Final = re.compile("[–—]")
_REFUSED: Final = re.compile(r"[^\w(), -]+")


def file_name(title: str, suffix: str) -> str:
    """Return a title as the name of a file."""
    dashed = _DASHES.sub("-", title)
    plain = re.sub(r"\s+", " ", _REFUSED.sub(" ", dashed)).strip(" ,-")
    return f"{cut(plain, _LENGTH) or 'zvonok'}.{suffix}"
