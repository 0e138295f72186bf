"""A guardian announces that a child will be away, and takes that back."""

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks.excuses import (
    OpenAnnouncing,
    PickDays,
    PickLessons,
    PickReason,
    SayReason,
    SendExcuse,
    TakeBackExcuse,
)
from bot.handlers.dialogue import (
    asks_for_words,
    goes_on,
    not_a_command,
    other_than_words,
    words,
)
from bot.handlers.excuses.drafts import ExcuseDraft, WrongFile, note_of
from bot.screens.excuses import announcing as screens
from bot.screens.excuses import choosing
from bot.screens.parts.screen import Screen
from bot.screens.people.refusals import aside
from bot.states import Excusing
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.access.people import Actor
from core.diary.excuses.family import AnnounceAbsence, ReadAnnouncing, WithdrawExcuse
from core.diary.excuses.limits import the_word
from core.diary.excuses.rules import ExcuseKind


async def on_announcing(
    _: CallbackQuery,
    callback_data: OpenAnnouncing,
    actor: Actor,
    speech: Speech,
    read_announcing: ReadAnnouncing,
) -> Screen:
    """Show what can be announced, and what was."""
    view = await read_announcing(actor, callback_data.pupil)
    return screens.announcing(speech, actor, view).beside(anew=callback_data.anew)


async def on_days(
    _: CallbackQuery,
    callback_data: PickDays,
    actor: Actor,
    speech: Speech,
    read_announcing: ReadAnnouncing,
) -> Screen:
    """Let the guardian choose days."""
    view = await read_announcing(actor, callback_data.pupil)
    return choosing.choose_days(speech, actor, view, callback_data)


async def on_lessons(
    _: CallbackQuery,
    callback_data: PickLessons,
    actor: Actor,
    speech: Speech,
    read_announcing: ReadAnnouncing,
) -> Screen:
    """Let the guardian choose lessons of a day."""
    view = await read_announcing(actor, callback_data.pupil)
    return choosing.choose_lessons(speech, actor, view, callback_data)


async def on_reason(
    _: CallbackQuery,
    callback_data: PickReason,
    actor: Actor,
    speech: Speech,
    read_announcing: ReadAnnouncing,
) -> Screen:
    """Let the guardian choose a reason."""
    view = await read_announcing(actor, callback_data.pupil)
    shown = choosing.choose_reason(speech, actor, view.child, callback_data)
    return shown.beside(anew=callback_data.anew)


async def on_say(
    _: CallbackQuery,
    callback_data: SayReason,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    read_announcing: ReadAnnouncing,
) -> Screen:
    """Begin to write: illness needs no word, any other reason does."""
    view = await read_announcing(actor, callback_data.pupil)
    draft = ExcuseDraft.begun(callback_data)
    if draft.claim.kind is ExcuseKind.ILLNESS:
        await goes_on(state, Excusing.note, draft)
        return screens.ask_note(speech, actor, view.child, draft.claim)
    await goes_on(state, Excusing.reason, draft)
    return screens.ask_word(speech, actor, view.child, draft.claim)


async def on_word(
    message: Message,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    read_announcing: ReadAnnouncing,
) -> Screen:
    """Take the reason in words, and ask for a note."""
    draft = ExcuseDraft.of(await state.get_data())
    if draft is None:
        return aside(speech, actor, "excuse-lost")
    view = await read_announcing(actor, draft.claim.pupil)
    worded = draft.worded(the_word(message.text or "", needed=True))
    await goes_on(state, Excusing.note, worded)
    return screens.ask_note(speech, actor, view.child, worded.claim)


async def on_note(
    message: Message,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    read_announcing: ReadAnnouncing,
) -> Screen:
    """Take a photo or file of a note; whatever else comes is declined in words."""
    draft = ExcuseDraft.of(await state.get_data())
    if draft is None:
        return aside(speech, actor, "excuse-lost")
    child = (await read_announcing(actor, draft.claim.pupil)).child
    try:
        draft = draft.attached(note_of(message))
    except WrongFile as wrong:
        said: Key = "excuse-note-large" if wrong.too_large else "excuse-note-wrong"
        return screens.ask_note(speech, actor, child, draft.claim, wrong=said)
    await state.set_data(draft.data())
    return screens.ask_note(speech, actor, child, draft.claim)


async def on_send(
    _: CallbackQuery,
    callback_data: SendExcuse,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    announce_absence: AnnounceAbsence,
) -> Screen:
    """Send the announcement; a button of another draft is old."""
    draft = ExcuseDraft.of(await state.get_data())
    if draft is None:
        return aside(speech, actor, "excuse-lost")
    if (draft.claim.pupil, draft.claim.stamp) != (callback_data.pupil, callback_data.stamp):
        return aside(speech, actor, "old-button")
    await state.clear()
    return screens.said(speech, actor, await announce_absence(actor, draft.claim))


async def on_take_back(
    _: CallbackQuery,
    callback_data: TakeBackExcuse,
    actor: Actor,
    speech: Speech,
    withdraw_excuse: WithdrawExcuse,
) -> Screen:
    """Take an announcement back."""
    return screens.said(speech, actor, await withdraw_excuse(actor, callback_data.excuse))


def router() -> Router:
    """Return the router of what families say of absences."""
    routes = Router(name="excuses")
    routes.callback_query.register(on_announcing, OpenAnnouncing.filter())
    routes.callback_query.register(on_days, PickDays.filter())
    routes.callback_query.register(on_lessons, PickLessons.filter())
    routes.callback_query.register(on_reason, PickReason.filter())
    routes.callback_query.register(on_say, SayReason.filter())
    routes.callback_query.register(on_send, SendExcuse.filter())
    routes.callback_query.register(on_take_back, TakeBackExcuse.filter())
    routes.message.register(on_word, StateFilter(Excusing.reason), words)
    ask_again = asks_for_words("refusal-word-needed")
    routes.message.register(ask_again, StateFilter(Excusing.reason), other_than_words)
    routes.message.register(on_note, StateFilter(Excusing.note), not_a_command)
    return routes
