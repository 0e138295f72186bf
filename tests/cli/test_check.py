"""`zvonok check`: a log that was tampered with in the file is found, with its row."""

import asyncio
from pathlib import Path

import pytest
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


def test_a_row_that_was_taken_away_is_named(founded: Path, zvonok: Zvonok) -> None:
    logged()
    tampers(founded, "DELETE FROM consultations WHERE number = 2")

    done = zvonok("check")

    assert done.exit_code == 1
    assert "не хватает записи 2. Целы первые записи: 1" in done.output


def test_rows_that_were_cut_off_at_the_end_are_named(founded: Path, zvonok: Zvonok) -> None:
    logged()
    tampers(founded, "DELETE FROM consultations WHERE number > 1")

    at_once = zvonok("check")
    logged()
    later = zvonok("check")

    assert (at_once.exit_code, later.exit_code) == (1, 1)
    assert "не хватает записей 2–3. Целы первые записи: 1" in at_once.output
    assert "не хватает записей 2–3. Целы первые записи: 1" in later.output


def test_rows_that_change_places_are_found(founded: Path, zvonok: Zvonok) -> None:
    logged()
    tampers(founded, "UPDATE consultations SET number = -number WHERE number < 3")
    tampers(founded, "UPDATE consultations SET number = 3 + number WHERE number < 0")

    done = zvonok("check")

    assert done.exit_code == 1
    assert "повреждён в записи 1" in done.output


def test_a_log_whose_notes_were_cut_off_too_is_found_by_what_was_printed(
    founded: Path, zvonok: Zvonok
) -> None:
    logged()
    printed = zvonok("check").output.split()[-1]
    tampers(founded, "DELETE FROM consultations")
    tampers(founded, "DELETE FROM consultation_heads")
    logged()

    unaware, aware = zvonok("check"), zvonok("check", "--printed", f"3:{printed}")

    assert (unaware.exit_code, aware.exit_code) == (0, 1)
    assert "запись 3 журнала консультаций не та, что была сделана тогда" in aware.output


def test_an_older_backup_put_in_place_of_the_log_is_found(founded: Path, zvonok: Zvonok) -> None:
    logged()
    backup = founded.with_suffix(".backup")
    backup.write_bytes(founded.read_bytes())
    logged()
    printed = zvonok("check").output.split()[-1]
    older = f"ATTACH '{backup}' AS older"
    log = (
        "DELETE FROM consultations",
        "INSERT INTO consultations SELECT * FROM older.consultations",
    )
    with create_engine(f"sqlite:///{founded}").connect() as connection:
        for one in (older, *log):
            connection.execute(text(one))
        connection.commit()

    log_only = zvonok("check")
    founded.write_bytes(backup.read_bytes())
    whole_file = zvonok("check")
    with_paper = zvonok("check", "--printed", f"6:{printed}")

    assert "не хватает записей 4–6" in log_only.output
    assert "Записей: 3" in whole_file.output
    assert (whole_file.exit_code, with_paper.exit_code) == (0, 1)
    assert "не хватает записей 4–6" in with_paper.output


def test_rows_that_the_program_did_not_make_are_found(founded: Path, zvonok: Zvonok) -> None:
    logged()
    tampers(founded, "DELETE FROM consultation_heads")

    done = zvonok("check")

    assert done.exit_code == 1
    assert "начиная с 1, сделаны не программой" in done.output


@pytest.mark.parametrize("said", ["", "3", "3:xyz", "0:4f9a1c2203b7d5e1", "3:4f9a"])
def test_what_is_no_checksum_is_refused(founded: Path, zvonok: Zvonok, said: str) -> None:
    done = zvonok("check", "--printed", said)

    assert done.exit_code == 1
    assert "Укажите её, как в отчёте" in done.output


def test_a_school_that_is_not_there_is_refused(founded: Path, zvonok: Zvonok) -> None:
    done = zvonok("check", "--school", "другая")

    assert done.exit_code == 1
