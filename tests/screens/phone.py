"""What a phone shows of a screen: lines as they break, and labels that are not cut."""

from math import ceil

from bot.screens.parts.screen import Screen
from tests.screens.views import read

LINES = 12
ROWS = 3
IN_A_LINE = 40
"""Letters of a line in a chat on a phone of 390 points."""

_MOST = {1: 32, 2: 20, 3: 14, 4: 9}
_NUMBER = 4
_THREE = 3
_WORD_IN_A_THIRD = 11
"""A longer word breaks in the middle where three buttons stand side by side."""


def broken(screen: Screen) -> int:
    """Return how many lines a screen takes on a phone, where a long one goes on in the next."""
    return sum(max(1, ceil(len(one) / IN_A_LINE)) for one in read(screen))


def too_wide(screen: Screen) -> list[str]:
    """Return the labels that a phone cuts: the more stand in a row, the less room each has."""
    return [
        one.label
        for row in screen.buttons
        for one in row
        if len(one.label) > _MOST.get(len(row), _NUMBER)
        or (len(row) == _THREE and max(map(len, one.label.split())) > _WORD_IN_A_THIRD)
    ]
