"""Twelve lines for all the news of one message: every child is named, and what is cut is said.

A letter has no taps behind which the rest could be: it tells everything.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from bot.texts.html import Html

MOST_LINES: Final = 12
_HEAD_AND_ONE: Final = 2


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a message: how many pieces of news it tells (0 for a head)."""

    text: Html
    tells: int = 1


@dataclass(frozen=True, slots=True)
class OfChild:
    """What a message tells of one child: in full, and in the one line that names the child."""

    lines: Sequence[Line]
    short: Line | None = None


@dataclass(frozen=True, slots=True)
class Fitted:
    """The lines that are shown; `rest` pieces of news are not. Nothing was `cut`, or it was."""

    shown: Sequence[Html]
    rest: int
    cut: bool


def fitted(children: Sequence[OfChild], *, whole: bool = False) -> Fitted:
    """Return what is shown of each child: all, or a fair share, or a line for each."""
    groups = [[one for one in child.lines if one.text] for child in children]
    if whole or sum(map(len, groups)) <= MOST_LINES:
        return Fitted([line.text for group in groups for line in group], 0, cut=False)
    short = [one.short for one in children if one.short is not None]
    room = MOST_LINES - 1  # the last one says how much follows
    if len(groups) * _HEAD_AND_ONE > room and len(short) == len(groups):
        groups = [[one] for one in short]
        room = MOST_LINES if len(groups) <= MOST_LINES else room
    kept = list(_shares(groups, room))
    rest = sum(_told(group) for group in groups) - sum(_told(group) for group in kept)
    return Fitted([line.text for group in kept for line in group], rest, cut=True)


def _shares(groups: Sequence[Sequence[Line]], room: int) -> Iterator[Sequence[Line]]:
    """Share the lines out, one to each child in turn; a head above nothing names nobody."""
    taken = [0] * len(groups)
    while room:
        waiting = [at for at, group in enumerate(groups) if taken[at] < len(group)][:room]
        for at in waiting:
            taken[at] += 1
        room -= len(waiting)
        if not waiting:
            break
    for group, count in zip(groups, taken, strict=True):
        kept = list(group[:count])
        while kept and len(kept) < len(group) and not kept[-1].tells:
            kept.pop()
        yield kept


def _told(lines: Sequence[Line]) -> int:
    return sum(one.tells for one in lines)
