"""`zvonok check`: a log that was tampered with in the file is found, with its row."""

import asyncio
from pathlib import Path

from sqlalchemy import create_engine, text

from bot.composition.database import opened
from bot.config import read_settings
from core.access.people import Role
from core.helpdesk.log.chain import Line, Recorded, chained
from core.helpdesk.topics import Topic
from core.helpdesk.values import Closing, Matter
from core.ids import SourceId
from tests.cli.conftest import Zvonok


def logged() -> None:
    """Write three consultations into the school's log."""

    async def write() -> None:
        async with opened(read_settings()) as store, store.transaction() as tx:
            (school,) = await tx.schools.all()
            line = Line(
                store.clock.now(),
                Recorded.CLOSED,
                SourceId("t"),
                Matter.QUESTION,
                Role.GUARDIAN,
                Topic.DIARY,
                SourceId("t1"),
                None,
                3,
                Closing.CONFIRMED,
            )
            head = await tx.consultations.head(school.id)
            await tx.consultations.append(school.id, chained(head, [line] * 3))

    asyncio.run(write())


def tampers(founded: Path, sql: str) -> None:
    with create_engine(f"sqlite:///{founded}").begin() as connection:
        connection.execute(text(sql))


def test_a_log_that_is_whole_passes(founded: Path, zvonok: Zvonok) -> None:
    logged()

    done = zvonok("check")

    assert done.exit_code == 0
    assert "журнал консультаций цел. Записей: 3" in done.output


def test_an_empty_log_passes(founded: Path, zvonok: Zvonok) -> None:
    done = zvonok("check")

    assert done.exit_code == 0
    assert "Записей: 0" in done.output


def test_a_row_that_was_changed_is_named(founded: Path, zvonok: Zvonok) -> None:
    logged()
    tampers(founded, "UPDATE consultations SET minutes = 1 WHERE number = 2")

    done = zvonok("check")

    assert done.exit_code == 1
    assert "повреждён в записи 2. Целы первые записи: 1" in done.output


def test_a_row_that_was_taken_away_is_noticed(founded: Path, zvonok: Zvonok) -> None:
    logged()
    tampers(founded, "DELETE FROM consultations WHERE number = 2")

    done = zvonok("check")

    assert done.exit_code == 1
    assert "повреждён в записи 3" in done.output


def test_a_school_that_is_not_there_is_refused(founded: Path, zvonok: Zvonok) -> None:
    done = zvonok("check", "--school", "другая")

    assert done.exit_code == 1
