"""A database that fails is told in two words; a fault of ours is not taken for one of them."""

import asyncio
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import make_url, text
from sqlalchemy.exc import DBAPIError

from core.trouble import BooksAway, Overtaken
from storage.store import Store
from storage.troubles import named_troubles
from tests.school.postgres import a_school_database
from tests.school.stores import BOT, StoppedClock

END_ALL = text(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
    "WHERE datname = current_database() AND pid <> pg_backend_pid()"
)
LOCK = text("SELECT pg_advisory_xact_lock(:key)")


async def test_two_that_wait_for_each_other_are_told_apart_by_who_was_overtaken() -> None:
    store = Store(a_school_database(), StoppedClock(), bot=BOT)
    first_has, second_has = asyncio.Event(), asyncio.Event()

    async def crossing(own: int, other: int, has: asyncio.Event, waits: asyncio.Event) -> None:
        async with store.transaction() as tx:
            await tx.connection.execute(LOCK, {"key": own})
            has.set()
            await waits.wait()
            await tx.connection.execute(LOCK, {"key": other})

    ended = await asyncio.gather(
        crossing(1, 2, first_has, second_has),
        crossing(2, 1, second_has, first_has),
        return_exceptions=True,
    )
    await store.close()

    assert sorted(type(one) for one in ended if one) == [Overtaken]


async def test_a_file_that_cannot_be_opened_is_away(tmp_path: Path) -> None:
    store = Store(f"sqlite:///{tmp_path / 'nowhere' / 'school.sqlite3'}", StoppedClock(), bot=BOT)

    with pytest.raises(BooksAway):
        async with store.transaction():
            pass

    await store.close()


async def test_a_server_that_is_not_there_is_away() -> None:
    url = make_url(a_school_database()).set(host="127.0.0.1", port=1)
    store = Store(url.render_as_string(hide_password=False), StoppedClock(), bot=BOT)

    with pytest.raises(BooksAway):
        async with store.reading():
            pass

    await store.close()


async def test_a_connection_that_the_server_ended_is_away() -> None:
    store = Store(a_school_database(), StoppedClock(), bot=BOT)

    with pytest.raises(BooksAway):
        await _cut_off(store)

    await store.close()


async def _cut_off(store: Store) -> None:
    async with store.transaction() as tx:
        await tx.connection.execute(text("SELECT 1"))
        async with store.transaction() as other:
            await other.connection.execute(END_ALL)
        await tx.connection.execute(text("SELECT 1"))


def test_a_file_that_another_writes_is_away_on_the_hot_paths_too(tmp_path: Path) -> None:
    file = tmp_path / "school.sqlite3"
    writer, waits = sqlite3.connect(file, timeout=0), sqlite3.connect(file, timeout=0)
    writer.execute("BEGIN IMMEDIATE")

    with pytest.raises(BooksAway), named_troubles():
        waits.execute("BEGIN IMMEDIATE")

    writer.close()
    waits.close()


async def test_a_statement_of_ours_that_is_wrong_stays_what_it_is(store: Store) -> None:
    with pytest.raises(DBAPIError):
        async with store.transaction() as tx:
            await tx.connection.execute(text("SELECT nothing FROM nowhere"))
