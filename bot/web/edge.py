"""The edge where browsers come in: what breaks there is logged without a word of the request."""

from collections.abc import Awaitable, Callable
from http import HTTPStatus

from aiohttp import web

from bot.logs import log_failure

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@web.middleware
async def edge(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Answer with an error where the program failed; the path, a secret, is not logged."""
    try:
        return await handler(request)
    except web.HTTPException:
        raise
    except Exception as error:  # noqa: BLE001 - the edge: aiohttp would log the words of the error
        log_failure("request-failed", error, method=request.method)
        return web.Response(status=HTTPStatus.INTERNAL_SERVER_ERROR)
