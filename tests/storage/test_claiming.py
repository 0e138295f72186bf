"""What a claim costs: as many statements whoever chose what, and no walk through the ledger."""

from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from core.ids import PersonId
from core.notices.ledger import Lane
from core.notices.preferences import CHOSE_NOTHING, Nights, Timing, Topic
from core.notices.timing import Opening
from storage.transaction import Transaction
from tests.contracts.conftest import Ground
from tests.contracts.test_outbox import LEASE, MOSCOW, Family
from tests.school.seed import Seed
from tests.school.stores import NOW, StoppedClock, a_store

PEOPLE, ROWS = 12, 8
LOOK_AT_NOTHING = 2
"""What rested is roused; nothing is ready."""

LOOK_AND_CLAIM = 5
"""What rested is roused, something is ready, whose turn it is, their rows, and the claim."""


class Crowd(Family):
    """Many guardians of a pupil, for each of whom rows wait."""

    def __init__(self, seed: Seed) -> None:
        super().__init__(seed)
        self.guardians: list[PersonId] = [seed.a_guardian(self.pupil) for _ in range(PEOPLE)]

    async def hears(self, tx: Transaction) -> None:
        await tx.outbox.put(
            [
                self.draft(recipient=one, subject=subject)
                for one in self.guardians
                for subject in range(ROWS)
            ]
        )

    async def looks(self, tx: Transaction, *, night: bool = False) -> int:
        """Claim as the relay does; return how many batches there were."""
        lane = Lane.ALERT if night else Lane.BROADCAST
        opening = Opening(self.school, NOW, lane, MOSCOW)
        return len(await tx.outbox.claim([opening], now=NOW, lease=LEASE, most=PEOPLE))


@pytest.fixture
async def ground(tmp_path: Path) -> AsyncIterator[Ground]:
    store = a_store("sqlite", tmp_path, StoppedClock())
    yield Ground(Seed(), store)
    await store.close()


@contextmanager
def heard(tx: Transaction) -> Iterator[list[str]]:
    """Hear each statement as the database runs it."""
    statements: list[str] = []
    _sqlite_of(tx).set_trace_callback(statements.append)
    yield statements
    _sqlite_of(tx).set_trace_callback(None)


def _sqlite_of(tx: Transaction) -> Any:
    return tx.connection.sync_connection.connection.driver_connection._connection  # type: ignore[union-attr]  # it is open


async def test_a_claim_asks_the_same_however_many_rows_wait(ground: Ground) -> None:
    crowd = Crowd(ground.seed)
    await ground.plant()

    async with ground.turn() as tx:
        await crowd.hears(tx)
        with heard(tx) as statements:
            claimed = await crowd.looks(tx)

    assert claimed == PEOPLE
    assert len(statements) == LOOK_AND_CLAIM


async def test_what_rests_costs_a_look_nothing(ground: Ground) -> None:
    crowd = Crowd(ground.seed)
    await ground.plant()
    weekly = CHOSE_NOTHING.timed(Topic.HOMEWORK, Timing.WEEKLY)

    async with ground.turn() as tx:
        for one in crowd.guardians:
            await tx.preferences.keep(crowd.school, one, weekly, at=NOW)
        await crowd.hears(tx)
        await crowd.looks(tx)
        with heard(tx) as statements:
            claimed = await crowd.looks(tx)

    assert claimed == 0
    assert len(statements) == LOOK_AT_NOTHING


@pytest.mark.parametrize("night", [False, True])
async def test_a_claim_reads_the_ledger_by_an_index_only(ground: Ground, *, night: bool) -> None:
    crowd = Crowd(ground.seed)
    await ground.plant()
    awake = CHOSE_NOTHING.with_nights(Nights.NONE)

    async with ground.turn() as tx:
        await tx.preferences.keep(crowd.school, crowd.guardians[0], awake, at=NOW)
        await crowd.hears(tx)
        with heard(tx) as statements:
            await crowd.looks(tx, night=night)
        plans = [
            step[3]
            for one in statements
            for step in _sqlite_of(tx).execute(f"EXPLAIN QUERY PLAN {one}")
        ]

    walks = [step for step in plans if "outbox" in step and "USING" not in step]
    assert len(statements) == LOOK_AND_CLAIM
    assert walks == []
