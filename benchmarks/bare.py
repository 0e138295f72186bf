"""Bare aiogram programs to stand beside: stock session, stock dispatcher, no database.

python -m benchmarks.bare taps ADDRESS TOKEN SCREENS.json     answers each tap by two calls
python -m benchmarks.bare sends ADDRESS TOKEN JOB.json        sends at a pace; prints the times
python -m benchmarks.bare forwards ADDRESS TOKEN JOB.json     forwards what is said to helpers
python -m benchmarks.bare idle ADDRESS TOKEN                  polls
"""

import asyncio
import itertools
import json
import sys
import time
from pathlib import Path
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message


def _bot(address: str, token: str) -> Bot:
    session = AiohttpSession(api=TelegramAPIServer.from_base(address))
    return Bot(token, session=session, default=DefaultBotProperties(parse_mode=ParseMode.HTML))


async def taps(address: str, token: str, screens: dict[str, Any]) -> None:
    """Show the day for a tap on a day, the week for any other: texts and buttons are ready."""
    dispatcher = Dispatcher()
    texts = {name: one["text"] for name, one in screens.items()}
    markups = {
        name: InlineKeyboardMarkup.model_validate(one["reply_markup"])
        for name, one in screens.items()
    }

    @dispatcher.message()
    async def on_word(message: Message) -> None:
        await message.answer(texts["week"], reply_markup=markups["week"])

    @dispatcher.callback_query()
    async def on_tap(query: CallbackQuery) -> None:
        shown = "day" if (query.data or "").startswith("day") else "week"
        await query.answer()
        if isinstance(query.message, Message):
            await query.message.edit_text(texts[shown], reply_markup=markups[shown])

    await dispatcher.start_polling(_bot(address, token), handle_signals=False)


async def sends(address: str, token: str, job: dict[str, Any]) -> None:
    """Send one message to each chat, so many a second; print when each call was made."""
    bot, called = _bot(address, token), dict[int, float]()
    await bot.get_me()

    async def send(chat: int) -> None:
        called[chat] = time.monotonic()
        await bot.send_message(chat, job["text"])

    begun = time.monotonic()
    async with asyncio.TaskGroup() as sending:
        for number, chat in enumerate(job["chats"]):
            await asyncio.sleep(begun + number / job["per_second"] - time.monotonic())
            sending.create_task(send(chat))
    await bot.session.close()
    print(json.dumps(called))


async def forwards(address: str, token: str, job: dict[str, Any]) -> None:
    """Forward each message to the next of those who answer."""
    dispatcher, helpers = Dispatcher(), itertools.cycle(job["helpers"])

    @dispatcher.message()
    async def on_word(message: Message) -> None:
        await message.forward(next(helpers))

    await dispatcher.start_polling(_bot(address, token), handle_signals=False)


async def _main(what: str, address: str, token: str, given: dict[str, Any]) -> None:
    match what:
        case "taps":
            await taps(address, token, given)
        case "sends":
            await sends(address, token, given)
        case "forwards":
            await forwards(address, token, given)
        case _:
            await Dispatcher().start_polling(_bot(address, token), handle_signals=False)


if __name__ == "__main__":
    what, address, token, *file = sys.argv[1:]
    content = json.loads(Path(file[0]).read_text(encoding="utf-8")) if file else {}
    asyncio.run(_main(what, address, token, content))
