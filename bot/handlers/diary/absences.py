"""Absences of a period."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.callbacks.diary import OpenAbsences
from bot.callbacks.fields import day_of
from bot.callbacks.places import Place
from bot.screens.diary.absences import absences_of_period
from bot.screens.parts.screen import Screen
from bot.screens.people.menu import only_child
from bot.screens.people.persons import children
from bot.texts.speech import Speech
from core.access.people import Actor
from core.diary.reading import ReadAbsences


async def on_command(
    _: Message, actor: Actor, speech: Speech, read_absences: ReadAbsences
) -> Screen:
    """Open the absences of the only child, or let the person choose."""
    child = only_child(actor)
    if child is None:
        return children(speech, actor, place=Place.ABSENCES)
    missed = await read_absences(actor, child.pupil)
    return absences_of_period(speech, actor, missed, running=True)


async def on_period(
    _: CallbackQuery,
    callback_data: OpenAbsences,
    actor: Actor,
    speech: Speech,
    read_absences: ReadAbsences,
) -> Screen:
    """Open a period's absences."""
    day, page = day_of(callback_data.day), callback_data.page
    missed = await read_absences(actor, callback_data.pupil, day)
    shown = absences_of_period(speech, actor, missed, running=day is None, page=page)
    return shown.beside(anew=callback_data.anew)


def router() -> Router:
    """Return the router of absences."""
    routes = Router(name="absences")
    routes.message.register(on_command, Command("absences"))
    routes.callback_query.register(on_period, OpenAbsences.filter())
    return routes
