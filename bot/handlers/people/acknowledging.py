"""A person of the family opens what must be acknowledged, and says that it was read."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.callbacks.notices import AcknowledgeNotice, OpenNotice
from bot.screens.news.acknowledging import answered, notice
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
    _: CallbackQuery,
    callback_data: AcknowledgeNotice,
    actor: Actor,
    speech: Speech,
    acknowledge_notice: acknowledged.AcknowledgeNotice,
) -> Screen:
    """Keep that the recipient has read what was shown with the button."""
    done = await acknowledge_notice(actor, callback_data.notice, stamp=callback_data.stamp)
    return answered(speech, actor, done)


def router() -> Router:
    """Return the router of acknowledgements."""
    routes = Router(name="acknowledging")
    routes.callback_query.register(on_open, OpenNotice.filter())
    routes.callback_query.register(on_acknowledge, AcknowledgeNotice.filter())
    return routes
