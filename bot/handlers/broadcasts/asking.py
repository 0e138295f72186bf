"""A sender says when a broadcast goes, and how it is to be answered."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks.broadcasts import (
    EditBroadcast,
    Part,
)
from bot.handlers.broadcasts.asked import answered
from bot.handlers.broadcasts.begun import draft_of, edits, keep
from bot.handlers.dialogue import not_a_command
from bot.screens.broadcasts import asking
from bot.screens.broadcasts import composing as screens
from bot.screens.parts.screen import Screen
from bot.screens.people.refusals import REFUSALS
from bot.states import Broadcasting
from bot.texts.speech import Speech
from core.access.people import Actor
from core.clock import Clock
from core.errors import RuleBroken
from core.notices.broadcasts.previewing import PreviewBroadcast

_EVENING, _MORNING = time(18), time(8)
_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)


async def on_when(
    _: CallbackQuery,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    clock: Clock,
    preview_broadcast: PreviewBroadcast,
) -> Screen:
    """Ask when to send it."""
    draft = await draft_of(state)
    view = await preview_broadcast(actor, draft.plan, draft.school)
    return asking.choose_when(speech, view, _moments(clock.now(), view.zone))


def _moments(now: datetime, zone: ZoneInfo) -> list[datetime]:
    """Return the next evening and morning on which people read."""
    local = now.astimezone(zone)
    day = local.date()
    ahead = [
        datetime.combine(day + after, at, zone)
        for after in (timedelta(), _DAY)
        for at in (_MORNING, _EVENING)
    ]
    return [one for one in ahead if one > local][:2]


async def on_answer(
    _: CallbackQuery,
    callback_data: EditBroadcast,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    clock: Clock,
    preview_broadcast: PreviewBroadcast,
) -> Screen:
    """Ask whether an answer is needed, by when and whose; what was tapped is set."""
    draft = (await draft_of(state)).chosen(callback_data.part, callback_data.value)
    await keep(state, draft)
    view = await preview_broadcast(actor, draft.plan, draft.school)
    days = _days(draft.sent_on(clock.now(), view.zone))
    return asking.choose_answer(speech, view, draft.composing, days)


def _days(day: date) -> list[date]:
    """Return the days by which an answer is asked most often."""
    return [day + _DAY, day + 3 * _DAY, day + _WEEK]


async def on_words_asked(
    _: CallbackQuery,
    callback_data: EditBroadcast,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    preview_broadcast: PreviewBroadcast,
) -> Screen:
    """Ask for words: a time, a day, a button, choices, a reason."""
    draft = (await draft_of(state)).asking(callback_data.value)
    view = await preview_broadcast(actor, draft.plan, draft.school)
    await state.set_state(Broadcasting.words)
    await state.set_data(draft.data())
    return asking.ask_words(speech, view, draft.asked)


async def on_words(
    message: Message,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    clock: Clock,
    preview_broadcast: PreviewBroadcast,
) -> Screen:
    """Take the words that were asked for, and show what will be sent."""
    draft = await draft_of(state)
    view = await preview_broadcast(actor, draft.plan, draft.school)
    try:
        draft = answered(draft, message.text or "", clock.now(), view.zone)
    except RuleBroken as wrong:
        return asking.ask_words(speech, view, draft.asked, wrong=REFUSALS[wrong.code])
    await keep(state, draft)
    view = await preview_broadcast(actor, draft.plan, draft.school)
    return screens.preview(speech, view, draft.composing)


def router() -> Router:
    """Return the router of when a broadcast goes, and what it asks."""
    routes = Router(name="broadcasts_asking")
    edits(routes, on_when, Part.WHEN)
    edits(routes, on_answer, Part.ANSWER, Part.ASK, Part.BY, Part.QUORUM)
    edits(routes, on_words_asked, Part.WORDS)
    routes.message.register(on_words, StateFilter(Broadcasting.words), not_a_command)
    return routes
