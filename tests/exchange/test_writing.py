"""An import holds others up only while it writes, and what they wrote meanwhile stands."""

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

from sqlalchemy import text

from core.exchange.faults import ClashReason
from core.exchange.import_bundle import Counts
from tests.exchange.builders import Desk, Files

TINY = Files()


@contextmanager
def _somebody_writes(desk: Desk) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(desk.folder / "school.sqlite3")) as other:
        other.execute("BEGIN IMMEDIATE")
        yield other


async def test_an_import_that_changes_nothing_waits_for_nobody(desk: Desk) -> None:
    await desk.takes(TINY)

    with _somebody_writes(desk):
        report = await asyncio.wait_for(desk.takes(TINY), 10)

    assert (report.counts, report.faults) == ({}, ())


async def test_what_was_written_since_the_school_was_read_stands(desk: Desk) -> None:
    await desk.takes(TINY)
    later = TINY.change("results", "m1", score="5").change("results", "m2", textScore="5/5")

    with _somebody_writes(desk) as other:
        other.execute(
            "UPDATE marks SET value = '2', changed_at = '2026-11-20 12:00:01.000000',"
            " origin_id = (SELECT id FROM persons WHERE source = 't1') WHERE source = 'm1'"
        )
        importing = asyncio.ensure_future(desk.takes(later))
        await asyncio.sleep(0.7)
        other.commit()
        report = await importing

    async with desk.store.reading() as tx:
        value = (
            await tx.connection.execute(text("SELECT value FROM marks WHERE source = 'm1'"))
        ).scalar()
    assert [(one.source, one.reason) for one in report.clashes] == [("m1", ClashReason.DIFFERS)]
    assert (report.counts, value) == ({"results": Counts(changed=1)}, "2")
