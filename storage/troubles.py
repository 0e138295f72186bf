"""A database's many ways to fail, in two words that the program knows: overtaken, and away."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnection

from core.trouble import BooksAway, Overtaken

_OVERTAKEN: Final = frozenset({"40001", "40P01", "23505"})
"""PostgreSQL's codes: what was read has changed since, a deadlock, a key that is taken since."""
_AWAY: Final = ("08", "53", "57", "58")
"""PostgreSQL's classes: no connection, no resources, shut down, the system."""
_BUSY: Final = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_CANTOPEN,
    }
)
_PRIMARY: Final = 0xFF
"""SQLite's extended codes hold the primary one in their lowest byte."""


@contextmanager
def named_troubles() -> Iterator[None]:
    """Raise Overtaken and BooksAway for what they mean; a fault of the program stays as it is."""
    try:
        yield
    except NoConnection as failed:
        raise BooksAway from failed
    except DBAPIError as failed:
        if _is_overtaken(failed.orig):
            raise Overtaken from failed
        if failed.connection_invalidated or _is_out_of_reach(failed) or _is_away(failed.orig):
            raise BooksAway from failed
        raise
    except sqlite3.Error as failed:
        # Statements of the hot paths go past SQLAlchemy.
        if _is_away(failed):
            raise BooksAway from failed
        raise


def _is_overtaken(failed: BaseException | None) -> bool:
    return getattr(failed, "sqlstate", None) in _OVERTAKEN


def _is_out_of_reach(failed: DBAPIError) -> bool:
    """Say whether a server was not there at all: then it gave no code."""
    was_lite = isinstance(failed.orig, sqlite3.Error)
    operation = isinstance(failed, OperationalError) and not was_lite
    return operation and getattr(failed.orig, "sqlstate", None) is None


def _is_away(failed: BaseException | None) -> bool:
    if isinstance(failed, sqlite3.Error):
        return getattr(failed, "sqlite_errorcode", 0) & _PRIMARY in _BUSY
    state = getattr(failed, "sqlstate", None)
    return state is not None and state.startswith(_AWAY)
