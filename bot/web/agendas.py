"""Calendars by link: `GET /ics/<secret>.ics`. Who asks is not known; the secret is all there is.

A link that was guessed, renewed, cut or whose owner lost the right is one and the same 404, and
takes one and the same time.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final

from aiohttp import web

from bot.documents.linked import NotMade
from bot.screens.diary.agenda import PATH

_SUFFIX: Final = ".ics"
_NO_TAKES: Final = 0.25
"""Seconds until a no: longer than the database takes to know."""

_RETRY: Final = {"Retry-After": "60"}
_HEADERS: Final = {
    "Cache-Control": "private, max-age=900",
    "Content-Disposition": 'inline; filename="zvonok.ics"',
    "X-Robots-Tag": "noindex",
}

ReadLinked = Callable[[str], Awaitable[bytes | None]]


def serve_agendas(app: web.Application, read: ReadLinked) -> None:
    """Let an application serve calendars; `throttle.guard` limits who guesses."""

    async def give(request: web.Request) -> web.Response:
        asked = asyncio.get_running_loop().time()
        try:
            file = await read(_secret(request.match_info["name"]))
        except NotMade:
            return web.Response(status=503, headers=_RETRY)
        if file is None:
            await asyncio.sleep(asked + _NO_TAKES - asyncio.get_running_loop().time())
            return web.Response(status=404)
        return web.Response(
            body=file, content_type="text/calendar", charset="utf-8", headers=_HEADERS
        )

    app.router.add_get(PATH + "{name}", give)


def _secret(name: str) -> str:
    """Return what is taken for the secret; of another name, what no link has."""
    return name.removesuffix(_SUFFIX) if name.endswith(_SUFFIX) else ""
