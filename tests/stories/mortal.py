"""A process that dies at a chosen step, and what it leaves behind on the disk.

A step is whatever the event loop runs next, each statement and commit of the database, and both
ends of each request to Telegram: before it leaves, and after it was taken but not answered.
"""

import asyncio
import shutil
from collections.abc import Callable, Coroutine
from contextvars import Context
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, TypeVarTuple

from aiogram import Bot
from aiogram.methods import TelegramMethod
from aiogram.methods.base import TelegramType
from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncEngine
from typing_extensions import override

from sandbox.engine import Telegram
from tests.stories.town import FRIDAY_NOON, Session
from tests.virtual_time import VirtualLoop

ROUNDS = 50
Ts = TypeVarTuple("Ts")


class Killed(KeyboardInterrupt):
    """The process is gone, in the middle of what it did."""


@dataclass
class Death:
    """Counts steps, and at the one that is named keeps the disk as it is and kills."""

    file: Path
    left: Path
    at: int | None = None
    steps: int = 0
    happened: bool = False

    def step(self, *_: object) -> None:
        if self.happened:
            return
        self.steps += 1
        if self.steps == self.at:
            self.happened = True
            for suffix in ("", "-wal"):
                if (found := self.file.with_name(self.file.name + suffix)).exists():
                    shutil.copy(found, self.left.with_name(self.left.name + suffix))
            raise Killed

    def haunts(self, engine: AsyncEngine) -> None:
        """Let each statement and commit be a step."""
        event.listen(engine.sync_engine, "before_cursor_execute", self.step)
        event.listen(engine.sync_engine, "commit", self.step)


class MortalLoop(VirtualLoop):
    """Time costs nothing, and commits run in place, so that every run goes the same way."""

    def __init__(self, death: Death) -> None:
        self._death = death
        super().__init__()

    def _mortally(self, callback: Callable[..., object], *args: object) -> None:
        try:
            self._death.step()
        except Killed:
            super().call_soon(callback, *args)  # for the burial: who waits for it must not hang
            raise
        callback(*args)

    @override
    def call_soon(
        self,
        callback: Callable[[*Ts], object],
        *args: *Ts,
        context: Context | None = None,
    ) -> asyncio.Handle:
        return super().call_soon(partial(self._mortally, callback, *args), context=context)

    @override
    def call_at(
        self,
        when: float,
        callback: Callable[[*Ts], object],
        *args: *Ts,
        context: Context | None = None,
    ) -> asyncio.TimerHandle:
        return super().call_at(when, partial(self._mortally, callback, *args), context=context)

    @override
    def run_in_executor(  # type: ignore[override]  # run here and now, whoever is asked
        self, executor: object, func: Callable[..., Any], *args: Any
    ) -> "asyncio.Future[Any]":
        done = self.create_future()
        done.set_result(func(*args))
        return done


class MortalSession(Session):
    """Both ends of a request are steps; who is dead asks for nothing any more."""

    def __init__(self, telegram: Telegram, death: Death) -> None:
        super().__init__(telegram)
        self._death = death

    @override
    async def make_request(
        self, bot: Bot, method: TelegramMethod[TelegramType], timeout: int | None = None
    ) -> TelegramType:
        if self._death.happened:
            raise asyncio.CancelledError
        self._death.step()
        result = await super().make_request(bot, method, timeout)
        self._death.step()
        return result


@dataclass
class Hours:
    """The time of all lives: a process that starts goes on a second after the last one died."""

    since: datetime = FRIDAY_NOON
    loop: asyncio.AbstractEventLoop | None = None

    def now(self) -> datetime:
        return self.since + timedelta(seconds=self.loop.time() if self.loop else 0)

    def begin(self, loop: asyncio.AbstractEventLoop) -> None:
        self.since, self.loop = self.since + timedelta(seconds=1), loop

    def end(self) -> None:
        self.since, self.loop = self.now(), None


def live(death: Death, hours: Hours, life: Coroutine[Any, Any, None]) -> bool:
    """Live to the end or to death; say whether it was the end."""
    loop = MortalLoop(death)
    loop.set_exception_handler(lambda *_: None)  # what the dead still say is of no interest
    hours.begin(loop)
    try:
        loop.run_until_complete(life)
    except Killed:
        hours.end()
        _bury(loop)
    else:
        hours.end()
    finally:
        loop.close()
    return not death.happened


def _bury(loop: asyncio.AbstractEventLoop) -> None:
    """End what the dead process had begun; it can reach nothing but its own old file."""
    for _ in range(ROUNDS):
        tasks = asyncio.all_tasks(loop)
        if not tasks:
            return
        for task in tasks:
            if not _closes_a_connection(task):
                task.cancel()
        try:
            loop.run_until_complete(asyncio.wait(tasks, timeout=60))
        except (Killed, RuntimeError):
            continue
    raise AssertionError(f"the dead do not rest: {asyncio.all_tasks(loop)}")


def _closes_a_connection(task: "asyncio.Task[object]") -> bool:
    return getattr(task.get_coro(), "__qualname__", "") == "AsyncConnection.close"
