"""The three stores on which a contract runs, each empty and with the same stopped clock."""

import atexit
import shutil
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from storage.migrations import upgrade
from storage.store import Store
from tests.school.postgres import a_school_database
from tests.school.school import School
from tests.school.sql import SqlSoil

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
KINDS = ("memory", "sqlite", "postgres")
BOT = 77


@dataclass
class StoppedClock:
    at: datetime = NOW

    def now(self) -> datetime:
        return self.at


@cache
def _template() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="zvonok-sqlite-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    path = folder / "template.sqlite3"
    upgrade(f"sqlite:///{path}")
    return path


def a_sqlite_file(folder: Path, name: str = "zvonok.sqlite3") -> str:
    """Return the address of a file with the program's tables, all empty."""
    path = folder / name
    shutil.copy(_template(), path)
    return f"sqlite:///{path}"


def a_store(kind: str, folder: Path, clock: StoppedClock) -> School | Store:
    if kind == "memory":
        return School(clock, bot=BOT)
    url = a_sqlite_file(folder) if kind == "sqlite" else a_school_database()
    return Store(url, clock, bot=BOT, synchronous="OFF")


def soil_of(store: School | Store) -> School | SqlSoil:
    return store if isinstance(store, School) else SqlSoil(store)
