"""Long polling that loses nothing: an offset is confirmed after what it covers is committed."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

import structlog
from aiogram import Bot
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramConflictError,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiogram.methods import TelegramMethod

from bot.telegram.session import NoClearAnswer
from bot.telegram.updates import ALLOWED, RawUpdate, raw_update

log = structlog.get_logger(__name__)

_TIMEOUT: Final = 25
_MOST: Final = 100


class GetRawUpdates(TelegramMethod[list[dict[str, Any]]]):
    """`getUpdates`, not validated as a whole: one bad update must not stop polling."""

    __returning__ = list[dict[str, Any]]
    __api_method__ = "getUpdates"

    offset: int | None = None
    limit: int = _MOST
    timeout: int = _TIMEOUT
    allowed_updates: list[str] = list(ALLOWED)  # noqa: RUF012 - pydantic copies it


@dataclass(slots=True)
class Poller:
    """Asks Telegram for updates and hands them on; `accept` returns once they are committed."""

    bot: Bot
    accept: Callable[[Sequence[RawUpdate]], Awaitable[object]]
    timeout: int = _TIMEOUT
    offset: int | None = None

    async def run(self) -> None:
        """Poll until cancelled; an error is waited out, longer each time, and logged."""
        failures = 0
        while True:
            try:
                await self.poll()
                failures = 0
            except TelegramAPIError as error:
                failures += 1
                pause = _pause(error, failures)
                log.warning("polling-failed", error=type(error).__name__, again_in=pause)
                await asyncio.sleep(pause)

    async def poll(self) -> int:
        """Ask once; return how many updates came."""
        asked = GetRawUpdates(offset=self.offset, timeout=self.timeout)
        found = await self.bot(asked, request_timeout=self.timeout + 15)
        numbered = [update for fields in found if (update := raw_update(fields))]
        if found and not numbered:
            raise NoClearAnswer(asked, "updates without numbers")  # nothing of it can be confirmed
        if numbered:
            await self.accept(numbered)
            self.offset = max(update.update_id for update in numbered) + 1
        return len(found)


def _pause(error: TelegramAPIError, failures: int) -> float:
    match error:
        case TelegramRetryAfter():
            return float(error.retry_after)
        case TelegramUnauthorizedError() | TelegramConflictError():
            return 30.0 if isinstance(error, TelegramUnauthorizedError) else 5.0
        case _:
            return float(min(0.2 * 2**failures, 15.0))
