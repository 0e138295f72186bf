"""Somebody's words with their emphasis as Telegram's HTML: escaped once, tags always closed."""

import re
from collections.abc import Sequence
from dataclasses import replace
from html import escape
from itertools import pairwise
from typing import Final

from bot.texts.html import NOTHING, Html
from core.messages.content import RichText, Span, Style

_TAGS: Final = {
    Style.BOLD: "b",
    Style.ITALIC: "i",
    Style.UNDERLINE: "u",
    Style.STRUCK: "s",
    Style.SPOILER: "tg-spoiler",
    Style.CODE: "code",
    Style.QUOTE: "blockquote",
    Style.LINK: "a",
}
# Line breaks are the writer's and stay; other control characters would break a message.
_CONTROL: Final = re.compile(r"[\x00-\x09\x0b-\x1f\x7f\x85\u2028\u2029]")


def rich(said: RichText) -> Html:
    """Return the words as HTML, their lines as they were written."""
    if not said:
        return NOTHING
    spans = sorted(said.spans, key=lambda one: (one.begin, -one.end))
    ends = {0, len(said.text)}.union(*((one.begin, one.end) for one in spans))
    written, open_ones = list[str](), list[Span]()
    for left, right in pairwise(sorted(ends)):
        written += _closed(open_ones, left)
        new = [one for one in spans if one.begin == left < one.end]
        written += [_opened(one) for one in new]
        open_ones += new
        written.append(_plain(said.text[left:right]))
    written += [_close(one) for one in reversed(open_ones)]
    return Html("".join(written))


def shortened(said: RichText, most: int) -> RichText:
    """Return the first words, with an ellipsis where some were left out."""
    if len(said.text) <= most:
        return said
    kept = said.text[: most - 1].rstrip()
    spans = (replace(one, end=min(one.end, len(kept))) for one in said.spans)
    return RichText(f"{kept}…", tuple(one for one in spans if one.begin < one.end))


def _closed(open_ones: list[Span], at: int) -> Sequence[str]:
    """Close what ends here; what was opened within it and goes on is opened anew."""
    written, again = list[str](), list[Span]()
    while any(one.end <= at for one in open_ones):
        last = open_ones.pop()
        written.append(_close(last))
        if last.end > at:
            again.append(last)
    again.reverse()
    open_ones.extend(again)
    return [*written, *(_opened(one) for one in again)]


def _opened(one: Span) -> str:
    if one.style is Style.LINK:
        return f'<a href="{escape(one.link)}">'
    return f"<{_TAGS[one.style]}>"


def _close(one: Span) -> str:
    return f"</{_TAGS[one.style]}>"


def _plain(text: str) -> str:
    return escape(_CONTROL.sub(" ", text), quote=False)
