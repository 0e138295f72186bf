"""`zvonok demo` and `zvonok sandbox`: the sandbox with a school behind it, or alone for any bot.

One process, SQLite, no token, no network: the bot talks to the sandbox over HTTP, as it would
to Telegram.
"""

import asyncio
import time
import webbrowser
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from datetime import time as dtime
from functools import partial
from pathlib import Path
from typing import Final

import typer

from bot.composition.database import opened
from bot.composition.errands import take_in
from bot.config import Settings
from bot.demo_families import ALL, SCENES, Families, Scene
from bot.demo_people import (
    CHILDREN,
    PLAYERS,
    SCHOOL,
    START,
    Player,
    leave_at,
    left_at,
    let_in,
    school_day_of,
)
from bot.logs import configure_logs
from bot.program import Program, compose, running
from bot.running import only_one, until_stopped
from bot.school_day import CLOSES, DAY, LEAPS, OPENS, Leap, SchoolDay, at
from bot.telegram.session import make_bot, tune
from bot.texts.speech import Speech, Texts
from core.clock import SystemClock
from core.notices.timing import SchoolDelivery
from sandbox.engine import Telegram
from sandbox.engine.memory import recall, remembered
from sandbox.http import run as serve_until_stopped
from sandbox.http import serve
from sandbox.page import StageColumn, StageEvent, StageLine, mount

TOKEN: Final = "42:DEMO"  # noqa: S105 - opens nothing but the sandbox
BOT_NAME: Final = "Звонок"
_WINDOW: Final = timedelta(seconds=5)
_SPEED: Final = 60.0
_LINES: Final = 200
CHATS: Final = "chats.json"
_BEAT: Final = 0.1
_LATE: Final = dtime(23, 30)
_LONG: Final = timedelta(days=365)


async def run_sandbox(*, host: str, port: int) -> int:
    """Serve a Telegram for one machine until stopped; print its address."""
    telegram = Telegram(SystemClock().now)
    page = partial(mount, engine=telegram)
    await serve_until_stopped(telegram, host, port, extra=[page], ready=typer.echo)
    return 0


async def run_demo(*, port: int, data: Path, browser: bool) -> int:
    """Play until stopped; print the page's address once it can be opened."""
    configure_logs("WARNING")
    kept = tune()
    async with AsyncExitStack() as stack:
        stack.enter_context(only_one(data / "zvonok.db"))
        address = await stack.enter_async_context(playing(port=port, data=data))
        typer.echo(address)
        if browser:
            await asyncio.to_thread(webbrowser.open, address)
        await until_stopped()
    return 0 if kept else 1


@dataclass(slots=True)
class PlayClock:
    """The play's time: it passes at a speed that the page sets, and jumps to the next morning."""

    _base: datetime
    _since: float = field(default_factory=time.monotonic)
    speed: float = _SPEED

    def now(self) -> datetime:
        """Return the play's instant, in UTC."""
        passed = (time.monotonic() - self._since) * self.speed
        return (self._base + timedelta(seconds=passed)).astimezone(UTC)

    def set_speed(self, speed: float) -> None:
        """Let time pass at another speed from now on; 0 stops it."""
        self.jump(self.now())
        self.speed = speed

    def jump(self, to: datetime) -> None:
        """Let it be that instant now."""
        self._base, self._since = to, time.monotonic()


@dataclass(slots=True)
class Director:
    """The page's stage over the school day: plays each happening at its hour, or at a button."""

    day: SchoolDay
    clock: PlayClock
    speech: Speech
    columns: Sequence[StageColumn]
    families: Families
    ticks: list[Callable[[], Awaitable[object]]] = field(default_factory=list)
    log: list[StageLine] = field(default_factory=list)
    _done: set[str] = field(default_factory=set)
    _closes: dtime = CLOSES
    _busy: asyncio.Lock = field(default_factory=asyncio.Lock)

    @property
    def now(self) -> datetime:
        """Return the play's time."""
        return self.clock.now()

    @property
    def zone(self) -> str:
        """Return the school's zone."""
        return self.day.zone.key

    @property
    def speed(self) -> float:
        """Return how fast the play's time passes."""
        return self.clock.speed

    @property
    def events(self) -> Sequence[StageEvent]:
        """Return the day's buttons."""
        return [
            StageEvent(
                one.id,
                self.speech.label(one.title),
                self.speech.label(one.hint),
                one.id in self._done,
            )
            for one in (*DAY, *SCENES, *LEAPS)
        ]

    async def play(self, event_id: str) -> None:
        """Make it happen now, once what happens already is over."""
        async with self._busy:
            await self._play(event_id)

    async def _play(self, event_id: str) -> None:
        for leap in LEAPS:
            if leap.id == event_id:
                await self._leap(leap)
                return
        for scene in SCENES:
            if scene.id == event_id:
                await self._scene(scene)
                return
        told = await self.day.play(event_id)
        self._say(told or self.speech.label("play-nothing"))
        if told is not None:
            self._done.add(event_id)

    def set_speed(self, speed: float) -> None:
        """Let the play's time pass at this speed."""
        self.clock.set_speed(speed)

    async def run(self) -> None:
        """Play the days through, one happening at its hour, until the records end."""
        # What should have happened before the play was opened again is not made up for.
        opened = self.clock.now().astimezone(self.day.zone).time()
        self._done.update(one.id for one in DAY if one.at <= opened)
        while True:
            await asyncio.sleep(_BEAT)
            async with self._busy:
                if not await self._goes_on():
                    self._say(self.speech.label("play-over"))
                    return

    async def _goes_on(self) -> bool:
        """Let happen what is due; say whether there is a day left to play."""
        local = self.clock.now().astimezone(self.day.zone)
        for happening in DAY:
            if happening.id not in self._done and happening.at <= local.time():
                await self._play(happening.id)
                self._done.add(happening.id)
                break
        return local.time() < self._closes or await self._next_morning(local)

    async def _leap(self, leap: Leap) -> None:
        """Let it be other days, one after the other; what happens by itself is due at once."""
        found = [(one, await self.day.day_before_end(one.days_before)) for one in leap.stops]
        ahead = [(stop, day) for stop, day in found if day is not None]
        if not ahead:
            self._say(self.speech.label("play-nothing"))
            return
        for stop, day in ahead:
            left = self.clock.now().astimezone(self.day.zone).date()
            self.clock.jump(at(day, stop.hour, self.day.zone))
            await self.day.catch_up(left)
            await self._new_day()
            for scene in stop.families:
                await self._scene(ALL[scene])
        await self._look_round(leap)
        if leap.sums_up and (told := await self.day.sum_up()):
            self._say(told)

    async def _look_round(self, leap: Leap) -> None:
        """Leave time to look; on a day without lessons nothing happens at school."""
        evening = self.clock.now().astimezone(self.day.zone).time() >= CLOSES
        stays = evening or not await self.day.has_lessons()
        self._done = {leap.id} | ({one.id for one in DAY} if stays else set())
        self._closes = _LATE if stays else CLOSES

    async def _scene(self, scene: Scene) -> None:
        """Let the families of the class do what they do then."""
        count = await self.families.play(scene)
        self._say(self.speech.label(scene.did, count=count))
        self._done.add(scene.id)

    async def _next_morning(self, local: datetime) -> bool:
        day = await self.day.next_school_day(local.date())
        if day is None:
            return False
        self._done.clear()
        self._closes = CLOSES
        self.clock.jump(at(day, OPENS, self.day.zone))
        await self._new_day()
        return True

    async def _new_day(self) -> None:
        self._say(self.speech.label("play-new-day"))
        for tick in self.ticks:
            await tick()

    def _say(self, line: str) -> None:
        self.log.append(StageLine(self.clock.now(), line))
        del self.log[:-_LINES]


@asynccontextmanager
async def playing(*, port: int, data: Path) -> AsyncIterator[str]:
    """Run sandbox, bot and play while the block runs; give the page's address."""
    settings, clock = _settings(data), PlayClock(START)
    # Messages bear the play's time, which may stand still or fly: limits by it would mean nothing.
    telegram = Telegram(clock.now, limits=None, tap_lifetime=_LONG)
    _recall_chats(telegram, data)
    async with AsyncExitStack() as stack:
        store = await stack.enter_async_context(opened(settings, clock=clock))
        await take_in(settings, store, SCHOOL)
        clock.jump(await left_at(store) or START)
        players = await let_in(settings, store, PLAYERS)
        speech = Texts.load().of("ru")
        day = await school_day_of(store, speech, CHILDREN)
        families = Families(telegram, TOKEN, settings, store, day.children[0])
        director = Director(day, clock, speech, _columns(players, speech), families)
        page = partial(mount, engine=telegram, stage=director, token=TOKEN)
        address = await stack.enter_async_context(serve(telegram, port=port, extra=[page]))
        bot = make_bot(TOKEN, api_url=address)
        program = compose(settings, store, bot, overrides=partial(_rules, clock))
        director.ticks.extend(job.run for job in program.jobs())
        director.ticks.append(program.period_tick)
        await stack.enter_async_context(_bot_running(program, settings))
        stack.push_async_callback(leave_at, store)
        stack.callback(_keep_chats, telegram, data)
        _enter(telegram, players)
        await stack.enter_async_context(_directed(director))
        yield address


def _columns(players: Sequence[Player], speech: Speech) -> list[StageColumn]:
    return [
        StageColumn(one.account, one.name, speech.label(one.role), opens=one.opens)
        for one in players
    ]


@asynccontextmanager
async def _bot_running(program: Program, settings: Settings) -> AsyncIterator[None]:
    try:
        await program.bot.set_my_name(BOT_NAME)
        async with running(program, settings):
            yield
    finally:
        await program.bot.session.close()


@asynccontextmanager
async def _directed(director: Director) -> AsyncIterator[None]:
    async with asyncio.TaskGroup() as play:
        task = play.create_task(director.run())
        try:
            yield
        finally:
            task.cancel()


def _settings(data: Path) -> Settings:
    return Settings.model_construct(
        bot_token=None,
        database_url=f"sqlite:///{data / 'zvonok.db'}",
        timezone="Europe/Moscow",
        secret=None,
        clock=None,
        webhook_url=None,
        webhook_secret=None,
    )


def _rules(clock: PlayClock, stored: SchoolDelivery) -> SchoolDelivery:
    # Five seconds of the person who looks on, however fast the play's time passes.
    window = _WINDOW * max(clock.speed, 1.0)
    rules = replace(stored.rules, correction_window=window, quiet_hours=None)
    return replace(stored, rules=rules)


def _enter(telegram: Telegram, players: Sequence[Player]) -> None:
    """Let each player come in with a new code; who came in before finds the chat as it was."""
    for player in players:
        if player.code or player.account not in telegram.bot(TOKEN).chats:
            telegram.people.add(player.account, player.given, player.family)
            telegram.people.starts(TOKEN, player.account, player.code)


def _recall_chats(telegram: Telegram, data: Path) -> None:
    kept = data / CHATS
    if kept.is_file():
        recall(telegram, kept.read_text(encoding="utf-8"))


def _keep_chats(telegram: Telegram, data: Path) -> None:
    (data / CHATS).write_text(remembered(telegram), encoding="utf-8")
