"""Files that Telegram keeps for us are fetched where they must go elsewhere."""

import asyncio
from io import BytesIO
from typing import Final

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest, TelegramNotFound

_PATIENCE: Final = 30


class NotFetched(Exception):
    """Telegram is away, or slow: the same may work later."""


async def fetch(bot: Bot, reference: str) -> bytes | None:
    """Return a file by its reference; None where Telegram does not give it out any more."""
    kept = BytesIO()
    try:
        async with asyncio.timeout(_PATIENCE):
            found = await bot.get_file(reference)
            if found.file_path is None:
                return None
            await bot.download_file(found.file_path, kept)
    except (TelegramBadRequest, TelegramNotFound):
        return None
    except (TelegramAPIError, OSError, TimeoutError) as error:
        raise NotFetched from error
    return kept.getvalue()
