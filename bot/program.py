"""The bot, put together over an open database: who takes updates in, works them off, speaks."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import Any, Final

import structlog
from aiogram import Bot, Dispatcher
from aiogram.exceptions import TelegramAPIError

from bot.calls import read_kept
from bot.composition.chat import OFFERED
from bot.composition.database import Database
from bot.composition.use_cases import UseCases, use_cases_of
from bot.config import Settings, SmtpAddress
from bot.documents.drawing import DrawEnclosed, MakeEnclosed
from bot.documents.linked import ReadLinkedAgenda
from bot.documents.workshop import OtherProcess, Workshop
from bot.handlers.order import all_routers
from bot.jobs.page import Job
from bot.jobs.period import PeriodTick
from bot.keys import pepper_of, secret_of
from bot.middlewares.providing import Provide
from bot.middlewares.turn import Turn
from bot.notifications.answered import ShowAnswered
from bot.notifications.cards import ShowCards
from bot.notifications.code_letters import SendCodes
from bot.notifications.delivery import Delivery
from bot.notifications.governor import Governor, Limits
from bot.notifications.mail import MailChannel
from bot.notifications.outlets import Outlet
from bot.notifications.packet_letters import SendPackets
from bot.notifications.packing import Pack
from bot.notifications.relay import Relay
from bot.notifications.smtp import MailServer
from bot.notifications.telegram import TelegramChannel
from bot.screens.news.answer_links import AnswerLinks
from bot.screens.people.mail_links import MailLinks
from bot.show import Show
from bot.telegram.fetching import fetch
from bot.telegram.updates import RawUpdate
from bot.telegram.worklist import Work, Worklist
from bot.texts.speech import Texts
from bot.ticks import Whole, page
from bot.web.answers import Answers
from bot.web.mail_pages import MailPages
from core.access.people import Channel
from core.clock import Clock
from core.notices.timing import SchoolDelivery

log = structlog.get_logger(__name__)

_GRACE: Final = 10.0
_MESSAGES_AT_ONCE: Final = 40
_LETTERS_AT_ONCE: Final = 8
_ALL: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Program:
    """The bot, put together and not yet running."""

    bot: Bot
    store: Database
    clock: Clock
    worklist: Worklist
    relay: Relay
    governor: Governor
    show: Show
    workshop: Workshop
    read_linked: ReadLinkedAgenda
    answers: Answers
    mail_pages: MailPages
    jobs: tuple[Job, ...]

    async def tick(self, job: str) -> object:
        """Do at once what a job of the page does when its time comes; return what it returns."""
        return await next(one for one in self.jobs if one.id == job).run()

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
        await self.relay.recover(alone=self.store.serves_one_process)

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
                await self.workshop.close()


async def _at_most(seconds: float, what: Coroutine[Any, Any, None]) -> None:
    try:
        await asyncio.wait_for(what, seconds)
    except TimeoutError:
        log.warning("stopped-with-work-left")  # it is in the inbox and goes on at the next start


def compose(
    settings: Settings,
    store: Database,
    bot: Bot,
    *,
    overrides: Callable[[SchoolDelivery], SchoolDelivery] | None = None,
    workshop: Workshop | None = None,
) -> Program:
    """Put the bot together over an open store; `overrides` replaces what the settings override.

    Papers are made in another process, unless a `workshop` is given.
    """
    clock = store.clock
    texts = Texts.load()
    use_cases = use_cases_of(settings, store)
    if overrides is not None:
        use_cases = UseCases(replace(use_cases.run, overrides=overrides))
    pepper, server = pepper_of(secret_of(settings)), _mail_server(settings)
    links = AnswerLinks(use_cases.run.public_url, pepper, clock)
    mail_links = MailLinks(use_cases.run.public_url, pepper, clock)
    governor = Governor(Limits(per_second=settings.messages_per_second), time.monotonic)
    made_in = workshop or OtherProcess()
    make = MakeEnclosed(
        store.reading,
        store.transaction,
        partial(_name_of, bot),
        use_cases,
        made_in,
        partial(fetch, bot),
    )
    repeat_unknown = use_cases.each(lambda desk: desk.repeat_unknown)
    deliver = Delivery(
        begin=store.transaction,
        outlets={
            Channel.TELEGRAM: Outlet(TelegramChannel(bot, texts), _MESSAGES_AT_ONCE, governor),
            **_by_mail(server, texts, links, mail_links),
        },
        clock=clock,
        note_reach=use_cases.each(lambda desk: desk.note_reach),
        gather=use_cases.each(lambda desk: desk.gather_due),
        repeat_unknown=repeat_unknown,
        pack=Pack(store.reading, use_cases.each(lambda desk: desk.gather_due), make, texts),
    )
    relay = Relay(store.transaction, deliver, clock, repeat_unknown, use_cases.run.overrides)
    store.on_commit.append(relay.wake)

    async def keep_shown(updates: Sequence[int]) -> None:
        async with store.hasty() as tx:
            await tx.inbox.shown(updates)

    show = Show(bot, governor, asyncio.sleep, DrawEnclosed(make, Channel.TELEGRAM))
    worklist = Worklist(
        turn=Turn(bot, the_dispatcher(), texts, clock, store.hasty, use_cases),
        show=lambda answer: show(read_kept(answer)),
        shown=keep_shown,
    )
    follow = use_cases.each(lambda desk: desk.follow_agenda_link)
    take_answer = use_cases.each(lambda desk: desk.acknowledge_by_letter)

    whole = Whole(
        look_for_notices=relay.wake,
        look_after_periods=PeriodTick(
            store.reading,
            store.transaction,
            use_cases.each(lambda desk: desk.due_classes),
            use_cases.each(lambda desk: desk.look_after_class),
        ),
        send_codes=SendCodes(store.transaction, server, texts, clock, pepper, mail_links),
        show_answered=ShowAnswered(
            store.transaction,
            use_cases.each(lambda desk: desk.read_answered),
            bot,
            texts,
            governor,
            clock,
        ),
        send_packets=SendPackets(
            store.transaction,
            use_cases.each(lambda desk: desk.settle_letter),
            partial(fetch, bot),
            server,
            texts,
            clock,
        ),
        show_cards=ShowCards(
            store.reading,
            store.transaction,
            use_cases.each(lambda desk: desk.read_card),
            bot,
            texts,
            governor,
            clock,
        ),
    )
    return Program(
        bot=bot,
        store=store,
        clock=clock,
        worklist=worklist,
        relay=relay,
        governor=governor,
        show=show,
        workshop=made_in,
        read_linked=ReadLinkedAgenda(store.reading, follow, made_in),
        answers=Answers(store.reading, store.transaction, take_answer, links, texts),
        mail_pages=MailPages(
            store.reading,
            store.transaction,
            use_cases.each(lambda desk: desk.by_letter),
            mail_links,
            texts,
        ),
        jobs=page(store, use_cases, whole),
    )


async def _name_of(bot: Bot) -> str:
    """Return the name by which the bot is found; empty where Telegram does not say it now."""
    try:
        return (await bot.me()).username or ""
    except TelegramAPIError:
        return ""


def _mail_server(settings: Settings) -> MailServer | None:
    if settings.smtp_url is None or settings.mail_from is None:
        return None
    smtp = SmtpAddress.of(settings.smtp_url.get_secret_value())
    return MailServer(
        smtp.host,
        smtp.port,
        settings.mail_from,
        user=smtp.user,
        password=smtp.password,
        encrypted=smtp.encrypted,
    )


def _by_mail(
    server: MailServer | None, texts: Texts, links: AnswerLinks, mail_links: MailLinks
) -> dict[Channel, Outlet]:
    if server is None:
        return {}
    letters = MailChannel(server, texts)
    if links.public_url:
        letters = MailChannel(server, texts, links, mail_links)
    return {Channel.EMAIL: Outlet(letters, _LETTERS_AT_ONCE)}


@cache
def the_dispatcher() -> Dispatcher:
    """Return what finds the handler of an update, and gives it the use cases that it names.

    It knows no bot and keeps nothing of an update, so one serves every program of a process.
    """
    dispatcher = Dispatcher(disable_fsm=True)
    dispatcher.include_routers(*all_routers())
    provide = Provide(OFFERED)
    for observer in dispatcher.observers.values():
        observer.middleware(provide)
    return dispatcher
