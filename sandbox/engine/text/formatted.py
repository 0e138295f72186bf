"""From the parameters of a call to the text as the chat will show it."""

from dataclasses import dataclass

from sandbox.engine.params import Params, Wire
from sandbox.engine.refusals import bad_request
from sandbox.engine.text import utf16
from sandbox.engine.text.entities import checked, in_order
from sandbox.engine.text.found import found_in
from sandbox.engine.text.html import parse_html
from sandbox.engine.text.markdown import parse_markdown_v2

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
BLANK = " \t\n\v\f\r"


@dataclass(frozen=True, slots=True)
class Formatted:
    """A text and what is marked in it."""

    text: str
    entities: list[Wire]


def text_of(params: Params) -> Formatted:
    """Return the text of a message; refuse an empty and a long one."""
    if not params.text("text"):
        raise bad_request("message text is empty")
    formatted = _formatted(params, "text", "entities")
    if not formatted.text:
        raise bad_request("text must be non-empty")
    if utf16.length(formatted.text) > LONGEST_TEXT:
        raise bad_request("message is too long")
    return formatted


def caption_of(params: Params) -> Formatted:
    """Return the words under a picture or file, which may be missing."""
    formatted = _formatted(params, "caption", "caption_entities")
    if utf16.length(formatted.text) > LONGEST_CAPTION:
        raise bad_request("message caption is too long")
    return formatted


def said(text: str) -> Formatted:
    """Return what a person typed, with what Telegram finds in it."""
    return Formatted(text, found_in(text, []))


def _formatted(params: Params, field: str, entities_field: str) -> Formatted:
    text, given = _parsed(params, params.text(field), entities_field)
    text, given = _trimmed(text, given)
    if found := found_in(text, given):
        given = in_order(given + found)
    return Formatted(text, given)


def _parsed(params: Params, source: str, entities_field: str) -> tuple[str, list[Wire]]:
    match params.text("parse_mode").lower():
        case "":
            given = params.sequence(entities_field)
            return source, checked(source, given) if given else []
        case "html":
            return parse_html(source)
        case "markdownv2":
            return parse_markdown_v2(source)
        case _:
            raise bad_request("unsupported parse_mode")


def _trimmed(text: str, entities: list[Wire]) -> tuple[str, list[Wire]]:
    trimmed = text.strip(BLANK)
    if len(trimmed) == len(text):
        return text, entities
    shift = utf16.length(text[: len(text) - len(text.lstrip(BLANK))])
    end = utf16.length(trimmed)
    moved = (_moved(entity, shift, end) for entity in entities)
    return trimmed, [entity for entity in moved if entity["length"] > 0]


def _moved(entity: Wire, shift: int, end: int) -> Wire:
    start = max(entity["offset"] - shift, 0)
    stop = min(entity["offset"] + entity["length"] - shift, end)
    return {**entity, "offset": start, "length": stop - start}
