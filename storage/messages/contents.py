"""Words with their emphasis, and files, as the columns of a row."""

import json
from collections.abc import Mapping
from typing import Any

from core.messages.content import Content, RichText, SentFile, Span, Style


def content_row(content: Content) -> dict[str, str]:
    """Return what is said as three columns: the words bare, and two JSON lists."""
    return {
        "text": content.text.text,
        "spans": _written(_spans(content.text)),
        "files": _written([_file(one) for one in content.files]),
    }


def content_of(text: str, spans: str, files: str) -> Content:
    """Return what the columns say."""
    return Content(_rich(text, json.loads(spans)), tuple(_kept(one) for one in json.loads(files)))


def _file(one: SentFile) -> dict[str, Any]:
    return {
        "picture": one.is_picture,
        "reference": one.reference,
        "name": one.name,
        "size": one.size,
        "caption": one.caption.text,
        "spans": _spans(one.caption),
    }


def _kept(one: Mapping[str, Any]) -> SentFile:
    caption = _rich(one["caption"], one["spans"])
    return SentFile(one["picture"], one["reference"], one["name"], one["size"], caption)


def _spans(rich: RichText) -> list[list[object]]:
    return [[one.style.value, one.begin, one.end, one.link] for one in rich.spans]


def _rich(text: str, spans: list[tuple[str, int, int, str]]) -> RichText:
    found = (Span(Style(style), begin, end, link) for style, begin, end, link in spans)
    return RichText(text, tuple(found))


def _written(found: object) -> str:
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))
