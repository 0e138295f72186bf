"""Another process's commit is heard of within a fraction of a second."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest

from storage.store import Store
from storage.waking import watch
from tests.storage.test_store import a_draft


@asynccontextmanager
async def watching(store: Store) -> AsyncIterator[asyncio.Event]:
    heard = asyncio.Event()
    watcher = asyncio.ensure_future(watch(store.backend, heard.set))
    await asyncio.wait_for(heard.wait(), 5)
    heard.clear()
    yield heard
    watcher.cancel()
    await asyncio.gather(watcher, return_exceptions=True)


async def test_a_commit_of_another_process_is_heard(open_store: Callable[[], Store]) -> None:
    here, there = open_store(), open_store()
    draft = await a_draft(there)

    async with watching(here) as heard:
        async with there.transaction() as tx:
            await tx.outbox.put([draft])
        await asyncio.wait_for(heard.wait(), 1)

    assert heard.is_set()


async def test_who_begins_to_listen_is_called_at_once(store: Store) -> None:
    heard = asyncio.Event()
    watcher = asyncio.ensure_future(watch(store.backend, heard.set))

    await asyncio.wait_for(heard.wait(), 5)
    watcher.cancel()
    await asyncio.gather(watcher, return_exceptions=True)

    assert heard.is_set()


async def test_nothing_is_heard_where_nothing_happens(store: Store) -> None:
    async with watching(store) as heard:
        await asyncio.sleep(0.5)

    assert not heard.is_set()


# A file has no connection to lose.
@pytest.mark.parametrize("url", ["postgres"], indirect=True)
async def test_a_lost_connection_is_made_anew(open_store: Callable[[], Store]) -> None:
    here, there = open_store(), open_store()
    draft = await a_draft(there)

    async with watching(here) as heard:
        async with there.transaction() as tx:
            await tx.connection.exec_driver_sql(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE query LIKE 'LISTEN%%' AND pid <> pg_backend_pid()"
            )
        await asyncio.wait_for(heard.wait(), 5)
        heard.clear()
        async with there.transaction() as tx:
            await tx.outbox.put([draft])
        await asyncio.wait_for(heard.wait(), 1)

    assert heard.is_set()
