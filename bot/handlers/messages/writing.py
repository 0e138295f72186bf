"""Somebody writes to a person, answers by a button or a reply, and changes what was written."""

from dataclasses import replace

from aiogram import Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks.messages import AnswerThread, MarkUrgent, SendGathered, WriteTo
from bot.handlers.dialogue import beside_what_was_begun, goes_on, is_reply, not_a_command
from bot.handlers.messages.drafts import MessageDraft, piece_of
from bot.screens.messages import writing as screens
from bot.screens.parts.screen import Screen
from bot.screens.people.refusals import aside
from bot.states import Messaging
from bot.texts.html import NOTHING
from bot.texts.speech import Speech
from core.access.people import Actor
from core.clock import Clock
from core.errors import RuleBroken
from core.ids import PersonId, PupilId, ThreadId
from core.messages.threads.writing import Addressee, EditMessage, SitDown, WriteMessage
from core.notices.messages.reading import FindReplied


async def on_write(
    _: CallbackQuery,
    callback_data: WriteTo,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    clock: Clock,
    sit_down: SitDown,
) -> Screen:
    """Ask for the words to a person."""
    about = PupilId(PersonId(callback_data.pupil)) if callback_data.pupil else None
    to = Addressee(None, callback_data.person, about, callback_data.group)
    desk = await sit_down(actor, to)
    draft = MessageDraft.begun(to, clock.now())
    await goes_on(state, Messaging.content, draft)
    return screens.ask(speech, desk, draft.stamp)


async def on_answer(
    _: CallbackQuery,
    callback_data: AnswerThread,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    clock: Clock,
    sit_down: SitDown,
) -> Screen:
    """Ask for the words in a thread."""
    to = Addressee(callback_data.thread)
    desk = await sit_down(actor, to)
    draft = MessageDraft.begun(to, clock.now())
    await goes_on(state, Messaging.content, draft)
    return screens.ask(speech, desk, draft.stamp).beside(anew=callback_data.anew)


async def on_piece(
    message: Message,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    sit_down: SitDown,
    write_message: WriteMessage,
) -> Screen:
    """Send words, or a single file, at once; gather an album, which is answered once."""
    draft = MessageDraft.of(await state.get_data())
    return await _taken(message, draft, actor, speech, state, sit_down, write_message)


async def _taken(
    message: Message,
    draft: MessageDraft,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    sit_down: SitDown,
    write: WriteMessage,
) -> Screen:
    try:
        taken = draft.taking(message)
    except RuleBroken as wrong:
        desk = await sit_down(actor, draft.to)
        return screens.ask(speech, desk, draft.stamp, wrong=screens.wrong_of(wrong))
    if taken.album:
        await goes_on(state, Messaging.content, taken)
        if draft.goes_on_with(message):
            return Screen(NOTHING)
        return screens.gathered(speech, await sit_down(actor, draft.to), draft.stamp)
    await state.clear()
    return await _sent(taken, actor, speech, write)


async def _sent(draft: MessageDraft, actor: Actor, speech: Speech, write: WriteMessage) -> Screen:
    done = await write(
        actor, draft.to, draft.content, originals=draft.originals, urgent=draft.urgent
    )
    return screens.sent(speech, done)


async def on_reply(
    message: Message,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    clock: Clock,
    find_replied: FindReplied,
    sit_down: SitDown,
    write_message: WriteMessage,
) -> Screen:
    """Answer the message that was replied to, whatever was begun; others are for others."""
    replied = message.reply_to_message
    thread = await find_replied(actor, str(replied.message_id)) if replied else None
    if thread is None or await _writes_there(state, thread):
        raise SkipHandler
    draft = MessageDraft.begun(Addressee(thread), clock.now()).taking(message)
    if draft.album and await state.get_state() is None:
        await goes_on(state, Messaging.content, draft)
        return screens.gathered(speech, await sit_down(actor, draft.to), draft.stamp)
    shown = await _sent(draft, actor, speech, write_message)
    return await beside_what_was_begun(state, speech, shown)


async def _writes_there(state: FSMContext, thread: ThreadId) -> bool:
    """Say whether what was begun is for the same thread: then it is that."""
    begun = await state.get_state() == Messaging.content.state
    return begun and MessageDraft.of(await state.get_data()).to.thread == thread


async def on_send(
    _: CallbackQuery,
    callback_data: SendGathered,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    write_message: WriteMessage,
) -> Screen:
    """Send the files that were gathered; a button of another draft is old."""
    draft = MessageDraft.of(await state.get_data())
    if draft.stamp != callback_data.stamp:
        return aside(speech, actor, "old-button")
    await state.clear()
    return await _sent(draft, actor, speech, write_message)


async def on_urgent(
    _: CallbackQuery,
    callback_data: MarkUrgent,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    sit_down: SitDown,
) -> Screen:
    """Let what is being written come at night too."""
    draft = MessageDraft.of(await state.get_data())
    if draft.stamp != callback_data.stamp:
        return aside(speech, actor, "old-button")
    await goes_on(state, Messaging.content, replace(draft, urgent=True))
    return screens.ask(speech, await sit_down(actor, draft.to), draft.stamp, urgent=True)


async def on_edit(
    message: Message, actor: Actor, speech: Speech, edit_message: EditMessage
) -> Screen:
    """Say a message in other words; an edit of anything else is for others."""
    try:
        piece = piece_of(message)
    except RuleBroken:
        raise SkipHandler from None
    thread = await edit_message(actor, str(message.message_id), piece)
    if thread is None:
        raise SkipHandler
    return screens.edited(speech, thread)


def router() -> Router:
    """Return the router of who writes to a person."""
    routes = Router(name="messages_written")
    routes.callback_query.register(on_write, WriteTo.filter())
    routes.callback_query.register(on_answer, AnswerThread.filter())
    writing = StateFilter(Messaging.content)
    routes.callback_query.register(on_send, SendGathered.filter(), writing)
    routes.callback_query.register(on_urgent, MarkUrgent.filter(), writing)
    routes.message.register(on_piece, writing, not_a_command)
    routes.edited_message.register(on_edit)
    return routes


def reply_router() -> Router:
    """Return the router of replies, which stands before all dialogues."""
    routes = Router(name="messages_replied")
    routes.message.register(on_reply, is_reply)
    return routes
