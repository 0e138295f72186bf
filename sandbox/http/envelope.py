"""Telegram's envelope around every answer."""

import json
from typing import Any

from aiohttp import web

from sandbox.engine import Refused

JSON = "application/json"
_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def encoded(content: object) -> bytes:
    """Return JSON, compact, as it travels."""
    try:
        return _ENCODE(content).encode()
    except UnicodeEncodeError:  # half a letter, which somebody injected: JSON can name it
        return json.dumps(content).encode()


def accepted(result: object) -> web.Response:
    """Wrap what a method returned."""
    return web.Response(body=b'{"ok":true,"result":' + encoded(result) + b"}", content_type=JSON)


def declined(refusal: Refused) -> web.Response:
    """Wrap a refusal; the HTTP status repeats its code."""
    return refused(refusal.error_code, refusal.description, refusal.parameters)


def refused(error_code: int, description: str, parameters: dict[str, Any]) -> web.Response:
    """Wrap a code, a sentence and what helps to go on."""
    content: dict[str, Any] = {
        "ok": False,
        "error_code": error_code,
        "description": description,
    }
    if parameters:
        content["parameters"] = parameters
    return web.Response(status=error_code, body=encoded(content), content_type=JSON)
