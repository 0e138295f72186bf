"""How updates come in while the program runs: asked for, or brought to our address."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial

from aiogram.methods import SetWebhook

from bot.config import Settings
from bot.jobs.page import ticking
from bot.program import Program
from bot.screen_calls import commands_call
from bot.screens.diary.agenda import PATH as AGENDAS
from bot.screens.news.answer_links import PATH as ANSWERS
from bot.screens.people.commands import COMMANDS, Circle, commands_for
from bot.screens.people.mail_links import PATH as MAILBOXES
from bot.show import Show
from bot.telegram.insisting import insist
from bot.telegram.polling import Poller
from bot.telegram.updates import ALLOWED
from bot.texts.speech import LANGUAGES, Texts
from bot.web.agendas import serve_agendas
from bot.web.answers import serve_answers
from bot.web.mail_pages import serve_mail
from bot.web.throttle import guard
from bot.web.webhook import PATH, alive, application, listening


@asynccontextmanager
async def running(program: Program, settings: Settings) -> AsyncIterator[None]:
    """Serve, and take updates in by polling or by webhook, while the block runs."""
    async with AsyncExitStack() as stack:
        await program.recover()
        await stack.enter_async_context(program.serving())
        await stack.enter_async_context(ticking(program.jobs))
        await stack.enter_async_context(_intake(program, settings))
        yield


async def _offer_commands(show: Show) -> None:
    """Offer strangers their commands, in every language; known persons have their own by chat."""
    texts = Texts.load()
    await show.at_leisure(
        [
            commands_call(
                commands_for(texts.of(language), COMMANDS[Circle.STRANGER]), language=language
            )
            for language in LANGUAGES
        ]
    )


@asynccontextmanager
async def _intake(program: Program, settings: Settings) -> AsyncIterator[None]:
    """Take updates in while the block runs; a Telegram that is away is asked until it answers."""
    async with AsyncExitStack() as stack:
        app, intake = alive(), _poll
        if settings.webhook_url is not None and settings.webhook_secret is not None:
            secret = settings.webhook_secret.get_secret_value()
            app = application(program.accept, secret)
            address = str(settings.webhook_url).rstrip("/") + PATH
            intake = partial(_take_webhooks, address=address, secret=secret)
        if settings.public_url is not None:
            serve_agendas(app, program.read_linked)
            serve_answers(app, program.answers)
            serve_mail(app, program.mail_pages)
            guard(app, (AGENDAS, ANSWERS, MAILBOXES), proxy=settings.trusted_proxy)
        if settings.webhook_url is not None or settings.public_url is not None:
            await stack.enter_async_context(
                listening(app, host=settings.webhook_host, port=settings.webhook_port)
            )
        tasks = await stack.enter_async_context(asyncio.TaskGroup())
        task = tasks.create_task(intake(program))
        try:
            yield
        finally:
            task.cancel()


async def _take_webhooks(program: Program, address: str, secret: str) -> None:
    wanted = SetWebhook(url=address, secret_token=secret, allowed_updates=list(ALLOWED))
    await insist("set-webhook", partial(program.bot, wanted))
    await _offer_commands(program.show)


async def _poll(program: Program) -> None:
    await insist("delete-webhook", program.bot.delete_webhook)
    async with asyncio.TaskGroup() as beside:
        beside.create_task(insist("offer-commands", partial(_offer_commands, program.show)))
        await Poller(program.bot, program.accept).run()
