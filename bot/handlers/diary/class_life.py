"""Teachers of a pupil, the holiday calendar, events of the class and of the school."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.callbacks.diary import OpenEvents, OpenHolidays, OpenTeachers
from bot.screens.diary.class_life import event_calendar, holiday_calendar, teachers_of_class
from bot.screens.parts.screen import Screen
from bot.texts.speech import Speech
from core.access.people import Actor
from core.diary.school_life.reading import ReadEvents, ReadHolidays, ReadTeachers


async def on_teachers(
    _: CallbackQuery,
    callback_data: OpenTeachers,
    actor: Actor,
    speech: Speech,
    read_teachers: ReadTeachers,
) -> Screen:
    """Open who teaches a pupil."""
    found = await read_teachers(actor, callback_data.pupil)
    return teachers_of_class(speech, actor, found, page=callback_data.page)


async def on_holidays(
    _: CallbackQuery,
    callback_data: OpenHolidays,
    actor: Actor,
    speech: Speech,
    read_holidays: ReadHolidays,
) -> Screen:
    """Open the holidays of the school year."""
    found = await read_holidays(actor, callback_data.pupil)
    return holiday_calendar(speech, actor, found, page=callback_data.page)


async def on_events(
    _: CallbackQuery,
    callback_data: OpenEvents,
    actor: Actor,
    speech: Speech,
    read_events: ReadEvents,
) -> Screen:
    """Open the events of a pupil's class and school."""
    found = await read_events(actor, callback_data.pupil, over=callback_data.over)
    shown = event_calendar(speech, actor, found, page=callback_data.page)
    return shown.beside(anew=callback_data.anew)


def router() -> Router:
    """Return the router of what is around a pupil's lessons."""
    routes = Router(name="class_life")
    routes.callback_query.register(on_teachers, OpenTeachers.filter())
    routes.callback_query.register(on_holidays, OpenHolidays.filter())
    routes.callback_query.register(on_events, OpenEvents.filter())
    return routes
