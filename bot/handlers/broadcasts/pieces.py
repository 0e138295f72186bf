"""What each message of a sender brought to a broadcast: an edit of it takes the same place."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, Self

from aiogram.types import Message

from bot.handlers.writing import kept_content
from bot.handlers.writing.content_of import sent_file, words_of
from core.messages.content import Content, RichText, SentFile

_NO_MESSAGE: Final = 0


@dataclass(frozen=True, slots=True)
class Piece:
    """The words that a message added to the text, and its file, perhaps with own words."""

    message: int
    words: RichText
    file: SentFile | None = None

    @classmethod
    def of(cls, message: Message, before: Iterable[Self]) -> Self:
        """Return what a message brings; raise a refusal for a file that is too large.

        Words under a first file are the text, where none was said before.
        """
        words = words_of(message)
        if message.text is not None:
            return cls(message.message_id, words)
        file = sent_file(message)
        if any(one.words for one in before):
            return cls(message.message_id, RichText(), replace(file, caption=words))
        return cls(message.message_id, words, file)

    @classmethod
    def read(cls, kept: list[Any]) -> Self:
        """Return the piece as it was kept."""
        message, words, files = kept
        file = next(iter(kept_content.read_files(files)), None)
        return cls(message, kept_content.read(words), file)

    def written(self) -> list[Any]:
        """Return the piece as it is kept."""
        files = [self.file] if self.file else []
        words = kept_content.written(self.words)
        return [self.message, words, kept_content.written_files(files)]


Pieces = tuple[Piece, ...]


def of_content(said: Content) -> Pieces:
    """Return what was said before, as pieces: no message, and so no edit, changes it."""
    files = (Piece(_NO_MESSAGE, RichText(), one) for one in said.files)
    return Piece(_NO_MESSAGE, said.text), *files


def edited(pieces: Pieces, message: Message) -> Pieces | None:
    """Return the pieces with other words in the place of a message; None for another message."""
    numbers = [one.message for one in pieces]
    if message.message_id not in numbers:
        return None
    at = numbers.index(message.message_id)
    return *pieces[:at], Piece.of(message, pieces[:at]), *pieces[at + 1 :]


def content_of(pieces: Sequence[Piece]) -> Content:
    """Return what they say together: a messenger cuts a long text in two, so words are added."""
    content = Content().with_files([one.file for one in pieces if one.file])
    for one in pieces:
        content = content.with_words(one.words)
    return content
