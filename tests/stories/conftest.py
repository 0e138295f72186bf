"""A town for each test: the school's database is copied, the rest is made anew."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from sandbox.engine import Telegram
from tests.botapi_schema import schema_path, watched
from tests.school.postgres import a_copy_of_database
from tests.stories.town import (
    MovingClock,
    Town,
    a_copy_of,
    a_founded_database,
    a_founded_school,
    a_town,
)

ON_BOTH = pytest.mark.parametrize("town", ["sqlite", "postgres"], indirect=True)


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return a_founded_school(tmp_path_factory.mktemp("town"))


@pytest.fixture(scope="session")
def template_database(tmp_path_factory: pytest.TempPathFactory) -> str:
    return a_founded_database(tmp_path_factory.mktemp("town"))


@pytest.fixture
async def town(
    request: pytest.FixtureRequest, template: Path, tmp_path: Path
) -> AsyncIterator[Town]:
    """A town on SQLite, or on the database that the test names; every request is checked."""
    clock = MovingClock()
    if getattr(request, "param", "sqlite") == "postgres":
        url = a_copy_of_database(request.getfixturevalue("template_database"), "town")
    else:
        url = a_copy_of(template, tmp_path)
    telegram = Telegram(clock.now, limits=None)
    conformance = watched(telegram) if schema_path().is_file() else None
    async with a_town(url, tmp_path, clock, telegram) as made:
        yield made
    assert conformance is None or conformance.faults == []
