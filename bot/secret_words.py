"""Secrets in what somebody writes to the bot: they do not stay in the chat (S4)."""

from aiogram.types import Message

from core.access.secrets import struck_out
from core.errors import Refusal


class SecretRefused(Exception):
    """Words in a task of the help desk were refused, and there was a secret in them."""

    def __init__(self, refused: Refusal) -> None:
        super().__init__(refused)
        self.refused = refused


def hides_a_secret(message: Message) -> bool:
    """Say whether a password or a code is in what was written."""
    return struck_out(_words(message)).found


def _words(message: Message) -> str:
    return message.text or message.caption or ""
