"""A messenger cuts a text that is too long: what comes behind a refused one is its rest."""

from datetime import timedelta
from typing import Final

from aiogram.types import Message

_BEHIND: Final = timedelta(seconds=5)
"""The rest comes at once; what is written anew takes longer."""


def refused_at(message: Message) -> int:
    """Return when a text was refused, in seconds; 0 for a file, which is never cut."""
    return int(message.date.timestamp()) if message.text is not None else 0


def is_rest(message: Message, refused: int) -> bool:
    """Say whether a message is the rest of a text that was refused at an instant, if any was."""
    behind = message.date.timestamp() - refused
    return bool(refused) and message.text is not None and 0 <= behind <= _BEHIND.total_seconds()
