"""Somebody reads threads and messages, says that no answer is needed, or hands a thread over."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.callbacks.messages import (
    ChooseSuccessor,
    HandTo,
    OpenMessage,
    OpenMessageFiles,
    OpenThread,
    OpenThreads,
    SettleThread,
)
from bot.screens.messages import keeping
from bot.screens.messages import message as of_message
from bot.screens.messages import threads as screens
from bot.screens.parts.screen import Screen
from bot.texts.speech import Speech
from core.access.people import Actor
from core.messages.threads.finding import ReadThreads
from core.messages.threads.keeping import HandOver, ReadSuccessors
from core.messages.threads.keeping import SettleThread as Settle
from core.notices.messages.reading import ReadMessage, ReadThread


async def on_threads(
    _: Message | CallbackQuery,
    actor: Actor,
    speech: Speech,
    read_threads: ReadThreads,
    callback_data: OpenThreads | None = None,
) -> Screen:
    """Open the person's threads."""
    asked = callback_data or OpenThreads()
    found = await read_threads(actor)
    return screens.threads(speech, actor, found, page=asked.page).beside(anew=asked.anew)


async def on_thread(
    _: CallbackQuery,
    callback_data: OpenThread,
    actor: Actor,
    speech: Speech,
    read_thread: ReadThread,
) -> Screen:
    """Open a thread."""
    view = await read_thread(actor, callback_data.thread, callback_data.page)
    return screens.thread(speech, view).beside(anew=callback_data.anew)


async def on_message(
    _: CallbackQuery,
    callback_data: OpenMessage,
    actor: Actor,
    speech: Speech,
    read_message: ReadMessage,
) -> Screen:
    """Open a message in full, in one of its versions."""
    view = await read_message(actor, callback_data.message)
    return of_message.whole(speech, view, callback_data.version)


async def on_files(
    _: CallbackQuery,
    callback_data: OpenMessageFiles,
    actor: Actor,
    speech: Speech,
    read_message: ReadMessage,
) -> Screen:
    """Show the files of a message."""
    return of_message.files(speech, await read_message(actor, callback_data.message))


async def on_settle(
    _: CallbackQuery,
    callback_data: SettleThread,
    actor: Actor,
    speech: Speech,
    settle_thread: Settle,
    read_thread: ReadThread,
) -> Screen:
    """Let a thread wait for no answer; what came since is shown, and waits."""
    number = await settle_thread(actor, callback_data.message)
    return screens.settled(speech, await read_thread(actor, number))


async def on_successors(
    _: CallbackQuery,
    callback_data: ChooseSuccessor,
    actor: Actor,
    speech: Speech,
    read_successors: ReadSuccessors,
) -> Screen:
    """Show to whom a thread can be handed over."""
    found = await read_successors(actor, callback_data.thread)
    return keeping.successors(speech, found, page=callback_data.page)


async def on_hand(
    _: CallbackQuery,
    callback_data: HandTo,
    actor: Actor,
    speech: Speech,
    hand_thread: HandOver,
    read_threads: ReadThreads,
) -> Screen:
    """Hand a thread over; it is in the person's list no more."""
    to = await hand_thread(actor, callback_data.thread, callback_data.person)
    return keeping.handed(speech, screens.threads(speech, actor, await read_threads(actor)), to)


def router() -> Router:
    """Return the router of who reads and keeps threads."""
    routes = Router(name="messages_read")
    routes.message.register(on_threads, Command("messages"))
    routes.callback_query.register(on_threads, OpenThreads.filter())
    routes.callback_query.register(on_thread, OpenThread.filter())
    routes.callback_query.register(on_message, OpenMessage.filter())
    routes.callback_query.register(on_files, OpenMessageFiles.filter())
    routes.callback_query.register(on_settle, SettleThread.filter())
    routes.callback_query.register(on_successors, ChooseSuccessor.filter())
    routes.callback_query.register(on_hand, HandTo.filter())
    return routes
