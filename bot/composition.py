"""The only module that sees all three floors: assigns adapters to ports, starts the parts."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, Final

import structlog
from aiogram import Bot, Dispatcher
from bot.handlers import all_routers
from bot.texts import Texts
from storage.profiles import read_profile
from storage.transaction import Store, Transaction

from bot.config import Settings
from bot.jobs.page import INBOX_KEPT, page, ticking
from bot.keys import pepper_of, secret_of
from bot.middlewares.turn import Turn
from bot.notifications.governor import Governor, Limits
from bot.notifications.relay import Relay
from bot.notifications.telegram import TelegramChannel
from bot.show import Show, read_kept
from bot.telegram.polling import Poller
from bot.telegram.updates import ALLOWED, RawUpdate
from bot.telegram.worklist import Work, Worklist
from bot.web.webhook import PATH, application, listening
from core.access.codes import Activate, IssueCode
from core.clock import Clock, SystemClock
from core.diary.reading import ReadAbsences, Reader, ReadHomework, ReadMarks, ReadWeek
from core.facts import Facts
from core.notices.gathering import GatherNews
from core.notices.telling import TellFamilies
from core.notices.timing import SchoolDelivery
from core.regulation.profile import Profile, QuietHours

log = structlog.get_logger(__name__)

DEFAULT_PROFILE: Final = "a"
_GRACE: Final = 10.0


def facts_of(tx: Transaction) -> Facts:
    """Return who hears of facts in a transaction: the families' notices."""
    return TellFamilies(tx.outbox, tx.audience, tx.delivery)


@dataclass(frozen=True, slots=True)
class UseCases:
    """Binds a transaction to the use cases that handlers ask for by name."""

    clock: Clock
    profile: Profile
    pepper: bytes

    def __call__(self, tx: Transaction) -> dict[str, Any]:
        """Return the use cases of one turn."""
        reader = Reader(tx.diary, self.clock, self.profile.rounding)
        return {
            "activate": Activate(tx.codes, self.clock, self.profile.codes, self.pepper),
            "directory": tx.directory,
            "read_week": ReadWeek(reader),
            "read_marks": ReadMarks(reader),
            "read_homework": ReadHomework(reader),
            "read_absences": ReadAbsences(reader),
        }

    def issue_code(self, tx: Transaction) -> IssueCode:
        """Return the use case that gives a person a code."""
        return IssueCode(tx.codes, self.clock, self.profile.codes, self.pepper)


@dataclass(frozen=True, slots=True)
class Overrides:
    """What the environment of this run says over the schools' stored rules of delivery."""

    window: timedelta | None
    quiet_hours: QuietHours | str | None

    def __call__(self, stored: SchoolDelivery) -> SchoolDelivery:
        """Return the rules that are in force in this run."""
        rules = stored.rules
        if self.window is not None:
            rules = replace(rules, correction_window=self.window)
        if self.quiet_hours is not None:
            hours = self.quiet_hours if isinstance(self.quiet_hours, QuietHours) else None
            rules = replace(rules, quiet_hours=hours)
        return replace(stored, rules=rules)


@dataclass(frozen=True, slots=True)
class Program:
    """The bot, put together and not yet running."""

    bot: Bot
    store: Store
    clock: Clock
    worklist: Worklist
    relay: Relay
    governor: Governor

    async def accept(self, updates: Sequence[RawUpdate]) -> int:
        """Commit updates to the inbox and take the new ones on; return how many were new."""
        async with self.store.transaction() as tx:
            fresh = await tx.inbox.accept(
                [(one.update_id, one.chat, one.raw) for one in updates], at=self.clock.now()
            )
        self.worklist.add([Work(one) for one in updates if one.update_id in fresh])
        return len(fresh)

    async def recover(self) -> None:
        """Find again what a dead process left: updates, answers not shown, notices under way."""
        async with self.store.reading() as tx:
            pending = await tx.inbox.pending()
        self.worklist.add(
            [Work(RawUpdate(one.update_id, one.chat, one.raw), one.answer) for one in pending]
        )
        await self.relay.recover(alone=self.store.is_embedded)

    async def forget_updates(self) -> None:
        """Drop updates that were worked off long ago."""
        async with self.store.transaction() as tx:
            await tx.inbox.forget(before=self.clock.now() - INBOX_KEPT)

    @asynccontextmanager
    async def serving(self) -> AsyncIterator[None]:
        """Run everything but the intake of updates; at the end finish what was begun."""
        async with asyncio.TaskGroup() as services:
            helpers = [
                services.create_task(self.governor.run()),
                services.create_task(self.worklist.run()),
                services.create_task(self.store.watch(self.relay.wake)),
            ]
            relay = services.create_task(self.relay.run())
            try:
                yield
            finally:
                self.relay.stop()
                await _at_most(_GRACE, self.worklist.settled())
                await asyncio.wait([relay], timeout=_GRACE)
                for task in (*helpers, relay):
                    task.cancel()


async def _at_most(seconds: float, what: Coroutine[Any, Any, None]) -> None:
    try:
        await asyncio.wait_for(what, seconds)
    except TimeoutError:
        log.warning("stopped-with-work-left")  # it is in the inbox and goes on at the next start


def compose(
    settings: Settings,
    store: Store,
    clock: Clock,
    bot: Bot,
    *,
    overrides: Callable[[SchoolDelivery], SchoolDelivery] | None = None,
) -> Program:
    """Put the bot together over an open store; `overrides` replaces what the settings override."""
    texts = Texts.load()
    profile = read_profile(DEFAULT_PROFILE)
    use_cases = UseCases(clock, profile, pepper_of(secret_of(settings)))
    governor = Governor(Limits(), time.monotonic)
    relay = Relay(
        begin=store.transaction,
        channel=TelegramChannel(bot, texts),
        governor=governor,
        clock=clock,
        facts=facts_of,
        gather=lambda tx: GatherNews(tx.news, profile.rounding),
        overrides=overrides or Overrides(settings.window, settings.quiet_hours),
    )
    store.on_commit(relay.wake)

    async def keep_shown(updates: Sequence[int]) -> None:
        async with store.transaction() as tx:
            await tx.inbox.shown(updates)

    show = Show(bot, governor, asyncio.sleep)
    worklist = Worklist(
        turn=Turn(bot, _dispatcher(), texts, store.transaction, use_cases),
        show=lambda answer: show(read_kept(answer)),
        shown=keep_shown,
    )
    return Program(bot, store, clock, worklist, relay, governor)


def _dispatcher() -> Dispatcher:
    dispatcher = Dispatcher(disable_fsm=True)
    dispatcher.include_routers(*all_routers())
    return dispatcher


@asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[tuple[Store, SystemClock]]:
    """Open the database, bring it up to date, and give it with its clock."""
    store = await Store.open(settings.database_url, zone=settings.timezone)
    try:
        yield store, await _clock(store, settings)
    finally:
        await store.close()


async def _clock(store: Store, settings: Settings) -> SystemClock:
    """Return the clock of this database: its offset is kept, so all processes tell one time."""
    async with store.transaction() as tx:
        start = settings.clock.isoformat() if settings.clock else None
        if start is not None and await tx.settings.get("clock.start") != start:
            offset = settings.clock - SystemClock().now() if settings.clock else timedelta()
            await tx.settings.set("clock.start", start)
            await tx.settings.set("clock.offset", str(offset.total_seconds()))
        kept = await tx.settings.get("clock.offset")
    return SystemClock(timedelta(seconds=float(kept or 0)))


@asynccontextmanager
async def running(program: Program, settings: Settings) -> AsyncIterator[None]:
    """Serve, and take updates in by polling or by webhook, while the block runs."""
    async with AsyncExitStack() as stack:
        await program.recover()
        await stack.enter_async_context(program.serving())
        jobs = page(forget_updates=program.forget_updates, look_for_notices=program.relay.wake)
        await stack.enter_async_context(ticking(jobs))
        await stack.enter_async_context(_intake(program, settings))
        yield


@asynccontextmanager
async def _intake(program: Program, settings: Settings) -> AsyncIterator[None]:
    if settings.webhook_url is not None and settings.webhook_secret is not None:
        secret = settings.webhook_secret.get_secret_value()
        app = application(program.accept, secret)
        async with listening(app, host=settings.webhook_host, port=settings.webhook_port):
            await program.bot.set_webhook(
                str(settings.webhook_url).rstrip("/") + PATH,
                secret_token=secret,
                allowed_updates=list(ALLOWED),
            )
            yield
        return
    await program.bot.delete_webhook()
    poller = Poller(program.bot, program.accept)
    async with asyncio.TaskGroup() as intake:
        task = intake.create_task(poller.run())
        try:
            yield
        finally:
            task.cancel()
