"""An import holds others up only while it writes, and what they wrote meanwhile stands.

On PostgreSQL others write even while it writes: then it begins anew.
"""

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

import pytest
from sqlalchemy import create_engine, text

from core.exchange.faults import ClashReason
from core.exchange.import_bundle import Counts, ImportReport
from core.trouble import Overtaken
from storage.exchange.calls import import_bundle
from storage.store import Store
from storage.transaction import Transaction
from tests.exchange.builders import Desk, Files, Heard, StillClock, lines

TINY = Files()


@contextmanager
def _somebody_writes(desk: Desk) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(desk.folder / "zvonok.sqlite3")) as other:
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


A_MARK = """
UPDATE marks SET value = '2', changed_at = '2026-11-20 12:00:01+00',
    origin_id = (SELECT id FROM persons WHERE source = 't1')
WHERE source = 'm1'
"""
A_TICK = """
INSERT INTO homework_done (school_id, lesson_id, pupil_id, text, done_at)
SELECT lessons.school_id, lessons.id, persons.id, '§ 13', '2026-11-20 12:00:01+00'
FROM lessons JOIN persons ON persons.source = 'p1' WHERE lessons.source = 'l1'
"""


async def _is_overtaken_by(desk: Desk, statement: str, files: Files) -> ImportReport:
    """Take files in; somebody commits after they were compared and before they are written."""
    meanwhile = [statement]

    def listen(_: Transaction) -> Heard:
        while meanwhile:
            engine = create_engine(desk.store.url)
            with engine.begin() as other:
                other.execute(text(meanwhile.pop()))
            engine.dispose()
        return desk.heard

    path = files.write(desk.folder)
    return await import_bundle(desk.store, path, clock=StillClock(), facts_for=listen)


async def test_what_is_written_while_an_import_writes_stands(postgres_desk: Desk) -> None:
    await postgres_desk.takes(TINY)
    later = TINY.change("results", "m1", score="5").change("results", "m2", textScore="5/5")

    report = await _is_overtaken_by(postgres_desk, A_MARK, later)

    async with postgres_desk.store.reading() as tx:
        asked = text("SELECT value FROM marks WHERE source = 'm1'")
        value = (await tx.connection.execute(asked)).scalar()
    assert [(one.source, one.reason) for one in report.clashes] == [("m1", ClashReason.DIFFERS)]
    assert (report.counts, value) == ({"results": Counts(changed=1)}, "2")


async def test_what_is_entered_while_an_import_enters_it_stands(postgres_desk: Desk) -> None:
    await postgres_desk.takes(TINY)
    header = "sourcedId|lessonSourcedId|studentSourcedId|homework|recordedAt"
    ticks = lines(header, "a|l1|p1|§ 12|2026-11-20T12:00:00Z", "b|l2|p1|§ 12|2026-11-20T12:00:00Z")

    report = await _is_overtaken_by(postgres_desk, A_TICK, TINY.with_rows("x_homeworkDone", ticks))

    assert [(one.source, one.reason) for one in report.clashes] == [("l1/p1", ClashReason.DIFFERS)]
    assert report.counts == {"x_homeworkDone": Counts(new=1)}


async def test_a_transaction_of_one_moment_does_not_write_over_others(
    postgres_desk: Desk,
) -> None:
    await postgres_desk.takes(TINY)

    with pytest.raises(Overtaken):
        await _write_over_others(postgres_desk.store)


async def _write_over_others(store: Store) -> None:
    async with store.transaction(one_moment=True) as tx:
        await tx.connection.execute(text("SELECT count(*) FROM marks"))
        async with store.transaction() as other:
            await other.connection.execute(text(A_MARK))
        await tx.connection.execute(text("UPDATE marks SET value = '5' WHERE source = 'm1'"))


async def test_a_transaction_of_one_moment_sees_that_moment(postgres_desk: Desk) -> None:
    await postgres_desk.takes(TINY)
    store, asked = postgres_desk.store, text("SELECT value FROM marks WHERE source = 'm1'")

    async with store.transaction(one_moment=True) as tx:
        before = (await tx.connection.execute(asked)).scalar()
        async with store.transaction() as other:
            await other.connection.execute(text(A_MARK))
        after = (await tx.connection.execute(asked)).scalar()

    assert (before, after) == ("4", "4")
