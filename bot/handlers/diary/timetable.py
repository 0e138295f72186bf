"""The timetable by day and by week."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.callbacks.diary import OpenTimetable
from bot.callbacks.fields import day_of
from bot.callbacks.places import Place
from bot.screens.diary.timetable import timetable_day, timetable_week
from bot.screens.parts.screen import Screen
from bot.screens.people.menu import only_child
from bot.screens.people.persons import children
from bot.texts.speech import Speech
from core.access.people import Actor
from core.diary.reading import ReadDay, ReadWeek


async def on_command(_: Message, actor: Actor, speech: Speech, read_day: ReadDay) -> Screen:
    """Open today's timetable of the only child, or let the person choose."""
    child = only_child(actor)
    if child is None:
        return children(speech, actor, place=Place.TIMETABLE)
    return timetable_day(speech, actor, await read_day(actor, child.pupil))


async def on_week(
    _: CallbackQuery,
    callback_data: OpenTimetable,
    actor: Actor,
    speech: Speech,
    read_week: ReadWeek,
) -> Screen:
    """Open the timetable of a week."""
    week = await read_week(actor, callback_data.pupil, day_of(callback_data.day))
    return timetable_week(speech, actor, week).beside(anew=callback_data.anew)


async def on_day(
    _: CallbackQuery,
    callback_data: OpenTimetable,
    actor: Actor,
    speech: Speech,
    read_day: ReadDay,
) -> Screen:
    """Open the timetable of a day."""
    day = await read_day(actor, callback_data.pupil, day_of(callback_data.day))
    shown = timetable_day(speech, actor, day, page=callback_data.page)
    return shown.beside(anew=callback_data.anew)


def router() -> Router:
    """Return the router of the timetable."""
    routes = Router(name="timetable")
    routes.message.register(on_command, Command("timetable"))
    routes.callback_query.register(on_week, OpenTimetable.filter(F.week))
    routes.callback_query.register(on_day, OpenTimetable.filter())
    return routes
