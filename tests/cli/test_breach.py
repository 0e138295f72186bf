"""`zvonok breach`: on a real file, in a process of its own and in this one."""

import asyncio
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from bot.composition.database import opened
from bot.composition.desk import facts_of
from bot.config import read_settings
from core.ids import MarkId, PersonId
from core.journal.marking import CorrectMark
from core.journal.values import MarkValue
from tests.cli.conftest import Zvonok
from tests.exchange.builders import Files
from tests.stories.bundle import a_school

VOID = "отметка · Лугова Яна · Алгебра · 16 ноября: было 2, стоит 4"


def asked(founded: Path, sql: str) -> list[tuple[object, ...]]:
    with create_engine(f"sqlite:///{founded}").connect() as connection:
        return [tuple(row) for row in connection.execute(text(sql))]


@pytest.fixture
def corrected(founded: Path) -> Path:
    """Let who holds the teacher's account make a two of a four."""

    async def correct() -> None:
        async with opened(read_settings()) as store, store.transaction() as tx:
            ((mark,),) = asked(founded, "SELECT id FROM marks WHERE source = 'm1'")
            ((teacher,),) = asked(founded, "SELECT id FROM persons WHERE source = 't1'")
            correct = CorrectMark(tx.markbook, facts_of(tx), store.clock)
            await correct(PersonId(teacher), MarkId(mark), value=MarkValue("2"))

    asyncio.run(correct())
    return founded


def value_of_mark(founded: Path) -> object:
    ((value,),) = asked(founded, "SELECT value FROM marks WHERE source = 'm1'")
    return value


def test_a_process_voids_what_was_done_and_lists_it_for_repair(corrected: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bot", "breach", "t1", "11:00"],
        capture_output=True,
        text=True,
        env=dict(os.environ) | {"PYTHONPATH": str(Path(__file__).parents[2])},
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert "Отменено записей: 1." in done.stdout
    assert VOID in done.stdout
    assert "До 23 ноября включительно сообщите о взломе" in done.stdout
    assert VOID not in done.stderr
    assert value_of_mark(corrected) == "4"
    assert asked(corrected, "SELECT voided FROM breaches") == [(1,)]


def test_a_dry_run_shows_the_same_and_changes_nothing(zvonok: Zvonok, corrected: Path) -> None:
    done = zvonok("breach", "t1", "20.11", "--dry-run")

    assert done.exit_code == 0
    assert VOID in done.stdout
    assert "Это только просмотр: ничего не изменилось." in done.stdout
    assert value_of_mark(corrected) == "2"
    assert asked(corrected, "SELECT id FROM breaches") == []


def test_what_is_done_twice_changes_nothing_more(zvonok: Zvonok, corrected: Path) -> None:
    zvonok("breach", "t1", "11:00")

    done = zvonok("breach", "t1", "11:00")

    assert done.exit_code == 0
    assert asked(corrected, "SELECT voided FROM breaches") == [(1,)]


def test_a_person_is_found_by_name_and_the_reporter_stands_in_the_record(
    zvonok: Zvonok, corrected: Path
) -> None:
    done = zvonok("breach", "Лугов Марк", "11:00", "--by", "дальняя ольга")

    ((by, of),) = asked(
        corrected,
        "SELECT r.source, p.source FROM breaches b JOIN persons r ON r.id = b.by_id"
        " JOIN persons p ON p.id = b.person_id",
    )
    assert done.exit_code == 0
    assert (by, of) == ("x1", "g2")
    assert "Отменено записей: 0." in done.stdout


def two_of_one_name() -> Files:
    return a_school().change("users", "x1", givenName="Марк", familyName="Лугов")


def test_of_two_with_one_name_the_id_is_asked(
    zvonok: Zvonok, founded: Path, bundle: Callable[[Files], str]
) -> None:
    zvonok("import", bundle(two_of_one_name()))

    done = zvonok("breach", "Марк Лугов", "11:00")

    assert (done.exit_code, done.stdout) == (1, "")
    assert "Назовите одного по id: g2 | x1" in done.stderr


def test_a_person_whom_nobody_knows_is_named(zvonok: Zvonok, founded: Path) -> None:
    done = zvonok("breach", "g99", "11:00")

    assert (done.exit_code, done.stdout) == (1, "")
    assert "Человека с id g99 в этой школе нет." in done.stderr


@pytest.mark.parametrize("since", ["13:00", "21.11.2026", "19.11.2024", "31.02", "вчера", ""])
def test_a_moment_that_is_none_or_to_come_or_long_past_is_refused(
    zvonok: Zvonok, founded: Path, since: str
) -> None:
    done = zvonok("breach", "t1", since)

    assert (done.exit_code, done.stdout) == (1, "")
    assert "Такого момента нет" in done.stderr
    assert asked(founded, "SELECT id FROM breaches") == []


def test_it_speaks_english_too(
    zvonok: Zvonok, founded: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ZVONOK_LANGUAGE", "en")

    done = zvonok("breach", "t1", "11:00")

    assert done.stdout.startswith("Shut out: ")
