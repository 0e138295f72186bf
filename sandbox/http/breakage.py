"""Faults, enacted over HTTP: what the plan chose becomes what a client really meets."""

import asyncio
import socket
import struct
from collections.abc import Awaitable, Callable
from typing import assert_never

from aiohttp import web

from sandbox.engine.faults import Delay, Fault, RawAnswer, Refusal, Reset, Silence
from sandbox.http.envelope import refused

RESET_ON_CLOSE = struct.pack("ii", 1, 0)


async def enact(
    fault: Fault | None, request: web.Request, work: Callable[[], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """Do the work, or do it and spoil the answer, or do not do it at all."""
    match fault:
        case None:
            return await work()
        case Delay(seconds, then):
            await asyncio.sleep(seconds)
            return await enact(then, request, work)
        case Refusal(error_code, description, parameters):
            return refused(error_code, description, dict(parameters))
        case RawAnswer() | Reset() | Silence():
            if fault.accepted:
                await work()
            return await _spoil(fault, request)
        case _:
            assert_never(fault)


async def _spoil(fault: RawAnswer | Reset | Silence, request: web.Request) -> web.Response:
    match fault:
        case RawAnswer(status, body, content_type):
            return web.Response(status=status, text=body, content_type=content_type)
        case Silence(seconds):
            await asyncio.sleep(seconds)
        case Reset():
            pass
        case _:
            assert_never(fault)
    _break_off(request)
    return web.Response()  # nobody is there to read it


def _break_off(request: web.Request) -> None:
    if (transport := request.transport) is None:
        return
    connection = transport.get_extra_info("socket")
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET_ON_CLOSE)
    transport.abort()
