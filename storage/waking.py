"""Hears that another process committed something to send, within a fraction of a second.

A call too many does no harm; a call too few is made up for by the ticks. So whoever listens is
called as soon as a connection stands, in case something happened while there was none: not before,
or what is committed in between would be heard of by nobody.
"""

import asyncio
from collections.abc import Callable
from typing import Any

from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.engine import CHANNEL, Backend

_LOOK_EVERY = 0.2
_TRY_AGAIN_AFTER = 1.0


async def watch(backend: Backend, heard: Callable[[], None]) -> None:
    """Call `heard` whenever another process may have written; runs until it is cancelled."""
    listen = _listen if backend.engine.dialect.name == "postgresql" else _look
    while True:
        try:
            async with backend.engine.connect() as connection:
                await listen(connection, heard)
        except (DBAPIError, OSError):
            await asyncio.sleep(_TRY_AGAIN_AFTER)


async def _look(connection: AsyncConnection, heard: Callable[[], None]) -> None:
    # SQLite counts the commits of all other connections; nothing is read and nothing is locked.
    seen = await _version(connection)
    heard()
    while True:
        await asyncio.sleep(_LOOK_EVERY)
        version = await _version(connection)
        if version != seen:
            seen = version
            heard()


async def _version(connection: AsyncConnection) -> int:
    return int((await connection.exec_driver_sql("PRAGMA data_version")).scalar_one())


async def _listen(connection: AsyncConnection, heard: Callable[[], None]) -> None:
    raw = await connection.get_raw_connection()
    driver: Any = raw.driver_connection
    await driver.set_autocommit(True)
    try:
        await driver.execute(f"LISTEN {CHANNEL}")
        heard()
        async for _ in driver.notifies():
            heard()
    except driver.Error as lost:  # psycopg's own, which SQLAlchemy has not seen
        raise ConnectionError(str(lost)) from lost
    finally:
        # A connection that listens is of no use to anybody else.
        await connection.invalidate()
