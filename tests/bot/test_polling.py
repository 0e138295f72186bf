"""Polling confirms what is kept, and waits out whatever goes wrong."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest
from aiogram import Bot

from bot.telegram.polling import Poller
from bot.telegram.session import NoClearAnswer
from bot.telegram.updates import RawUpdate
from sandbox.engine import Telegram
from sandbox.engine.faults import Fault, Refusal, flood, malformed_json, server_error
from tests.stories.town import TOKEN, Session
from tests.virtual_time import run_virtually

NOW = datetime(2026, 11, 20, tzinfo=UTC)


@dataclass
class Inbox:
    kept: list[RawUpdate] = field(default_factory=list)
    is_full: bool = False
    filled: asyncio.Event = field(default_factory=asyncio.Event)

    async def accept(self, updates: Sequence[RawUpdate]) -> None:
        if self.is_full:
            raise OSError("no space left")
        self.kept += updates
        self.filled.set()


class Scene:
    def __init__(self) -> None:
        self.telegram = Telegram(lambda: NOW, limits=None)
        self.telegram.people.add(7, "Ева")
        self.inbox = Inbox()
        bot = Bot(TOKEN, session=Session(self.telegram))
        self.poller = Poller(bot, self.inbox.accept, timeout=0)

    def writes(self, text: str) -> None:
        self.telegram.people.sends(TOKEN, 7, text)

    @property
    def waiting(self) -> int:
        return len(self.telegram.bot(TOKEN).queue)


@pytest.fixture
def scene() -> Scene:
    return Scene()


async def test_what_was_kept_is_confirmed_with_the_next_question(scene: Scene) -> None:
    scene.writes("раз")
    scene.writes("два")

    first = await scene.poller.poll()
    unconfirmed = scene.waiting
    second = await scene.poller.poll()

    assert (first, unconfirmed) == (2, 2)
    assert (second, scene.waiting) == (0, 0)
    assert len(scene.inbox.kept) == 2


async def test_what_could_not_be_kept_is_not_confirmed(scene: Scene) -> None:
    scene.writes("раз")
    scene.inbox.is_full = True

    with pytest.raises(OSError, match="space"):
        await scene.poller.poll()
    scene.inbox.is_full = False
    await scene.poller.poll()

    assert len(scene.inbox.kept) == 1


async def test_an_update_that_fits_no_schema_is_kept_and_passed(scene: Scene) -> None:
    scene.telegram.inject(TOKEN, {"message": {"text": [1]}})
    scene.writes("раз")

    await scene.poller.poll()

    assert len(scene.inbox.kept) == 2


async def test_updates_without_numbers_are_an_answer_that_nobody_can_confirm(scene: Scene) -> None:
    scene.telegram.bot(TOKEN).queue.push_raw({"update_id": None}, NOW.timestamp())

    with pytest.raises(NoClearAnswer):
        await scene.poller.poll()

    assert scene.poller.offset is None


async def seconds_until_heard(scene: Scene) -> float:
    """Let somebody write and return how long it took until that was kept."""
    scene.poller.timeout = 1  # a poll that waits for nothing never lets others run
    scene.writes("раз")
    polling = asyncio.create_task(scene.poller.run())
    await scene.inbox.filled.wait()
    polling.cancel()
    await asyncio.wait([polling])
    return asyncio.get_running_loop().time()


@pytest.mark.parametrize(
    ("fault", "seconds"),
    [
        (flood(17), 17),
        (Refusal(401, "Unauthorized"), 30),
        (Refusal(409, "Conflict: terminated by other getUpdates request"), 5),
        (server_error(), 0.4),
        (malformed_json(accepted=False), 0.4),
    ],
)
def test_an_error_is_waited_out_as_it_asks(scene: Scene, fault: Fault, seconds: float) -> None:
    scene.telegram.break_next(fault, "getUpdates")

    assert run_virtually(seconds_until_heard(scene)) == pytest.approx(seconds)


def test_errors_in_a_row_are_waited_out_longer_each_time(scene: Scene) -> None:
    scene.telegram.break_next(server_error(), "getUpdates", times=4)

    assert run_virtually(seconds_until_heard(scene)) == pytest.approx(0.4 + 0.8 + 1.6 + 3.2)
