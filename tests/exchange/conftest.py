"""Desks over SQLite and over a real PostgreSQL, each with a database of its own."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.exchange.builders import Desk, a_desk
from tests.school.postgres import a_school_database
from tests.school.stores import a_sqlite_file


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    """A desk over an empty SQLite file."""
    made = a_desk(a_sqlite_file(tmp_path), tmp_path)
    yield made
    await made.store.close()


@pytest.fixture
async def another_desk(tmp_path: Path) -> AsyncIterator[Desk]:
    """A desk over another empty SQLite file."""
    made = a_desk(a_sqlite_file(tmp_path, "another.sqlite3"), tmp_path)
    yield made
    await made.store.close()


@pytest.fixture(params=["sqlite", "postgres"])
async def any_desk(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Desk]:
    """A desk over each database."""
    url = a_school_database() if request.param == "postgres" else a_sqlite_file(tmp_path)
    made = a_desk(url, tmp_path)
    yield made
    await made.store.close()


@pytest.fixture
async def postgres_desk(tmp_path: Path) -> AsyncIterator[Desk]:
    """A desk over a PostgreSQL database, on which several write at once."""
    made = a_desk(a_school_database(), tmp_path)
    yield made
    await made.store.close()
