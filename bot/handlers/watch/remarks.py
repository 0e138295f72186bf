"""Praise, achievements, behaviour, development: read by the family, written by teachers (F16)."""

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks.remarks import (
    ChooseRemarked,
    ChooseRemarkKind,
    OpenMyRemarks,
    OpenRemark,
    OpenRemarks,
    RewordRemark,
    TakeBackRemark,
    WriteRemark,
)
from bot.handlers.dialogue import asks_for_words, goes_on, other_than_words, words
from bot.handlers.watch.drafts import RemarkDraft, RewordingDraft
from bot.screens.parts.screen import Screen
from bot.screens.people.refusals import REFUSALS
from bot.screens.watch import remarks as screens
from bot.states import Remarking
from bot.texts.speech import Speech
from core.access.people import Actor
from core.diary.lessons.form import ReadLessonForm
from core.diary.remarks.reading import ReadRemarks
from core.journal.remarks import making
from core.journal.remarks.remark import RemarkEmpty, RemarkTooLong


async def on_list(
    _: CallbackQuery,
    callback_data: OpenRemarks,
    actor: Actor,
    speech: Speech,
    read_remarks: ReadRemarks,
) -> Screen:
    """Show a shelf of what was said of a pupil."""
    view = await read_remarks(actor, callback_data.pupil, callback_data.shelf)
    shown = screens.pupil_remarks(speech, actor, view, page=callback_data.page)
    return shown.beside(anew=callback_data.anew)


async def on_own(
    _: CallbackQuery,
    callback_data: OpenMyRemarks,
    actor: Actor,
    speech: Speech,
    read_my_remarks: making.ReadMyRemarks,
) -> Screen:
    """Show a teacher the own remarks."""
    return screens.own_remarks(speech, await read_my_remarks(actor), page=callback_data.page)


async def on_whom(
    _: CallbackQuery,
    callback_data: ChooseRemarked,
    actor: Actor,
    speech: Speech,
    read_lesson_form: ReadLessonForm,
) -> Screen:
    """Ask about whom of a lesson something is to be said."""
    form = await read_lesson_form(actor, callback_data.lesson)
    return screens.choose_remarked(speech, form, page=callback_data.page)


async def on_kind(
    _: CallbackQuery,
    callback_data: ChooseRemarkKind,
    actor: Actor,
    speech: Speech,
    begin_remark: making.BeginRemark,
) -> Screen:
    """Ask what is to be said."""
    pupil = callback_data.pupil
    return screens.choose_kind(speech, pupil, await begin_remark(actor, pupil))


async def on_write(
    _: CallbackQuery,
    callback_data: WriteRemark,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    begin_remark: making.BeginRemark,
) -> Screen:
    """Ask for the words."""
    name = await begin_remark(actor, callback_data.pupil)
    draft = RemarkDraft(callback_data.pupil, callback_data.kind)
    await goes_on(state, Remarking.words, draft)
    return screens.ask_words(speech, draft.pupil, name, draft.kind)


async def on_words(
    message: Message,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    make_remark: making.MakeRemark,
    open_remark: making.OpenRemark,
) -> Screen:
    """Keep the words, and show what the family will read."""
    draft, said = RemarkDraft.of(await state.get_data()), message.text or ""
    try:
        made = await make_remark(actor, draft.pupil, draft.kind, said)
    except (RemarkEmpty, RemarkTooLong) as wrong:
        return screens.ask_again(speech, draft.pupil, REFUSALS[wrong.code])
    await state.clear()
    return screens.remark(speech, await open_remark(actor, made), note="remark-kept")


async def on_open(
    _: CallbackQuery,
    callback_data: OpenRemark,
    actor: Actor,
    speech: Speech,
    open_remark: making.OpenRemark,
) -> Screen:
    """Show a remark to who answers for it."""
    return screens.remark(speech, await open_remark(actor, callback_data.remark))


async def on_reword(
    _: CallbackQuery,
    callback_data: RewordRemark,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    open_remark: making.OpenRemark,
) -> Screen:
    """Ask the author for other words."""
    opened = await open_remark.own(actor, callback_data.remark)
    await goes_on(state, Remarking.other_words, RewordingDraft(opened.remark.id))
    return screens.ask_other_words(speech, opened.remark)


async def on_other_words(
    message: Message,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    reword_remark: making.RewordRemark,
    open_remark: making.OpenRemark,
) -> Screen:
    """Keep other words."""
    number, said = RewordingDraft.of(await state.get_data()).remark, message.text or ""
    try:
        await reword_remark(actor, number, said)
    except (RemarkEmpty, RemarkTooLong) as wrong:
        opened = await open_remark.own(actor, number)
        return screens.ask_other_words(speech, opened.remark, wrong=REFUSALS[wrong.code])
    await state.clear()
    return screens.remark(speech, await open_remark(actor, number), note="remark-kept")


async def on_take_back(
    _: CallbackQuery,
    callback_data: TakeBackRemark,
    actor: Actor,
    speech: Speech,
    take_back_remark: making.TakeBackRemark,
    begin_remark: making.BeginRemark,
) -> Screen:
    """Take a remark back."""
    pupil = await take_back_remark(actor, callback_data.remark)
    return screens.taken_back(speech, await begin_remark.authors.remarks.named(pupil))


def router() -> Router:
    """Return the router of remarks."""
    routes = Router(name="remarks")
    routes.callback_query.register(on_list, OpenRemarks.filter())
    routes.callback_query.register(on_own, OpenMyRemarks.filter())
    routes.callback_query.register(on_whom, ChooseRemarked.filter())
    routes.callback_query.register(on_kind, ChooseRemarkKind.filter())
    routes.callback_query.register(on_write, WriteRemark.filter())
    routes.callback_query.register(on_open, OpenRemark.filter())
    routes.callback_query.register(on_reword, RewordRemark.filter())
    routes.callback_query.register(on_take_back, TakeBackRemark.filter())
    routes.message.register(on_words, StateFilter(Remarking.words), words)
    routes.message.register(on_other_words, StateFilter(Remarking.other_words), words)
    routes.message.register(
        asks_for_words("remark-words-only"), StateFilter(Remarking), other_than_words
    )
    return routes
