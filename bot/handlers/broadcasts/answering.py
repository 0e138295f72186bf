"""A recipient answers a broadcast, and opens its files."""

from dataclasses import replace

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.callbacks.broadcasts import AnswerBroadcast, OpenBroadcastChildren, OpenBroadcastFiles
from bot.screens.broadcasts import message as screens
from bot.screens.parts.screen import Screen
from bot.screens.people.refusals import REFUSALS
from bot.texts.speech import Speech
from core.access.people import Actor
from core.errors import RuleBroken
from core.messages.broadcasts import answering


async def on_answer(
    _: CallbackQuery,
    callback_data: AnswerBroadcast,
    actor: Actor,
    speech: Speech,
    answer_broadcast: answering.AnswerBroadcast,
    read_received: answering.ReadReceived,
) -> Screen:
    """Keep the answer; where it was corrected or taken back since, show how it stands now."""
    number, about, by = callback_data.broadcast, callback_data.about, callback_data.by
    version, choice = callback_data.version, callback_data.choice
    try:
        done = await answer_broadcast(actor, number, about, by=by, version=version, choice=choice)
    except RuleBroken as wrong:
        now = screens.received(speech, await read_received.about(actor, number, about, by=by))
        return replace(now, toast=speech.label(REFUSALS[wrong.code]), alert=True)
    return screens.received(speech, done, thanked=True)


async def on_children(
    _: CallbackQuery,
    callback_data: OpenBroadcastChildren,
    actor: Actor,
    speech: Speech,
    read_received: answering.ReadReceived,
) -> Screen:
    """Show further children about whom it asks."""
    found = await read_received(actor, callback_data.broadcast, callback_data.person)
    return screens.further(speech, found, page=callback_data.page)


async def on_files(
    _: CallbackQuery,
    callback_data: OpenBroadcastFiles,
    actor: Actor,
    speech: Speech,
    read_received: answering.ReadReceived,
) -> Screen:
    """Show the files beside the message."""
    found = await read_received(actor, callback_data.broadcast, callback_data.person)
    return screens.files(speech, found)


def router() -> Router:
    """Return the router of who answers broadcasts."""
    routes = Router(name="broadcasts_answered")
    routes.callback_query.register(on_answer, AnswerBroadcast.filter())
    routes.callback_query.register(on_children, OpenBroadcastChildren.filter())
    routes.callback_query.register(on_files, OpenBroadcastFiles.filter())
    return routes
