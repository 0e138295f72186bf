"""How alike two questions are: by their words, or by the known answer that fits both."""

import re
from collections.abc import Collection, Iterable
from enum import StrEnum
from typing import Final

from core.access.people import in_alphabet
from core.helpdesk.answers.known import KnownAnswer
from core.helpdesk.tickets.ticket import Entry, EntryKind

_WORD: Final = re.compile(r"[^\W\d_]+")
_SHORTEST: Final = 4
"""A shorter word says nothing of what is asked about: «не», «где», «как»."""
_STEM: Final = 5
"""So many first letters of a word stay the same in its forms: «отметка», «отметок»."""
_ALIKE: Final = 0.6
"""Two of three words in common is alike, one of two («не вижу отметок», «не вижу заданий») not."""
_FITS: Final = 0.5

Stems = frozenset[str]
NO_WORDS: Final[Stems] = frozenset()


class Likeness(StrEnum):
    """In what tickets are alike that are merged at once; all are of one topic."""

    WORDS = "words"
    ANSWER = "answer"
    """The same known answer of the school fits them."""
    TOPIC = "topic"


def stems_of(text: str) -> Stems:
    """Return what a text is about: the beginnings of its longer words."""
    found: Iterable[str] = _WORD.findall(in_alphabet(text))
    return frozenset(one[:_STEM] for one in found if len(one) >= _SHORTEST)


def stems_asked(entries: Iterable[Entry]) -> Stems:
    """Return what an asker is about, by the own words and those beside files."""
    said = [one.content for one in entries if one.kind is EntryKind.WORDS]
    texts = [one.text.text for one in said]
    beside = [file.caption.text for one in said for file in one.files]
    return stems_of(" ".join([*texts, *beside]))


def are_alike(one: Stems, other: Stems) -> bool:
    """Say whether two questions have most of their words in common."""
    if not one or not other:
        return False
    return 2 * len(one & other) / (len(one) + len(other)) >= _ALIKE


def fitting(asked: Stems, known: Collection[KnownAnswer]) -> KnownAnswer | None:
    """Return the known answer whose question is most in the words, if half of it is in them.

    Of the bot's own answers the words are not known here: they come with its texts.
    """
    found = {
        one: len(stems & asked) / len(stems)
        for one in known
        if not one.is_own and (stems := stems_of(one.question))
    }
    best = max(found, key=lambda it: found[it], default=None)
    return best if best is not None and found[best] >= _FITS else None
