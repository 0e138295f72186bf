"""Statements that go straight to the driver: lists of any length, and few plans kept."""

from typing import Any, Final

import pytest
from sqlalchemy import bindparam, select

from storage import quick
from storage.quick import PLANS, rows_of
from storage.store import Store
from storage.tables import SchoolRow
from tests.school import Seed
from tests.school.sql import SqlSoil

_OF_IDS: Final = select(SchoolRow.id).where(SchoolRow.id.in_(bindparam("ids", expanding=True)))


async def found(store: Store, asked: dict[str, Any]) -> list[int]:
    async with store.reading() as tx:
        return [row[0] for row in await rows_of(tx.connection, _OF_IDS, asked)]


@pytest.mark.parametrize("others", [0, 1, 7])
async def test_a_list_of_any_length_is_asked_for(store: Store, others: int) -> None:
    seed = Seed()
    await seed.plant(SqlSoil(store))

    ids = [*range(others), int(seed.school)]

    assert await found(store, {"ids": ids}) == [seed.school]
    assert await found(store, {"ids": []}) == []


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
async def test_however_many_lengths_come_few_plans_are_kept(store: Store) -> None:
    async with store.reading() as tx:
        for length in range(PLANS + 20):
            await rows_of(tx.connection, _OF_IDS, {"ids": list(range(length))})

    assert quick._planned.cache_info().currsize == PLANS
