"""What a school has decided itself, after a word of it."""

from collections.abc import Mapping
from typing import Final

AS_DOCUMENTED: Final = "default"
"""Takes a decision back: the document speaks again."""


def decisions_after(
    before: Mapping[str, object], decided: Mapping[str, str]
) -> Mapping[str, object]:
    """Return the school's decisions by setting, those that it takes back left out."""
    return {
        setting: value
        for setting, value in {**before, **decided}.items()
        if value != AS_DOCUMENTED
    }
