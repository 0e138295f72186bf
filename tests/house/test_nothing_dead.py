"""Nothing lies about that nobody asks for: what a tool that knows names only does not see.

Such a tool takes a name for used where another module uses one of the same name.
"""

import ast
import re
from collections.abc import Iterator
from functools import cache

import pytest
from aiogram.filters.callback_data import CallbackData

from bot.config import Settings
from tests.house.source import ROOT, Module, modules, text_of, tracked
from tests.house.test_buttons import KINDS

ELSEWHERE = {
    "core.diary.forecast.scale.band_scale": "schools that mark by points; the benchmark draws it",
    "core.journal.lesson_records.TakeBackAbsence": "for front ends that write the journal",
    "core.journal.school_years.counts_on": "the rule that statements of storage hold in SQL",
    "bot.screens.parts.screen.TEXT_LENGTH": "Telegram's limit, which tests hold screens to",
    "storage.breaches.left_out.LEFT_OUT": "reasons, which a house test weighs",
    "storage.breaches.left_out.voided_columns": "what that house test weighs them against",
    "storage.exchange.left_out.LEFT_OUT": "reasons, which a house test weighs",
}
"""What no module of the program asks for, and why it stays."""

BY_NAME = ("bot.documents", "storage.migrations", "sandbox.engine.faults")
"""Where a name is found by its text: a kind of paper, a migration, a fault of the sandbox."""

A_FILE = re.compile(r"`((?:bot|core|docs|sandbox|storage|tests|benchmarks)/[\w./-]+\.\w+)`")
A_LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")
A_MODULE = re.compile(r"`((?:bot|core|sandbox|storage|tests)(?:\.\w+)+)`")
GONE = {"docs/adr/0013-desks.md": {"bot/composition.py"}}
"""What a record of a decision names as it was before."""


def test_what_a_module_keeps_to_itself_it_uses() -> None:
    found = [
        f"{one.name}.{name}"
        for one in (*modules(), *modules("tests"))
        for name in _made(one)
        if name.startswith("_") and not name.startswith("__") and name not in _read(one)
    ]

    assert found == []


def test_what_a_module_offers_the_program_asks_for() -> None:
    found = {
        f"{one.name}.{name}"
        for one in modules()
        if not one.lives_in(BY_NAME)
        for name in _made(one)
        if not name.startswith("_") and name not in _read(one) and not _is_asked(one, name)
    }

    assert found == ELSEWHERE.keys()


@pytest.mark.parametrize("kind", KINDS, ids=lambda one: one.__name__)
def test_a_button_is_drawn_by_somebody_and_heard_by_a_handler(kind: type[CallbackData]) -> None:
    named = [one.name for one in modules("bot") if kind.__name__ in _read(one)]

    assert [one for one in named if one.startswith("bot.handlers.")]
    assert [one for one in named if not one.startswith(("bot.handlers.", "bot.callbacks."))]


def test_every_setting_is_read() -> None:
    asked = {
        one.attr
        for module in modules("bot")
        for one in module.nodes(ast.Attribute)
        if isinstance(one.ctx, ast.Load)
    }

    assert Settings.model_fields.keys() - asked == set()


def test_every_file_that_a_paper_names_is_there() -> None:
    found = {
        str(paper.relative_to(ROOT)): gone
        for paper in tracked()
        if paper.suffix == ".md"
        if (gone := set(_gone(text_of(paper), str(paper.parent.relative_to(ROOT)))))
    }

    assert found == GONE


def test_every_module_that_is_named_is_there() -> None:
    found = {
        (str(path.relative_to(ROOT)), name)
        for path in tracked()
        if path.suffix in {".md", ".py", ".toml"}
        for name in A_MODULE.findall(text_of(path))
        if not _is_there(name)
    }

    assert found == set()


@cache
def _made(module: Module) -> frozenset[str]:
    """Return the names that stand at the top of a module; what is decorated registers itself."""
    return frozenset(name for node in module.tree.body for name in _names_of(node))


def _names_of(node: ast.stmt) -> Iterator[str]:
    match node:
        case ast.Assign(targets=targets):
            found = [one for target in targets for one in ast.walk(target)]
            yield from (one.id for one in found if isinstance(one, ast.Name))
        case ast.AnnAssign(target=ast.Name(id=name)):
            yield name
        case ast.ClassDef(name=name):
            yield name
        case ast.FunctionDef() | ast.AsyncFunctionDef() if not node.decorator_list:
            yield node.name
        case _:
            pass


@cache
def _read(module: Module) -> frozenset[str]:
    names = {one.id for one in module.nodes(ast.Name) if isinstance(one.ctx, ast.Load)}
    return frozenset(names | {one.attr for one in module.nodes(ast.Attribute)})


def _is_asked(of: Module, name: str) -> bool:
    return any(
        f"{of.name}.{name}" in one.imports or (of.name in one.imports and name in _read(one))
        for one in modules()
        if one is not of
    )


def _gone(text: str, folder: str) -> Iterator[str]:
    for name in A_FILE.findall(text):
        if not (ROOT / name).exists():
            yield name
    for name in A_LINK.findall(text):
        if not (ROOT / folder / name).exists():
            yield name


def _is_there(name: str) -> bool:
    """Say whether a dotted name is a module or a folder of it, or stands in one."""
    words = name.split(".")
    for depth in range(len(words), 0, -1):
        home = ROOT.joinpath(*words[:depth])
        source = home / "__init__.py" if home.is_dir() else home.with_suffix(".py")
        if source.is_file() or home.is_dir():
            return all(re.search(rf"\b{one}\b", text_of(source)) for one in words[depth:])
    return False
