"""The engine behind a database URL, the same for SQLite and PostgreSQL from here on."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

from sqlalchemy import URL, make_url
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import QueuePool

from storage.in_loop import opener

Synchronous = Literal["OFF", "NORMAL", "FULL", "EXTRA"]

_WRITER_MAY_WAIT = 600.0
_LOOK_AGAIN_AFTER, _LOOK_AGAIN_AT_LEAST = 0.01, 0.1


class Backend(Protocol):
    """What differs between the databases when a transaction opens and closes."""

    @property
    def engine(self) -> AsyncEngine:
        """The pool of connections."""
        ...

    @property
    def hasty(self) -> AsyncEngine:
        """The pool of connections whose commits do not wait for the disk.

        A kill loses nothing of them; a power cut may lose the last ones, in the order of commits.
        """
        ...

    @property
    def one_writer(self) -> bool:
        """Say whether the writers of a process must queue among themselves."""
        ...

    async def begin_writing(
        self, connection: AsyncConnection, *, one_moment: bool = False
    ) -> None:
        """Open a transaction that writes; perhaps one that sees the database as of one moment.

        Such a one is Overtaken where it would write over what others changed since.
        """
        ...

    async def begin_reading(self, connection: AsyncConnection) -> None:
        """Open a transaction that only reads, all of it as of one moment."""
        ...

    async def tell_others(self, connection: AsyncConnection) -> None:
        """Let other processes hear, with the commit, that there is something to send."""
        ...

    async def close(self) -> None:
        """Close every connection."""
        ...


@dataclass(frozen=True, slots=True)
class Sqlite:
    """A file; one process writes at a time, others see it by `PRAGMA data_version`."""

    engine: AsyncEngine
    hasty: AsyncEngine
    disk: ThreadPoolExecutor
    one_writer: bool = True

    async def begin_writing(
        self,
        connection: AsyncConnection,
        *,
        one_moment: bool = False,  # noqa: ARG002 - who alone writes sees one moment anyway
    ) -> None:
        """Take the file's only write lock; the loop goes on while another process has it.

        It may have it for minutes: a large school is taken in as a whole.
        """
        loop = asyncio.get_running_loop()
        until, pause = loop.time() + _WRITER_MAY_WAIT, _LOOK_AGAIN_AFTER
        while True:
            try:
                await connection.exec_driver_sql("BEGIN IMMEDIATE")
            except OperationalError as locked:
                if "locked" not in str(locked.orig) or loop.time() > until:
                    raise
                await asyncio.sleep(pause)
                pause = min(2 * pause, _LOOK_AGAIN_AT_LEAST)
            else:
                return

    async def begin_reading(self, connection: AsyncConnection) -> None:
        """Read from one snapshot of the file; writers are not held up."""
        await connection.exec_driver_sql("BEGIN")

    async def tell_others(self, connection: AsyncConnection) -> None:
        """Say nothing: the commit itself is seen."""

    async def close(self) -> None:
        """Close the file, and leave nothing in its log that was written over since."""
        await self._empty_log()
        await self.hasty.dispose()
        await self.engine.dispose()
        self.disk.shutdown()

    async def _empty_log(self) -> None:
        pools = (self.engine.pool, self.hasty.pool)
        if not any(isinstance(pool, QueuePool) and pool.checkedin() for pool in pools):
            return
        async with self.engine.connect() as connection:
            try:
                await connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
            except OperationalError:
                # Whoever closes the file next does it, and nothing is lost meanwhile.
                return


@dataclass(frozen=True, slots=True)
class Postgres:
    """A server; processes hear each other by LISTEN and NOTIFY."""

    engine: AsyncEngine
    one_writer: bool = False

    @property
    def hasty(self) -> AsyncEngine:
        """The same pool: the server lets commits that come together wait for the disk once."""
        return self.engine

    async def begin_writing(
        self, connection: AsyncConnection, *, one_moment: bool = False
    ) -> None:
        """Leave it to the driver, which begins with the first statement."""
        if one_moment:
            await connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")

    async def begin_reading(self, connection: AsyncConnection) -> None:
        """See one snapshot for all statements, as a reader of SQLite does."""
        await connection.exec_driver_sql(
            "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"
        )

    async def tell_others(self, connection: AsyncConnection) -> None:
        """Notify; PostgreSQL sends it when the transaction commits."""
        await connection.exec_driver_sql(f"NOTIFY {CHANNEL}")

    async def close(self) -> None:
        """Close the pool."""
        await self.engine.dispose()


CHANNEL = "zvonok_outbox"


def backend_of(url: str, *, synchronous: Synchronous = "FULL", connections: int = 10) -> Backend:
    """Return the backend for a URL such as `sqlite:///zvonok.sqlite3` or `postgresql+psycopg://…`."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        return _sqlite(parsed, synchronous, connections)
    return Postgres(
        create_async_engine(
            parsed.set(drivername="postgresql+psycopg"),
            pool_size=connections,
            max_overflow=connections,
            pool_pre_ping=True,
            hide_parameters=True,
        )
    )


def _sqlite(url: URL, synchronous: Synchronous, connections: int) -> Sqlite:
    disk = ThreadPoolExecutor(1, thread_name_prefix="sqlite-commit")
    path = Path(url.database or ":memory:")

    def engine(thread: ThreadPoolExecutor | None, how: Synchronous) -> AsyncEngine:
        return create_async_engine(
            url.set(drivername="sqlite+aiosqlite"),
            connect_args={"async_creator_fn": opener(path, thread, synchronous=how)},
            pool_size=connections,
            max_overflow=connections,
            hide_parameters=True,
        )

    hasty = engine(None, _no_more_than_normal(synchronous))
    return Sqlite(engine(disk, synchronous), hasty, disk)


def _no_more_than_normal(synchronous: Synchronous) -> Synchronous:
    return "OFF" if synchronous == "OFF" else "NORMAL"
