"""How far the programme of each subject has come."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.callbacks.diary import OpenProgramme
from bot.screens.diary.programme import programme
from bot.screens.parts.screen import Screen
from bot.texts.speech import Speech
from core.access.people import Actor
from core.diary.school_life.programme import ReadProgramme


async def on_open(
    _: CallbackQuery,
    callback_data: OpenProgramme,
    actor: Actor,
    speech: Speech,
    read_programme: ReadProgramme,
) -> Screen:
    """Open the programme of a pupil's subjects."""
    found = await read_programme(actor, callback_data.pupil)
    return programme(speech, actor, found, page=callback_data.page)


def router() -> Router:
    """Return the router of the programme."""
    routes = Router(name="programme")
    routes.callback_query.register(on_open, OpenProgramme.filter())
    return routes
