"""`zvonok run` within this process, against a sandbox that listens on a real port."""

import asyncio
import gc
import logging
import shutil
import signal
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
import structlog
from aiohttp import ClientSession
from pydantic import AnyHttpUrl, SecretStr

from bot.callbacks.papers import MakeAgendaLink, OpenChart
from bot.composition.database import opened
from bot.composition.errands import code_of, take_in
from bot.config import SettingFault, Settings, WrongSettings
from bot.running import only_one, run
from core.clock import SystemClock
from core.ids import PersonId, PupilId, SourceId
from sandbox.engine import Telegram, Wire
from sandbox.engine.faults import Refusal, server_error
from sandbox.http import serve
from tests.e2e.machine import a_free_port
from tests.stories.bundle import after_the_control
from tests.stories.town import TOKEN, a_founded_school, settings_for

CHAT = 7
CLOCK = "2026-11-20T12:00:00+03:00"


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return a_founded_school(tmp_path_factory.mktemp("school"))


@pytest.fixture(autouse=True)
def process_as_before() -> Iterator[None]:
    """Take back what a program sets for its whole process."""
    root, thresholds, interval = logging.getLogger(), gc.get_threshold(), sys.getswitchinterval()
    handlers, level = list(root.handlers), root.level
    yield
    root.handlers[:], root.level = handlers, level
    structlog.reset_defaults()
    gc.unfreeze()
    gc.set_threshold(*thresholds)
    sys.setswitchinterval(interval)


class Scene:
    """A sandbox on a port, a person in it, and the settings of a bot that talks to it."""

    def __init__(self, telegram: Telegram, settings: Settings, folder: Path) -> None:
        self.telegram, self.settings, self.folder = telegram, settings, folder
        telegram.people.add(CHAT, "Ева")

    def has(self, **more: object) -> Settings:
        return self.settings.model_copy(update=more)

    @property
    def said(self) -> list[str]:
        return [one.text for one in self.telegram.chat(TOKEN, CHAT).history() if one.from_bot]

    @property
    def last(self) -> Wire:
        return [one.wire for one in self.telegram.chat(TOKEN, CHAT).history() if one.from_bot][-1]

    async def code_of(self, person: str) -> str:
        async with opened(self.settings) as store:
            return await code_of(self.settings, store, SourceId(person))

    async def imports(self) -> None:
        path = await asyncio.to_thread(after_the_control().write, self.folder)
        async with opened(self.settings) as store:
            assert (await take_in(self.settings, store, path)).applied


@pytest.fixture
async def scene(template: Path, tmp_path: Path) -> AsyncIterator[Scene]:
    file = shutil.copy(template, tmp_path / "zvonok.db")
    telegram = Telegram(SystemClock().now)
    async with serve(telegram, pauses=[0.1]) as address:
        settings = settings_for(
            f"sqlite:///{file}",
            telegram_api_url=AnyHttpUrl(address),
            correction_window=0,
            quiet_hours="off",
            clock=datetime.fromisoformat(CLOCK),
        )
        yield Scene(telegram, settings, tmp_path)


async def eventually(look: Callable[[], object]) -> None:
    async with asyncio.timeout(30):
        while not look():  # noqa: ASYNC110 - another server is looked at
            await asyncio.sleep(0.02)


async def stopped(running: "asyncio.Task[int]") -> int:
    signal.raise_signal(signal.SIGTERM)
    return await asyncio.wait_for(running, 30)


async def test_it_answers_and_tells_news_until_it_is_stopped(scene: Scene) -> None:
    running = asyncio.create_task(run(scene.settings))
    scene.telegram.people.starts(TOKEN, CHAT, await scene.code_of("g1"))
    await eventually(lambda: len(scene.said) == 1)

    await scene.imports()
    await eventually(lambda: len(scene.said) == 3)

    assert await stopped(running) == 0
    assert scene.said[0].startswith("Вход открыт")
    assert any(text.startswith("🚪 Яна") for text in scene.said)
    assert any("Средний: 5,00" in text for text in scene.said)


async def test_strangers_are_offered_their_commands_in_every_language(scene: Scene) -> None:
    running = asyncio.create_task(run(scene.settings))
    await eventually(lambda: len(scene.telegram.bot(TOKEN).commands) == 2)

    assert await stopped(running) == 0
    assert {language for _, language in scene.telegram.bot(TOKEN).commands} == {"ru", "en"}


async def test_it_takes_updates_at_a_webhook_too(scene: Scene) -> None:
    port = a_free_port()
    settings = scene.has(
        webhook_url=AnyHttpUrl(f"http://127.0.0.1:{port}"),
        webhook_port=port,
        webhook_secret=SecretStr("a-secret"),
    )
    running = asyncio.create_task(run(settings))
    scene.telegram.people.starts(TOKEN, CHAT)
    await eventually(lambda: scene.said)

    assert await stopped(running) == 0
    assert scene.said[0].startswith("Это бот школы.")


async def test_with_a_public_address_it_serves_links_and_sends_pictures_while_polling(
    scene: Scene,
) -> None:
    port = a_free_port()
    public = f"http://127.0.0.1:{port}"
    running = asyncio.create_task(run(scene.has(public_url=AnyHttpUrl(public), webhook_port=port)))
    people = scene.telegram.people
    people.starts(TOKEN, CHAT, await scene.code_of("p1"))
    await eventually(lambda: scene.said)
    pupil = PupilId(PersonId(int(str(scene.last).partition("more2:")[2].partition(":")[0])))

    people.taps(TOKEN, CHAT, scene.last["message_id"], OpenChart(pupil=pupil).pack())
    await eventually(lambda: "photo" in scene.last)
    people.taps(TOKEN, CHAT, scene.last["message_id"], MakeAgendaLink(pupil=pupil).pack())
    await eventually(lambda: public in scene.said[-1])
    address = scene.said[-1].partition("ссылка: ")[2].partition("\n")[0]
    async with ClientSession() as http, http.get(address) as opened:
        file = await opened.text()
    async with ClientSession() as http, http.get(f"{public}/ics/guess.ics") as guessed:
        refused = guessed.status

    assert await stopped(running) == 0
    assert file.startswith("BEGIN:VCALENDAR")
    assert refused == 404


async def test_a_server_that_is_away_at_the_start_is_waited_for(scene: Scene) -> None:
    scene.telegram.break_next(server_error(), "getMe")
    running = asyncio.create_task(run(scene.settings))
    scene.telegram.people.starts(TOKEN, CHAT)
    await eventually(lambda: scene.said)

    assert await stopped(running) == 0


async def test_a_token_that_telegram_does_not_know_is_named(scene: Scene) -> None:
    scene.telegram.break_next(Refusal(401, "Unauthorized"), "getMe", times=None)

    with pytest.raises(WrongSettings) as wrong:
        await run(scene.settings)

    assert wrong.value.faults == {"ZVONOK_BOT_TOKEN": SettingFault.UNKNOWN_TO_TELEGRAM}


async def test_a_database_with_another_clock_is_not_let_near_telegram_itself(scene: Scene) -> None:
    async with opened(scene.settings):
        pass  # keeps the clock in the file
    settings = scene.has(clock=None, telegram_api_url=AnyHttpUrl("https://api.telegram.org"))

    with pytest.raises(WrongSettings) as wrong:
        await run(settings)

    assert wrong.value.faults == {"ZVONOK_CLOCK": SettingFault.AGAINST_TELEGRAM}


def test_one_process_alone_works_on_a_file(tmp_path: Path) -> None:
    with only_one(tmp_path / "zvonok.db"), pytest.raises(WrongSettings) as wrong:  # noqa: SIM117
        with only_one(tmp_path / "zvonok.db"):
            pass

    assert wrong.value.faults == {"ZVONOK_DATABASE_URL": SettingFault.ALREADY_AT_WORK}


def test_a_file_may_be_taken_again_once_it_is_free(tmp_path: Path) -> None:
    with only_one(tmp_path / "zvonok.db"):
        pass

    with only_one(tmp_path / "zvonok.db"):
        pass


def test_several_processes_may_work_on_a_server() -> None:
    with only_one(None), only_one(None):
        pass
