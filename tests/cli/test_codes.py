"""`zvonok code` and `zvonok admin`: a code on standard output, and nothing else there."""

import re
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Zvonok
from tests.exchange.builders import Files
from tests.stories.bundle import a_school, a_second_school

CODE = re.compile(r"[A-Z0-9-]{10,}\n")


def test_a_code_is_all_that_is_printed(zvonok: Zvonok, founded: Path) -> None:
    done = zvonok("code", "g1")

    assert done.exit_code == 0
    assert CODE.fullmatch(done.stdout)


def test_two_codes_are_never_the_same(zvonok: Zvonok, founded: Path) -> None:
    assert zvonok("code", "g1").stdout != zvonok("code", "g1").stdout


def test_a_person_whom_nobody_knows_has_no_code(zvonok: Zvonok, founded: Path) -> None:
    done = zvonok("code", "g99")

    assert done.exit_code == 1
    assert done.stdout == ""
    assert "Человека с id g99 в этой школе нет." in done.stderr


def test_a_code_before_any_import_is_refused_in_a_sentence(zvonok: Zvonok) -> None:
    done = zvonok("code", "g1")

    assert done.exit_code == 1
    assert done.stdout == ""
    assert "Такой школы нет." in done.stderr


def test_the_first_administrator_gets_a_code_on_an_empty_database(zvonok: Zvonok) -> None:
    done = zvonok("admin", "Лугова Ева Марковна")

    assert done.exit_code == 0
    assert CODE.fullmatch(done.stdout)


def test_the_first_administrators_school_is_the_one_imported_next(
    zvonok: Zvonok, tmp_path: Path
) -> None:
    zvonok("admin", "Лугова Ева")

    imported = zvonok("import", str(a_school().write(tmp_path)))

    assert imported.exit_code == 0
    assert "Первый импорт" in imported.stdout
    assert zvonok("code", "g1").exit_code == 0


def test_an_administrator_gets_a_new_code_as_often_as_asked(zvonok: Zvonok, founded: Path) -> None:
    first, second = zvonok("admin", "Лугова Ева"), zvonok("admin", "Лугова Ева")

    assert (first.exit_code, second.exit_code) == (0, 0)
    assert first.stdout != second.stdout


def test_with_several_schools_a_code_needs_the_school(
    zvonok: Zvonok, founded: Path, bundle: Callable[[Files], str]
) -> None:
    zvonok("import", bundle(a_second_school()))

    unclear, clear = zvonok("code", "g1"), zvonok("code", "g1", "--school", "lyceum")

    assert (unclear.exit_code, unclear.stdout) == (1, "")
    assert CODE.fullmatch(clear.stdout)


def test_an_administrator_of_an_unclear_school_is_refused(
    zvonok: Zvonok, founded: Path, bundle: Callable[[Files], str]
) -> None:
    zvonok("import", bundle(a_second_school()))

    done = zvonok("admin", "Лугова Ева")

    assert (done.exit_code, done.stdout) == (1, "")
    assert "--school" in done.stderr


def test_the_key_of_the_codes_lies_beside_the_file_for_its_owner_only(
    zvonok: Zvonok, founded: Path
) -> None:
    zvonok("code", "g1")

    key = founded.with_suffix(".key")

    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert len(key.read_text()) >= 32


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ZVONOK_BOT_TOKEN", "not-a-token"),
        ("ZVONOK_QUIET_HOURS", "at night"),
        ("ZVONOK_TIMEZONE", "Mars/Olympus"),
        ("ZVONOK_CORRECTION_WINDOW", "-1"),
        ("ZVONOK_CLOCK", "yesterday"),
        ("ZVONOK_SECRET", "short"),
        ("ZVONOK_DATABASE_URL", "mysql://x"),
        ("ZVONOK_WEBHOOK_SECRET", "пароль с пробелами"),
    ],
)
def test_a_wrong_setting_is_named_and_its_value_is_not(
    zvonok: Zvonok, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)

    done = zvonok("code", "g1")

    assert done.exit_code == 2
    assert name in done.stderr
    assert value not in done.stderr
    assert done.stdout == ""


def test_every_wrong_setting_is_named_at_once(
    zvonok: Zvonok, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ZVONOK_TIMEZONE", "Mars/Olympus")
    monkeypatch.setenv("ZVONOK_SECRET", "short")

    done = zvonok("run")

    assert done.exit_code == 2
    assert {line.partition(":")[0] for line in done.stderr.splitlines()} == {
        "ZVONOK_TIMEZONE",
        "ZVONOK_SECRET",
    }


def test_a_run_without_a_token_says_what_is_missing(zvonok: Zvonok) -> None:
    done = zvonok("run")

    assert done.exit_code == 2
    assert done.stderr.startswith("ZVONOK_BOT_TOKEN: не задано")


def test_help_lists_the_commands(zvonok: Zvonok) -> None:
    done = zvonok("--help")

    assert done.exit_code == 0
    for command in ("run", "demo", "sandbox", "import", "export", "code", "admin"):
        assert command in done.stdout
