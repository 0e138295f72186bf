"""What a person says: words with their emphasis, and files that the messenger keeps for us."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final, Self

from core.errors import RuleBroken

MOST_FILES: Final = 10


class TooManyEnclosed(RuleBroken):
    """More files than one message carries."""

    code = "too-many-enclosed"


class Style(StrEnum):
    """How a stretch of words stands out."""

    BOLD = "bold"
    ITALIC = "italic"
    UNDERLINE = "underline"
    STRUCK = "struck"
    SPOILER = "spoiler"
    CODE = "code"
    QUOTE = "quote"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text, by its characters from `begin` to before `end`."""

    style: Style
    begin: int
    end: int
    link: str = ""


@dataclass(frozen=True, slots=True)
class RichText:
    """Words with their emphasis; spans stand one in another or apart."""

    text: str = ""
    spans: tuple[Span, ...] = ()

    def __bool__(self) -> bool:
        """Say whether there are words at all."""
        return bool(self.text.strip())

    @property
    def length(self) -> int:
        """Return the length as messengers count it: an emoji is two."""
        return len(self.text.encode("utf-16-le")) // 2

    def followed_by(self, other: "RichText") -> "RichText":
        """Return both as one text, the other as a paragraph of its own."""
        if not self or not other:
            return self or other
        before = f"{self.text}\n\n"
        moved = [
            replace(one, begin=one.begin + len(before), end=one.end + len(before))
            for one in other.spans
        ]
        return RichText(before + other.text, (*self.spans, *moved))


@dataclass(frozen=True, slots=True)
class SentFile:
    """A photo or file: only the messenger understands the `reference`; `size` is in bytes."""

    is_picture: bool
    reference: str
    name: str = ""
    size: int = 0
    caption: RichText = field(default_factory=RichText)


@dataclass(frozen=True, slots=True)
class Content:
    """What is said: words, files, or both."""

    text: RichText = field(default_factory=RichText)
    files: tuple[SentFile, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Say whether there is nothing to send."""
        return not self.text and not self.files

    def with_words(self, words: RichText) -> Self:
        """Return the content with a further paragraph."""
        return replace(self, text=self.text.followed_by(words))

    def with_files(self, files: Sequence[SentFile]) -> Self:
        """Return the content with more files; raise TooManyEnclosed for the eleventh."""
        if len(self.files) + len(files) > MOST_FILES:
            raise TooManyEnclosed
        return replace(self, files=(*self.files, *files))
