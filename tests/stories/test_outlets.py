"""Each channel has room and pace of its own: one that stands still holds up no other."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from bot.notifications.governor import EVERYTHING
from sandbox.in_process import Person
from tests.notifications.test_mail import Postman
from tests.stories.bundle import with_absence
from tests.stories.test_deliveries import ABSENT
from tests.stories.test_deliveries import told as alerts_of
from tests.stories.test_mail import has_a_mailbox, letters, postman, text_of, with_homework
from tests.stories.test_preferences import chooses, told
from tests.stories.town import Town

__all__ = ["postman"]  # a fixture

ALERT_AND_HOMEWORK = with_absence(with_homework(), "a2", lesson="7a-rus-20", pupil="p1")


@asynccontextmanager
async def relaying(town: Town) -> AsyncIterator[None]:
    """Run the relay with room for one delivery in each channel."""
    relay = town.program.relay
    for outlet in relay.outlets.values():
        outlet.at_once = 1
    running = asyncio.create_task(relay.run())
    try:
        yield
    finally:
        relay.stop()
        await running


async def a_mother_who_reads_letters(town: Town, postman: Postman) -> Person:
    mother = await has_a_mailbox(town, postman)
    await chooses(mother, "Домашние задания", "Письмом")
    return mother


async def test_an_alert_goes_out_at_once_while_the_mail_server_hangs(
    town: Town, postman: Postman
) -> None:
    await a_mother_who_reads_letters(town, postman)
    father = await town.comes_in("g2")
    postman.asleep = "RCPT"

    await town.imports(with_homework())
    town.clock.moves(minutes=11)
    async with relaying(town):
        await until(lambda: bool(town.program.relay._under_way))
        await town.imports(ALERT_AND_HOMEWORK)
        await until(lambda: alerts_of(father) == 1)
        hanging = letters(postman)
        postman.awake.set()

    assert hanging == []
    assert len(letters(postman)) == 1


async def test_letters_go_out_while_telegram_has_stopped_everything(
    town: Town, postman: Postman
) -> None:
    mother, father = await a_mother_who_reads_letters(town, postman), await town.comes_in("g2")
    town.program.governor.resume_after(EVERYTHING, 600)
    await town.imports(ABSENT)

    async with relaying(town):
        await until(lambda: bool(town.program.relay._under_way))
        await town.imports(with_homework())
        town.clock.moves(minutes=11)
        await until(lambda: bool(postman.letters))
        silent = (alerts_of(mother), alerts_of(father))
        async with asyncio.TaskGroup() as granting:
            granted = granting.create_task(town.program.governor.run())
            await until(lambda: not town.program.relay._under_way)
            granted.cancel()

    assert silent == (0, 0)
    assert "Повторить дроби" in text_of(letters(postman)[0])


async def test_a_letter_that_is_refused_for_good_comes_to_the_chat(
    town: Town, postman: Postman
) -> None:
    mother = await a_mother_who_reads_letters(town, postman)
    so_far = len(mother.messages)
    postman.to = "552 5.2.2 mailbox full"

    await town.imports(with_homework())
    await town.evening_news()
    postman.to = "250 OK"
    await town.imports(with_homework("Учить правило"))
    await town.evening_news()

    assert "Повторить дроби" in "".join(told(mother, so_far))
    assert "Учить правило" in text_of(letters(postman)[0])
    assert await town.endings() == {"delivered": 2}


async def until(done: Callable[[], bool]) -> None:
    """Wait for the relay, which works beside the test."""
    async with asyncio.timeout(20):
        while not done():  # noqa: ASYNC110 - the sandbox is looked at
            await asyncio.sleep(0.02)
