"""Secrets in what somebody writes: taken out of the chat, and kept nowhere (S4)."""

from aiogram.types import Message

from core.access.secrets import struck_out


def hides_a_secret(message: Message) -> bool:
    """Say whether a password or a code is in what was written."""
    return struck_out(message.text or message.caption or "").found
