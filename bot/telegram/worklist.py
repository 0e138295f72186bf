"""Accepted updates are worked off: in order within a chat, chats side by side, each exactly once.

An update is in the inbox before Telegram hears that it was taken; its answer is kept beside it
in the turn's transaction and shown after the commit. A kill at any moment leaves it waiting, or
answered but not yet shown; both are found again at the start. What fails meanwhile is tried
again after a pause: its chat waits in order, and no other does.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Final, Protocol, TypeVar

from bot.telegram.insisting import insist
from bot.telegram.updates import RawUpdate

_SIDE_BY_SIDE: Final = 64

Result = TypeVar("Result")
Step = Callable[[], Awaitable[Result]]


class Doing(Protocol):
    """Does one step of a turn, once or until it succeeds."""

    async def __call__(self, what: str, step: Step[Result], /) -> Result:
        """Return what came of the step."""
        ...


@dataclass(frozen=True, slots=True)
class Work:
    """An accepted update; `answer` is kept where the turn is over and only the showing is left."""

    update: RawUpdate
    answer: str | None = None


@dataclass(slots=True)
class Worklist:
    """Runs turns. `turn` returns the kept answer, `show` shows it, `shown` notes that."""

    turn: Callable[[RawUpdate], Awaitable[str | None]]
    show: Callable[[str], Awaitable[None]]
    shown: Callable[[Sequence[int]], Awaitable[None]]
    _room: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(_SIDE_BY_SIDE))
    _queues: dict[int, deque[Work]] = field(default_factory=dict)
    _ready: "asyncio.Queue[int]" = field(default_factory=asyncio.Queue)
    _idle: asyncio.Event = field(default_factory=asyncio.Event)
    _finished: list[int] = field(default_factory=list)
    _finishing: asyncio.Lock = field(default_factory=asyncio.Lock)

    def add(self, works: Sequence[Work]) -> None:
        """Take works on, in the order of their chats."""
        for work in works:
            queue = self._queues.get(work.update.chat)
            if queue is None:
                self._queues[work.update.chat] = deque([work])
                self._ready.put_nowait(work.update.chat)
            else:
                queue.append(work)

    async def run(self) -> None:
        """Work off whatever is added, until cancelled."""
        async with asyncio.TaskGroup() as chats:
            while True:
                chats.create_task(self._serve(await self._ready.get(), self._at_all_costs))

    async def drain(self) -> None:
        """Work off what is there now, and return when it is shown; what fails is raised."""
        while not self._ready.empty():
            await self._serve(self._ready.get_nowait(), _once)

    async def settled(self) -> None:
        """Wait until nothing is left to do."""
        while self._queues:
            self._idle.clear()
            await self._idle.wait()

    async def _serve(self, chat: int, do: Doing) -> None:
        queue = self._queues[chat]
        while queue:
            await self._work_off(queue[0], do)
            queue.popleft()
        del self._queues[chat]
        if not self._queues:
            self._idle.set()

    async def _work_off(self, work: Work, do: Doing) -> None:
        answer = work.answer
        if answer is None:
            answer = await do("turn", partial(self._in_room, work.update))
        if answer is not None:
            await do("show", partial(self.show, answer))
            self._finished.append(work.update.update_id)
            await do("note-shown", self._keep_shown)

    async def _at_all_costs(self, what: str, step: Step[Result]) -> Result:
        return await insist(what, step)

    async def _in_room(self, update: RawUpdate) -> str | None:
        # Held round the turn only: neither while one that failed waits, nor while an answer is
        # shown, which Telegram may have told to wait for minutes.
        async with self._room:
            return await self.turn(update)

    async def _keep_shown(self) -> None:
        # One commit for all that was shown while the last one was being written.
        async with self._finishing:
            finished = self._finished[:]
            if finished:
                await self.shown(finished)
                del self._finished[: len(finished)]


async def _once(_: str, step: Step[Result]) -> Result:
    return await step()
