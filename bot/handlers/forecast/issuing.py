"""The class teacher sends the class's forecast, and sees how far it came."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.callbacks.classes import (
    OpenIssue,
    OpenTermIssue,
    SendForecast,
    SendForecastNow,
    SendTermForecast,
)
from bot.screens.forecast.issuing import asked_to_send, issue
from bot.screens.parts.screen import Screen
from bot.texts.speech import Speech
from core.access.people import Actor
from core.diary.issuing.issue import IssueForecast
from core.notices.issue.reading import ReadIssue


async def on_open(
    _: CallbackQuery,
    callback_data: OpenIssue,
    actor: Actor,
    speech: Speech,
    read_issue: ReadIssue,
) -> Screen:
    """Show to whom the forecast goes, or how far it came with each family."""
    view = await read_issue(actor, callback_data.class_id)
    return issue(speech, view, page=callback_data.page).beside(anew=callback_data.anew)


async def on_ask(
    _: CallbackQuery,
    callback_data: SendForecast,
    actor: Actor,
    speech: Speech,
    read_issue: ReadIssue,
) -> Screen:
    """Ask whether the forecast is to go to the families of the class now."""
    return asked_to_send(speech, await read_issue(actor, callback_data.class_id))


async def on_send(
    _: CallbackQuery,
    callback_data: SendForecastNow,
    actor: Actor,
    speech: Speech,
    issue_forecast: IssueForecast,
    read_issue: ReadIssue,
) -> Screen:
    """Send the forecast to the families of the class."""
    new = await issue_forecast(actor, callback_data.class_id, callback_data.period)
    view = await read_issue(actor, callback_data.class_id, callback_data.period)
    return issue(speech, view, said="issue-sent-now" if new else "issue-sent-before")


async def on_open_term(
    _: CallbackQuery,
    callback_data: OpenTermIssue,
    actor: Actor,
    speech: Speech,
    read_issue: ReadIssue,
) -> Screen:
    """Show the same of one of the class's periods."""
    view = await read_issue(actor, callback_data.class_id, callback_data.period)
    return issue(speech, view, page=callback_data.page)


async def on_ask_term(
    _: CallbackQuery,
    callback_data: SendTermForecast,
    actor: Actor,
    speech: Speech,
    read_issue: ReadIssue,
) -> Screen:
    """Ask the same of the forecast of one of the class's periods."""
    view = await read_issue(actor, callback_data.class_id, callback_data.period)
    return asked_to_send(speech, view)


def router() -> Router:
    """Return the router of a class's forecast."""
    routes = Router(name="issuing")
    routes.callback_query.register(on_open, OpenIssue.filter())
    routes.callback_query.register(on_ask, SendForecast.filter())
    routes.callback_query.register(on_open_term, OpenTermIssue.filter())
    routes.callback_query.register(on_ask_term, SendTermForecast.filter())
    routes.callback_query.register(on_send, SendForecastNow.filter())
    return routes
