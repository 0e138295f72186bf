"""Final marks: a pupil's year table, and what a class misses."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.callbacks.classes import OpenMissing, OpenMissingIn, OpenMissingOfYear
from bot.callbacks.diary import OpenYear
from bot.callbacks.fields import day_of
from bot.screens.parts.screen import Screen
from bot.screens.totals.finals import missing_of_class, year_table
from bot.texts.speech import Speech
from core.access.people import Actor
from core.diary.totals.finals import ReadYear
from core.journal.missing_marks import ReadMissing


async def on_year(
    _: CallbackQuery, callback_data: OpenYear, actor: Actor, speech: Speech, read_year: ReadYear
) -> Screen:
    """Open the final marks of a school year."""
    table = await read_year(actor, callback_data.pupil, day_of(callback_data.day))
    shown = year_table(speech, actor, table, page=callback_data.page)
    return shown.beside(anew=callback_data.anew)


async def on_missing(
    _: CallbackQuery,
    callback_data: OpenMissing,
    actor: Actor,
    speech: Speech,
    read_missing: ReadMissing,
) -> Screen:
    """Open what a class misses in the period of a day."""
    missing = await read_missing(actor, callback_data.class_id, day_of(callback_data.day))
    shown = missing_of_class(speech, missing, page=callback_data.page)
    return shown.beside(anew=callback_data.anew)


async def on_missing_in(
    _: CallbackQuery,
    callback_data: OpenMissingIn,
    actor: Actor,
    speech: Speech,
    read_missing: ReadMissing,
) -> Screen:
    """Open what a class misses in one of its periods, or at the end of the year."""
    missing = await read_missing(actor, callback_data.class_id, period=callback_data.period)
    shown = missing_of_class(speech, missing, page=callback_data.page)
    return shown.beside(anew=callback_data.anew)


async def on_missing_of_year(
    _: CallbackQuery,
    callback_data: OpenMissingOfYear,
    actor: Actor,
    speech: Speech,
    read_missing: ReadMissing,
) -> Screen:
    """Open what a class misses at the end of a school year."""
    day = day_of(callback_data.day)
    missing = await read_missing(actor, callback_data.class_id, day, of_year=True)
    return missing_of_class(speech, missing)


def router() -> Router:
    """Return the router of final marks."""
    routes = Router(name="finals")
    routes.callback_query.register(on_year, OpenYear.filter())
    routes.callback_query.register(on_missing, OpenMissing.filter())
    routes.callback_query.register(on_missing_in, OpenMissingIn.filter())
    routes.callback_query.register(on_missing_of_year, OpenMissingOfYear.filter())
    return routes
