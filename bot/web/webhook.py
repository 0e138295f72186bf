"""Webhooks: Telegram hears «taken» only after the update is in the inbox."""

import hmac
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager

import structlog
from aiohttp import web

from bot.telegram.updates import RawUpdate, raw_update
from bot.web.edge import edge

log = structlog.get_logger(__name__)

PATH = "/telegram"
_SECRET = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - a header's name
_LARGEST = 1024 * 1024

Accept = Callable[[Sequence[RawUpdate]], Awaitable[object]]


def alive() -> web.Application:
    """Return a web application whose `/health` says that we live."""

    async def health(_: web.Request) -> web.Response:
        return web.json_response({"status": "ok"})

    app = web.Application(client_max_size=_LARGEST, middlewares=[edge])
    app.router.add_get("/health", health)
    return app


def application(accept: Accept, secret: str) -> web.Application:
    """Return the web application whose `/telegram` takes updates."""

    async def take(request: web.Request) -> web.Response:
        given = request.headers.get(_SECRET, "")
        if not hmac.compare_digest(given.encode(), secret.encode()):
            return web.Response(status=403)
        update = _update(await request.read())
        if update is None:
            # Not an update at all: to answer with an error would bring it back for a day.
            log.warning("webhook-unreadable")
            return web.Response()
        await accept([update])
        return web.Response()

    app = alive()
    app.router.add_post(PATH, take)
    return app


def _update(body: bytes) -> RawUpdate | None:
    try:
        fields = json.loads(body)
    except ValueError:  # no JSON, or not even UTF-8
        return None
    return raw_update(fields) if isinstance(fields, dict) else None


@asynccontextmanager
async def listening(app: web.Application, *, host: str, port: int) -> AsyncIterator[str]:
    """Serve an application while the block runs; give its address."""
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, host, port)
    await site.start()
    try:
        bound = runner.addresses[0]
        yield f"http://{bound[0]}:{bound[1]}"
    finally:
        await runner.cleanup()
