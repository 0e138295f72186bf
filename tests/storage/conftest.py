"""Stores on SQLite and PostgreSQL for what only a database can get wrong."""

from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text

from storage.store import Store
from tests.school.postgres import a_database, a_school_database
from tests.school.stores import BOT, StoppedClock, a_sqlite_file


@pytest.fixture
def clock() -> StoppedClock:
    return StoppedClock()


@pytest.fixture(params=["sqlite", "postgres"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return the address of a database with the program's tables."""
    return a_sqlite_file(tmp_path) if request.param == "sqlite" else a_school_database()


@pytest.fixture
async def open_store(url: str, clock: StoppedClock) -> AsyncIterator[Callable[[], Store]]:
    """Return what opens one more store on the same database, as another process would."""
    opened: list[Store] = []

    def another() -> Store:
        opened.append(Store(url, clock, bot=BOT, synchronous="OFF"))
        return opened[-1]

    yield another
    for store in opened:
        await store.close()


@pytest.fixture
def store(open_store: Callable[[], Store]) -> Store:
    return open_store()


@pytest.fixture(params=["sqlite", "postgres"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return the address of a database without any table of ours in the schema used."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'empty.sqlite3'}"
    return an_empty_postgres(a_database())


def an_empty_postgres(server: str) -> str:
    """Make a fresh database on the server and return its address."""

    admin = create_engine(server, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text("DROP DATABASE IF EXISTS empty WITH (FORCE)"))
        connection.execute(text("CREATE DATABASE empty"))
    admin.dispose()
    return make_url(server).set(database="empty").render_as_string(hide_password=False)
