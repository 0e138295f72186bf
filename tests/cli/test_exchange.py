"""`zvonok import` and `zvonok export`: what they print, and how they end."""

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from bot.exchange import FAULTS
from core.exchange.faults import FaultCode
from tests.cli.conftest import Zvonok
from tests.exchange.builders import Files
from tests.stories.bundle import a_school, a_second_school, after_the_control

Bundle = Callable[[Files], str]


def count(file: Path, table: str) -> int:
    with closing(sqlite3.connect(file)) as connection:
        return len(connection.execute(f"SELECT id FROM {table}").fetchall())  # noqa: S608 - ours


def test_a_first_import_makes_the_database_and_tells_nobody(
    zvonok: Zvonok, bundle: Bundle
) -> None:
    done = zvonok("import", bundle(a_school()))

    assert done.exit_code == 0
    assert "Школа: Школа «Заречная»" in done.stdout
    assert re.search("results.*: новых 5, изменено 0, убрано 0", done.stdout)
    assert "Первый импорт: семьям ничего не рассылается." in done.stdout


def test_a_second_import_says_what_changed(zvonok: Zvonok, bundle: Bundle, founded: Path) -> None:
    done = zvonok("import", bundle(after_the_control()))

    assert done.exit_code == 0
    assert "новых 1, изменено 1, убрано 1" in done.stdout


def test_the_same_bundle_twice_says_that_nothing_changed(
    zvonok: Zvonok, bundle: Bundle, founded: Path
) -> None:
    done = zvonok("import", bundle(a_school()))

    assert done.exit_code == 0
    assert "Всё уже так и есть: ничего не изменилось." in done.stdout


def test_a_dry_run_says_what_would_change_and_changes_nothing(
    zvonok: Zvonok, bundle: Bundle, founded: Path
) -> None:
    before = count(founded, "marks")

    done = zvonok("import", "--dry-run", bundle(after_the_control()))

    assert done.exit_code == 0
    assert "Пробный прогон: ничего не записано." in done.stdout
    assert count(founded, "marks") == before


def test_every_fault_is_named_with_file_line_and_column_and_nothing_is_written(
    zvonok: Zvonok, bundle: Bundle, founded: Path
) -> None:
    before = count(founded, "marks")
    broken = (
        a_school()
        .change("results", "m1", score="7")
        .change("results", "m2", studentSourcedId="nobody")
        .change("lineItems", "w1", assignDate="2031-01-01")
    )

    done = zvonok("import", bundle(broken))

    assert done.exit_code == 1
    assert "В файлах 3 ошибки. Ничего не изменилось." in done.stderr
    assert "results.csv, строка 2, столбец score: " in done.stderr
    assert "results.csv, строка 3, столбец studentSourcedId: ссылка ведёт к записи" in done.stderr
    assert "lineItems.csv, строка 2, столбец assignDate: дата вне учебного года" in done.stderr
    assert done.stdout == ""
    assert count(founded, "marks") == before


def test_a_fault_of_a_whole_file_is_named_without_a_line(
    zvonok: Zvonok, bundle: Bundle, founded: Path
) -> None:
    done = zvonok("import", bundle(a_school().without_column("results", "score")))

    assert done.exit_code == 1
    assert "results.csv" in done.stderr
    assert "нет столбца" in done.stderr


def test_more_faults_than_anybody_reads_are_counted(
    zvonok: Zvonok, bundle: Bundle, founded: Path
) -> None:
    broken = a_school()
    for number in range(205):
        broken = broken.add("courses", sourcedId=f"c{number}", title="", orgSourcedId="s")

    done = zvonok("import", bundle(broken))

    assert done.exit_code == 1
    assert "… и ещё 5" in done.stderr


@pytest.mark.parametrize("code", FaultCode)
def test_every_fault_has_its_words(code: FaultCode) -> None:
    assert FAULTS[code].startswith("cli-fault-")


def test_what_is_no_bundle_is_refused_in_a_sentence(zvonok: Zvonok, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("привет")

    nothing, text = zvonok("import", "nowhere"), zvonok("import", str(tmp_path / "notes.txt"))

    assert (nothing.exit_code, text.exit_code) == (1, 1)
    assert "это не папка и не zip с файлами школы" in text.stderr


def test_a_teacher_in_two_lessons_at_once_is_a_warning(
    zvonok: Zvonok, bundle: Bundle, founded: Path
) -> None:
    twice = a_school().change("x_lessons", "5b-rus-23", teacherSourcedId="t1")

    done = zvonok("import", bundle(twice))

    assert done.exit_code == 0
    assert "в одно время два урока" in done.stderr


def test_a_bundle_of_an_unknown_school_is_refused(
    zvonok: Zvonok, bundle: Bundle, founded: Path
) -> None:
    nameless = a_school().only("lineItems")

    done = zvonok("import", "--school", "lyceum", bundle(nameless))

    assert done.exit_code == 1
    assert "Такой школы нет." in done.stderr


def test_several_schools_ask_for_a_choice(zvonok: Zvonok, bundle: Bundle, founded: Path) -> None:
    assert zvonok("import", bundle(a_second_school())).exit_code == 0

    unclear = zvonok("export", "out")
    chosen = zvonok("export", "--school", "lyceum", "out")

    assert unclear.exit_code == 1
    assert "Школ несколько. Назовите одну: --school" in unclear.stderr
    assert "lyceum" in unclear.stderr
    assert chosen.exit_code == 0


@pytest.mark.parametrize("name", ["out", "out.zip"])
def test_an_export_comes_back_as_the_same_school(
    zvonok: Zvonok, founded: Path, tmp_path: Path, name: str
) -> None:
    out = zvonok("export", str(tmp_path / name))

    back = zvonok("import", str(tmp_path / name))

    assert out.exit_code == 0
    assert name in out.stdout
    assert "Всё уже так и есть" in back.stdout


def test_an_empty_database_has_nothing_to_export(zvonok: Zvonok) -> None:
    done = zvonok("export", "out")

    assert done.exit_code == 1
    assert "Такой школы нет." in done.stderr


def test_the_command_line_speaks_english_where_it_is_told_to(
    zvonok: Zvonok, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ZVONOK_LANGUAGE", "en")

    done = zvonok("export", "out")

    assert "There is no such school" in done.stderr
