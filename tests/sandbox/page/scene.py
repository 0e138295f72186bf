"""A sandbox, its page and the browser that looks at it."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestServer
from playwright.async_api import Browser, BrowserContext, Locator, Page

from sandbox.engine import Telegram, UploadedFile
from sandbox.page import StageColumn, StageEvent, StageLine, mount

TOKEN = "42:ABC"
PARENT, PUPIL = 1, 2
MORNING = datetime(2026, 11, 20, 5, 30, tzinfo=UTC)
WIDE = {"width": 1280, "height": 800}
PHONE = {"width": 390, "height": 844}
DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c6360f8cf000003010100c9fe92ef0000000049454e44ae426082"
)


class SchoolDay:
    """A stage with two buttons, which remembers what was pressed."""

    zone = "Europe/Moscow"
    columns: Sequence[StageColumn] = (
        StageColumn(PARENT, "Ольга Петровна", "родитель"),
        StageColumn(PUPIL, "Илья", "ученик"),
    )

    def __init__(self) -> None:
        self.now = MORNING
        self.speed = 0.0
        self.log: list[StageLine] = []

    @property
    def events(self) -> Sequence[StageEvent]:
        done = bool(self.log)
        return StageEvent("mark", "Отметка", "Учитель ставит 5", done), StageEvent(
            "sick", "Пропуск"
        )

    async def play(self, event_id: str) -> None:
        if event_id not in {event.id for event in self.events}:
            raise KeyError(event_id)
        self.log.append(StageLine(self.now, f"Сыграно: {event_id}"))

    def set_speed(self, speed: float) -> None:
        self.speed = speed


@dataclass
class Scene:
    """What a test of the page holds in its hands."""

    telegram: Telegram
    browser: Browser
    server: TestServer
    port: int = 0
    stage: SchoolDay | None = None
    contexts: list[BrowserContext] = field(default_factory=list)
    requested: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    @property
    def address(self) -> str:
        return str(self.server.make_url("/"))

    async def page(self, size: Any = None, **options: Any) -> Page:
        """Open the page in a browser of its own, with nothing remembered."""
        context = await self.browser.new_context(
            viewport=size or WIDE, locale="ru-RU", reduced_motion="reduce", **options
        )
        self.contexts.append(context)
        page = await context.new_page()
        page.on("request", lambda request: self.requested.append(request.url))
        page.on("websocket", lambda socket: self.requested.append(socket.url))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", self._heed)
        await page.goto(self.address)
        await page.locator(".bar time").first.wait_for()
        return page

    def _heed(self, message: Any) -> None:
        if message.type == "error":
            self.complaints.append(message.text)

    def bot_says(self, text: str, *, to: int = PARENT, **more: Any) -> int:
        """Let the bot write; return the message's id."""
        sent = self.bot("sendMessage", chat_id=to, text=text, **more)
        return int(sent["message_id"])

    def bot(self, method: str, **params: Any) -> Any:
        return self.telegram.call(TOKEN, method, params)

    def bot_shows(self, picture: bytes, *, caption: str) -> None:
        files = {"it": UploadedFile(picture, "dot.png", "image/png")}
        params = {"chat_id": PARENT, "photo": "attach://it", "caption": caption}
        self.telegram.call(TOKEN, "sendPhoto", params, files)

    def updates(self, kind: str) -> list[Any]:
        """Return what waits for the bot, of one kind."""
        waiting = self.bot("getUpdates")
        return [update[kind] for update in waiting if kind in update]

    async def stop(self) -> None:
        """Let the sandbox's address go dead; what happened in the chats stays."""
        await self.server.close()

    async def serve(self) -> None:
        """Bring the same chats up again at the same address."""
        app = web.Application()
        mount(app, self.telegram, stage=self.stage)
        self.server = TestServer(app, port=self.port)
        await self.server.start_server()
        self.port = self.server.port or 0


def phone(page: Page, person: int = PARENT) -> Locator:
    return page.locator(f"#phone-{person}")


def keyboard(*rows: Sequence[str]) -> dict[str, Any]:
    return {
        "inline_keyboard": [
            [{"text": text, "callback_data": text} for text in row] for row in rows
        ]
    }


@asynccontextmanager
async def opened_scene(browser: Browser, *, with_stage: bool = False) -> AsyncIterator[Scene]:
    """Serve a sandbox with a bot, a parent who wrote to it, and a pupil who did not."""
    telegram = Telegram(lambda: MORNING + timedelta(seconds=1), limits=None)
    telegram.name_bot(TOKEN, "Звонок", "zvonok_bot")
    telegram.people.add(PARENT, "Ольга", "Петровна")
    telegram.people.add(PUPIL, "Илья")
    telegram.people.starts(TOKEN, PARENT)
    stage = SchoolDay() if with_stage else None
    scene = Scene(telegram, browser, TestServer(web.Application()), stage=stage)
    await scene.serve()
    try:
        yield scene
    finally:
        for context in scene.contexts:
            await context.close()
        await scene.stop()
