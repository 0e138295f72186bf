"""The page's own words: one dictionary, nothing missing, nothing left over."""

import re
from pathlib import Path

STATIC = Path(__file__).parents[3] / "sandbox" / "page" / "static"
TEXTS = STATIC / "texts.js"
CYRILLIC = re.compile("[А-Яа-яЁё]")


def test_every_text_is_used_and_every_used_text_is_there() -> None:
    _, dictionary = TEXTS.read_text().split("export const T = {")
    scripts = "".join(path.read_text() for path in STATIC.glob("*.js") if path != TEXTS)

    told = set(re.findall(r"^  (\w+):", dictionary, re.MULTILINE))
    used = set(re.findall(r"\bT\.(\w+)", scripts))

    assert told == used


def test_no_script_but_the_dictionary_speaks_russian() -> None:
    scripts = {path for path in STATIC.glob("*.js") if path != TEXTS}

    without_comments = {
        path.name: re.sub(r"//.*|/\*.*?\*/", "", path.read_text(), flags=re.DOTALL)
        for path in scripts
    }

    assert [name for name, code in without_comments.items() if CYRILLIC.search(code)] == []


def test_chats_never_become_markup() -> None:
    scripts = "".join(path.read_text() for path in STATIC.glob("*.js"))

    dangerous = re.findall(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", scripts
    )

    assert dangerous == []
