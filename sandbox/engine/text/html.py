"""Telegram's HTML: few tags, four named references, and a refusal with the byte where it broke."""

import re
from dataclasses import dataclass

from sandbox.engine.params import Wire
from sandbox.engine.refusals import Refused, bad_request
from sandbox.engine.text import utf16
from sandbox.engine.text.entities import in_order

STOP = re.compile(r"[<&]")
REFERENCE = re.compile(r"&(?:#x(?P<hex>[0-9a-fA-F]+)|#(?P<number>\d+)|(?P<name>[a-zA-Z]+));?")
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
LAST_CODE_POINT = 0x10FFFF
CLOSE = re.compile(r"\s*>")
TAG_NAME = re.compile(r"[^\s>]*")
ATTRIBUTE = re.compile(r"\s*(?P<name>[^\s=>/\"']*)")
VALUE = re.compile(r"\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[\w.-]+))")
END = re.compile(r"</(?P<name>[^\s>]*)\s*(?P<close>>?)")
KIND_OF_TAG = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}
ARGUMENT_OF_TAG = {
    "a": "href",
    "code": "class",
    "span": "class",
    "tg-emoji": "emoji-id",
    "blockquote": "expandable",
}


def parse_html(source: str) -> tuple[str, list[Wire]]:
    """Return the text without its tags, and the entities that the tags meant."""
    return _Parser(source).parse()


@dataclass(slots=True)
class _Open:
    tag: str
    argument: str
    offset: int
    piece: int


class _Parser:
    def __init__(self, source: str) -> None:
        self.source = source
        self.pieces: list[str] = []
        self.offset = 0
        self.open: list[_Open] = []
        self.entities: list[Wire] = []

    def parse(self) -> tuple[str, list[Wire]]:
        at = 0
        while stop := STOP.search(self.source, at):
            self._add(self.source[at : stop.start()])
            at = self._past(stop.start())
        self._add(self.source[at:])
        if self.open:
            raise bad_request(
                "can't parse entities: Can't find end tag corresponding to start tag"
                f' "{self.open[-1].tag}"'
            )
        return "".join(self.pieces), in_order(self.entities)

    def _past(self, at: int) -> int:
        if self.source[at] == "&":
            return self._past_reference(at)
        if self.source.startswith("</", at):
            return self._past_end_tag(at)
        return self._past_start_tag(at)

    def _add(self, piece: str) -> None:
        if piece:
            self.pieces.append(piece)
            self.offset += utf16.length(piece)

    def _past_reference(self, at: int) -> int:
        piece, past = _reference(self.source, at)
        self._add(piece)
        return past

    def _past_start_tag(self, at: int) -> int:
        name = TAG_NAME.match(self.source, at + 1)
        past = name.end() if name else at + 1
        tag = self.source[at + 1 : past].lower()
        if past >= len(self.source):
            raise self._broken("Unclosed start tag", at)
        if tag not in KIND_OF_TAG:
            raise self._broken(f'Unsupported start tag "{tag}"', at)
        argument, past = self._argument(tag, at, past)
        if tag == "span" and argument != "tg-spoiler":
            raise self._broken('Tag "span" must have class "tg-spoiler"', at)
        self.open.append(_Open(tag, argument, self.offset, len(self.pieces)))
        return past

    def _argument(self, tag: str, begin: int, at: int) -> tuple[str, int]:
        wanted, argument = ARGUMENT_OF_TAG.get(tag), ""
        while not (close := CLOSE.match(self.source, at)):
            name, value, at = self._attribute(tag, begin, at)
            if name == wanted:
                argument = value
        return argument, close.end()

    def _attribute(self, tag: str, begin: int, at: int) -> tuple[str, str, int]:
        found = ATTRIBUTE.match(self.source, at)
        name = found["name"] if found else ""
        past = found.end() if found else at
        if past >= len(self.source):
            raise self._broken("Unclosed start tag", begin)
        if not name:
            raise self._broken(f'Empty attribute name in the tag "{tag}"', begin)
        if value := VALUE.match(self.source, past):
            return name, _unescaped(value[value.lastgroup or 0]), value.end()
        if self.source[past:].lstrip().startswith("="):
            raise self._broken("Unclosed start tag", begin)
        return name, "1" if name == "expandable" else "", past

    def _past_end_tag(self, at: int) -> int:
        if not self.open:
            raise self._broken("Unexpected end tag", at)
        found = END.match(self.source, at)
        if found is None or not found["close"]:
            raise self._broken("Unclosed end tag", at)
        opened = self.open.pop()
        if found["name"] not in ("", opened.tag):
            broken = self._broken("Unmatched end tag", at).description
            named = f'expected "</{opened.tag}>", found "</{found["name"]}>"'
            raise Refused(400, f"{broken}, {named}")
        self._close(opened)
        return found.end()

    def _close(self, opened: _Open) -> None:
        if self.offset == opened.offset:
            return
        entity: Wire = {
            "type": KIND_OF_TAG[opened.tag],
            "offset": opened.offset,
            "length": self.offset - opened.offset,
        }
        if not self._merged(opened, entity) and self._detailed(opened, entity):
            self.entities.append(entity)

    def _merged(self, opened: _Open, entity: Wire) -> bool:
        """Make one block of a code with a language and the pre that it fills."""
        last = self.entities[-1] if self.entities else {}
        same = [last.get(name) == entity[name] for name in ("offset", "length")]
        if not all(same) or {last["type"], entity["type"]} != {"pre", "code"}:
            return False
        language = opened.argument.removeprefix("language-") or last.get("language")
        if language:
            last.update(type="pre", language=language)
        return bool(language)

    def _detailed(self, opened: _Open, entity: Wire) -> bool:
        """Add what the tag's attribute says; False when the entity means nothing without it."""
        if opened.tag == "a":
            address = opened.argument or "".join(self.pieces[opened.piece :])
            return _point_to(entity, address)
        if opened.tag == "code" and opened.argument.startswith("language-"):
            entity["language"] = opened.argument.removeprefix("language-")
        elif opened.tag == "blockquote" and opened.argument:
            entity["type"] = "expandable_blockquote"
        elif opened.tag == "tg-emoji":
            entity["custom_emoji_id"] = opened.argument
        return True

    def _broken(self, what: str, at: int) -> Refused:
        place = len(self.source[:at].encode())
        return bad_request(f"can't parse entities: {what} at byte offset {place}")


def _reference(source: str, at: int) -> tuple[str, int]:
    found = REFERENCE.match(source, at)
    if found is None:
        return "&", at + 1
    if found["name"]:
        known = NAMED.get(found["name"])
        return (known, found.end()) if known else ("&", at + 1)
    code = int(found["hex"], 16) if found["hex"] else int(found["number"])
    if not 0 < code <= LAST_CODE_POINT:
        return "&", at + 1
    return chr(code), found.end()


def _unescaped(value: str) -> str:
    pieces, at = [], 0
    while (amp := value.find("&", at)) >= 0:
        pieces.append(value[at:amp])
        piece, at = _reference(value, amp)
        pieces.append(piece)
    return "".join([*pieces, value[at:]])


def _point_to(entity: Wire, address: str) -> bool:
    """Make a link of an entity; Telegram drops one that leads nowhere, and keeps the text."""
    if user := re.fullmatch(r"tg://user\?id=(\d+)", address):
        entity["type"] = "text_mention"
        entity["user"] = {"id": int(user[1]), "is_bot": False, "first_name": ""}
        return True
    if not re.match(r"[a-z]+:|[^\s/]+\.\w", address, re.IGNORECASE):
        return False
    entity["url"] = address if ":" in address.split("/", maxsplit=1)[0] else f"http://{address}/"
    return True
