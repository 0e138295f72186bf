"""The askers' and the consultants' side, in the peer: questions at a pace, and where they arrive.

    POST /bench/asks      {"token", "chats", "helpers", "a_second"}
        each makes a question ready; then each sends it, so many a second, or all at once for 0;
        waits until all have a promise, and each question is at a helper's chat
    POST /bench/forwards  the same for a bot that forwards what is said
    POST /bench/passed    {"chats"}   waits until each question is at another helper's chat, too

Each answers with seconds by chat, from the asker's last word on.
"""

import asyncio
import re
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from aiohttp import web

from sandbox.engine import Call, Telegram, Wire

_PATIENCE: Final = 600.0
_LOOK: Final = 0.02
_TOPIC: Final = re.compile(r"askts1:\d+:diary$")
_STILL: Final = re.compile(r"askno1:")
_SEND: Final = re.compile(r"askgo2:\d+:0$")
"""Buttons of `bot.callbacks.asking`: the topic, none of the known answers helps, send it."""
_MARK: Final = re.compile(r"Вопрос (\d+)\.")
_PROMISE: Final = re.compile(r"Обращение № \d+ принято")
_AT_ONCE: Final = 10
_SHOWS: Final = ("sendMessage", "editMessageText")


@dataclass(slots=True)
class Question:
    """What one person asks: when it was sent, promised, and where it arrived at which instant."""

    sent: float = 0.0
    promised: float = 0.0
    at: dict[int, float] = field(default_factory=dict)

    def took(self) -> float:
        """Return how long it took to the first who answers."""
        return min(self.at.values()) - self.sent

    def went_on(self) -> float:
        """Return after how long it was at the second one's."""
        return sorted(self.at.values())[1] - self.sent


class Questioners:
    """Persons who ask for help, and whoever gets their questions."""

    def __init__(self, telegram: Telegram) -> None:
        self.telegram = telegram
        self.helpers: frozenset[int] = frozenset()
        self.questions: dict[int, Question] = {}
        self.screens: dict[int, Wire] = {}
        self.awaited: set[int] = set()

    def add_to(self, app: web.Application) -> None:
        """Put the addresses into the sandbox's application."""
        app.router.add_post("/bench/asks", self.asks)
        app.router.add_post("/bench/forwards", self.forwards)
        app.router.add_post("/bench/passed", self.passed)

    def hear(self, call: Call) -> None:
        """Learn of each message that arrived somewhere."""
        if call.refusal is not None or "chat_id" not in call.params:
            return
        chat = int(call.params["chat_id"])
        if call.method == "forwardMessage":
            self._arrived(int(call.params["from_chat_id"]), chat)
        elif call.method in _SHOWS and isinstance(call.result, dict):
            self._shown(chat, call.result)

    def _shown(self, chat: int, message: Wire) -> None:
        text = str(message.get("text", ""))
        if chat in self.helpers:
            if found := _MARK.search(text):
                self._arrived(int(found[1]), chat)
            return
        self.screens[chat] = message
        self.awaited.discard(chat)
        if chat in self.questions and _PROMISE.search(text):
            self.questions[chat].promised = time.monotonic()

    def _arrived(self, asker: int, helper: int) -> None:
        if asker in self.questions:
            self.questions[asker].at.setdefault(helper, time.monotonic())

    async def asks(self, request: web.Request) -> web.Response:
        """Let them ask."""
        asked = await request.json()
        token, chats = asked["token"], asked["chats"]
        gate = asyncio.Semaphore(_AT_ONCE)

        async def ready(chat: int) -> None:
            async with gate:
                await self._make_ready(token, chat)

        self.helpers = frozenset(asked["helpers"])
        await asyncio.gather(*(ready(chat) for chat in chats))
        self._begin(chats)
        await self._at_a_pace(chats, asked["a_second"], lambda chat: self._tap(token, chat, _SEND))
        found = [self.questions[chat] for chat in chats]
        await _until(lambda: all(one.at and one.promised for one in found))
        return web.json_response(
            {
                "cards": [one.took() for one in found],
                "promises": [one.promised - one.sent for one in found],
            }
        )

    async def forwards(self, request: web.Request) -> web.Response:
        """Let them say the words."""
        asked = await request.json()
        token, chats = asked["token"], asked["chats"]
        self.helpers = frozenset(asked["helpers"])
        self._begin(chats)
        await self._at_a_pace(
            chats,
            asked["a_second"],
            lambda chat: self.telegram.people.sends(token, chat, _words(chat)),
        )
        found = [self.questions[chat] for chat in chats]
        await _until(lambda: all(one.at for one in found))
        return web.json_response({"cards": [one.took() for one in found]})

    async def passed(self, request: web.Request) -> web.Response:
        """Wait until somebody else has them."""
        found = [self.questions[chat] for chat in (await request.json())["chats"]]
        await _until(lambda: all(len(one.at) > 1 for one in found))
        return web.json_response([one.went_on() for one in found])

    def _begin(self, chats: Sequence[int]) -> None:
        self.questions |= {chat: Question() for chat in chats}

    async def _at_a_pace(
        self, chats: Sequence[int], a_second: float, act: Callable[[int], object]
    ) -> None:
        begun = time.monotonic()
        for number, chat in enumerate(chats):
            if a_second:
                await asyncio.sleep(max(0.0, begun + number / a_second - time.monotonic()))
            self.questions[chat].sent = time.monotonic()
            act(chat)

    async def _make_ready(self, token: str, chat: int) -> None:
        """Come to the question that only has to be sent."""
        await self._acts(chat, lambda: self.telegram.people.sends(token, chat, "/ask"))
        await self._acts(chat, lambda: self._tap(token, chat, _TOPIC))
        if self._button(chat, _STILL):
            await self._acts(chat, lambda: self._tap(token, chat, _STILL))
        await self._acts(chat, lambda: self.telegram.people.sends(token, chat, _words(chat)))

    async def _acts(self, chat: int, act: Callable[[], object]) -> None:
        """Act, and wait for the screen that answers."""
        self.awaited.add(chat)
        act()
        await _until(lambda: chat not in self.awaited)

    def _tap(self, token: str, chat: int, wanted: re.Pattern[str]) -> None:
        message, data = self.screens[chat]["message_id"], self._button(chat, wanted)
        if data is None:
            raise LookupError(f"no button {wanted.pattern} on {self.screens[chat]['text']!r}")
        self.telegram.people.taps(token, chat, message, data)

    def _button(self, chat: int, wanted: re.Pattern[str]) -> str | None:
        rows = self.screens[chat].get("reply_markup", {}).get("inline_keyboard", [])
        found = [str(one.get("callback_data", "")) for row in rows for one in row]
        return next((data for data in found if wanted.match(data)), None)


def _words(chat: int) -> str:
    return f"Вопрос {chat}. Почему в дневнике не видно задания на завтра?"


async def _until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(_PATIENCE):
        while not holds():  # noqa: ASYNC110 - nobody else may be slowed
            await asyncio.sleep(_LOOK)
