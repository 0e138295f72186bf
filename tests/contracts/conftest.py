"""What each contract runs on: memory, SQLite and PostgreSQL, through the same doors."""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from pathlib import Path

import pytest

from storage.store import Store
from storage.transaction import Transaction
from tests.school import School, Seed
from tests.school.stores import KINDS, StoppedClock, a_store, soil_of


@pytest.fixture
def clock() -> StoppedClock:
    return StoppedClock()


@pytest.fixture(params=KINDS)
async def store(
    request: pytest.FixtureRequest, tmp_path: Path, clock: StoppedClock
) -> AsyncIterator[School | Store]:
    opened = a_store(request.param, tmp_path, clock)
    yield opened
    await opened.close()


@pytest.fixture
def seed() -> Seed:
    return Seed()


class Ground:
    """A seed and the store that it goes into."""

    def __init__(self, seed: Seed, store: School | Store) -> None:
        self.seed = seed
        self.store = store

    def turn(self) -> AbstractAsyncContextManager[Transaction]:
        return self.store.transaction()

    async def plant(self) -> None:
        await self.seed.plant(soil_of(self.store))


@pytest.fixture
def ground(seed: Seed, store: School | Store) -> Ground:
    return Ground(seed, store)
