"""`zvonok run`: the bot against Telegram or another Bot API server, until it is stopped."""

import asyncio
import fcntl
import signal
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramUnauthorizedError

from bot.composition.database import opened
from bot.config import SettingFault, Settings, WrongSettings
from bot.intake import running
from bot.logs import configure_logs
from bot.program import compose
from bot.telegram.insisting import insist
from bot.telegram.session import make_bot, tune
from core.clock import Clock, SystemClock

log = structlog.get_logger(__name__)


async def run(settings: Settings) -> int:
    """Run until SIGINT or SIGTERM; raise WrongSettings where it may not start."""
    configure_logs(settings.log_level)
    kept = tune()
    with only_one(settings.sqlite_path()):
        async with opened(settings) as store, _bot(settings) as bot:
            if _is_moved(store.clock) and settings.talks_to_telegram_itself:
                raise WrongSettings({"ZVONOK_CLOCK": SettingFault.AGAINST_TELEGRAM})
            await _must_be_known(bot)
            program = compose(settings, store, bot)
            async with running(program, settings):
                log.info("running", types_kept=len(kept))
                await until_stopped()
    return 0


@contextmanager
def only_one(database: Path | None) -> Iterator[None]:
    """Let one process alone work on an SQLite file; raise WrongSettings where one does already."""
    if database is None:
        yield
        return
    database.parent.mkdir(parents=True, exist_ok=True)
    with database.with_suffix(".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise WrongSettings({"ZVONOK_DATABASE_URL": SettingFault.ALREADY_AT_WORK}) from None
        yield


@asynccontextmanager
async def _bot(settings: Settings) -> AsyncIterator[Bot]:
    token = settings.bot_token.get_secret_value() if settings.bot_token else ""
    proxy = settings.proxy_url.get_secret_value() if settings.proxy_url else None
    bot = make_bot(token, api_url=str(settings.telegram_api_url).rstrip("/"), proxy=proxy)
    try:
        yield bot
    finally:
        await bot.session.close()


async def _must_be_known(bot: Bot) -> None:
    """Ask who we are until the server answers; raise WrongSettings where it does not know us."""
    try:
        await insist("get-me", bot.get_me, unless=(TelegramUnauthorizedError,))
    except TelegramUnauthorizedError:
        raise WrongSettings({"ZVONOK_BOT_TOKEN": SettingFault.UNKNOWN_TO_TELEGRAM}) from None


async def until_stopped() -> None:
    """Wait for SIGINT or SIGTERM."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    await stop.wait()


def _is_moved(clock: Clock) -> bool:
    return isinstance(clock, SystemClock) and bool(clock.offset)
