"""Entities that Telegram finds by itself: commands, links, mentions, hashtags, addresses."""

import re

from sandbox.engine.params import Wire
from sandbox.engine.text import utf16

CLOSED = frozenset({"code", "pre", "text_link", "text_mention"})
"""Inside these nothing is looked for."""

MAY_HOLD_SOME = re.compile(r"[/@#.]")
PATTERN = re.compile(
    r"(?P<url>\bhttps?://[^\s<>\"]*[\w/])"
    r"|(?P<email>\b[\w.+-]+@[\w-]+\.[\w.-]*\w)"
    r"|(?P<bot_command>(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?)(?![\w/])"
    r"|(?P<mention>(?<!\w)@[A-Za-z][A-Za-z0-9_]{2,31})\b"
    r"|(?P<hashtag>(?<!\w)#\w*[^\W\d]\w*)"
    r"|(?P<domain>(?<![\w@.-])(?:[\w-]+\.)+(?:com|org|net|info|ru|su|рф|me|io|edu|gov)\b(?:/\S*\w/?)?)"
)


def found_in(text: str, given: list[Wire]) -> list[Wire]:
    """Return what a text holds beside the given entities."""
    if not MAY_HOLD_SOME.search(text):
        return []
    matches = list(PATTERN.finditer(text))
    if not matches:
        return []
    places = utf16.offsets(text)
    entities = [_entity(match, places) for match in matches]
    closed = [entity for entity in given if entity["type"] in CLOSED]
    return [entity for entity in entities if not any(_overlap(entity, one) for one in closed)]


def _entity(match: re.Match[str], places: list[int]) -> Wire:
    kind = match.lastgroup
    start, end = places[match.start()], places[match.end()]
    return {
        "type": "url" if kind == "domain" else kind,
        "offset": start,
        "length": end - start,
    }


def _overlap(one: Wire, other: Wire) -> bool:
    return bool(
        one["offset"] < other["offset"] + other["length"]
        and other["offset"] < one["offset"] + one["length"]
    )
