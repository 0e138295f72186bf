"""Putting the sandbox on an address: for a test, inside another program, or alone."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager

from aiohttp import web

from sandbox.engine import Telegram
from sandbox.engine.files import MEGABYTE
from sandbox.http.bot_api import BotApi
from sandbox.http.control import Control
from sandbox.http.webhooks import PAUSES, Postman

Extra = Callable[[web.Application], None]
"""Adds more to the application before it starts, such as the browser page."""

LARGEST_REQUEST = 64 * MEGABYTE
GRACE = 0.1
"""Seconds that requests are given at the end; long polls would else hold it up."""


def create_app(
    telegram: Telegram, *, extra: Iterable[Extra] = (), pauses: Sequence[float] = PAUSES
) -> web.Application:
    """Return the Bot API, the control and the webhooks of a Telegram as one application."""
    app = web.Application(client_max_size=LARGEST_REQUEST)
    BotApi(telegram).add_to(app)
    Control(telegram).add_to(app)
    for add_to in extra:
        add_to(app)

    async def deliver(_: web.Application) -> AsyncIterator[None]:
        # It carries nothing that must survive: undelivered updates stay in their queue.
        task = asyncio.create_task(Postman(telegram, pauses).run())  # noqa: TID251 - see above
        yield
        task.cancel()
        await asyncio.wait([task])
        if not task.cancelled():
            task.result()  # it never ends by itself: say why it did

    app.cleanup_ctx.append(deliver)
    return app


@asynccontextmanager
async def serve(
    telegram: Telegram,
    host: str = "127.0.0.1",
    port: int = 0,
    *,
    extra: Iterable[Extra] = (),
    pauses: Sequence[float] = PAUSES,
) -> AsyncIterator[str]:
    """Serve while the block runs, and yield the address: "http://127.0.0.1:8081"."""
    app = create_app(telegram, extra=extra, pauses=pauses)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=GRACE)
    await runner.setup()
    try:
        site = web.TCPSite(runner, host, port)
        await site.start()
        yield f"http://{host}:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


async def run(
    telegram: Telegram,
    host: str = "127.0.0.1",
    port: int = 8081,
    *,
    extra: Iterable[Extra] = (),
    ready: Callable[[str], None] = print,
) -> None:
    """Serve until cancelled; `ready` is told the address."""
    async with serve(telegram, host, port, extra=extra) as address:
        ready(address)
        await asyncio.Event().wait()
