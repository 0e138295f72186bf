"""Long polling that loses nothing: an offset is confirmed after what it covers is committed."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from aiogram import Bot
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramConflictError,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiogram.methods import TelegramMethod

from bot.telegram.insisting import insist, longer_each_time
from bot.telegram.session import NoClearAnswer
from bot.telegram.updates import ALLOWED, RawUpdate, raw_update

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
        """Poll until cancelled; whatever fails is waited out, longer each time, and logged."""
        while True:
            await insist("polling", self.poll, pause=_pause)

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


def _pause(error: Exception, failures: int) -> float:
    match error:
        case TelegramUnauthorizedError():
            return 30.0
        case TelegramConflictError():
            return 5.0
        case TelegramAPIError() if not isinstance(error, TelegramRetryAfter):
            return float(min(0.2 * 2 ** min(failures, 10), 15.0))
        case _:
            return longer_each_time(error, failures)
