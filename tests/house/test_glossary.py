"""The glossary and the code speak the same words."""

import ast
import re
from functools import cache

import pytest

from tests.house.source import ROOT, modules, text_of

ROWS = [line.split("|") for line in text_of(ROOT / "GLOSSARY.md").splitlines() if "`" in line]
WORDS = sorted({word for row in ROWS if len(row) > 2 for word in re.findall(r"`([^`]+)`", row[2])})


@cache
def _spoken() -> str:
    names = {
        name
        for module in modules()
        for node in ast.walk(module.tree)
        for name in (
            getattr(node, "name", None),
            getattr(node, "attr", None),
            getattr(node, "arg", None),
        )
        if isinstance(name, str)
    } | {part for module in modules() for part in module.name.split(".")}
    fields = {
        one.target.id
        for module in modules()
        for one in module.nodes(ast.AnnAssign)
        if isinstance(one.target, ast.Name)
    }
    return "\n".join(_snake(name) for name in names | fields)


def _snake(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|[ .-]", "_", name).lower()


def test_the_glossary_is_a_table_of_words() -> None:
    assert WORDS


@pytest.mark.parametrize("word", WORDS)
def test_a_word_of_the_glossary_is_spoken_in_the_code(word: str) -> None:
    assert _snake(word) in _spoken()


def test_a_russian_word_has_one_row() -> None:
    russian = [row[1].strip() for row in ROWS]

    assert len(russian) == len(set(russian))
