"""The class teacher settles what nobody excused: asked twice, and put right as easily."""

from datetime import date

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.callbacks.excuses import AskUnexcused, OpenUnexcused, SettleDay
from bot.screens.excuses.unexcused import ask_unexcused, unexcused
from bot.screens.parts.screen import Screen
from bot.texts.speech import Speech
from core.access.people import Actor
from core.diary.excuses.unexcused import ReadUnexcused, SettleUnexcused


async def on_open(
    _: CallbackQuery,
    callback_data: OpenUnexcused,
    actor: Actor,
    speech: Speech,
    read_unexcused: ReadUnexcused,
) -> Screen:
    """Show what a pupil missed without a reason."""
    return unexcused(speech, await read_unexcused(actor, callback_data.pupil))


async def on_ask(
    _: CallbackQuery,
    callback_data: AskUnexcused,
    actor: Actor,
    speech: Speech,
    read_unexcused: ReadUnexcused,
) -> Screen:
    """Ask once more."""
    view = await read_unexcused(actor, callback_data.pupil)
    day = date.fromordinal(callback_data.day)
    return ask_unexcused(speech, view, day, settle=callback_data.settle)


async def on_settle(
    _: CallbackQuery,
    callback_data: SettleDay,
    actor: Actor,
    speech: Speech,
    settle_unexcused: SettleUnexcused,
    read_unexcused: ReadUnexcused,
) -> Screen:
    """Settle a day, or put it right."""
    of = callback_data
    await settle_unexcused(actor, of.pupil, date.fromordinal(of.day), settle=of.settle)
    view = await read_unexcused(actor, of.pupil)
    return unexcused(speech, view, said="unexcused-done" if of.settle else "unexcused-undone")


def router() -> Router:
    """Return the router of what nobody excused."""
    routes = Router(name="unexcused")
    routes.callback_query.register(on_open, OpenUnexcused.filter())
    routes.callback_query.register(on_ask, AskUnexcused.filter())
    routes.callback_query.register(on_settle, SettleDay.filter())
    return routes
