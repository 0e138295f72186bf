"""The other side: a sandbox over HTTP in a process of its own, and persons who tap without rest.

    POST /bench/open      {"token", "chats"}             each says /diary; waits for all screens
    POST /bench/tap       {"token", "taps", "at_once"}   taps in a closed loop; what came of it
    POST /bench/polled    {"token"}                      waits until the bot polls
    POST /bench/ask       {"token", "chats", "a_second", "seconds"}
                                                         marks, at a pace; how long each waited
    POST /bench/arrivals  {"chats"}                      when each of so many chats got a message
    GET  /bench/screens?token=                           the screens that the last edits made
    GET  /bench/refused                                  how many calls met a 429

Those of who asks for help are in `benchmarks.asking`.

With the argument `limits` it keeps Telegram's.

Times are of the machine's monotonic clock, which all processes of a Linux share.
"""

import asyncio
import json
import random
import statistics
import sys
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from aiohttp import web

from benchmarks.asking import Questioners
from core.clock import SystemClock
from sandbox.engine import Call, Limits, Telegram, Wire
from sandbox.http import serve

DAY, WEEK = "day1:", "week1:"
_PATIENCE: Final = 60.0
_LOOK: Final = 0.05
_TOO_MANY: Final = 429
_MARKS: Final = "📘"
"""How the screen of marks begins."""


@dataclass(slots=True)
class Chat:
    """What one person sees, and waits for."""

    id: int
    message: int = 0
    buttons: Sequence[str] = ()
    on_week: bool = True
    waiting_for: set[str] = field(default_factory=set)
    tapped: float = 0.0


@dataclass(slots=True)
class Crowd:
    """Persons who each tap when their turn comes; so many wait for the bot at once."""

    telegram: Telegram
    token: str
    chats: dict[int, Chat]
    idle: deque[Chat] = field(default_factory=deque)
    of_query: dict[str, Chat] = field(default_factory=dict)
    took: list[float] = field(default_factory=list)
    left: int = 0
    under_way: int = 0
    done: asyncio.Event = field(default_factory=asyncio.Event)
    act: Callable[[Chat], None] = lambda _: None
    dice: random.Random = field(default_factory=lambda: random.Random(1))

    def hear(self, call: Call) -> None:
        """Learn of each call of the bot; a chat that has got all it waits for is free again."""
        if call.method == "answerCallbackQuery":
            chat = self.of_query.pop(str(call.params["callback_query_id"]), None)
        else:
            chat = self.chats.get(int(call.params.get("chat_id", 0)))
        if chat is None or call.refusal is not None or call.method not in chat.waiting_for:
            return
        chat.waiting_for.discard(call.method)
        if call.method != "answerCallbackQuery" and isinstance(call.result, dict):
            _look(chat, call.result)
        if not chat.waiting_for:
            self.took.append(time.monotonic() - chat.tapped)
            self.under_way -= 1
            self.idle.append(chat)
            # Not from within the call that is being told of.
            asyncio.get_running_loop().call_soon(self.go_on)

    def go_on(self) -> None:
        """Let the next one act, or end."""
        if self.left and self.idle:
            self.left -= 1
            self.under_way += 1
            chat = self.idle.popleft()
            chat.tapped = time.monotonic()
            self.act(chat)
        elif not self.left and not self.under_way:
            self.done.set()

    async def all_act(self, act: Callable[[Chat], None], *, times: int, at_once: int) -> Wire:
        """Let persons act so many times; return how it went."""
        self.act, self.left, self.took = act, times, []
        self.idle = deque(self.chats.values())
        self.done.clear()
        begun, own = time.monotonic(), time.process_time()
        for _ in range(at_once):
            self.go_on()
        await asyncio.wait_for(self.done.wait(), _PATIENCE + times / 20)
        took = sorted(self.took)
        return {
            "taps": times,
            "seconds": time.monotonic() - begun,
            "peer_cpu": time.process_time() - own,
            "p50": statistics.median(took),
            "p99": took[int(len(took) * 0.99)],
        }

    def ask(self, chat: Chat) -> None:
        """Ask for the diary by a word."""
        chat.waiting_for = {"sendMessage"}
        self.telegram.people.sends(self.token, chat.id, "/diary")

    def tap(self, chat: Chat) -> None:
        """Tap a button of the last screen: of a week a day, of a day the week."""
        chat.waiting_for = {"answerCallbackQuery", "editMessageText"}
        wanted = DAY if chat.on_week else WEEK
        data = self.dice.choice([one for one in chat.buttons if one.startswith(wanted)])
        chat.on_week = not chat.on_week
        tap = self.telegram.people.taps(self.token, chat.id, chat.message, data)
        self.of_query[tap.query_id] = chat


@dataclass(slots=True)
class Askers:
    """Persons who ask for their marks at a pace, whether the others were answered or not."""

    asked: dict[int, float] = field(default_factory=dict)
    waits: list[float] = field(default_factory=list)
    turn: int = 0

    def hear(self, call: Call) -> None:
        """Learn of an answer; whatever else comes to the chat is none."""
        chat = int(call.params.get("chat_id", 0))
        if chat in self.asked and str(call.params.get("text", "")).startswith(_MARKS):
            self.waits.append(time.monotonic() - self.asked.pop(chat))

    async def ask(self, telegram: Telegram, token: str, asked: Wire) -> list[float]:
        """Ask for so many seconds, wait for the last answers, return how long each took."""
        chats, self.waits = asked["chats"], []
        begun = time.monotonic()
        for number in range(int(asked["seconds"] * asked["a_second"])):
            await asyncio.sleep(max(0.0, begun + number / asked["a_second"] - time.monotonic()))
            chat = chats[self.turn % len(chats)]
            self.turn += 1
            self.asked.setdefault(chat, time.monotonic())
            telegram.people.sends(token, chat, "/marks")
        async with asyncio.timeout(_PATIENCE):
            while self.asked:  # noqa: ASYNC110 - nobody else may be slowed
                await asyncio.sleep(_LOOK)
        return self.waits


def _look(chat: Chat, message: Wire) -> None:
    chat.message = message["message_id"]
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    chat.buttons = [one["callback_data"] for row in rows for one in row]


class Bench:
    """The benchmark's own addresses beside the sandbox's."""

    def __init__(self, limits: Limits | None) -> None:
        self.telegram = Telegram(SystemClock().now, limits=limits, history=20)
        self.askers, self.refused = Askers(), 0
        self.of_help = Questioners(self.telegram)
        self.arrivals: dict[int, float] = {}
        self.crowds: dict[str, Crowd] = {}
        self.polling: set[str] = set()
        self.telegram.listen(self._hear)

    def _hear(self, call: Call) -> None:
        self.refused += call.refusal is not None and call.refusal.error_code == _TOO_MANY
        if call.refusal is None:
            self.askers.hear(call)
            self.of_help.hear(call)
        if call.method == "sendMessage" and call.refusal is None:
            self.arrivals[int(call.params["chat_id"])] = time.monotonic()
        if call.method == "getUpdates":
            self.polling.add(call.token)
        if crowd := self.crowds.get(call.token):
            crowd.hear(call)

    def add_to(self, app: web.Application) -> None:
        """Put the addresses into the sandbox's application."""
        app.router.add_post("/bench/open", self.open)
        app.router.add_post("/bench/tap", self.tap)
        app.router.add_post("/bench/ask", self.ask)
        app.router.add_get("/bench/refused", self.met_limits)
        self.of_help.add_to(app)
        app.router.add_post("/bench/polled", self.polled)
        app.router.add_post("/bench/arrivals", self.seen)
        app.router.add_get("/bench/screens", self.screens)

    async def open(self, request: web.Request) -> web.Response:
        """Let persons open chats with a bot."""
        asked = await request.json()
        token, chats = asked["token"], {one: Chat(one) for one in asked["chats"]}
        for chat in chats:
            self.telegram.people.add(chat, f"Лицо {chat}")
            self.telegram.people.opens_chat(token, chat)
        if asked.get("silent"):
            return web.json_response({})
        crowd = self.crowds[token] = Crowd(self.telegram, token, chats)
        return web.json_response(await crowd.all_act(crowd.ask, times=len(chats), at_once=20))

    async def tap(self, request: web.Request) -> web.Response:
        """Let them tap."""
        asked = await request.json()
        crowd = self.crowds[asked["token"]]
        went = await crowd.all_act(crowd.tap, times=asked["taps"], at_once=asked["at_once"])
        return web.json_response(went)

    async def ask(self, request: web.Request) -> web.Response:
        """Let them ask at a pace."""
        asked = await request.json()
        waits = await self.askers.ask(self.telegram, asked["token"], asked)
        return web.json_response({"waits": waits})

    async def met_limits(self, _: web.Request) -> web.Response:
        """Say how many calls met a 429."""
        return web.json_response({"refused": self.refused})

    async def polled(self, request: web.Request) -> web.Response:
        """Wait until the bot polls."""
        token = (await request.json())["token"]
        async with asyncio.timeout(_PATIENCE):
            while token not in self.polling:  # noqa: ASYNC110 - nobody else may be slowed
                await asyncio.sleep(_LOOK)
        return web.json_response({})

    async def seen(self, request: web.Request) -> web.Response:
        """Say when messages came, once so many chats have one."""
        wanted = (await request.json())["chats"]
        async with asyncio.timeout(_PATIENCE):
            while len(self.arrivals) < wanted:  # noqa: ASYNC110 - as above
                await asyncio.sleep(_LOOK)
        return web.json_response({str(chat): at for chat, at in self.arrivals.items()})

    async def screens(self, request: web.Request) -> web.Response:
        """Show a day and a week of median length, as the chats have them now."""
        token, found = request.query["token"], dict[bool, list[Wire]]()
        for chat in self.crowds[token].chats.values():
            wire = self.telegram.chat(token, chat.id).messages[chat.message].wire
            found.setdefault(chat.on_week, []).append(wire)
        named = {"week": _median(found[True]), "day": _median(found[False])}
        return web.json_response(named, dumps=lambda one: json.dumps(one, ensure_ascii=False))


def _median(screens: list[Wire]) -> dict[str, Any]:
    by_length = sorted(screens, key=lambda one: len(one["text"]))
    chosen = by_length[len(by_length) // 2]
    return {"text": chosen["text"], "reply_markup": chosen["reply_markup"]}


async def _main(*limited: str) -> None:
    bench = Bench(Limits() if limited else None)
    async with serve(bench.telegram, extra=[bench.add_to]) as address:
        print(address, flush=True)
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(_main(*sys.argv[1:]))
