"""The store as the program knows it: opened, brought up to date, with its own clock."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta

from bot.config import Settings
from core.clock import Clock, SystemClock
from storage.migrations import upgrade
from storage.store import Store
from storage.waking import watch


class Database(Store):
    """The store, as the program knows it."""

    @property
    def serves_one_process(self) -> bool:
        """Say whether no other process can be at work on the ledger."""
        return self.backend.one_writer

    async def watch(self, heard: Callable[[], None]) -> None:
        """Call `heard` whenever another process may have written; runs until it is cancelled."""
        await watch(self.backend, heard)


@asynccontextmanager
async def opened(settings: Settings, clock: Clock | None = None) -> AsyncIterator[Database]:
    """Open the database, brought up to date, with its clock: of the database, or the one given."""
    if path := settings.sqlite_path():
        path.parent.mkdir(parents=True, exist_ok=True)
    await asyncio.to_thread(upgrade, settings.database_url)
    token = settings.bot_token.get_secret_value() if settings.bot_token else "0"
    store = Database(
        settings.database_url,
        clock or await _clock(settings),
        bot=int(token.partition(":")[0]),
    )
    try:
        yield store
    finally:
        await store.close()


async def _clock(settings: Settings) -> SystemClock:
    """Return the clock of this database: its offset is kept, so all processes tell one time."""
    machine = SystemClock()
    store = Database(settings.database_url, machine)
    try:
        async with store.transaction() as tx:
            start = settings.clock
            if start and await tx.settings.get("clock.start") != start.isoformat():
                offset = start - machine.now()
                await tx.settings.set("clock.start", start.isoformat())
                await tx.settings.set("clock.offset", str(offset.total_seconds()))
            kept = await tx.settings.get("clock.offset")
    finally:
        await store.close()
    return SystemClock(timedelta(seconds=float(kept or 0)))
