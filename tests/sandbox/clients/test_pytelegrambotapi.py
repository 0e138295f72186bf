"""A plain pyTelegramBotAPI bot runs against the sandbox as against Telegram."""

# mypy: disable-error-code="no-untyped-call,untyped-decorator"
# The library under test types only a part of what it offers.

import asyncio
from collections.abc import AsyncIterator
from io import BytesIO

import pytest
from aiohttp import web
from telebot import asyncio_helper
from telebot.async_telebot import AsyncTeleBot
from telebot.types import (
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputFile,
    Message,
    Update,
)

from sandbox.engine import Telegram
from tests.sandbox.builders import TOKEN, a_server
from tests.sandbox.clients.stories import DATA, DIARY, FILE, GREETING, LABEL, TOAST, the_story


@pytest.fixture
async def bot(address: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[AsyncTeleBot]:
    monkeypatch.setattr(asyncio_helper, "API_URL", f"{address}/bot{{0}}/{{1}}")
    monkeypatch.setattr(asyncio_helper, "FILE_URL", f"{address}/file/bot{{0}}/{{1}}")
    bot = AsyncTeleBot(TOKEN)
    add_handlers(bot)
    yield bot
    await bot.close_session()


def add_handlers(bot: AsyncTeleBot) -> None:
    @bot.message_handler(commands=["start"])
    async def start(message: Message) -> None:
        markup = InlineKeyboardMarkup([[InlineKeyboardButton(LABEL, callback_data=DATA)]])
        await bot.send_message(message.chat.id, GREETING, parse_mode="HTML", reply_markup=markup)

    @bot.callback_query_handler(func=lambda query: query.data == DATA)
    async def diary(query: CallbackQuery) -> None:
        assert query.message
        chat_id = query.message.chat.id
        await bot.answer_callback_query(query.id, TOAST)
        await bot.edit_message_text(DIARY, chat_id, query.message.message_id)
        await bot.send_document(chat_id, InputFile(BytesIO(FILE)), visible_file_name="marks.csv")

    @bot.message_handler(content_types=["photo"])
    async def photo(message: Message) -> None:
        assert message.photo
        file = await bot.get_file(message.photo[-1].file_id)
        content = await bot.download_file(file.file_path)
        await bot.send_message(message.chat.id, f"{len(content)} байт")


async def test_pytelegrambotapi_polls(telegram: Telegram, bot: AsyncTeleBot) -> None:
    polling = asyncio.ensure_future(bot.polling(non_stop=True, timeout=1, request_timeout=5))

    await the_story(telegram)

    polling.cancel()
    await asyncio.wait([polling])


async def test_pytelegrambotapi_is_called_at_its_webhook(
    telegram: Telegram, bot: AsyncTeleBot
) -> None:
    async def take(request: web.Request) -> web.Response:
        update = Update.de_json(await request.json())
        await bot.process_new_updates([update])
        return web.Response()

    app = web.Application()
    app.router.add_post("/hook", take)
    async with a_server(app) as own:
        await bot.set_webhook(f"{own}/hook")

        await the_story(telegram)

        await bot.delete_webhook()
