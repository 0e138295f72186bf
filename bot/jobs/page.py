"""Jobs tick in memory. One lost is nothing lost: the tables say what is due at the next tick."""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.logs import log_failure

INBOX_KEPT = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Job:
    """A tick with an id; `every` is real time."""

    id: str
    every: timedelta
    run: Callable[[], Awaitable[object]]


async def _run(job: Job) -> None:
    # A function by itself: of an object that is called the scheduler cannot tell that it is to be
    # awaited, and would run it for nothing in a thread.
    try:
        await job.run()
    except Exception as error:  # noqa: BLE001 - a supervisor: the next tick asks the tables anew
        log_failure("job-failed", error, job=job.id)


@asynccontextmanager
async def ticking(jobs: Sequence[Job]) -> AsyncIterator[None]:
    """Run the ticks while the block runs: in memory, coalesced, none dropped for being late."""
    scheduler = AsyncIOScheduler(
        timezone=UTC, job_defaults={"coalesce": True, "misfire_grace_time": None}
    )
    for job in jobs:
        seconds = job.every.total_seconds()
        scheduler.add_job(_run, "interval", args=[job], seconds=seconds, id=job.id)
    scheduler.start()
    try:
        yield
    finally:
        scheduler.shutdown(wait=False)
