"""What an administrator may not do, or has not yet understood, is said in words to act on."""

import re
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from bot.exchange import PHRASES, in_words
from bot.texts.speech import Texts
from tests.cli.conftest import Zvonok
from tests.exchange.builders import Files
from tests.stories.bundle import a_school

RU = Texts.load().of("ru")


def let_in(file: Path, family: str) -> None:
    """Link the person of this family name to an account, as a code would."""
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute(
            "INSERT INTO accounts (channel, value, language, reachable)"
            " VALUES ('telegram', '7', 'ru', 1)"
        )
        connection.execute(
            "INSERT INTO account_links (school_id, person_id, account_id, linked_at)"
            " SELECT school_id, id, (SELECT max(id) FROM accounts), '2026-11-20 09:00:00'"
            " FROM persons WHERE family = ?",
            (family,),
        )


def test_files_of_another_school_are_refused_by_both_names(
    zvonok: Zvonok, bundle: Callable[[Files], str], founded: Path
) -> None:
    done = zvonok("import", "--school", "lyceum", bundle(a_school()))

    assert done.exit_code == 1
    assert re.search("Файлы говорят о школе .+, а названа lyceum", done.stderr)


def test_a_second_first_administrator_is_refused(zvonok: Zvonok, founded: Path) -> None:
    zvonok("admin", "Первый Олег")
    let_in(founded, "Первый")

    other, same = zvonok("admin", "Второй Олег"), zvonok("admin", "Первый Олег")

    assert (other.exit_code, other.stdout) == (1, "")
    assert "Администратор с другим именем уже вошёл." in other.stderr
    assert same.exit_code == 0


def test_an_administrator_who_never_came_in_stands_in_nobodys_way(
    zvonok: Zvonok, founded: Path
) -> None:
    zvonok("admin", "Первый Олег")

    assert zvonok("admin", "Второй Олег").exit_code == 0


def test_an_administrator_without_a_name_is_refused(zvonok: Zvonok, founded: Path) -> None:
    done = zvonok("admin", "  ")

    assert (done.exit_code, done.stdout) == (1, "")
    assert "Имя пустое." in done.stderr


def test_a_line_far_down_is_a_number_to_search_for(
    zvonok: Zvonok, bundle: Callable[[Files], str]
) -> None:
    files = a_school()
    lines = "\n" * 12_000
    path = Path(bundle(files))
    users = path / "users.csv"
    users.write_text(users.read_text() + lines + "x\n")

    done = zvonok("import", str(path))

    assert re.search(r"строка 12\d{3}\b", done.stderr)


@pytest.mark.parametrize(
    ("notation", "words"),
    [
        ("folder | zip", "папка или zip"),
        ("250 times or less", "сжатие не больше чем в 250 раз"),
        ("once (line 1200)", "один раз (строка 1200)"),
        ("61 files, 9 bytes", "файлов 61, байтов 9"),
        ("YYYY-MM-DD", "YYYY-MM-DD"),
    ],
)
def test_what_is_expected_is_said_in_the_administrators_language(
    notation: str, words: str
) -> None:
    assert in_words(RU, notation) == words


def test_every_wording_of_the_readers_of_files_is_known() -> None:
    told = "".join(path.read_text() for path in Path("storage/exchange").glob("*.py"))

    worded = re.findall(r'Fault\w*\.?\w*\([^\n]*, f?"([^"]* [^"]*)"\)\)?\n', told)
    known = [re.sub(r"\(\?P<\w+>\\d\+\)", "{n}", one).replace("\\", "") for one in PHRASES]

    plain = {re.sub(r"\{[^}]*\}", "{n}", one) for one in worded} - {"RFC 4180"}
    assert plain - set(known) == {"bulk | delta"} & plain


def test_an_archive_that_unpacks_to_too_much_is_refused_without_english(
    zvonok: Zvonok, tmp_path: Path
) -> None:
    bomb = tmp_path / "bomb.zip"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("users.csv", "0" * 30_000_000)

    done = zvonok("import", str(bomb))

    assert done.exit_code == 1
    assert "сжатие не больше чем в 250 раз" in done.stderr
    assert "bytes" not in done.stderr
