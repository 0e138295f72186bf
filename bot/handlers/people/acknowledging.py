"""A person of the family opens what must be acknowledged, and says that it was read."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.callbacks.notices import AcknowledgeNotice, OpenNotice
from bot.screens.news.acknowledging import notice
from bot.screens.parts.screen import Screen
from bot.texts.speech import Speech
from core.access.people import Actor
from core.notices.answers import acknowledged


async def on_open(
    _: CallbackQuery,
    callback_data: OpenNotice,
    actor: Actor,
    speech: Speech,
    open_notice: acknowledged.OpenNotice,
) -> Screen:
    """Show a notice in full, beside the message that had no room for it."""
    return notice(speech, actor, await open_notice(actor, callback_data.notice)).beside(anew=True)


async def on_acknowledge(
    query: CallbackQuery,
    callback_data: AcknowledgeNotice,
    actor: Actor,
    speech: Speech,
    acknowledge_notice: acknowledged.AcknowledgeNotice,
) -> Screen:
    """Keep that the recipient has read it, with a digest of the message that was read."""
    shown = await acknowledge_notice(actor, callback_data.notice, shown=_text_of(query))
    return notice(speech, actor, shown, thanked=True)


def _text_of(query: CallbackQuery) -> str:
    """Return what the tapped message says; Telegram no longer tells that of very old ones."""
    message = query.message
    return (message.text or "") if isinstance(message, Message) else ""


def router() -> Router:
    """Return the router of acknowledgements."""
    routes = Router(name="acknowledging")
    routes.callback_query.register(on_open, OpenNotice.filter())
    routes.callback_query.register(on_acknowledge, AcknowledgeNotice.filter())
    return routes
