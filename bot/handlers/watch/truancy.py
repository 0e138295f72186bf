"""The class teacher adapts, sends or drops warnings about missed lessons (F12)."""

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks.classes import WarningDeed
from bot.callbacks.truancy import DecideTruancy, OpenTruancies, OpenTruancy
from bot.handlers.dialogue import AboutOne, goes_on, other_than_words, words
from bot.screens.parts.screen import Screen
from bot.screens.watch.truancy import asked, truancies, truancy
from bot.states import Alerting
from bot.texts.speech import Speech
from core.access.people import Actor
from core.diary.issuing.drafts import AdaptDraft, DropDraft, ReadDraft
from core.diary.truancy.sending import SendTruancy
from core.diary.truancy.warnings import TruancyWarning
from core.ids import TruancyId
from core.notices.truancy.reading import ReadTruancies, ReadTruancy


async def on_list(
    _: CallbackQuery,
    callback_data: OpenTruancies,
    actor: Actor,
    speech: Speech,
    read_truancies: ReadTruancies,
) -> Screen:
    """Show the warnings about missed lessons of a class."""
    view = await read_truancies(actor, callback_data.class_id)
    return truancies(speech, view, page=callback_data.page)


async def on_open(
    _: CallbackQuery,
    callback_data: OpenTruancy,
    actor: Actor,
    speech: Speech,
    read_truancy: ReadTruancy,
) -> Screen:
    """Show one warning as its family will read it."""
    view = await read_truancy(actor, callback_data.warning)
    return truancy(speech, view).beside(anew=callback_data.anew)


async def on_send(
    _: CallbackQuery,
    callback_data: DecideTruancy,
    actor: Actor,
    speech: Speech,
    send_truancy: SendTruancy,
    read_truancy: ReadTruancy,
) -> Screen:
    """Send a warning to the guardians."""
    await send_truancy(actor, callback_data.warning)
    view = await read_truancy(actor, callback_data.warning)
    return truancy(speech, view, said="warning-is-sent")


async def on_adapt(
    _: CallbackQuery,
    callback_data: DecideTruancy,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    read_truancy_draft: ReadDraft[TruancyId, TruancyWarning],
) -> Screen:
    """Ask for other words."""
    await read_truancy_draft(actor, callback_data.warning)
    await goes_on(state, Alerting.words, AboutOne(callback_data.warning))
    return asked(speech, "warning-ask-words", callback_data.warning)


async def on_drop(
    _: CallbackQuery,
    callback_data: DecideTruancy,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    read_truancy_draft: ReadDraft[TruancyId, TruancyWarning],
) -> Screen:
    """Ask why the warning is not needed."""
    await read_truancy_draft(actor, callback_data.warning)
    await goes_on(state, Alerting.reason, AboutOne(callback_data.warning))
    return asked(speech, "warning-ask-reason", callback_data.warning)


async def on_words(
    message: Message,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    adapt_truancy: AdaptDraft[TruancyId, TruancyWarning],
    read_truancy: ReadTruancy,
) -> Screen:
    """Keep other words, and show the warning with them."""
    number = await _number(state)
    await adapt_truancy(actor, number, message.text or "")
    await state.clear()
    return truancy(speech, await read_truancy(actor, number), said="warning-adapted")


async def on_reason(
    message: Message,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    drop_truancy: DropDraft[TruancyId, TruancyWarning],
    read_truancy: ReadTruancy,
) -> Screen:
    """Drop the warning for a reason."""
    number = await _number(state)
    await drop_truancy(actor, number, message.text or "")
    await state.clear()
    return truancy(speech, await read_truancy(actor, number), said="warning-is-dropped")


async def on_no_text(_: Message, speech: Speech, state: FSMContext) -> Screen:
    """Say that text is asked for; the dialogue goes on."""
    return asked(speech, "warning-ask-text", await _number(state))


async def _number(state: FSMContext) -> TruancyId:
    return TruancyId(AboutOne.of(await state.get_data()).number)


def router() -> Router:
    """Return the router of warnings about missed lessons."""
    routes = Router(name="truancy")
    routes.message.register(on_words, StateFilter(Alerting.words), words)
    routes.message.register(on_reason, StateFilter(Alerting.reason), words)
    routes.message.register(on_no_text, StateFilter(Alerting), other_than_words)
    routes.callback_query.register(on_list, OpenTruancies.filter())
    routes.callback_query.register(on_open, OpenTruancy.filter())
    routes.callback_query.register(on_send, DecideTruancy.filter(F.deed == WarningDeed.SEND))
    routes.callback_query.register(on_adapt, DecideTruancy.filter(F.deed == WarningDeed.ADAPT))
    routes.callback_query.register(on_drop, DecideTruancy.filter(F.deed == WarningDeed.DROP))
    return routes
