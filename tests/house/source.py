"""The project's own files, for tests that read them as others read data."""

import ast
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import TypeVar

Node = TypeVar("Node", bound=ast.AST)
ROOT = Path(__file__).parents[2]
PACKAGES = ("bot", "core", "storage", "sandbox")


@dataclass(frozen=True)
class Module:
    """A module of the program: its dotted name and its syntax tree."""

    name: str
    tree: ast.Module

    @cached_property
    def imports(self) -> set[str]:
        """Return the dotted names of what the module imports, inside functions too."""
        found: set[str] = set()
        for node in self._everything:
            match node:
                case ast.Import(names=names):
                    found.update(one.name for one in names)
                case ast.ImportFrom(module=str(module), names=names):
                    found.update(f"{module}.{one.name}" for one in names)
                case _:
                    pass
        return found

    @cached_property
    def packages(self) -> set[str]:
        """Return the top names of what the module imports."""
        return {name.partition(".")[0] for name in self.imports}

    def lives_in(self, homes: tuple[str, ...]) -> bool:
        """Say whether the module is one of the homes, or stands inside one."""
        return any(self.name == home or self.name.startswith(f"{home}.") for home in homes)

    @cached_property
    def calls(self) -> set[str]:
        """Return what the module calls, as it is written there."""
        return {ast.unparse(one.func) for one in self.nodes(ast.Call)}

    @cached_property
    def catches(self) -> set[str]:
        """Return what the module catches; a bare `except` counts as BaseException."""
        return {
            caught for handler in self.nodes(ast.ExceptHandler) for caught in _names(handler.type)
        }

    def nodes(self, kind: type[Node]) -> list[Node]:
        return [node for node in self._everything if isinstance(node, kind)]

    @cached_property
    def _everything(self) -> tuple[ast.AST, ...]:
        return tuple(ast.walk(self.tree))


def _names(caught: ast.expr | None) -> list[str]:
    match caught:
        case None:
            return ["BaseException"]
        case ast.Tuple(elts=elements):
            return [ast.unparse(one) for one in elements]
        case _:
            return [ast.unparse(caught)]


@cache
def modules(package: str = "") -> tuple[Module, ...]:
    """Return the program's modules, or those of one package or folder of tests."""
    folders = [package.replace(".", "/")] if package else PACKAGES
    paths = sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))
    return tuple(_module(path) for path in paths)


@cache
def _module(path: Path) -> Module:
    parts = path.relative_to(ROOT).with_suffix("").parts
    name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
    return Module(name, ast.parse(path.read_text("utf-8")))


def methods(one: ast.ClassDef) -> set[str]:
    """Return the names of a class's own methods that others may call."""
    found = {
        node.name for node in one.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    return {name for name in found if not name.startswith("_")}


@cache
def tracked() -> tuple[Path, ...]:
    """Return the files under version control, or all that lie here where there is none."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    names = listed.stdout.split("\0") if listed.returncode == 0 else _lying_here()
    return tuple(path for name in names if name and (path := ROOT / name).is_file())


def _lying_here() -> Iterator[str]:
    for path in ROOT.rglob("*"):
        inside = path.relative_to(ROOT)
        if not re.match(r"\.venv|\.git\b|var\b|.*_cache|.*__pycache__", str(inside)):
            yield str(inside)


@cache
def text_of(path: Path) -> str:
    """Return a file's text; nothing for a picture, or for a file that is not there."""
    try:
        return path.read_text("utf-8")
    except (FileNotFoundError, UnicodeDecodeError):
        return ""
