"""In process aiogram meets the same errors as over the network."""

import pytest
from aiogram import Bot, exceptions
from aiogram.types import Message

from sandbox.engine import Fault, Limits, Telegram
from sandbox.engine.faults import (
    Delay,
    Reset,
    Silence,
    bad_gateway,
    flood,
    malformed_json,
    server_error,
    wrong_shape,
)
from sandbox.in_process import SandboxSession
from tests.sandbox.builders import IVAN, MARIA, TOKEN, a_telegram


def bot_of(telegram: Telegram) -> Bot:
    return Bot(TOKEN, session=SandboxSession(telegram))


@pytest.mark.parametrize(
    ("fault", "error", "arrived"),
    [
        (flood(3), exceptions.TelegramRetryAfter, 0),
        (flood(), exceptions.TelegramAPIError, 0),
        (server_error(), exceptions.TelegramServerError, 0),
        (bad_gateway(), exceptions.ClientDecodeError, 0),
        (malformed_json(), exceptions.ClientDecodeError, 1),
        (wrong_shape(), exceptions.ClientDecodeError, 1),
        (Reset(), exceptions.TelegramNetworkError, 0),
        (Delay(0.01, then=Reset(accepted=True)), exceptions.TelegramNetworkError, 1),
        (Silence(), exceptions.TelegramNetworkError, 1),
    ],
)
async def test_a_fault_becomes_the_exception_that_aiogram_knows(
    telegram: Telegram, fault: Fault, error: type[Exception], arrived: int
) -> None:
    telegram.break_next(fault, "sendMessage")

    with pytest.raises(error):
        await bot_of(telegram).send_message(MARIA, "5")

    assert len(telegram.chat(TOKEN, MARIA).messages) == arrived


async def test_refusals_become_exceptions_too(telegram: Telegram) -> None:
    bot = bot_of(telegram)

    with pytest.raises(exceptions.TelegramBadRequest, match="chat not found"):
        await bot.send_message(IVAN, "x")
    telegram.people.blocks(TOKEN, MARIA)
    with pytest.raises(exceptions.TelegramForbiddenError, match="blocked by the user"):
        await bot.send_message(MARIA, "x")
    with pytest.raises(exceptions.TelegramNotFound, match="method not found"):
        await bot.send_dice(MARIA)


async def test_a_flood_says_how_long_to_wait() -> None:
    bot = bot_of(a_telegram(limits=Limits(chat_burst=1)))
    await bot.send_message(MARIA, "x")

    with pytest.raises(exceptions.TelegramRetryAfter) as flooded:
        await bot.send_message(MARIA, "y")

    assert flooded.value.retry_after == 1


async def test_results_are_aiograms_own_objects(telegram: Telegram) -> None:
    bot = bot_of(telegram)

    message = await bot.send_message(MARIA, "<b>5</b>", parse_mode="HTML")
    await message.edit_text("4")
    telegram.people.sends(TOKEN, MARIA, "спасибо")

    assert isinstance(message, Message)
    assert (await bot.get_me()).username == "sandbox_42_bot"
    assert [update.event_type for update in await bot.get_updates()] == ["message"]
    assert (await bot.get_chat(MARIA)).first_name == "Мария"
