"""Papers are made in a process of their own, one after another, and never in the event loop.

Drawing holds the interpreter's lock for its whole time (measured: the loop stood still for all of
it, with a thread too), so a thread would not do. The process starts with the first paper that
anybody asks for, and ends with the program, even with one that was killed.
"""

import asyncio
import os
import signal
import threading
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import active_children, get_context, parent_process
from typing import Any, Final, Protocol

import structlog

from bot.documents.bench import File, make
from bot.logs import log_failure
from bot.screens.parts.enclosure import Paper

log = structlog.get_logger(__name__)

_PAPERS_A_PROCESS: Final = 1000
_TRIES: Final = 2


class Workshop(Protocol):
    """Makes papers."""

    async def __call__(self, paper: Paper, view: Any, language: str, /) -> File | None:  # noqa: ANN401 - as the paper has it
        """Return the file, or None where it could not be made."""
        ...

    async def close(self) -> None:
        """Let go of what papers are made with."""
        ...


@dataclass(slots=True)
class OtherProcess:
    """The workshop of a running program."""

    longest: float = 60.0
    """Seconds that a paper may take, with those before it in the queue."""
    _pool: ProcessPoolExecutor | None = None

    async def __call__(self, paper: Paper, view: Any, language: str, /) -> File | None:  # noqa: ANN401 - as the paper has it
        """Return the file; one that breaks the process is tried once more, in a new one.

        One that takes too long is given up with its process, and those behind it are tried anew.
        """
        for _ in range(_TRIES):
            pool = self._pool = self._pool or _opened()
            loop = asyncio.get_running_loop()
            try:
                made = loop.run_in_executor(pool, make, paper, view, language)
                return await asyncio.wait_for(made, self.longest)
            except TimeoutError:
                log.warning("paper-too-slow", paper=paper.value)
                self._leave(pool)
                _end_all()
                return None
            except BrokenProcessPool:
                log.warning("workshop-broken", paper=paper.value)
                self._leave(pool)
            except Exception as error:  # noqa: BLE001 - the edge: one paper must not hold back its chat
                log_failure("paper-failed", error, paper=paper.value)
                return None
        return None

    def _leave(self, pool: ProcessPoolExecutor) -> None:
        # Only this one: another who waited in it may have opened the next already.
        if self._pool is pool:
            self._pool = None

    async def close(self) -> None:
        """End the process, when it is done with what it is at."""
        pool, self._pool = self._pool, None
        if pool is not None:
            await asyncio.to_thread(pool.shutdown, cancel_futures=True)


def _opened() -> ProcessPoolExecutor:
    # Spawned: a fork would take the database's connections and the bot's sockets along.
    return ProcessPoolExecutor(
        1,
        mp_context=get_context("spawn"),
        initializer=_settle,
        max_tasks_per_child=_PAPERS_A_PROCESS,
    )


def _end_all() -> None:
    """End the workshop's processes at once; the program starts no others this way."""
    for process in active_children():
        process.kill()


def _settle() -> None:
    """Leave it to the program when to end, and end with one that was killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_the_program, daemon=True).start()


def _end_with_the_program() -> None:
    program = parent_process()
    if program is not None:
        program.join()
        os._exit(0)
