"""SQLite in the event loop's own thread, with the face that SQLAlchemy expects of aiosqlite.

A statement of ours takes some ten microseconds, a hop to another thread and back a hundred. So
statements run where they are asked for; only a commit, which waits for the disk, goes to a thread.
Nothing here knows a table.
"""

import asyncio
import sqlite3
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Self

_STATEMENTS_KEPT = 512
_OPENING_MAY_WAIT = 30.0
_STATEMENT_MAY_WAIT_MS = 20

Parameters = Sequence[Any]


class InLoopCursor:
    """A cursor whose awaitables never suspend."""

    def __init__(self, cursor: sqlite3.Cursor) -> None:
        self._cursor = cursor
        self.arraysize = 1

    @property
    def description(self) -> Any:  # noqa: ANN401 - as the DB-API has it
        """Return the columns of the last result."""
        return self._cursor.description

    @property
    def rowcount(self) -> int:
        """Return how many rows the last statement touched."""
        return self._cursor.rowcount

    @property
    def lastrowid(self) -> int | None:
        """Return the number of the last row inserted."""
        return self._cursor.lastrowid

    async def __aenter__(self) -> Self:
        return self

    async def execute(self, operation: str, parameters: Parameters = ()) -> Self:
        """Run one statement, here and now."""
        self._cursor.execute(operation, parameters)
        return self

    async def executemany(self, operation: str, parameters: Sequence[Parameters]) -> Self:
        """Run one statement for many rows."""
        self._cursor.executemany(operation, parameters)
        return self

    async def fetchone(self) -> Any:  # noqa: ANN401 - as the DB-API has it
        """Return the next row."""
        return self._cursor.fetchone()

    async def fetchmany(self, size: int | None = None) -> Sequence[Any]:
        """Return the next rows."""
        return self._cursor.fetchmany(size or self.arraysize)

    async def fetchall(self) -> Sequence[Any]:
        """Return all rows that are left."""
        return self._cursor.fetchall()

    async def close(self) -> None:
        """Let the statement go."""
        self._cursor.close()


class InLoopConnection:
    """A connection whose statements run in the loop.

    Its commits run in a thread, `disk`, for they wait until the disk has written; without one they
    wait for no disk, and run in the loop too.
    """

    def __init__(self, connection: sqlite3.Connection, disk: ThreadPoolExecutor | None) -> None:
        self._connection = connection
        self._disk = disk

    def cursor(self) -> InLoopCursor:
        """Return a new cursor."""
        return InLoopCursor(self._connection.cursor())

    def run(self, operation: str, parameters: Parameters) -> Sequence[Any]:
        """Run one statement, here and now, and return its rows."""
        cursor = self._connection.execute(operation, parameters)
        try:
            return cursor.fetchall()
        finally:
            cursor.close()

    def change(self, operation: str, parameters: Parameters) -> int:
        """Run one statement, here and now, and return how many rows it touched."""
        cursor = self._connection.execute(operation, parameters)
        try:
            return cursor.rowcount
        finally:
            cursor.close()

    async def commit(self) -> None:
        """Commit what is open; the loop goes on while the disk writes."""
        if not self._connection.in_transaction:
            return
        if self._disk is None:
            self._connection.commit()
            return
        loop = asyncio.get_running_loop()
        await loop.run_in_executor(self._disk, self._connection.commit)

    async def rollback(self) -> None:
        """Forget what is open."""
        self._connection.rollback()

    async def create_function(self, *args: Any, **options: Any) -> None:  # noqa: ANN401 - passed on
        """Make a Python function known to SQL."""
        self._connection.create_function(*args, **options)

    async def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def stop(self) -> None:
        """Close the file at once, as the pool asks where it cannot wait."""
        self._connection.close()


def opener(path: Path, disk: ThreadPoolExecutor | None, *, synchronous: str) -> Callable[..., Any]:
    """Return what opens connections to the file, as SQLAlchemy's `async_creator_fn`."""

    async def opened(*_: Any, **__: Any) -> InLoopConnection:  # noqa: ANN401 - the pool's own
        connection = open_file(path, synchronous=synchronous)
        if disk is None:
            # The log is written back to the file by those whose commits may wait for the disk.
            connection.execute("PRAGMA wal_autocheckpoint=0").close()
        return InLoopConnection(connection, disk)

    return opened


def open_file(
    path: Path, *, synchronous: str, may_wait_ms: int = _STATEMENT_MAY_WAIT_MS
) -> sqlite3.Connection:
    """Open a file with what this program relies on: WAL, foreign keys, no hidden BEGIN.

    `may_wait_ms`: how long a statement waits for a lock. In the loop that is next to nothing, for
    the loop stands still meanwhile: who begins to write waits in Python.
    """
    connection = sqlite3.connect(
        path,
        timeout=_OPENING_MAY_WAIT,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=_STATEMENTS_KEPT,
    )
    for pragma in (
        "journal_mode=WAL",
        f"synchronous={synchronous}",
        "foreign_keys=ON",
        # What was deleted or written over, a code for instance, is not left lying in the file.
        "secure_delete=ON",
        f"busy_timeout={may_wait_ms}",
    ):
        connection.execute(f"PRAGMA {pragma}").close()
    return connection
