"""The line to one browser: changes go out in their order, a person's deeds come in."""

import asyncio
import json
from typing import Any

from aiohttp import WSMsgType, web

from sandbox.page.deeds import refusal_of
from sandbox.page.news import News
from sandbox.page.phones import Phones

MOST_WAITING = 1000
TICK = 0.5
HEARTBEAT = 20.0
LARGEST_DEED = 64 * 1024


class Line:
    """Keeps one browser's page as the chats are."""

    def __init__(self, socket: web.WebSocketResponse, phones: Phones) -> None:
        self._socket = socket
        self._phones = phones
        self._waiting: asyncio.Queue[dict[str, Any]] = asyncio.Queue(MOST_WAITING)

    async def talk(self) -> None:
        """Tell the whole state, then every change, until the browser goes."""
        unwatch = News(self._phones).watch(self._tell)
        try:
            self._tell(self._phones.state())
            async with asyncio.TaskGroup() as tasks:
                beside = [tasks.create_task(self._write()), tasks.create_task(self._tick())]
                await self._read()
                for task in beside:
                    task.cancel()
        finally:
            unwatch()

    def _tell(self, event: dict[str, Any]) -> None:
        if self._waiting.full():
            # A browser that cannot follow gets the outcome instead of every step.
            self._waiting = asyncio.Queue(MOST_WAITING)
            event = self._phones.state()
        self._waiting.put_nowait(event)

    async def _write(self) -> None:
        while not self._socket.closed:
            event = await self._waiting.get()
            try:
                await self._socket.send_str(json.dumps(event, ensure_ascii=False))
            except ConnectionResetError:
                return  # The browser left in the middle; reading ends by itself.

    async def _tick(self) -> None:
        told = None
        while True:
            self._tell({"kind": "clock", "clock": self._phones.clock()})
            stage = self._phones.stage()
            if stage != told:
                self._tell({"kind": "stage", "stage": stage})
            told = stage
            await asyncio.sleep(TICK)

    async def _read(self) -> None:
        async for message in self._socket:
            if message.type is WSMsgType.TEXT:
                self._obey(message.data)

    def _obey(self, data: str) -> None:
        if (refusal := refusal_of(self._phones, data)) is not None:
            self._tell(refusal)
