"""A sender sends what was written, and the message becomes its card."""

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from bot.callbacks.broadcasts import (
    SendBroadcast,
)
from bot.handlers.broadcasts.begun import draft_of
from bot.handlers.broadcasts.drafts import BroadcastDraft
from bot.screens.broadcasts import composing as screens
from bot.screens.broadcasts.card import card
from bot.screens.parts.screen import Screen
from bot.screens.people.refusals import REFUSALS, aside
from bot.states import Broadcasting
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.access.people import Actor
from core.errors import RuleBroken
from core.ids import BroadcastId
from core.messages.broadcasts import sending
from core.messages.broadcasts.broadcast import Broadcast, BroadcastState
from core.messages.broadcasts.changing import CorrectBroadcast
from core.notices.broadcasts.card import ReadCard
from core.notices.broadcasts.previewing import PreviewBroadcast
from core.notices.broadcasts.showing import FollowCard


async def on_send(
    query: CallbackQuery,
    callback_data: SendBroadcast,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    preview_broadcast: PreviewBroadcast,
    send_broadcast: sending.SendBroadcast,
    correct_broadcast: CorrectBroadcast,
    read_card: ReadCard,
    follow_card: FollowCard,
) -> Screen:
    """Send what was written; the message becomes its card. A button of another draft is old."""
    draft = await draft_of(state)
    if draft.stamp != callback_data.stamp:
        return aside(speech, actor, "old-button")
    view = await preview_broadcast(actor, draft.plan, draft.school)
    if draft.plan.urgent and not callback_data.sure:
        return screens.sure(speech, view, draft.composing)
    try:
        number = await _sent(actor, draft, send_broadcast, correct_broadcast)
    except RuleBroken as wrong:
        return screens.preview(speech, view, draft.composing, wrong=REFUSALS[wrong.code])
    await state.clear()
    shown = await read_card(actor, number)
    await follow_card(actor, shown.broadcast, _message_of(query))
    return card(speech, shown, toast=speech.label(_done(draft, shown.broadcast)))


def _done(draft: BroadcastDraft, one: Broadcast) -> Key:
    if draft.corrects is not None:
        return "broadcast-corrected-done"
    is_waiting = one.state is BroadcastState.WAITING
    return "broadcast-scheduled" if is_waiting else "broadcast-sent-done"


async def _sent(
    actor: Actor,
    draft: BroadcastDraft,
    send: sending.SendBroadcast,
    correct: CorrectBroadcast,
) -> BroadcastId:
    if draft.corrects is None:
        return await send(actor, draft.plan, draft.school)
    await correct(
        actor,
        draft.corrects,
        draft.plan.content,
        after=draft.after,
        answer_by=draft.answer_by,
    )
    return draft.corrects


def _message_of(query: CallbackQuery) -> str:
    return str(query.message.message_id) if query.message is not None else ""


def router() -> Router:
    """Return the router of sending."""
    routes = Router(name="broadcasts_sent")
    routes.callback_query.register(on_send, SendBroadcast.filter(), StateFilter(Broadcasting))
    return routes
