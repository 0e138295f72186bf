"""Telegram's MarkdownV2, with its refusals. The old Markdown is not spoken here."""

import re
from dataclasses import dataclass

from sandbox.engine.params import Wire
from sandbox.engine.refusals import Refused, bad_request
from sandbox.engine.text import utf16
from sandbox.engine.text.entities import in_order

RESERVED = frozenset("_*[]()~`>#+-=|{}.!")
MARKS = ("```", "||", "__", "_", "*", "~", "`", "![", "[")
NAME_OF_MARK = {
    "```": "Pre",
    "||": "Spoiler",
    "__": "Underline",
    "_": "Italic",
    "*": "Bold",
    "~": "Strikethrough",
    "`": "Code",
    "![": "CustomEmoji",
    "[": "TextUrl",
}
KIND_OF_MARK = {
    "```": "pre",
    "||": "spoiler",
    "__": "underline",
    "_": "italic",
    "*": "bold",
    "~": "strikethrough",
    "`": "code",
}
LANGUAGE = re.compile(r"(?:([^\s`]+)(?=\s))?\n?")
ADDRESS = re.compile(r"\(((?:[^)\\]|\\.)*)\)", re.DOTALL)
ESCAPED = re.compile(r"\\([\x01-\x7e])")


def parse_markdown_v2(source: str) -> tuple[str, list[Wire]]:
    """Return the text without its marks, and the entities that the marks meant."""
    return _Parser(source).parse()


@dataclass(slots=True)
class _Open:
    mark: str
    at: int
    offset: int
    language: str = ""


class _Parser:
    def __init__(self, source: str) -> None:
        self.source = source
        self.pieces: list[str] = []
        self.offset = 0
        self.open: list[_Open] = []
        self.quote: int | None = None
        self.entities: list[Wire] = []

    def parse(self) -> tuple[str, list[Wire]]:
        at = 0
        while at < len(self.source):
            at = self._step(at)
        self._end_quote()
        if self.open:
            last = self.open[-1]
            raise self._broken(f"Can't find end of {NAME_OF_MARK[last.mark]} entity", last.at)
        return "".join(self.pieces), in_order(self.entities)

    def _step(self, at: int) -> int:
        if escaped := ESCAPED.match(self.source, at):
            return self._plain(escaped[1], escaped.end())
        if self.open and self.source.startswith(_closing(self.open[-1].mark), at):
            return self._close(at)
        character = self.source[at]
        if self._in_code() or character not in RESERVED:
            return self._plain(character, at + 1)
        if character == ">" and (at == 0 or self.source[at - 1] == "\n"):
            self.quote = self.offset if self.quote is None else self.quote
            return at + 1
        return self._open(at)

    def _plain(self, piece: str, past: int) -> int:
        self.pieces.append(piece)
        self.offset += utf16.length(piece)
        if piece == "\n" and not self.source.startswith(">", past):
            self._end_quote()
        return past

    def _open(self, at: int) -> int:
        mark = next((mark for mark in MARKS if self.source.startswith(mark, at)), None)
        if mark is None:
            raise bad_request(
                f"can't parse entities: Character '{self.source[at]}' is reserved"
                " and must be escaped with the preceding '\\'"
            )
        opened = _Open(mark, at, self.offset)
        self.open.append(opened)
        past = at + len(mark)
        if mark == "```" and (language := LANGUAGE.match(self.source, past)):
            opened.language = language[1] or ""
            return language.end()
        return past

    def _close(self, at: int) -> int:
        opened = self.open.pop()
        past = at + len(_closing(opened.mark))
        entity: Wire = {"offset": opened.offset, "length": self.offset - opened.offset}
        if opened.mark in ("[", "!["):
            past = self._address(opened, entity, past)
        else:
            entity["type"] = KIND_OF_MARK[opened.mark]
        if opened.language:
            entity["language"] = opened.language
        if entity["length"]:
            self.entities.append(entity)
        return past

    def _address(self, opened: _Open, entity: Wire, at: int) -> int:
        found = ADDRESS.match(self.source, at)
        if found is None and self.source.startswith("(", at):
            raise self._broken("Can't find end of a URL", at)
        address = ESCAPED.sub(r"\1", found[1]) if found else ""
        if opened.mark == "![":
            entity.update(type="custom_emoji", custom_emoji_id=address.rpartition("=")[2])
        else:
            entity.update(type="text_link", url=address)
        return found.end() if found else at

    def _end_quote(self) -> None:
        if self.quote is not None and self.offset > self.quote:
            length = self.offset - self.quote
            self.entities.append({"type": "blockquote", "offset": self.quote, "length": length})
        self.quote = None

    def _in_code(self) -> bool:
        return bool(self.open) and self.open[-1].mark in ("`", "```")

    def _broken(self, what: str, at: int) -> Refused:
        place = len(self.source[:at].encode())
        return bad_request(f"can't parse entities: {what} at byte offset {place}")


def _closing(mark: str) -> str:
    return "]" if mark in ("[", "![") else mark
