"""A turn commits as a whole or not at all, whoever else writes and whatever interrupts it."""

import asyncio
import multiprocessing
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from core.ids import PersonId, PupilId
from core.notices.ledger import Change, Draft, NoticeKind
from storage.store import Store
from tests.school import Seed
from tests.school.sql import SqlSoil
from tests.school.stores import BOT, NOW, StoppedClock, a_sqlite_file


async def kept(store: Store) -> list[int]:
    async with store.reading() as tx:
        return [one.update_id for one in await tx.inbox.pending(100)]


async def accept(store: Store, number: int, *, thinking: float = 0.0) -> None:
    async with store.transaction() as tx:
        await tx.inbox.accept([(number, 1, "raw")], NOW)
        await asyncio.sleep(thinking)


async def a_draft(store: Store) -> Draft:
    seed = Seed()
    pupil = seed.a_pupil()
    await seed.plant(SqlSoil(store))
    return Draft(
        school=seed.school,
        recipient=PersonId(pupil),
        about=PupilId(pupil),
        kind=NoticeKind.HOMEWORK,
        subject=1,
        change=Change.NEW,
        happened_at=NOW,
    )


async def test_writers_of_one_process_and_of_another_all_get_through(
    open_store: Callable[[], Store],
) -> None:
    here, there = open_store(), open_store()

    await asyncio.gather(
        *(accept(here, number, thinking=0.002) for number in range(20)),
        *(accept(there, number, thinking=0.002) for number in range(20, 40)),
    )

    assert await kept(here) == list(range(40))


async def test_a_reader_is_not_held_up_and_sees_only_what_was_committed(store: Store) -> None:
    async with store.transaction() as tx:
        await tx.inbox.accept([(1, 1, "raw")], NOW)
        meanwhile = await asyncio.wait_for(kept(store), 1)

    assert meanwhile == []
    assert await kept(store) == [1]


async def test_a_reading_sees_one_moment(store: Store) -> None:
    async with store.reading() as tx:
        before = await tx.inbox.pending(10)
        await accept(store, 1)
        after = await tx.inbox.pending(10)

    assert list(before) == list(after) == []


async def test_a_cancelled_turn_leaves_nothing_and_holds_up_nobody(store: Store) -> None:
    turn = asyncio.ensure_future(accept(store, 1, thinking=60))
    await asyncio.sleep(0.05)
    turn.cancel()
    with pytest.raises(asyncio.CancelledError):
        await turn

    await accept(store, 2)

    assert await kept(store) == [2]


async def test_a_turn_cancelled_at_any_moment_is_kept_whole_or_not_at_all(store: Store) -> None:
    async def both(number: int) -> None:
        async with store.transaction() as tx:
            await tx.inbox.accept([(number, 1, "raw")], NOW)
            await tx.inbox.accept([(number + 1, 1, "raw")], NOW)

    for moment in range(30):
        turn = asyncio.ensure_future(both(moment * 2))
        for _ in range(moment):
            await asyncio.sleep(0)
        turn.cancel()
        await asyncio.gather(turn, return_exceptions=True)

    found = await kept(store)
    assert {number ^ 1 for number in found} == set(found)


async def test_a_commit_that_gave_the_outbox_rows_is_heard_of(store: Store) -> None:
    heard: list[str] = []
    draft = await a_draft(store)
    store.on_commit.append(lambda: heard.append("news"))

    await accept(store, 1)
    after_other_things = list(heard)
    async with store.transaction() as tx:
        await tx.outbox.put([draft])
        before_commit = list(heard)

    assert (after_other_things, before_commit, heard) == ([], [], ["news"])


async def test_a_turn_rolled_back_is_not_heard_of(store: Store) -> None:
    heard: list[str] = []
    draft = await a_draft(store)
    store.on_commit.append(lambda: heard.append("news"))

    with pytest.raises(RuntimeError):
        await put_and_fail(store, draft)

    assert heard == []


async def put_and_fail(store: Store, draft: Draft) -> None:
    async with store.transaction() as tx:
        await tx.outbox.put([draft])
        raise RuntimeError


def _write_for_ever(url: str, first: int) -> None:
    async def write() -> None:
        store = Store(url, StoppedClock(), bot=BOT)
        for number in range(first, first + 1_000_000):
            async with store.transaction() as tx:
                await tx.inbox.accept([(2 * number, 1, "raw")], NOW)
                await tx.inbox.accept([(2 * number + 1, 1, "raw")], NOW)

    asyncio.run(write())


def _written(path: Path) -> tuple[int, int]:
    with closing(sqlite3.connect(path)) as connection:
        asked = "SELECT count(*), count(DISTINCT update_id / 2) FROM inbox"
        rows, turns = connection.execute(asked).fetchone()
    return rows, turns


def test_a_killed_writer_leaves_no_half_of_a_turn(tmp_path: Path) -> None:
    url = a_sqlite_file(tmp_path)
    path = tmp_path / "zvonok.sqlite3"
    for life in range(3):
        before, _ = _written(path)
        spawned = multiprocessing.get_context("spawn")
        writer = spawned.Process(target=_write_for_ever, args=(url, life * 1_000_000))
        writer.start()
        while _written(path)[0] < before + 20:
            time.sleep(0.01)
        writer.kill()
        writer.join()

    rows, turns = _written(path)
    assert rows == 2 * turns
