"""The diary by week and by day."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.callbacks.diary import OpenDay, OpenWeek
from bot.callbacks.fields import day_of
from bot.callbacks.places import Place
from bot.screens.diary.days import diary_day, diary_week
from bot.screens.parts.screen import Screen
from bot.screens.people.menu import only_child
from bot.screens.people.persons import children
from bot.texts.speech import Speech
from core.access.people import Actor
from core.diary.reading import ReadDay, ReadWeek


async def on_command(_: Message, actor: Actor, speech: Speech, read_week: ReadWeek) -> Screen:
    """Open this week of the only child, or let the person choose."""
    child = only_child(actor)
    if child is None:
        return children(speech, actor, place=Place.DIARY)
    return diary_week(speech, actor, await read_week(actor, child.pupil))


async def on_week(
    _: CallbackQuery, callback_data: OpenWeek, actor: Actor, speech: Speech, read_week: ReadWeek
) -> Screen:
    """Open a pupil's week."""
    week = await read_week(actor, callback_data.pupil, day_of(callback_data.day))
    return diary_week(speech, actor, week).beside(anew=callback_data.anew)


async def on_day(
    _: CallbackQuery, callback_data: OpenDay, actor: Actor, speech: Speech, read_day: ReadDay
) -> Screen:
    """Open a pupil's day."""
    day = await read_day(actor, callback_data.pupil, day_of(callback_data.day))
    shown = diary_day(speech, actor, day, page=callback_data.page)
    return shown.beside(anew=callback_data.anew)


def router() -> Router:
    """Return the router of the diary."""
    routes = Router(name="diary")
    routes.message.register(on_command, Command("diary"))
    routes.callback_query.register(on_week, OpenWeek.filter())
    routes.callback_query.register(on_day, OpenDay.filter())
    return routes
