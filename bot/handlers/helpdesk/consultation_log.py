"""The log of consultations in the chat: who keeps it puts right what stands wrong (H4)."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.callbacks.consultations import (
    AskRight,
    OpenLog,
    OpenLogRow,
    SetLogMatter,
    SetLogOutcome,
    SetLogTopic,
    SetRight,
)
from bot.screens.helpdesk import consultation_log as screens
from bot.screens.parts.screen import Screen
from bot.texts.speech import Speech
from core.access.people import Actor
from core.helpdesk.log.correcting import CorrectLog, ReadLog


async def on_log(
    _: CallbackQuery, callback_data: OpenLog, actor: Actor, speech: Speech, read_log: ReadLog
) -> Screen:
    """Show the latest closings."""
    view = await read_log(actor, callback_data.school)
    return screens.log(speech, view, page=callback_data.page)


async def on_row(
    _: CallbackQuery, callback_data: OpenLogRow, actor: Actor, speech: Speech, read_log: ReadLog
) -> Screen:
    """Show one closing."""
    return screens.row(speech, await read_log.one(actor, callback_data.school, callback_data.row))


async def on_ask(
    _: CallbackQuery, callback_data: AskRight, actor: Actor, speech: Speech, read_log: ReadLog
) -> Screen:
    """Ask what is right."""
    view = await read_log.one(actor, callback_data.school, callback_data.row)
    return screens.ask(speech, view, callback_data.piece)


async def on_set(
    _: CallbackQuery,
    callback_data: SetRight,
    actor: Actor,
    speech: Speech,
    correct_log: CorrectLog,
) -> Screen:
    """Put it right by a further row."""
    asked = callback_data
    return screens.row(speech, await correct_log(actor, asked.school, asked.row, asked.right))


def router() -> Router:
    """Return the router of the log."""
    routes = Router(name="consultation_log")
    routes.callback_query.register(on_log, OpenLog.filter())
    routes.callback_query.register(on_row, OpenLogRow.filter())
    routes.callback_query.register(on_ask, AskRight.filter())
    for tapped in (SetLogTopic, SetLogOutcome, SetLogMatter):
        routes.callback_query.register(on_set, tapped.filter())
    return routes
