"""The class teacher adapts, sends or drops warnings to families."""

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks.classes import (
    DecideWarning,
    OpenWarning,
    OpenWarnings,
    OpenWarningsIn,
    WarningDeed,
)
from bot.handlers.dialogue import AboutOne, goes_on, other_than_words, words
from bot.screens.forecast.early_warnings import asked, warning, warnings
from bot.screens.parts.screen import Screen
from bot.states import Warned
from bot.texts.speech import Speech
from core.access.people import Actor
from core.diary.issuing.drafts import AdaptDraft, DropDraft, ReadDraft, SendDraft
from core.diary.issuing.early_warnings import EarlyWarning
from core.ids import WarningId
from core.notices.issue.reading import ReadWarning, ReadWarnings


async def on_list(
    _: CallbackQuery,
    callback_data: OpenWarnings,
    actor: Actor,
    speech: Speech,
    read_warnings: ReadWarnings,
) -> Screen:
    """Show the warnings of a class."""
    view = await read_warnings(actor, callback_data.class_id)
    return warnings(speech, view, page=callback_data.page).beside(anew=callback_data.anew)


async def on_list_in(
    _: CallbackQuery,
    callback_data: OpenWarningsIn,
    actor: Actor,
    speech: Speech,
    read_warnings: ReadWarnings,
) -> Screen:
    """Show the warnings of a class in one of its periods."""
    view = await read_warnings(actor, callback_data.class_id, callback_data.period)
    return warnings(speech, view, page=callback_data.page)


async def on_open(
    _: CallbackQuery,
    callback_data: OpenWarning,
    actor: Actor,
    speech: Speech,
    read_warning: ReadWarning,
) -> Screen:
    """Show one warning as its family will read it."""
    return warning(speech, await read_warning(actor, callback_data.warning))


async def on_send(
    _: CallbackQuery,
    callback_data: DecideWarning,
    actor: Actor,
    speech: Speech,
    send_warning: SendDraft[WarningId, EarlyWarning],
    read_warning: ReadWarning,
) -> Screen:
    """Send a warning to the guardians."""
    await send_warning(actor, callback_data.warning)
    view = await read_warning(actor, callback_data.warning)
    return warning(speech, view, said="warning-is-sent")


async def on_adapt(
    _: CallbackQuery,
    callback_data: DecideWarning,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    read_warning_draft: ReadDraft[WarningId, EarlyWarning],
) -> Screen:
    """Ask for other words."""
    await read_warning_draft(actor, callback_data.warning)
    await goes_on(state, Warned.words, AboutOne(callback_data.warning))
    return asked(speech, "warning-ask-words", callback_data.warning)


async def on_drop(
    _: CallbackQuery,
    callback_data: DecideWarning,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    read_warning_draft: ReadDraft[WarningId, EarlyWarning],
) -> Screen:
    """Ask why the warning is not needed."""
    await read_warning_draft(actor, callback_data.warning)
    await goes_on(state, Warned.reason, AboutOne(callback_data.warning))
    return asked(speech, "warning-ask-reason", callback_data.warning)


async def on_words(
    message: Message,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    adapt_warning: AdaptDraft[WarningId, EarlyWarning],
    read_warning: ReadWarning,
) -> Screen:
    """Keep other words, and show the warning with them."""
    number = await _number(state)
    await adapt_warning(actor, number, message.text or "")
    await state.clear()
    return warning(speech, await read_warning(actor, number), said="warning-adapted")


async def on_reason(
    message: Message,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    drop_warning: DropDraft[WarningId, EarlyWarning],
    read_warning: ReadWarning,
) -> Screen:
    """Drop the warning for a reason."""
    number = await _number(state)
    await drop_warning(actor, number, message.text or "")
    await state.clear()
    return warning(speech, await read_warning(actor, number), said="warning-is-dropped")


async def on_no_text(_: Message, speech: Speech, state: FSMContext) -> Screen:
    """Say that text is asked for; the dialogue goes on."""
    return asked(speech, "warning-ask-text", await _number(state))


async def _number(state: FSMContext) -> WarningId:
    return WarningId(AboutOne.of(await state.get_data()).number)


def router() -> Router:
    """Return the router of warnings."""
    routes = Router(name="early_warnings")
    routes.message.register(on_words, StateFilter(Warned.words), words)
    routes.message.register(on_reason, StateFilter(Warned.reason), words)
    routes.message.register(on_no_text, StateFilter(Warned), other_than_words)
    routes.callback_query.register(on_list, OpenWarnings.filter())
    routes.callback_query.register(on_list_in, OpenWarningsIn.filter())
    routes.callback_query.register(on_open, OpenWarning.filter())
    routes.callback_query.register(on_send, DecideWarning.filter(F.deed == WarningDeed.SEND))
    routes.callback_query.register(on_adapt, DecideWarning.filter(F.deed == WarningDeed.ADAPT))
    routes.callback_query.register(on_drop, DecideWarning.filter(F.deed == WarningDeed.DROP))
    return routes
