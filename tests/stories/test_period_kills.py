"""A kill in the middle of a period's tick: every family is told once, and no work is lost."""

import asyncio
import random
import shutil
import sqlite3
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

import pytest
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties

from bot.composition.database import Database
from bot.program import compose
from bot.texts.speech import Texts
from sandbox.engine import Telegram
from sandbox.engine.memory import recall, remembered
from tests.stories.mortal import Death, Hours, MortalSession, live
from tests.stories.periods import ISSUED, quietly_imported
from tests.stories.town import BOT, TOKEN, MovingClock, a_copy_of, a_town, settings_for

MORNING = datetime.fromisoformat(f"{ISSUED}T08:00:00+03:00")
KILLS = 30


@dataclass(frozen=True)
class Before:
    """How things stand on the morning of the forecast: families and the class teacher are in."""

    file: Path
    chats: str


@pytest.fixture(scope="module")
def before(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Before:
    folder = tmp_path_factory.mktemp("before")
    with ThreadPoolExecutor(1) as apart:
        chats = apart.submit(asyncio.run, _come_in(template, folder)).result()
    return Before(folder / "town.sqlite3", chats)


async def _come_in(template: Path, folder: Path) -> str:
    clock = MovingClock()
    telegram = Telegram(clock.now, limits=None)
    async with a_town(a_copy_of(template, folder), folder, clock, telegram) as town:
        for one in ("g1", "g3", "p1", "t1"):
            await town.comes_in(one)
        await quietly_imported(town)
    return remembered(telegram)


@dataclass
class Morning:
    """One morning, in as many lives as it takes, over one sandbox."""

    before: Before
    folder: Path

    def __post_init__(self) -> None:
        self.folder.mkdir()
        self.hours = Hours(MORNING)
        self.telegram = Telegram(self.hours.now, limits=None)
        recall(self.telegram, self.before.chats)
        self.file = self.folder / "first.sqlite3"
        shutil.copy(self.before.file, self.file)

    def told(self, *, kill_at: int | None) -> int:
        """Live through it, killed once at a step; return the steps of the first life."""
        death = Death(self.file, self.folder / "second.sqlite3", kill_at)
        if not live(death, self.hours, self._life(death)):
            self.file = death.left
            second = Death(self.file, self.folder / "third.sqlite3")
            assert live(second, self.hours, self._life(second))
        return death.steps

    async def _life(self, death: Death) -> None:
        settings = settings_for(f"sqlite:///{self.file}")
        store = Database(settings.database_url, self.hours, bot=BOT, synchronous="OFF")
        death.haunts(store.backend.engine)
        session = MortalSession(self.telegram, death)
        bot = Bot(TOKEN, session=session, default=DefaultBotProperties(parse_mode="HTML"))
        program = compose(settings, store, bot)
        try:
            await program.recover()
            await program.tick("period-tick")
            while await program.relay.tick():
                pass
        finally:
            await store.close()

    def asked(self, query: str) -> list[tuple[str, ...]]:
        with closing(sqlite3.connect(self.file)) as connection:
            return connection.execute(query).fetchall()

    def ledger(self) -> Counter[tuple[str, ...]]:
        return Counter(
            self.asked(
                "SELECT kind, subject, recipient_id, about_id FROM outbox"
                " WHERE kind NOT IN ('mark') AND change != 'repeated'"
            )
        )

    def drafts(self) -> list[tuple[str, ...]]:
        return self.asked("SELECT pupil_id, subject_id FROM early_warnings ORDER BY 1, 2")


@pytest.mark.timeout(600)
def test_a_kill_at_any_step_of_the_tick_tells_everybody_once(
    before: Before, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.program.Texts.load", cache(Texts.load))
    unharmed = Morning(before, tmp_path / "unharmed")
    steps = unharmed.told(kill_at=None)
    expected, drafts = unharmed.ledger(), unharmed.drafts()
    assert set(expected.values()) == {1}
    assert drafts

    for step in sorted(random.sample(range(1, steps + 1), KILLS)):
        killed = Morning(before, tmp_path / str(step))
        killed.told(kill_at=step)
        assert (step, killed.ledger()) == (step, expected)
        assert (step, killed.drafts()) == (step, drafts)
        assert killed.asked("SELECT 1 FROM outbox WHERE state != 'ended'") == []
        _must_have_repeated_what_is_unknown(killed)
        shutil.rmtree(killed.folder)


def _must_have_repeated_what_is_unknown(killed: Morning) -> None:
    lost = killed.asked(
        "SELECT recipient_id, about_id FROM outbox"
        " WHERE kind = 'forecast' AND change = 'new' AND ending = 'unknown'"
    )
    again = killed.asked(
        "SELECT recipient_id, about_id FROM outbox WHERE kind = 'forecast' AND change = 'repeated'"
    )

    assert sorted(lost) == sorted(again)
