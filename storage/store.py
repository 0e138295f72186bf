"""The database as turns see it: it opens each, and is the only place that commits one."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from typing import Any

from sqlalchemy.ext.asyncio import AsyncEngine

from core.clock import Clock
from storage.engine import Synchronous, backend_of
from storage.transaction import Transaction
from storage.troubles import named_troubles


class Store:
    """The database. `on_commit` hears of each commit that gave the outbox rows."""

    def __init__(
        self, url: str, clock: Clock, *, bot: int = 0, synchronous: Synchronous = "FULL"
    ) -> None:
        self.url = url
        self.on_commit: list[Callable[[], None]] = []
        self.backend = backend_of(url, synchronous=synchronous)
        self.clock = clock
        self._bot = bot
        # Writers of this process queue here, in order; only another process's can be in the way.
        self._turn = asyncio.Lock() if self.backend.one_writer else None

    @asynccontextmanager
    async def transaction(self, *, one_moment: bool = False) -> AsyncIterator[Transaction]:
        """Open a turn that writes: committed when it ends well, else forgotten.

        Raise Overtaken where another process changed meanwhile what it stood on, and BooksAway
        where the database cannot be reached; so do the others.

        With `one_moment` all that it reads is as of one moment, and it fails where it would write
        over what others changed since.
        """
        engine = self.backend.engine
        async with self._alone(), self._writing(engine, one_moment=one_moment) as tx:
            yield tx

    @asynccontextmanager
    async def hasty(self) -> AsyncIterator[Transaction]:
        """Open a turn whose commit does not wait for the disk: a power cut may undo it.

        A kill of the process loses nothing of it. For what an earlier commit, which did wait, will
        bring up once more: a turn of an update that is in the inbox.
        """
        async with self._alone(), self._writing(self.backend.hasty) as tx:
            yield tx

    def _alone(self) -> AbstractAsyncContextManager[object]:
        return self._turn or nullcontext()

    @asynccontextmanager
    async def _writing(
        self, engine: AsyncEngine, *, one_moment: bool = False
    ) -> AsyncIterator[Transaction]:
        with named_troubles():
            async with engine.connect() as connection:
                await self.backend.begin_writing(connection, one_moment=one_moment)
                tx = Transaction(connection, self.clock, self._bot)
                yield tx
                if tx.has_news:
                    await self.backend.tell_others(connection)
                try:
                    await _to_its_end(connection.commit())
                finally:
                    self._say_committed(tx)

    def _say_committed(self, tx: Transaction) -> None:
        # Also after a commit that was cancelled or failed: to look in vain does no harm.
        for heard in self.on_commit if tx.has_news else ():
            heard()

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Transaction]:
        """Open a transaction that only reads, all of it as of one moment."""
        with named_troubles():
            async with self.backend.engine.connect() as connection:
                await self.backend.begin_reading(connection)
                yield Transaction(connection, self.clock, self._bot)

    async def close(self) -> None:
        """Close every connection."""
        await self.backend.close()


async def _to_its_end(step: Coroutine[Any, Any, None]) -> None:
    """Wait for a commit even when cancelled, or nobody would know whether it happened."""
    task = asyncio.ensure_future(step)  # noqa: TID251 - awaited right here, whatever comes
    try:
        await asyncio.shield(task)
    except asyncio.CancelledError:
        while not task.done():
            try:
                await asyncio.shield(task)
            except asyncio.CancelledError:
                continue
        raise
