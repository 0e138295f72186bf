"""Cells that hold JSON, kept as they are written: what is inside must be of the right kind."""

import json
from collections.abc import Callable
from zoneinfo import ZoneInfo

from core.exchange.forms import Form

_SPAN = (str, int, int, str)
_FILE = {
    "picture": bool,
    "reference": str,
    "name": str,
    "size": int,
    "caption": str,
    "spans": list,
}


def _json_list(expected: str, fits: Callable[[object], bool]) -> Form:
    def read(cell: str) -> str:
        try:
            found = json.loads(cell)
        # A depth that no honest file has.
        except RecursionError:
            raise ValueError(cell) from None
        if not isinstance(found, list) or not all(map(fits, found)):
            raise ValueError(cell)
        return cell

    return Form(expected, read, _as_it_is)


def _as_it_is(value: str, _: ZoneInfo) -> str:
    return value


def _is_span(found: object) -> bool:
    return isinstance(found, list) and tuple(map(type, found)) == _SPAN


def _is_file(found: object) -> bool:
    if not isinstance(found, dict) or {name: type(it) for name, it in found.items()} != _FILE:
        return False
    return all(map(_is_span, found["spans"]))


CHOICES = _json_list('["…",…]', lambda found: isinstance(found, str))
"""What may be answered, each by its words."""

SPANS = _json_list('[["style",begin,end,"link"],…]', _is_span)
"""Where words are emphasised."""

SENT_FILES = _json_list(f"[{{{','.join(_FILE)}}},…]", _is_file)
"""Files of a message, as the channel knows them."""
