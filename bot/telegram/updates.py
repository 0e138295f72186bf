"""Raw updates, taken one by one: one that fits no schema is put aside and stops nobody else."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeGuard

from aiogram import Bot
from aiogram.types import Update
from pydantic import ValidationError

ALLOWED: Final = ("message", "edited_message", "callback_query", "my_chat_member")


NOBODY: Final = 0
"""The chat of an update that names none."""
_LARGEST: Final = 2**63 - 1
_OUR_WORDS: Final = frozenset({"text", "entities", "reply_markup", "link_preview_options"})


class UnreadableUpdate(ValueError):
    """An update that fits no schema; `where` names the fields, not their values."""

    def __init__(self, where: str) -> None:
        super().__init__(where)
        self.where = where


@dataclass(frozen=True, slots=True)
class RawUpdate:
    """An update as it came: its number, whose turn it is, and its text."""

    update_id: int
    chat: int
    raw: str


def raw_update(fields: Mapping[str, Any]) -> RawUpdate | None:
    """Return an update to be kept, or None for what does not even bear a number."""
    update_id = fields.get("update_id")
    if not _is_number(update_id):
        return None
    return RawUpdate(update_id, _chat(fields), _text(_without_our_words(fields)))


def _is_number(value: object) -> TypeGuard[int]:
    """Say whether it is a number that every database can keep."""
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) <= _LARGEST


def _without_our_words(fields: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return an update without the text and buttons of a tapped message: they are our own."""
    tap = fields.get("callback_query")
    message = tap.get("message") if isinstance(tap, dict) else None
    if not isinstance(tap, dict) or not isinstance(message, dict):
        return fields
    kept = {name: value for name, value in message.items() if name not in _OUR_WORDS}
    return {**fields, "callback_query": {**tap, "message": kept}}


def _text(fields: Mapping[str, Any]) -> str:
    text = json.dumps(fields, ensure_ascii=False, separators=(",", ":"))
    try:
        text.encode()
    except UnicodeEncodeError:  # half a letter: JSON can write it, no database can keep it
        return json.dumps(fields, separators=(",", ":"))
    return text


def _chat(fields: Mapping[str, Any]) -> int:
    for content in fields.values():
        if isinstance(content, dict):
            who = content.get("chat") or content.get("from")
            message = content.get("message")
            if isinstance(message, dict) and isinstance(message.get("chat"), dict):
                who = message["chat"]
            if isinstance(who, dict) and _is_number(who.get("id")):
                return int(who["id"])
    return NOBODY


def read_update(raw: str, bot: Bot) -> Update:
    """Return the update; raise UnreadableUpdate where it fits no schema."""
    try:
        return Update.model_validate_json(raw, context={"bot": bot})
    except ValidationError as wrong:
        places = {".".join(str(part) for part in one["loc"]) for one in wrong.errors()}
        raise UnreadableUpdate(", ".join(sorted(places))[:200]) from None
