"""Text for Telegram as a type, so that everything is escaped exactly once."""

import re
from collections.abc import Iterable
from html import escape, unescape

_BREAKS = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]+")
_TAG = re.compile(r"<[^>]*>")
_NBSP = "\u00a0"


class Html(str):
    """Telegram's HTML, escaped already: it passes into another text as it is."""

    __slots__ = ()


NOTHING = Html()


def escaped(text: str) -> Html:
    """Return a text from outside as HTML; text that is HTML already is not escaped again."""
    return text if isinstance(text, Html) else Html(escape(tidy(text), quote=False))


def tidy(text: str) -> str:
    """Return the text in one line: a break within a name or a title would break a screen."""
    line = _BREAKS.sub(" ", text)
    # A phone must not tear «№ 5» and «§ 12» apart at the end of a line.
    return line.replace("§ ", f"§{_NBSP}").replace(" №", f"{_NBSP}№").replace("№ ", f"№{_NBSP}")


def joined(separator: str, parts: Iterable[Html]) -> Html:
    """Return the parts that are not empty, with a separator that needs no escaping."""
    return Html(separator.join(part for part in parts if part))


def cut(text: str, most: int) -> str:
    """Return the text, shortened with an ellipsis where Telegram would count more than `most`."""
    if len(text) * 2 <= most or units(text) <= most:
        return text
    kept = text.encode("utf-16-le")[: (most - 1) * 2].decode("utf-16-le", "ignore")
    return f"{kept.rstrip()}…"


def units(text: str) -> int:
    """Return a text's length as Telegram counts it: an emoji is two."""
    return len(text.encode("utf-16-le")) // 2


def seen(text: Html) -> str:
    """Return what a person sees of a text: the marks of its emphasis are not counted."""
    return unescape(_TAG.sub("", text))


def mid_sentence(title: str) -> str:
    """Return a title as it stands within a sentence: «алгебра», but «ИЗО»."""
    return title[0].lower() + title[1:] if title[1:2].islower() else title
