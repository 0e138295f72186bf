"""A guardian says why a child is away: in answer to an alert, or ahead."""

from datetime import date

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks.excuses import (
    AnswerAbsence,
    OpenAlert,
    OpenAnnouncing,
    PickDays,
    PickLessons,
    PickReason,
    Reply,
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
from bot.screens.parts.screen import Screen
from bot.screens.people.refusals import aside
from bot.states import Excusing
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.access.people import Actor
from core.diary.excuses.family import (
    AnnounceAbsence,
    AnswerAlert,
    ReadAlert,
    ReadAnnouncing,
    SeekPupil,
    WithdrawExcuse,
)
from core.diary.excuses.rules import ExcuseKind, the_word

_KINDS = {Reply.ILL: ExcuseKind.ILLNESS, Reply.EXCUSED: ExcuseKind.EXCUSED}


async def on_alert(
    _: CallbackQuery,
    callback_data: OpenAlert,
    actor: Actor,
    speech: Speech,
    read_alert: ReadAlert,
) -> Screen:
    """Ask why the child was away on a day."""
    day = date.fromordinal(max(1, callback_data.day))
    view = await read_alert(actor, callback_data.pupil, day)
    return screens.alert(speech, actor, view).beside(anew=True)


async def on_answer(
    _: CallbackQuery,
    callback_data: AnswerAbsence,
    actor: Actor,
    speech: Speech,
    answer_alert: AnswerAlert,
    seek_pupil: SeekPupil,
) -> Screen:
    """Take the answer to an alert."""
    pupil, day = callback_data.pupil, date.fromordinal(max(1, callback_data.day))
    kind = _KINDS.get(callback_data.reply)
    if kind is None:
        view = await seek_pupil(actor, pupil, day)
    else:
        view = await answer_alert(actor, pupil, day, kind=kind)
    return screens.answered(speech, actor, view).beside(anew=callback_data.anew)


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
    return screens.choose_days(speech, actor, view, callback_data)


async def on_lessons(
    _: CallbackQuery,
    callback_data: PickLessons,
    actor: Actor,
    speech: Speech,
    read_announcing: ReadAnnouncing,
) -> Screen:
    """Let the guardian choose lessons of a day."""
    view = await read_announcing(actor, callback_data.pupil)
    return screens.choose_lessons(speech, actor, view, callback_data)


async def on_reason(
    _: CallbackQuery,
    callback_data: PickReason,
    actor: Actor,
    speech: Speech,
    read_announcing: ReadAnnouncing,
) -> Screen:
    """Let the guardian choose a reason."""
    view = await read_announcing(actor, callback_data.pupil)
    return screens.choose_reason(speech, actor, view.child, callback_data)


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
    routes.callback_query.register(on_alert, OpenAlert.filter())
    routes.callback_query.register(on_answer, AnswerAbsence.filter())
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
