"""The supervisor of the program's loops: what fails is logged, waited out and tried again.

A locked database, a lost connection, a server that is down: each ends by itself, and then the
loop goes on where it stood. What it worked on is kept in the tables meanwhile.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final, TypeVar

import structlog
from aiogram.exceptions import TelegramBadRequest, TelegramRetryAfter

from bot.logs import place_of, without_quotes

log = structlog.get_logger(__name__)

_FIRST: Final = 0.5
_LONGEST: Final = 5.0
_DOUBLINGS: Final = 10

Result = TypeVar("Result")
Pause = Callable[[Exception, int], float]


def longer_each_time(error: Exception, failures: int) -> float:
    """Return how long to wait after so many failures in a row; a 429 says it itself."""
    if isinstance(error, TelegramRetryAfter):
        return float(error.retry_after)
    return float(min(_FIRST * 2 ** min(failures - 1, _DOUBLINGS), _LONGEST))


async def insist(
    what: str,
    attempt: Callable[[], Awaitable[Result]],
    *,
    pause: Pause = longer_each_time,
    unless: tuple[type[Exception], ...] = (),
    tries: int | None = None,
) -> Result:
    """Attempt until it succeeds and return what came of it.

    Raises what `unless` names, and the last failure where `tries` are limited.
    """
    failures = 0
    while True:
        try:
            return await attempt()
        except Exception as error:
            failures += 1
            if isinstance(error, unless) or failures == tries:
                raise
            again_in = pause(error, failures)
            log.warning(
                "failed", what=what, error=type(error).__name__, again_in=again_in, **_said(error)
            )
            await asyncio.sleep(again_in)


def _said(error: Exception) -> dict[str, str]:
    """Return Telegram's words of a refusal, or else where it happened; nothing of a person."""
    if isinstance(error, TelegramBadRequest):
        return {"said": without_quotes(error.message)}
    return {"at": place_of(error)}
