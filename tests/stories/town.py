"""A town in one process: a school in a real database, the whole bot, and people with phones."""

import asyncio
import shutil
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from pydantic import SecretStr

from bot.composition.database import Database
from bot.composition.errands import code_of, take_in
from bot.config import Settings
from bot.notifications.governor import Limits
from bot.program import Program, compose
from bot.telegram.session import ClearAnswers
from bot.telegram.updates import raw_update
from core.exchange.import_bundle import ImportReport
from core.ids import SourceId
from core.notices.ledger import Ending, Settled
from sandbox.engine import Telegram, Wire
from sandbox.in_process import Person, SandboxSession
from storage.migrations import upgrade
from tests.exchange.builders import Files
from tests.school.postgres import a_migrated_database
from tests.stories.bundle import a_school
from tests.workshop import InPlace

TOKEN = "42:TOWN"
BOT = 42
FRIDAY_NOON = datetime.fromisoformat("2026-11-20T12:00:00+03:00")
UNLIMITED = Limits(per_second=10**6, chat_burst=10**6, chat_per_second=1e6)
NAMES = {"g1": "Ева", "g2": "Марк", "g3": "Олег", "g4": "Инга", "p1": "Яна", "p2": "Лев"}


class Session(SandboxSession, ClearAnswers):
    """The sandbox in process, whose answers are read as those over HTTP are."""


@dataclass
class MovingClock:
    """Stands still until a test moves it."""

    at: datetime = FRIDAY_NOON

    def now(self) -> datetime:
        return self.at

    def moves(self, **by: float) -> None:
        self.at += timedelta(**by)

    def strikes(self, instant: str) -> None:
        """Go to an instant of Moscow's time, as `2026-11-20T21:30`."""
        self.at = datetime.fromisoformat(f"{instant}+03:00")


@dataclass
class Town:
    telegram: Telegram
    clock: MovingClock
    settings: Settings
    store: Database
    program: Program
    folder: Path
    _accounts: dict[str, int] = field(default_factory=dict)

    def again(self) -> Program:
        """Put the program together anew, as after a kill."""
        bot = a_bot(self.telegram)
        program = compose(self.settings, self.store, bot, workshop=InPlace())
        program.governor.limits = UNLIMITED
        program.governor.monotonic = lambda: self.clock.now().timestamp()
        return program

    async def imports(self, files: Files, *, school: str | None = None) -> ImportReport:
        """Take a bundle in, as `zvonok import` does; a fault of the files fails the test."""
        path = await asyncio.to_thread(files.write, self.folder)
        report = await take_in(self.settings, self.store, path, school=school)
        assert report.faults == ()
        return report

    async def code_of(self, source: str, *, school: str | None = None) -> str:
        return await code_of(self.settings, self.store, SourceId(source), school=school)

    def somebody(self, name: str = "Незнакомка", *, language: str = "ru") -> Person:
        """Return a person with a phone whom the school does not know by it yet."""
        account = 1000 + len(self._accounts)
        self._accounts[f"{name}-{account}"] = account
        return Person(
            self.telegram, self._deliver, account, name, token=TOKEN, language_code=language
        )

    async def comes_in(self, source: str, *, language: str = "ru") -> Person:
        """Return a person of the school's files who has come in with a code."""
        person = self.somebody(NAMES.get(source, source), language=language)
        await person.starts(await self.code_of(source))
        return person

    async def family(self) -> tuple[Person, Person, Person]:
        """Let Яна's mother, her father and herself come in."""
        return await self.comes_in("g1"), await self.comes_in("g2"), await self.comes_in("p1")

    async def outbox_ticks(self) -> None:
        """Let the relay bring out everything that is due now."""
        while await self.program.relay.tick():
            pass

    async def evening_news(self) -> None:
        """Let the correction window pass and the relay bring out what was held."""
        self.clock.moves(minutes=11)
        await self.outbox_ticks()

    async def ledger(self) -> Sequence[Settled]:
        async with self.store.reading() as tx:
            return [row for one in await tx.schools.all() for row in await tx.outbox.rows(one.id)]

    async def endings(self) -> Counter[str]:
        """Return how many rows of the ledger ended in which way, and for which reason."""
        return Counter(
            f"{row.ending.value}: {row.reason}".rstrip(": ") if row.ending else "waiting"
            for row in await self.ledger()
        )

    async def delivered(self) -> int:
        return (await self.endings())[Ending.DELIVERED.value]

    async def _deliver(self, updates: list[Wire]) -> None:
        received = [raw for one in updates if (raw := raw_update(one))]
        assert len(received) == len(updates)
        await self.program.accept(received)
        await self.program.worklist.drain()


def settings_for(url: str, **more: object) -> Settings:
    told = {"bot_token": SecretStr(TOKEN), "secret": SecretStr("a secret of sixteen"), **more}
    return Settings.model_construct(database_url=url, **told)  # type: ignore[arg-type]  # by name


def a_bot(telegram: Telegram) -> Bot:
    return Bot(TOKEN, session=Session(telegram), default=DefaultBotProperties(parse_mode="HTML"))


@asynccontextmanager
async def a_town(
    url: str, folder: Path, clock: MovingClock, telegram: Telegram
) -> AsyncIterator[Town]:
    settings = settings_for(url)
    store = Database(url, clock, bot=BOT, synchronous="OFF")
    program = compose(settings, store, a_bot(telegram), workshop=InPlace())
    # The town's time stands still, so limits by the second would stop everything.
    program.governor.limits = UNLIMITED
    program.governor.monotonic = lambda: clock.now().timestamp()
    try:
        yield Town(telegram, clock, settings, store, program, folder)
    finally:
        await store.close()


def a_founded_school(folder: Path) -> Path:
    """Return a file into which the school was imported, to be copied by each test."""
    path = folder / "template.sqlite3"
    upgrade(f"sqlite:///{path}")
    _found_apart(f"sqlite:///{path}", folder)
    return path


def a_founded_database(folder: Path) -> str:
    """Return the address of a PostgreSQL database with the same in it, to be copied likewise."""
    url = a_migrated_database("founded")
    _found_apart(url, folder)
    return url


def _found_apart(url: str, folder: Path) -> None:
    with ThreadPoolExecutor(1) as apart:  # the test that asks first has a loop of its own
        apart.submit(lambda: asyncio.run(_found(url, folder))).result()


async def _found(url: str, folder: Path) -> None:
    """Take the school in for the first time."""
    store = Database(url, MovingClock(), bot=BOT, synchronous="OFF")
    try:
        path = await asyncio.to_thread(a_school().write, folder)
        report = await take_in(settings_for(url), store, path)
        assert report.applied
    finally:
        await store.close()


def a_copy_of(template: Path, folder: Path) -> str:
    path = folder / "town.sqlite3"
    shutil.copy(template, path)
    return f"sqlite:///{path}"
