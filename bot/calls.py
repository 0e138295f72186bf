"""Calls of the Bot API as they are kept: plain values, and what becomes of them on the way."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

from aiogram.types import InputFile

Call = dict[str, Any]
"""One call of the Bot API: its parameters by name, and the method's name under `method`."""
ENCLOSING: Final = {"sendPhoto": "photo", "sendDocument": "document"}
INSTEAD: Final = "instead"
"""Of a kept call only, and nothing to Telegram: what is said where the file cannot be had."""
SEALED: Final = "sealed"
"""Of a kept call only: by what the file is known that left with it."""


def kept(calls: Sequence[Call] | Call) -> str:
    """Return calls, or a part of one, as the text that is stored and sent."""
    return json.dumps(calls, ensure_ascii=False, separators=(",", ":"))


def read_kept(text: str) -> list[Call]:
    """Read stored calls back."""
    calls: list[Call] = json.loads(text)
    return calls


def as_new(call: Call) -> Call:
    """Return the call that sends as a new message what cannot be edited any more."""
    kept = {name: value for name, value in call.items() if name != "message_id"}
    return kept | {"method": "sendMessage"}


def sealed_call(call: Call, seal: Mapping[str, Any]) -> Call:
    """Return a call that encloses something as one whose file is made, and known by its seal."""
    return {name: value for name, value in call.items() if name != "enclosed"} | {SEALED: seal}


def with_file(call: Call, file: InputFile | str) -> Call:
    """Return the call with its file, or with the reference by which Telegram keeps it."""
    sent = {name: value for name, value in call.items() if name not in {"enclosed", SEALED}}
    return sent | {ENCLOSING[call["method"]]: file}


def without_file(call: Call) -> Call:
    """Return the call that says what stood under a file that Telegram does not give out."""
    file = {INSTEAD, "caption", ENCLOSING[call["method"]]}
    kept = {name: value for name, value in call.items() if name not in file}
    words = "\n\n".join(call[name] for name in ("caption", INSTEAD) if call.get(name))
    return kept | {"method": "sendMessage", "text": words}


def alone(call: Call, piece: Mapping[str, Any]) -> Call:
    """Return the call that shows one part of an album by itself."""
    method = "sendPhoto" if piece["type"] == "photo" else "sendDocument"
    words = {name: piece[name] for name in ("caption", INSTEAD) if piece.get(name)}
    around = {name: value for name, value in call.items() if name != "media"}
    return around | {"method": method, ENCLOSING[method]: piece["media"]} | words


def in_words(call: Call) -> Call:
    """Return the call that says what was to be enclosed."""
    kept = {name: value for name, value in call.items() if name not in {"enclosed", "caption"}}
    return kept | {"method": "sendMessage", "text": call["enclosed"]["instead"]}
