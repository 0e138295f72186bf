"""The only module that sees all three floors: assigns adapters to ports, starts the parts."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

import structlog
from aiogram import Bot, Dispatcher

from bot.config import Settings
from bot.demo_people import Player
from bot.handlers.order import all_routers
from bot.jobs.page import INBOX_KEPT, page, ticking
from bot.keys import pepper_of, secret_of
from bot.middlewares.turn import CHANNEL, Turn
from bot.notifications.governor import Governor, Limits
from bot.notifications.relay import Relay
from bot.notifications.telegram import TelegramChannel
from bot.school_day import SchoolDay
from bot.screens.commands import Circle, commands_for
from bot.show import Show, commands_call, make_call, read_kept
from bot.telegram.polling import Poller
from bot.telegram.updates import ALLOWED, RawUpdate
from bot.telegram.worklist import Work, Worklist
from bot.texts.speech import LANGUAGES, Speech, Texts
from bot.web.webhook import PATH, application, listening
from core.access.codes import Activate, IssueCode
from core.access.people import Address, Name, Role
from core.clock import Clock, SystemClock
from core.diary.reading import ReadAbsences, Reader, ReadHomework, ReadMarks, ReadWeek
from core.errors import PersonUnknown
from core.exchange.import_bundle import ImportReport
from core.exchange.schools import the_school
from core.facts import Facts
from core.ids import PupilId, SourceId
from core.notices.gathering import GatherNews
from core.notices.telling import TellFamilies
from core.notices.timing import SchoolDelivery
from core.regulation.profile import Delivery, Profile, QuietHours
from storage.exchange.calls import export_school, import_bundle
from storage.exchange.reader import quietly
from storage.exchange.records import Founding, SqlSchoolRecords
from storage.migrations import upgrade
from storage.profiles import read_profile
from storage.transaction import Store, Transaction
from storage.waking import watch

log = structlog.get_logger(__name__)

PROFILE: Final = "a"
_GRACE: Final = 10.0
_ALL: Final = 1_000_000
_LEFT: Final = "demo.left"


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
        return replace(stored, rules=self.over(stored.rules))

    def over(self, rules: Delivery) -> Delivery:
        """Return rules with what the environment sets put over them."""
        if self.window is not None:
            rules = replace(rules, correction_window=self.window)
        if self.quiet_hours is not None:
            hours = self.quiet_hours if isinstance(self.quiet_hours, QuietHours) else None
            rules = replace(rules, quiet_hours=hours)
        return rules


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
            new = await tx.inbox.accept(
                [(one.update_id, one.chat, one.raw) for one in updates], at=self.clock.now()
            )
        self.worklist.add([Work(one) for one in updates if one.update_id in new])
        return len(new)

    async def recover(self) -> None:
        """Find again what a dead process left: updates, answers not shown, notices under way."""
        async with self.store.reading() as tx:
            pending = await tx.inbox.pending(_ALL)
        self.worklist.add(
            [Work(RawUpdate(one.update_id, one.chat or 0, one.raw), one.answer) for one in pending]
        )
        await self.relay.recover(alone=self.store.backend.one_writer)

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
                services.create_task(watch(self.store.backend, self.relay.wake)),
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
    bot: Bot,
    *,
    overrides: Callable[[SchoolDelivery], SchoolDelivery] | None = None,
) -> Program:
    """Put the bot together over an open store; `overrides` replaces what the settings override."""
    clock = store.clock
    texts = Texts.load()
    profile = read_profile(PROFILE)
    use_cases = _use_cases(settings, store)
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
    store.on_commit.append(relay.wake)

    async def keep_shown(updates: Sequence[int]) -> None:
        async with store.transaction() as tx:
            await tx.inbox.shown(updates)

    show = Show(bot, governor, asyncio.sleep)
    worklist = Worklist(
        turn=Turn(bot, _dispatcher(), texts, clock, store.transaction, use_cases),
        show=lambda answer: show(read_kept(answer)),
        shown=keep_shown,
    )
    return Program(bot, store, clock, worklist, relay, governor)


def _dispatcher() -> Dispatcher:
    dispatcher = Dispatcher(disable_fsm=True)
    dispatcher.include_routers(*all_routers())
    return dispatcher


@asynccontextmanager
async def opened(settings: Settings, clock: Clock | None = None) -> AsyncIterator[Store]:
    """Open the database, brought up to date, with its clock: of the database, or the one given."""
    if path := settings.sqlite_path():
        path.parent.mkdir(parents=True, exist_ok=True)
    await asyncio.to_thread(upgrade, settings.database_url)
    token = settings.bot_token.get_secret_value() if settings.bot_token else "0"
    store = Store(
        settings.database_url,
        clock or await _clock(settings),
        bot=int(token.partition(":")[0]),
    )
    try:
        yield store
    finally:
        await store.close()


async def _clock(settings: Settings) -> SystemClock:
    """Return the clock of this database: its offset is kept, so all processes tell one time."""
    machine = SystemClock()
    store = Store(settings.database_url, machine)
    try:
        async with store.transaction() as tx:
            start = settings.clock
            if start and await tx.settings.get("clock.start") != start.isoformat():
                offset = start - machine.now()
                await tx.settings.set("clock.start", start.isoformat())
                await tx.settings.set("clock.offset", str(offset.total_seconds()))
            kept = await tx.settings.get("clock.offset")
    finally:
        await store.close()
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


async def _offer_commands(bot: Bot) -> None:
    """Offer strangers their commands, in every language; known persons have their own by chat."""
    texts = Texts.load()
    for language in LANGUAGES:
        offered = commands_for(texts.of(language), Circle.STRANGER)
        await make_call(bot, commands_call(offered, language=language))


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
    await _offer_commands(program.bot)
    await program.bot.delete_webhook()
    poller = Poller(program.bot, program.accept)
    async with asyncio.TaskGroup() as intake:
        task = intake.create_task(poller.run())
        try:
            yield
        finally:
            task.cancel()


async def take_in(
    settings: Settings,
    store: Store,
    path: Path,
    *,
    school: str | None = None,
    dry_run: bool = False,
    progress: Callable[[int, int], None] = quietly,
) -> ImportReport:
    """Import a school bundle; raise a Refusal where it is not clear whose it is."""
    return await import_bundle(
        store,
        path,
        clock=store.clock,
        facts_for=facts_of,
        school=school,
        dry_run=dry_run,
        founding=Founding(ZoneInfo(settings.timezone), PROFILE, _delivery(settings)),
        progress=progress,
    )


async def give_out(store: Store, path: Path, *, school: str | None = None) -> int:
    """Export a school as a bundle; return the count of rows."""
    return (await export_school(store, path, school=school)).rows


async def code_of(
    settings: Settings, store: Store, person: SourceId, *, school: str | None = None
) -> str:
    """Give a person of the school's files a new code; raise PersonUnknown for anybody else."""
    async with store.transaction() as tx:
        known = the_school(await SqlSchoolRecords(tx.connection).schools(), asked=school)
        found = await tx.schools.person(known.id, person)
        if found is None:
            raise PersonUnknown(person)
        return await _use_cases(settings, store).issue_code(tx)(found)


async def administrator_code(
    settings: Settings, store: Store, name: Name, *, school: str | None = None
) -> str:
    """Give the first administrator a new code.

    Where there is no school yet, one without a name waits for the first import to adopt it.
    """
    async with store.transaction() as tx:
        schools = await tx.schools.all()
        if not schools:
            await tx.schools.create(
                identifier=school,
                name=school or "",
                zone=ZoneInfo(settings.timezone),
                delivery=_delivery(settings),
                profile=PROFILE,
                at=store.clock.now(),
            )
        known = the_school(await SqlSchoolRecords(tx.connection).schools(), asked=school)
        person = await tx.schools.administrator(known.id, name)
        if person is None:
            person = await tx.schools.add_person(
                known.id, name, [Role.ADMINISTRATOR], at=store.clock.now()
            )
        return await _use_cases(settings, store).issue_code(tx)(person)


def _use_cases(settings: Settings, store: Store) -> UseCases:
    return UseCases(store.clock, read_profile(PROFILE), pepper_of(secret_of(settings)))


def _delivery(settings: Settings) -> Delivery:
    """Return the rules of delivery that a new school starts with."""
    return Overrides(settings.window, settings.quiet_hours).over(read_profile(PROFILE).delivery)


async def let_in(settings: Settings, store: Store, players: Sequence[Player]) -> Sequence[Player]:
    """Return the demo's players, each with a code who has not come in before."""
    async with store.transaction() as tx:
        actors = [
            await tx.directory.recognise(Address(CHANNEL, str(player.account)), language="ru")
            for player in players
        ]
    return [
        replace(player, code=await code_of(settings, store, SourceId(player.source)))
        if actor.is_stranger
        else player
        for player, actor in zip(players, actors, strict=True)
    ]


async def school_day_of(store: Store, speech: Speech, children: Sequence[str]) -> SchoolDay:
    """Return the demo's school day with the children of these ids."""
    async with store.reading() as tx:
        (school,) = await tx.schools.all()
        people = [await tx.schools.person(school.id, SourceId(child)) for child in children]
        known = [await tx.diary.child(PupilId(person)) for person in people if person]
    found = [child for child in known if child]
    return SchoolDay(store.transaction, facts_of, store.clock, school.zone, speech, found)


async def leave_at(store: Store) -> None:
    """Keep where the demo's clock stands when it ends."""
    async with store.transaction() as tx:
        await tx.settings.set(_LEFT, store.clock.now().isoformat())


async def left_at(store: Store) -> datetime | None:
    """Return where the demo's clock stood when it ended last."""
    async with store.reading() as tx:
        kept = await tx.settings.get(_LEFT)
    return datetime.fromisoformat(kept) if kept else None
