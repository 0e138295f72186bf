"""The Bot API: `/bot<token>/<method>` and `/file/bot<token>/<path>`."""

import structlog
from aiohttp import web

from sandbox.engine import CannotYet, Refused, Telegram, UploadedFile, Wire, long_poll
from sandbox.http.breakage import enact
from sandbox.http.envelope import accepted, declined
from sandbox.http.reading import read

log = structlog.get_logger(__name__)


class BotApi:
    """Translates requests into calls of the engine, and results into answers."""

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram

    def add_to(self, app: web.Application) -> None:
        """Put the addresses of the Bot API into an application."""
        app.router.add_route("*", "/bot{token}/{method}", self.call)
        app.router.add_get("/file/bot{token}/{path:.+}", self.download)

    async def call(self, request: web.Request) -> web.StreamResponse:
        """Answer one request of a bot."""
        token, method = request.match_info["token"], request.match_info["method"]
        try:
            params, files = await read(request)
        except Refused as refusal:
            return declined(refusal)
        fault = self._telegram.draw_fault(method, params)
        if fault is None:
            return await self._answer(token, method, params, files)
        return await enact(fault, request, lambda: self._answer(token, method, params, files))

    async def download(self, request: web.Request) -> web.StreamResponse:
        """Send a file down."""
        stored = self._telegram.file(request.match_info["path"])
        if stored is None:
            return declined(Refused(404, "Not Found"))
        return web.Response(body=stored.content, content_type="application/octet-stream")

    async def _answer(
        self, token: str, method: str, params: Wire, files: dict[str, UploadedFile]
    ) -> web.Response:
        try:
            if method.lower() == "getupdates":
                return accepted(await long_poll(self._telegram, token, params))
            return accepted(self._telegram.call(token, method, params, files))
        except CannotYet as unknown:
            log.warning("sandbox.cannot_yet", method=unknown.method)
            return declined(unknown)
        except Refused as refusal:
            return declined(refusal)
