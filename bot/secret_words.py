"""Secrets in what somebody writes to the bot: they do not stay in the chat (S4)."""

from dataclasses import dataclass

from aiogram.types import Message

from core.access.secrets import struck_out


@dataclass(slots=True)
class Hidden:
    """Whether a task of the help desk was given words with a secret in them, in this turn.

    They leave the chat whatever becomes of them: they may be refused, and the turn may fail.
    """

    found: bool = False


def hides_a_secret(message: Message) -> bool:
    """Say whether a password or a code is in what was written."""
    return struck_out(_words(message)).found


def _words(message: Message) -> str:
    return message.text or message.caption or ""
