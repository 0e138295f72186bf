"""A small Telegram to test with: a clock that stands, one bot, and persons with short names."""

import asyncio
import struct
import zlib
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

import pytest
from aiohttp import web

from sandbox.engine import Limits, Refused, Telegram, Wire

TOKEN = "42:SANDBOX"
MARIA, IVAN = 7, 8
GROUP = -100


class Clock:
    def __init__(self) -> None:
        self.now = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def passes(self, **time: float) -> None:
        self.now += timedelta(**time)


def a_telegram(clock: Clock | None = None, *, limits: Limits | None = None) -> Telegram:
    """Return a Telegram where Maria has written to the bot and Ivan has not."""
    telegram = Telegram(clock or Clock(), limits=limits)
    telegram.people.add(MARIA, "Мария", "Соколова")
    telegram.people.add(IVAN, "Иван", language_code="en")
    telegram.people.opens_chat(TOKEN, MARIA)
    return telegram


def sent(telegram: Telegram, text: str = "Привет", chat_id: int = MARIA, **more: object) -> Wire:
    wire = telegram.call(TOKEN, "sendMessage", {"chat_id": chat_id, "text": text, **more})
    assert isinstance(wire, dict)
    return wire


def refusal_of(telegram: Telegram, method: str, **params: object) -> str:
    with pytest.raises(Refused) as refused:
        telegram.call(TOKEN, method, params)
    return refused.value.description


def updates(telegram: Telegram, **params: object) -> list[Wire]:
    found = telegram.call(TOKEN, "getUpdates", params)
    assert isinstance(found, list)
    return found


def a_keyboard(*labels: str) -> Wire:
    """Return a keyboard of one column; each button carries its label."""
    return {"inline_keyboard": [[{"text": label, "callback_data": label}] for label in labels]}


def a_png(width: int = 2, height: int = 3) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\x80" * width) * height)
    chunks = ((b"IHDR", header), (b"IDAT", rows), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*chunk) for chunk in chunks)


def _chunk(kind: bytes, content: bytes) -> bytes:
    length = struct.pack(">I", len(content))
    return length + kind + content + struct.pack(">I", zlib.crc32(kind + content))


async def until(holds: Callable[[], bool], seconds: float = 10.0) -> None:
    """Wait until something is so; a time-out fails the test."""
    async with asyncio.timeout(seconds):
        while not holds():  # noqa: ASYNC110 - what is waited for has no event
            await asyncio.sleep(0.01)


@asynccontextmanager
async def a_server(app: web.Application) -> AsyncIterator[str]:
    """Serve an application on a free port of this machine and yield its address."""
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()
