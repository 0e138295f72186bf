"""What every file of the project keeps out, and what the papers promise."""

import re

import pytest

from tests.house.source import ROOT, text_of, tracked

MACHINE = re.compile(r"(?<![\w.:/$}~-])/(?:work|root|home|tmp|Users)/\w+")
REGISTRY = re.compile(r"pypi\.(?:org|python)|python[h]osted|npmjs\.org|--(?:extra-)?index-url")
PAPERS = ("README.md", "CONTRIBUTING.md")


@pytest.mark.parametrize("elsewhere", [MACHINE, REGISTRY], ids=["a machine", "a registry"])
def test_no_file_names_a_place_outside_the_project(elsewhere: re.Pattern[str]) -> None:
    found = {str(path): found for path in tracked() if (found := elsewhere.findall(text_of(path)))}

    assert found == {}


@pytest.mark.parametrize("paper", PAPERS)
def test_a_command_that_a_paper_names_is_in_the_makefile(paper: str) -> None:
    targets = set(re.findall(r"^([a-z-]+):", text_of(ROOT / "Makefile"), re.MULTILINE))

    named = set(re.findall(r"\bmake ([a-z-]+)", _code_of(text_of(ROOT / paper))))

    assert named
    assert named <= targets


def test_versions_are_exact_and_come_from_no_address() -> None:
    lines = text_of(ROOT / "constraints.txt").splitlines()

    loose = [one for one in lines if not re.match(r"[a-z0-9-]+==[\w.]+( ; .+)?$", one)]

    assert loose == []


def test_ci_calls_the_test_command_of_the_readme() -> None:
    command = "make test"

    assert command in _code_of(text_of(ROOT / "README.md"))
    assert command in text_of(ROOT / ".ci/run").splitlines()


def _code_of(markdown: str) -> str:
    blocks = re.findall(r"```.*?```|`[^`\n]+`", markdown, re.DOTALL)
    return "\n".join(blocks)
