"""Every refusal has a code of its own, and a sentence."""

from collections import Counter
from importlib import import_module

import pytest

from bot import speaking
from bot.screens.people.refusals import REFUSALS
from core.errors import Refusal
from tests.house.source import modules

SAID_WITH_NUMBERS = {"too-many-tries"}
"""Refusals whose sentence holds more than the code says."""

ON_THE_COMMAND_LINE = speaking.SENTENCES.keys()
"""Refusals that an administrator meets, and nobody in a chat."""


def _below(kind: type[Refusal]) -> list[type[Refusal]]:
    return [kind, *(one for below in kind.__subclasses__() for one in _below(below))]


def _refusals() -> list[type[Refusal]]:
    for module in modules("core"):
        import_module(module.name)
    return [one for one in _below(Refusal) if one.__module__.startswith("core.")]


KINDS = _refusals()


def test_no_two_refusals_share_a_code() -> None:
    codes = Counter(kind.code for kind in KINDS)

    assert [code for code, count in codes.items() if count > 1] == []


@pytest.mark.parametrize(
    "code", [kind.code for kind in KINDS if kind.__module__.startswith("core.exchange")]
)
def test_a_refusal_of_files_has_a_sentence_on_the_command_line(code: str) -> None:
    assert code in ON_THE_COMMAND_LINE


@pytest.mark.parametrize("code", [kind.code for kind in KINDS])
def test_a_refusal_has_a_sentence(code: str) -> None:
    assert code in REFUSALS.keys() | ON_THE_COMMAND_LINE | SAID_WITH_NUMBERS
