"""`zvonok demo` and `zvonok sandbox`: the sandbox with a school behind it, or alone for any bot.

One process, SQLite, no token, no network: the bot talks to the sandbox over HTTP, as it would
to Telegram.
"""

import asyncio
import webbrowser
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Final

import typer

from bot.composition.database import opened
from bot.composition.errands import take_in
from bot.config import Settings
from bot.demo_duty import demo_desk_of
from bot.demo_families import Families
from bot.demo_journal import DemoJournal
from bot.demo_people import (
    CHILDREN,
    PLAYERS,
    SCHOOL,
    SPARED,
    START,
    Player,
    leave_at,
    left_at,
    let_in,
    school_day_of,
)
from bot.demo_play import SPEED, Director, PlayClock
from bot.intake import running
from bot.lived.days import Living
from bot.logs import configure_logs
from bot.program import Program, compose
from bot.running import only_one, until_stopped
from bot.telegram.session import make_bot, tune
from bot.texts.speech import Speech, Texts
from core.clock import SystemClock
from core.notices.timing import SchoolDelivery
from sandbox.engine import Telegram
from sandbox.engine.memory import recall, remembered
from sandbox.http import run as serve_until_stopped
from sandbox.http import serve
from sandbox.page import StageColumn, mount

TOKEN: Final = "42:DEMO"  # noqa: S105 - opens nothing but the sandbox
BOT_NAME: Final = "Звонок"
_WINDOW: Final = timedelta(seconds=5)
CHATS: Final = "chats.json"
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


@asynccontextmanager
async def playing(*, port: int, data: Path, speed: float = SPEED) -> AsyncIterator[str]:
    """Run sandbox, bot and play while the block runs; give the page's address."""
    settings, clock = _settings(data), PlayClock(START, speed=speed)
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
        director = Director(
            day,
            clock,
            speech,
            _columns(players, speech),
            Families(telegram, TOKEN, settings, store, day.children[0]),
            await demo_desk_of(store),
            DemoJournal(store, Living(day.zone, SPARED)),
        )
        page = partial(mount, engine=telegram, stage=director, token=TOKEN)
        address = await stack.enter_async_context(serve(telegram, port=port, extra=[page]))
        bot = make_bot(TOKEN, api_url=address)
        program = compose(settings, store, bot, overrides=partial(_rules, clock))
        look_again = partial(program.tick, "period-tick")
        director.ticks.extend([*(job.run for job in program.jobs), look_again])
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
