"""Imaginary marks live in the button that shows them, two letters each: «c5» is a five there."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from core.diary.forecast.of_subject import Imagined
from core.journal.values import ControlKind

MOST_IMAGINED: Final = 8
"""As many fit a button beside the largest ids."""

LETTERS: Final[dict[ControlKind | None, str]] = {
    None: "o",
    ControlKind.ANSWER: "a",
    ControlKind.HOMEWORK: "h",
    ControlKind.INDEPENDENT: "i",
    ControlKind.CONTROL: "c",
    ControlKind.LABORATORY: "l",
    ControlKind.PRACTICAL: "p",
    ControlKind.NOTEBOOK: "n",
}
"""Each kind's letter. Buttons live for years: a letter keeps its meaning."""

_KINDS: Final = {letter: kind for kind, letter in LETTERS.items()}
_MARK: Final = re.compile(r"([a-z])([1-5])")


def written(imagined: Iterable[Imagined]) -> str:
    """Return imaginary marks as a button keeps them."""
    return "".join(f"{LETTERS[one.kind]}{one.value}" for one in imagined)


def imagined_of(text: str) -> tuple[Imagined, ...]:
    """Return the imaginary marks of a button; a letter that means nothing is passed over."""
    found = [
        Imagined(_KINDS[letter], int(value))
        for letter, value in _MARK.findall(text)
        if letter in _KINDS
    ]
    return tuple(found[:MOST_IMAGINED])


def kind_of(letter: str, among: Sequence[ControlKind | None]) -> ControlKind | None:
    """Return the kind of a letter, or the first of the subject's kinds where it has no such."""
    kind = _KINDS.get(letter)
    return kind if letter in _KINDS and kind in among else among[0]
