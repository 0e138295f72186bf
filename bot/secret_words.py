"""Secrets in what somebody writes to the bot: they do not stay in the chat (S4)."""

from aiogram.types import Message

from core.access.codes import looks_like_code
from core.access.secrets import struck_out


def hides_a_secret(message: Message) -> bool:
    """Say whether a password or a code is in what was written."""
    return struck_out(_words(message)).found


def is_way_in(message: Message) -> bool:
    """Say whether it is how one comes in: a code alone, or one that a link brought along."""
    said = _words(message)
    return said.startswith("/start") or looks_like_code(said)


def _words(message: Message) -> str:
    return message.text or message.caption or ""
