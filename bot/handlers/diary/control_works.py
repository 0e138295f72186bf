"""The calendar of control works."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.callbacks.diary import OpenControlWorks
from bot.screens.diary.control_works import control_works
from bot.screens.parts.screen import Screen
from bot.texts.speech import Speech
from core.access.people import Actor
from core.diary.school_life.control_works import ReadControlWorks


async def on_open(
    _: CallbackQuery,
    callback_data: OpenControlWorks,
    actor: Actor,
    speech: Speech,
    read_control_works: ReadControlWorks,
) -> Screen:
    """Open what a pupil has ahead."""
    found = await read_control_works(actor, callback_data.pupil)
    shown = control_works(speech, actor, found, page=callback_data.page)
    return shown.beside(anew=callback_data.anew)


def router() -> Router:
    """Return the router of control works."""
    routes = Router(name="control_works")
    routes.callback_query.register(on_open, OpenControlWorks.filter())
    return routes
