"""A plain aiogram bot runs against the sandbox as against Telegram."""

import asyncio

from aiogram import Bot, Dispatcher, F
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import CommandStart
from aiogram.types import (
    BufferedInputFile,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
)
from aiogram.webhook.aiohttp_server import SimpleRequestHandler
from aiohttp import web

from sandbox.engine import Telegram
from tests.sandbox.builders import TOKEN, a_server
from tests.sandbox.clients.stories import DATA, DIARY, FILE, GREETING, LABEL, TOAST, the_story


def a_dispatcher() -> Dispatcher:
    dispatcher = Dispatcher()

    @dispatcher.message(CommandStart())
    async def start(message: Message) -> None:
        button = InlineKeyboardButton(text=LABEL, callback_data=DATA)
        markup = InlineKeyboardMarkup(inline_keyboard=[[button]])
        await message.answer(GREETING, parse_mode="HTML", reply_markup=markup)

    @dispatcher.callback_query(F.data == DATA)
    async def diary(query: CallbackQuery) -> None:
        assert isinstance(query.message, Message)
        await query.answer(TOAST)
        await query.message.edit_text(DIARY)
        await query.message.answer_document(BufferedInputFile(FILE, "marks.csv"))

    @dispatcher.message(F.photo)
    async def photo(message: Message, bot: Bot) -> None:
        assert message.photo
        content = await bot.download(message.photo[-1])
        assert content is not None
        await message.answer(f"{len(content.read())} байт")

    return dispatcher


def a_bot(address: str) -> Bot:
    return Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(address)))


async def test_aiogram_polls(telegram: Telegram, address: str) -> None:
    bot, dispatcher = a_bot(address), a_dispatcher()
    polling = asyncio.ensure_future(dispatcher.start_polling(bot, handle_signals=False))

    await the_story(telegram)

    await dispatcher.stop_polling()
    await polling


async def test_aiogram_is_called_at_its_webhook(telegram: Telegram, address: str) -> None:
    bot, app = a_bot(address), web.Application()
    SimpleRequestHandler(a_dispatcher(), bot, secret_token="abc").register(app, "/hook")
    async with a_server(app) as own:
        await bot.set_webhook(f"{own}/hook", secret_token="abc")

        await the_story(telegram)

        await bot.delete_webhook()
    await bot.session.close()
