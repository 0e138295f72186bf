"""The demo's page as tests use it: what a browser asks, and a person's phone on it."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import aiohttp

from bot.demo import TOKEN, playing

PARENT, PUPIL, TEACHER, ADMINISTRATOR = 1001, 1002, 1003, 1004


@dataclass(frozen=True)
class Page:
    """What a browser asks of the page, without a browser."""

    http: aiohttp.ClientSession
    address: str

    async def state(self) -> dict[str, Any]:
        async with self.http.get(f"{self.address}/page/state") as answer:
            return dict(json.loads(await answer.text()))

    async def presses(self, event: str) -> int:
        url = f"{self.address}/page/stage/play"
        async with self.http.post(url, json={"event": event}) as answer:
            return answer.status

    async def sets_speed(self, speed: float) -> None:
        url = f"{self.address}/page/stage/speed"
        async with self.http.post(url, json={"speed": speed}) as answer:
            assert answer.status == 200

    async def taps(self, person: int, message: int, data: str) -> None:
        """Tap a button, whatever the message shows by now."""
        url = f"{self.address}/sandbox/bots/{TOKEN}/persons/{person}/taps"
        async with self.http.post(url, json={"message_id": message, "data": data}) as answer:
            assert answer.status == 200

    async def told(self, person: int) -> list[str]:
        """Return what the bot has said to a person."""
        persons = (await self.state())["persons"]
        messages = [
            message for one in persons if one["id"] == person for message in one["messages"]
        ]
        said = [one.get("text", one.get("caption", "")) for one in messages if not one["own"]]
        return [text.replace("\xa0", " ") for text in said]

    async def hears(self, person: int, *words: str) -> str:
        """Wait until a message to the person has all the words; the test's time limit ends it."""
        while True:
            for text in await self.told(person):
                if all(word in text for word in words):
                    return text
            await asyncio.sleep(0.05)

    async def file(self, file_id: str) -> bytes:
        async with self.http.get(f"{self.address}/page/file/{file_id}") as answer:
            assert answer.status == 200
            return await answer.read()

    async def today(self) -> date:
        now = (await self.state())["clock"]["now"]
        return datetime.fromtimestamp(now, ZoneInfo("Europe/Moscow")).date()

    async def sees(self, shown: Callable[[dict[str, Any]], object]) -> None:
        while True:
            if shown(await self.state()):
                return
            await asyncio.sleep(0.05)


@asynccontextmanager
async def opened(data: Path) -> AsyncIterator[Page]:
    async with playing(port=0, data=data) as address, aiohttp.ClientSession() as http:
        yield Page(http, address)


@dataclass
class Phone:
    """One person's phone: what came last, and a thumb."""

    page: Page
    person: int
    since: int = 0

    async def says(self, text: str) -> None:
        """Write; what is tapped next is on a message that came later."""
        self.since = (await self._does("sends", text=text))["message_id"]

    async def taps(self, label: str) -> None:
        """Tap the button once it is there, and wait until something came of it."""
        message, data = await self._finds(label)
        self.since, before = message["message_id"], await self._messages()
        await self.page.taps(self.person, message["message_id"], data)
        while await self._messages() == before:  # noqa: ASYNC110 - the other side is a page
            await asyncio.sleep(0.05)

    async def touches(self, label: str) -> None:
        """Tap a button that answers with a word over the chat, and changes nothing in it."""
        message, data = await self._finds(label)
        await self.page.taps(self.person, message["message_id"], data)

    async def goes(self, *labels: str) -> None:
        """Begin anew, and tap through the labels."""
        await self.says("/start")
        for label in labels:
            await self.taps(label)

    async def hears(self, *words: str) -> str:
        return await self.page.hears(self.person, *words)

    async def receives(self) -> bytes:
        """Return the file that came last since the person wrote; wait until one has come."""
        while True:
            for message in reversed(await self._messages()):
                if "document" in message and message["message_id"] >= self.since:
                    return await self.page.file(message["document"]["file_id"])
            await asyncio.sleep(0.05)

    async def asks(self, *labels: str, words: str) -> None:
        """Ask: by a topic, and past the known answers where there are some."""
        await self.says("/ask")
        for label in labels:
            await self.taps(label)
        await self.says(words)
        await self.taps("Отправить")

    async def _finds(self, label: str) -> tuple[dict[str, Any], str]:
        while True:
            for message in reversed(await self._messages()):
                rows = message.get("reply_markup", {}).get("inline_keyboard", [])
                for one in (button for row in rows for button in row):
                    if one["text"] == label and message["message_id"] >= self.since:
                        return message, one["callback_data"]
            await asyncio.sleep(0.05)

    async def _messages(self) -> list[dict[str, Any]]:
        url = f"{self.page.address}/sandbox/bots/{TOKEN}/chats/{self.person}"
        async with self.page.http.get(url) as answer:
            return list(json.loads(await answer.text())["result"]["messages"])

    async def _does(self, deed: str, **what: str) -> dict[str, Any]:
        url = f"{self.page.address}/sandbox/bots/{TOKEN}/persons/{self.person}/{deed}"
        async with self.page.http.post(url, json=what) as answer:
            return dict(json.loads(await answer.text())["result"])
