"""The page's addresses: the page itself, its state, its line, files, and the stage's orders."""

import json
from pathlib import Path
from typing import Any, TypeAlias
from weakref import WeakSet

from aiohttp import WSCloseCode, web

from sandbox.engine.refusals import Refused
from sandbox.page.deeds import Unfit, upload
from sandbox.page.exchange import send_file, take_file
from sandbox.page.headers import harden, must_be_own
from sandbox.page.line import HEARTBEAT, LARGEST_DEED, Line
from sandbox.page.phones import Phones
from sandbox.page.stage import Stage

STATIC = Path(__file__).with_name("static")
Sockets: TypeAlias = WeakSet[web.WebSocketResponse]
PHONES = web.AppKey("phones", Phones)
STAGE = web.AppKey("stage", Stage)
SOCKETS = web.AppKey("sockets", Sockets)
FASTEST = 3600


def page_app(phones: Phones, stage: Stage | None) -> web.Application:
    """Return what stands below `/page`."""
    app = web.Application()
    app[PHONES], app[SOCKETS] = phones, Sockets()
    if stage is not None:
        app[STAGE] = stage
    app.on_response_prepare.append(harden)
    app.on_shutdown.append(_hang_up)
    app.router.add_static("/static", STATIC)
    app.add_routes(
        [
            web.get("/state", _state),
            web.get("/live", _live),
            web.get("/history", _history),
            web.get("/file/{file_id}", _file),
            web.post("/upload", _upload),
            web.post("/stage/play", _play),
            web.post("/stage/speed", _set_speed),
        ]
    )
    return app


async def index(request: web.Request) -> web.StreamResponse:
    """Serve the page."""
    answer = web.FileResponse(STATIC / "index.html")
    await harden(request, answer)
    return answer


async def _state(request: web.Request) -> web.Response:
    return _said(request.app[PHONES].state())


async def _live(request: web.Request) -> web.WebSocketResponse:
    must_be_own(request)
    socket = web.WebSocketResponse(heartbeat=HEARTBEAT, max_msg_size=LARGEST_DEED)
    await socket.prepare(request)
    request.app[SOCKETS].add(socket)
    await Line(socket, request.app[PHONES]).talk()
    return socket


async def _history(request: web.Request) -> web.Response:
    person, before = (_whole(request.query.get(name)) for name in ("person", "before"))
    return _said(request.app[PHONES].history(person, before=before))


async def _file(request: web.Request) -> web.Response:
    stored = request.app[PHONES].file(request.match_info["file_id"])
    if stored is None:
        raise web.HTTPNotFound
    return send_file(stored)


async def _upload(request: web.Request) -> web.Response:
    must_be_own(request)
    letter = await take_file(request)
    try:
        upload(request.app[PHONES], letter)
    except (Refused, Unfit) as refused:
        raise web.HTTPBadRequest(text=str(refused)) from refused
    return _said({})


async def _play(request: web.Request) -> web.Response:
    stage, order = await _order(request)
    try:
        await stage.play(str(order.get("event", "")))
    except KeyError:
        raise web.HTTPNotFound from None
    return _said({})


async def _set_speed(request: web.Request) -> web.Response:
    stage, order = await _order(request)
    speed = order.get("speed")
    if not isinstance(speed, int | float) or not 0 <= speed <= FASTEST:
        raise web.HTTPBadRequest
    stage.set_speed(speed)
    return _said({})


async def _order(request: web.Request) -> tuple[Stage, dict[str, Any]]:
    must_be_own(request)
    if STAGE not in request.app:
        raise web.HTTPNotFound
    try:
        order = await request.json()
    except ValueError:
        raise web.HTTPBadRequest from None
    if not isinstance(order, dict):
        raise web.HTTPBadRequest
    return request.app[STAGE], order


async def _hang_up(app: web.Application) -> None:
    sockets = app[SOCKETS]
    for socket in tuple(sockets):
        await socket.close(code=WSCloseCode.GOING_AWAY)


def _whole(text: str | None) -> int:
    try:
        return int(text or "")
    except ValueError:
        raise web.HTTPBadRequest from None


def _said(body: dict[str, Any]) -> web.Response:
    return web.json_response(body, dumps=lambda it: json.dumps(it, ensure_ascii=False))
