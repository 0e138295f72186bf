"""The forecast of a child, what if, and the forecast of a class."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.callbacks.fields import day_of
from bot.callbacks.forecast import (
    OpenClassAtRisk,
    OpenClassForecast,
    OpenClassForecastWhy,
    OpenForecast,
    OpenForecastWhy,
    OpenSubjectForecast,
    OpenWhatIf,
)
from bot.callbacks.places import Place
from bot.screens.forecast.imagined import imagined_of
from bot.screens.forecast.of_class import class_at_risk, class_forecast, class_forecast_why
from bot.screens.forecast.pupil import forecast_by_subject, forecast_of_subject, forecast_why
from bot.screens.forecast.what_if import what_if_of_subject
from bot.screens.parts.screen import Screen
from bot.screens.people.menu import only_child
from bot.screens.people.persons import children
from bot.texts.speech import Speech
from core.access.people import Actor
from core.diary.forecast.reading import ReadClassForecast, ReadForecast
from core.ids import SubjectId


async def on_command(
    _: Message, actor: Actor, speech: Speech, read_forecast: ReadForecast
) -> Screen:
    """Open the forecast of the only child, or let the person choose."""
    child = only_child(actor)
    if child is None:
        return children(speech, actor, place=Place.FORECAST)
    return forecast_by_subject(speech, actor, await read_forecast(actor, child.pupil))


async def on_period(
    _: CallbackQuery,
    callback_data: OpenForecast,
    actor: Actor,
    speech: Speech,
    read_forecast: ReadForecast,
) -> Screen:
    """Open a period's forecast by subject."""
    view = await read_forecast(actor, callback_data.pupil, day_of(callback_data.day))
    shown = forecast_by_subject(speech, actor, view, page=callback_data.page)
    return shown.beside(anew=callback_data.anew)


async def on_subject(
    _: CallbackQuery,
    callback_data: OpenSubjectForecast,
    actor: Actor,
    speech: Speech,
    read_forecast: ReadForecast,
) -> Screen:
    """Open one subject's forecast."""
    view = await read_forecast(actor, callback_data.pupil, day_of(callback_data.day))
    return forecast_of_subject(speech, actor, view, subject=callback_data.subject)


async def on_why(
    _: CallbackQuery,
    callback_data: OpenForecastWhy,
    actor: Actor,
    speech: Speech,
    read_forecast: ReadForecast,
) -> Screen:
    """Say how the forecast comes about."""
    view = await read_forecast(actor, callback_data.pupil, day_of(callback_data.day))
    shown = forecast_why(speech, actor, view, subject=SubjectId(callback_data.subject))
    return shown.beside(anew=callback_data.anew)


async def on_what_if(
    _: CallbackQuery,
    callback_data: OpenWhatIf,
    actor: Actor,
    speech: Speech,
    read_forecast: ReadForecast,
) -> Screen:
    """Show what imaginary marks would make of a subject."""
    view = await read_forecast(actor, callback_data.pupil)
    imagined, letter = imagined_of(callback_data.marks), callback_data.kind
    subject = callback_data.subject
    return what_if_of_subject(
        speech, actor, view, subject=subject, imagined=imagined, letter=letter
    )


async def on_class(
    _: CallbackQuery,
    callback_data: OpenClassForecast,
    actor: Actor,
    speech: Speech,
    read_class_forecast: ReadClassForecast,
) -> Screen:
    """Open the forecast of a class that the person leads or answers for."""
    view = await read_class_forecast(actor, callback_data.class_id)
    return class_forecast(speech, view, page=callback_data.page)


async def on_at_risk(
    _: CallbackQuery,
    callback_data: OpenClassAtRisk,
    actor: Actor,
    speech: Speech,
    read_class_forecast: ReadClassForecast,
) -> Screen:
    """Open the list of those at risk."""
    view = await read_class_forecast(actor, callback_data.class_id)
    return class_at_risk(speech, view, page=callback_data.page)


async def on_class_why(
    _: CallbackQuery,
    callback_data: OpenClassForecastWhy,
    actor: Actor,
    speech: Speech,
    read_class_forecast: ReadClassForecast,
) -> Screen:
    """Say how a class's forecast comes about."""
    return class_forecast_why(speech, await read_class_forecast(actor, callback_data.class_id))


def router() -> Router:
    """Return the router of forecasts."""
    routes = Router(name="forecast")
    routes.message.register(on_command, Command("forecast"))
    routes.callback_query.register(on_period, OpenForecast.filter())
    routes.callback_query.register(on_subject, OpenSubjectForecast.filter())
    routes.callback_query.register(on_why, OpenForecastWhy.filter())
    routes.callback_query.register(on_what_if, OpenWhatIf.filter())
    routes.callback_query.register(on_class, OpenClassForecast.filter())
    routes.callback_query.register(on_at_risk, OpenClassAtRisk.filter())
    routes.callback_query.register(on_class_why, OpenClassForecastWhy.filter())
    return routes
