"""Each step by which a stranger's words are taken back is SQL of both databases."""

from pathlib import Path

import pytest
from sqlalchemy import Delete, Insert, Update

from core.ids import PersonId
from storage.breaches.sayings import TAKINGS
from storage.breaches.taking import Taking, known_to
from storage.store import Store
from tests.school.seed import Seed
from tests.school.stores import KINDS, NOW, StoppedClock, a_store, soil_of

ASKED = {"b_since": NOW, "b_now": NOW, "b_found": [10**9]}
ON_SQL = [one for one in KINDS if one != "memory"]


@pytest.fixture(params=ON_SQL)
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    opened = a_store(request.param, tmp_path, StoppedClock())
    assert isinstance(opened, Store)
    return opened


async def test_each_step_runs_and_touches_nothing_that_was_not_found(store: Store) -> None:
    seed = Seed()
    teacher: PersonId = seed.a_teacher()
    await seed.plant(soil_of(store))
    whose = {**ASKED, "b_who": teacher, "b_by": teacher}

    async with store.transaction() as tx:
        found = [(one.said, await one.take(tx.connection, whose)) for one in TAKINGS]
        touched = [
            (await tx.connection.execute(step, known_to(step, whose))).rowcount
            for step in steps(TAKINGS)
        ]
    await store.close()

    assert [one for one in found if one[1]] == []
    assert set(touched) <= {0, -1}


def steps(takings: tuple[Taking, ...]) -> list[Update | Delete | Insert]:
    return [step for one in takings for step in one.undo]
