"""One sandbox for all, a bot and a copy of the imported school for each test."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from tests.e2e.machine import Bundles, Machine, Phone, two_bundles

_accounts = count(5001)


@pytest.fixture(scope="session")
def sandbox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of `zvonok sandbox`, as it prints it."""
    machine = Machine(tmp_path_factory.mktemp("sandbox"))
    process = subprocess.Popen(
        [sys.executable, "-u", "-m", "bot", "sandbox", "--port", "0"],
        cwd=machine.folder,
        env=machine.environment(),
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    yield process.stdout.readline().strip()
    process.kill()
    process.wait()
    process.stdout.close()


@pytest.fixture(scope="session")
def bundles(tmp_path_factory: pytest.TempPathFactory) -> Bundles:
    return two_bundles(tmp_path_factory.mktemp("bundles"))


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory, bundles: Bundles) -> Path:
    """A folder in which the school was imported by the command."""
    machine = Machine(tmp_path_factory.mktemp("founded"))
    machine.imports(bundles.before)
    return machine.folder


@pytest.fixture
def machine(tmp_path: Path, founded: Path, sandbox: str) -> Machine:
    folder = tmp_path / "machine"
    shutil.copytree(founded, folder)
    return Machine(folder, sandbox)


@pytest.fixture
def family(machine: Machine, bundles: Bundles) -> list[Phone]:
    """The phones of two guardians and the pupil, who come in once the bot runs."""
    phones = [machine.somebody(next(_accounts)) for _ in bundles.family]
    for phone, person in zip(phones, bundles.family, strict=True):
        phone.does("starts", payload=machine.code_of(person))
    return phones
