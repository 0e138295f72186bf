"""A plain python-telegram-bot bot runs against the sandbox as against Telegram."""

from typing import Any

from aiohttp import web
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    filters,
)

from sandbox.engine import Telegram
from tests.sandbox.builders import TOKEN, a_server
from tests.sandbox.clients.stories import DATA, DIARY, FILE, GREETING, LABEL, TOAST, the_story


async def start(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.message
    markup = InlineKeyboardMarkup([[InlineKeyboardButton(LABEL, callback_data=DATA)]])
    await update.message.reply_text(GREETING, parse_mode="HTML", reply_markup=markup)


async def diary(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.callback_query
    assert update.effective_chat
    await update.callback_query.answer(TOAST)
    await update.callback_query.edit_message_text(DIARY)
    await context.bot.send_document(update.effective_chat.id, FILE, filename="marks.csv")


async def photo(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.message
    file = await update.message.photo[-1].get_file()
    content = await file.download_as_bytearray()
    await update.message.reply_text(f"{len(content)} байт")


def an_application(address: str) -> Application[Any, Any, Any, Any, Any, Any]:
    builder = Application.builder().token(TOKEN)
    application = builder.base_url(f"{address}/bot").base_file_url(f"{address}/file/bot").build()
    application.add_handler(CommandHandler("start", start))
    application.add_handler(CallbackQueryHandler(diary))
    application.add_handler(MessageHandler(filters.PHOTO, photo))
    return application


async def test_python_telegram_bot_polls(telegram: Telegram, address: str) -> None:
    async with an_application(address) as application:
        await application.start()
        assert application.updater
        await application.updater.start_polling()

        await the_story(telegram)

        await application.updater.stop()
        await application.stop()


async def test_python_telegram_bot_is_called_at_its_webhook(
    telegram: Telegram, address: str
) -> None:
    async with an_application(address) as application:

        async def take(request: web.Request) -> web.Response:
            update = Update.de_json(await request.json(), application.bot)
            await application.update_queue.put(update)
            return web.Response()

        app = web.Application()
        app.router.add_post("/hook", take)
        await application.start()
        async with a_server(app) as own:
            await application.bot.set_webhook(f"{own}/hook")

            await the_story(telegram)

            await application.bot.delete_webhook()
        await application.stop()
