"""Words and files of a draft, as lists of plain values in which a dialogue keeps them."""

from collections.abc import Iterable
from typing import Any

from core.messages.content import RichText, SentFile, Span, Style


def written(said: RichText) -> list[Any]:
    """Return words with their emphasis as they are kept."""
    return [said.text, [[one.style.value, one.begin, one.end, one.link] for one in said.spans]]


def read(kept: list[Any]) -> RichText:
    """Return the words that were kept."""
    text, spans = kept
    return RichText(text, tuple(Span(Style(style), *more) for style, *more in spans))


def written_files(files: Iterable[SentFile]) -> list[list[Any]]:
    """Return files as they are kept: the messenger's reference to each, and its own words."""
    return [
        [one.is_picture, one.reference, one.name, one.size, written(one.caption)] for one in files
    ]


def read_files(kept: Iterable[list[Any]]) -> tuple[SentFile, ...]:
    """Return the files that were kept."""
    return tuple(
        SentFile(is_picture, reference, name, size, read(caption))
        for is_picture, reference, name, size, caption in kept
    )
