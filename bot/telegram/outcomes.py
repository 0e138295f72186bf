"""How one request to the Bot API ended, as a value: what to do next is decided on it alone."""

from dataclasses import dataclass

from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiohttp import ClientConnectorError

from bot.telegram.session import NotTaken


@dataclass(frozen=True, slots=True)
class Done:
    """It was taken; `message_id` is empty where the method makes no message."""

    message_id: str = ""


@dataclass(frozen=True, slots=True)
class Gone:
    """The person blocked the bot, deleted the account or never had it."""


@dataclass(frozen=True, slots=True)
class Rejected:
    """Telegram refused this very request; it would refuse it again."""

    description: str


@dataclass(frozen=True, slots=True)
class Later:
    """It provably was not taken: try again. `seconds` is what a 429 orders, else None."""

    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Unclear:
    """It left, and nobody knows whether it was taken."""


Outcome = Done | Gone | Rejected | Later | Unclear

_NO_CHAT = ("chat not found", "user is deactivated", "bot was blocked", "PEER_ID_INVALID")

_GAVE_UP_WAITING = "Gateway Timeout"
"""A gateway's 504: it passed the request on and heard nothing, so that proves nothing."""


def outcome_of(error: TelegramAPIError) -> Outcome:  # noqa: C901, PLR0911 - a line each
    """Return what an error of aiogram or of our session says about the request."""
    match error:
        case TelegramRetryAfter():
            return Later(float(error.retry_after))
        case TelegramServerError() if _GAVE_UP_WAITING in error.message:
            return Unclear()
        case NotTaken() | TelegramServerError() | TelegramUnauthorizedError():
            return Later()
        case TelegramNotFound() | TelegramEntityTooLarge() | TelegramMigrateToChat():
            return Rejected(error.message)
        case TelegramForbiddenError():
            return Gone()
        case TelegramBadRequest():
            gone = any(words in error.message for words in _NO_CHAT)
            return Gone() if gone else Rejected(error.message)
        case TelegramNetworkError():
            return Later() if isinstance(error.__cause__, ClientConnectorError) else Unclear()
        case _ if "Too Many Requests" in error.message:
            return Later(1.0)
        case _:
            return Unclear()
