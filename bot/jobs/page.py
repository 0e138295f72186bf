"""The page of jobs. A job lost is nothing lost: the tables say what is due at the next tick."""

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


def page(  # noqa: PLR0913 - one for each job
    *,
    forget_updates: Callable[[], Awaitable[object]],
    look_for_notices: Callable[[], None],
    warn_of_controls: Callable[[], Awaitable[object]],
    look_after_periods: Callable[[], Awaitable[object]],
    tell_missing: Callable[[], Awaitable[object]],
    look_after_reviews: Callable[[], Awaitable[object]],
    look_for_truancy: Callable[[], Awaitable[object]],
    make_paper_runs: Callable[[], Awaitable[object]],
    bring_week_of_absences: Callable[[], Awaitable[object]],
    check_personal_data: Callable[[], Awaitable[object]],
    send_codes: Callable[[], Awaitable[object]],
    show_answered: Callable[[], Awaitable[object]],
    follow_broadcasts: Callable[[], Awaitable[object]],
    show_cards: Callable[[], Awaitable[object]],
    look_after_access: Callable[[], Awaitable[object]],
    tell_lost: Callable[[], Awaitable[object]],
    look_after_tickets: Callable[[], Awaitable[object]],
    tell_duty_flaws: Callable[[], Awaitable[object]],
    look_after_trainings: Callable[[], Awaitable[object]],
    remind_of_packets: Callable[[], Awaitable[object]],
    send_packets: Callable[[], Awaitable[object]],
) -> tuple[Job, ...]:
    """Return all jobs of the program."""

    async def look() -> None:
        look_for_notices()

    return (
        Job("outbox-net", timedelta(seconds=5), look),
        Job("period-tick", timedelta(minutes=5), look_after_periods),
        Job("period-marks-tick", timedelta(minutes=10), tell_missing),
        Job("review-tick", timedelta(minutes=10), look_after_reviews),
        Job("truancy-tick", timedelta(minutes=10), look_for_truancy),
        Job("paper-tick", timedelta(minutes=10), make_paper_runs),
        Job("absences-tick", timedelta(minutes=10), bring_week_of_absences),
        Job("personal-data-tick", timedelta(minutes=10), check_personal_data),
        Job("control-works-tick", timedelta(minutes=5), warn_of_controls),
        Job("mail-codes", timedelta(seconds=5), send_codes),
        Job("mail-answers", timedelta(seconds=2), show_answered),
        Job("broadcast-tick", timedelta(seconds=30), follow_broadcasts),
        Job("broadcast-cards", timedelta(seconds=2), show_cards),
        Job("access-tick", timedelta(minutes=1), look_after_access),
        Job("message-tick", timedelta(seconds=5), tell_lost),
        Job("helpdesk-tick", timedelta(seconds=20), look_after_tickets),
        Job("duty-tick", timedelta(minutes=10), tell_duty_flaws),
        Job("training-tick", timedelta(minutes=5), look_after_trainings),
        Job("vendor-tick", timedelta(minutes=10), remind_of_packets),
        Job("vendor-letters", timedelta(seconds=5), send_packets),
        Job("inbox-forget", timedelta(hours=6), forget_updates),
    )


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
