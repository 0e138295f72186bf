"""What an error of the Bot API says of how the sending ended."""

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

from bot.outcomes import Gone, Later, Outcome, Rejected, Unclear
from bot.telegram.session import NotTaken

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
