"""The command line in this process, in a folder of its own and with no other settings."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app
from tests.exchange.builders import Files
from tests.stories.town import a_founded_school

Zvonok = Callable[..., Result]


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with the town's school in it."""
    return a_founded_school(tmp_path_factory.mktemp("school"))


@pytest.fixture(autouse=True)
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in an empty folder, with a clock and a database and nothing else set."""
    for name in [one for one in os.environ if one.startswith("ZVONOK_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ZVONOK_DATABASE_URL", f"sqlite:///{tmp_path}/data/zvonok.db")
    monkeypatch.setenv("ZVONOK_CLOCK", "2026-11-20T12:00:00+03:00")


@pytest.fixture
def zvonok() -> Zvonok:
    """Run a command to its end, as a shell would."""
    runner = CliRunner()

    def run(*command: str) -> Result:
        return runner.invoke(app, command)

    return run


@pytest.fixture
def founded(tmp_path: Path, template: Path) -> Path:
    """Put the town's school into the database."""
    (tmp_path / "data").mkdir()
    return Path(shutil.copy(template, tmp_path / "data" / "zvonok.db"))


@pytest.fixture
def bundle(tmp_path: Path) -> Callable[[Files], str]:
    """Write files into a new folder and return where it is."""
    return lambda files: str(files.write(tmp_path))
