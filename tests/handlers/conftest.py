"""The town in which the handlers' stories happen."""

import pytest

from tests.handlers.chat import Chat, Town


@pytest.fixture
async def town() -> Town:
    built = Town()
    await built.settle()
    return built


@pytest.fixture
async def mother(town: Town) -> Chat:
    """A mother of two."""
    return await town.known(town.mother)


@pytest.fixture
async def father(town: Town) -> Chat:
    """A father of one."""
    return await town.known(town.father)


@pytest.fixture
async def leader(town: Town) -> Chat:
    """The class teacher of 7А."""
    return await town.known(town.leader)
