"""A messenger cuts a text that is too long: what comes behind a refused one is its rest."""

from datetime import timedelta
from typing import Final

from aiogram.types import Message, Update

_BEHIND: Final = timedelta(seconds=5)
"""The rest comes at once; what is written anew takes longer."""
_CUT_FROM: Final = 2048
"""A messenger cuts at 4 096 units, or at an end of a sentence in the second half of them."""
_UNIT: Final = 2


def may_be_cut(update: Update) -> int:
    """Return when a text came that is so long that more of it may follow; 0 for all others."""
    message = update.message
    if message is None or message.text is None:
        return 0
    return _instant(message) if _units(message.text) >= _CUT_FROM else 0


def is_rest(update: Update, refused: int) -> bool:
    """Say whether an update is the rest of a text that was refused at an instant, if any was."""
    message = update.message
    if message is None or message.text is None or not refused or message.text.startswith("/"):
        return False
    return 0 <= _instant(message) - refused <= _BEHIND.total_seconds()


def is_reply(update: Update) -> bool:
    """Say whether somebody answers a message: that may be taken whatever else was begun."""
    return update.message is not None and update.message.reply_to_message is not None


def _instant(message: Message) -> int:
    return int(message.date.timestamp())


def _units(text: str) -> int:
    """Return how long a messenger counts a text: what lies beyond the common signs is two."""
    return len(text.encode("utf-16-le")) // _UNIT
