"""A start while Telegram answers with errors: it is asked again until it answers otherwise."""

import asyncio
from collections.abc import Callable

import pytest
from pydantic import AnyHttpUrl, SecretStr

from bot.config import Settings
from bot.intake import running
from sandbox.engine.faults import Fault, bad_gateway, server_error
from tests.stories.conftest import ON_BOTH
from tests.stories.town import TOKEN, Town


async def eventually(look: Callable[[], object]) -> None:
    async with asyncio.timeout(30):
        while not look():  # noqa: ASYNC110 - the sandbox is looked at
            await asyncio.sleep(0.02)


def with_webhook(settings: Settings) -> Settings:
    return settings.model_copy(
        update={
            "webhook_url": AnyHttpUrl("https://school.example"),
            "webhook_port": 0,
            "webhook_secret": SecretStr("a-secret"),
        }
    )


@pytest.mark.parametrize("method", ["deleteWebhook", "setMyCommands", "getUpdates"])
@pytest.mark.parametrize("fault", [server_error(), bad_gateway()])
async def test_a_call_that_failed_at_the_start_is_made_again(
    town: Town, method: str, fault: Fault
) -> None:
    town.telegram.break_next(fault, method)

    async with running(town.program, town.settings):
        town.telegram.people.add(7, "Ева")
        town.telegram.people.starts(TOKEN, 7)
        await eventually(lambda: town.telegram.chat(TOKEN, 7).history()[1:])
        await eventually(lambda: len(town.telegram.bot(TOKEN).commands) == 2)

    assert {language for _, language in town.telegram.bot(TOKEN).commands} == {"ru", "en"}


async def test_a_webhook_is_set_and_commands_are_offered_as_soon_as_telegram_answers(
    town: Town,
) -> None:
    town.telegram.break_next(server_error(), "setWebhook")
    bot = town.telegram.bot(TOKEN)

    async with running(town.program, with_webhook(town.settings)):
        await eventually(lambda: len(bot.commands) == 2)

    assert bot.webhook is not None


@ON_BOTH
async def test_each_job_of_the_page_has_its_name_and_runs(town: Town) -> None:
    jobs = town.program.jobs

    for job in jobs:
        await job.run()

    assert len({job.id for job in jobs}) == len(jobs)
    assert await town.ledger() == []
