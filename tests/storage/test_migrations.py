"""The schema goes up, down and up again, and is then what the tables say."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from threading import Timer
from typing import TypeVar

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, inspect, select, text

from storage.migrations import downgrade, newest, upgrade
from storage.migrations.running import HERE
from storage.tables import PeriodMarkRow, metadata

T = TypeVar("T")


def asked(url: str, question: Callable[[Connection], T]) -> T:
    engine = create_engine(url)
    with engine.connect() as connection:
        answer = question(connection)
    engine.dispose()
    return answer


def tables(connection: Connection) -> set[str]:
    return set(inspect(connection).get_table_names()) - {"alembic_version"}


def differences(connection: Connection) -> list[object]:
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    return list(compare_metadata(context, metadata))


def test_up_down_and_up_again_gives_the_tables_of_the_program(empty_url: str) -> None:
    upgrade(empty_url)
    downgrade(empty_url, "base")
    after_down = asked(empty_url, tables)
    upgrade(empty_url)

    assert after_down == set()
    assert asked(empty_url, tables) == set(metadata.tables)
    assert asked(empty_url, differences) == []


def numbers_said(connection: Connection) -> list[int]:
    return list(connection.execute(text("SELECT number FROM excuse_lessons ORDER BY 1")).scalars())


def test_what_was_said_of_a_whole_day_is_not_said_of_lesson_zero(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'school.db'}"
    upgrade(url, "0003")
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(
            text(
                "INSERT INTO excuse_lessons (school_id, excuse_id, day, number) "
                "VALUES (1, 1, '2026-11-20', 0), (1, 1, '2026-11-21', 3)"
            )
        )
    engine.dispose()

    upgrade(url)
    up = asked(url, numbers_said)
    downgrade(url, "0003")

    assert (up, asked(url, numbers_said)) == ([-1, 3], [0, 3])


def test_of_final_marks_of_before_only_those_never_put_right_are_known_since_their_stamp(
    tmp_path: Path,
) -> None:
    url = f"sqlite:///{tmp_path / 'school.db'}"
    upgrade(url, "0003")
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(
            text(
                "INSERT INTO period_marks (id, school_id, source, period_id, course_id, pupil_id, "
                "kind, value, changed_at) VALUES "
                "(1, 1, 'a', 1, 1, 1, 'period', '4', '2026-11-20 09:00:00.000000'), "
                "(2, 1, 'b', 1, 1, 2, 'period', '5', '2026-11-20 09:00:00.000000')"
            )
        )
        connection.execute(
            text(
                "INSERT INTO period_mark_history (school_id, period_mark_id, at, before, value) "
                "VALUES (1, 2, '2026-11-20 09:00:00.000000', '4', '5')"
            )
        )
    engine.dispose()

    upgrade(url)

    assert asked(url, known_since) == [
        datetime(2026, 11, 20, 9, tzinfo=UTC),
        datetime(1970, 1, 1, tzinfo=UTC),
    ]


def known_since(connection: Connection) -> list[datetime]:
    asked_of = select(PeriodMarkRow.set_at).order_by(PeriodMarkRow.id)
    return list(connection.execute(asked_of).scalars())


def test_on_the_way_down_lesson_zero_never_turns_into_the_whole_day(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'school.db'}"
    upgrade(url)
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(
            text(
                "INSERT INTO excuses (id, school_id, pupil_id, guardian_id, kind, word, "
                "file_kind, file, state, claimed_at, verdict, document) VALUES "
                "(1, 1, 1, 2, 'illness', '', '', '', 'waiting', '2026-11-20', '', ''), "
                "(2, 1, 1, 2, 'illness', '', '', '', 'waiting', '2026-11-20', '', '')"
            )
        )
        connection.execute(
            text(
                "INSERT INTO excuse_lessons (school_id, excuse_id, day, number) VALUES "
                "(1, 1, '2026-11-20', 0), (1, 2, '2026-11-21', 0), (1, 2, '2026-11-21', 3)"
            )
        )
    engine.dispose()

    downgrade(url, "0003")

    assert asked(url, numbers_said) == [3]
    assert asked(url, excuses_kept) == [2]


def excuses_kept(connection: Connection) -> list[int]:
    return list(connection.execute(text("SELECT id FROM excuses ORDER BY 1")).scalars())


def test_a_database_that_is_up_to_date_stays_as_it_is(empty_url: str) -> None:
    upgrade(empty_url)
    upgrade(empty_url)

    assert asked(empty_url, differences) == []


def test_the_last_file_is_the_newest_revision() -> None:
    scripts = ScriptDirectory(str(HERE))

    assert list(scripts.get_heads()) == [newest()]


def test_a_file_that_is_up_to_date_needs_no_turn_at_writing(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/zvonok.sqlite3"
    upgrade(url)

    with closing(sqlite3.connect(tmp_path / "zvonok.sqlite3")) as writer:
        writer.execute("BEGIN IMMEDIATE")
        upgrade(url)

    assert asked(url, differences) == []


def test_an_upgrade_waits_for_who_writes(tmp_path: Path) -> None:
    path = tmp_path / "zvonok.sqlite3"
    with closing(sqlite3.connect(path, check_same_thread=False)) as writer:
        writer.execute("PRAGMA journal_mode=WAL")
        writer.execute("BEGIN IMMEDIATE")
        done = Timer(0.3, writer.rollback)
        done.start()
        upgrade(f"sqlite:///{path}")
        done.join()

    assert asked(f"sqlite:///{path}", tables) == set(metadata.tables)


def test_the_address_of_an_asynchronous_driver_will_do(empty_url: str) -> None:
    upgrade(empty_url.replace("sqlite:", "sqlite+aiosqlite:"))

    assert asked(empty_url, tables) == set(metadata.tables)
