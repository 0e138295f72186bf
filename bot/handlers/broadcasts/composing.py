"""A sender writes a broadcast, and looks what it will do."""

from datetime import datetime

from aiogram import Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks.broadcasts import (
    BeginBroadcast,
    EditBroadcast,
    OpenBroadcasts,
    OpenBroadcastTargets,
    Part,
)
from bot.handlers.broadcasts.begun import draft_of, edits, keep
from bot.handlers.broadcasts.drafts import BroadcastDraft
from bot.handlers.dialogue import not_a_command
from bot.screens.broadcasts import composing as screens
from bot.screens.broadcasts import listing
from bot.screens.broadcasts.message import message
from bot.screens.broadcasts.not_reached import not_reached
from bot.screens.broadcasts.shown import Shown
from bot.screens.parts.screen import Screen
from bot.screens.people.refusals import REFUSALS
from bot.states import Broadcasting
from bot.texts.html import NOTHING
from bot.texts.speech import Speech
from core.access.people import Actor
from core.clock import Clock
from core.errors import RuleBroken
from core.ids import BroadcastId
from core.messages.broadcasts.broadcast import Broadcast, BroadcastState
from core.notices.broadcasts.previewing import Preview, PreviewBroadcast, ReadDesk


async def on_broadcasts(
    _: Message | CallbackQuery,
    actor: Actor,
    speech: Speech,
    read_broadcast_desk: ReadDesk,
    callback_data: OpenBroadcasts | None = None,
) -> Screen:
    """Open what was sent lately, and whom the person may write to."""
    asked = callback_data or OpenBroadcasts()
    desk = await read_broadcast_desk(actor, asked.page, whole=asked.whole)
    return listing.broadcasts(speech, desk).beside(anew=asked.anew)


async def on_targets(
    _: CallbackQuery,
    callback_data: OpenBroadcastTargets,
    actor: Actor,
    speech: Speech,
    read_broadcast_desk: ReadDesk,
) -> Screen:
    """Show all whom the person may write to."""
    desk = await read_broadcast_desk(actor)
    return listing.targets(speech, desk, page=callback_data.page)


async def on_begin(
    _: CallbackQuery,
    callback_data: BeginBroadcast,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    clock: Clock,
    preview_broadcast: PreviewBroadcast,
) -> Screen:
    """Ask for the words and files of a new broadcast."""
    draft = BroadcastDraft.begun(callback_data.whom, callback_data.number, clock.now())
    view = await preview_broadcast(actor, draft.plan, draft.school)
    await keep(state, draft)
    return screens.ask_content(speech, view, draft.composing)


async def on_piece(
    message: Message,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    preview_broadcast: PreviewBroadcast,
) -> Screen:
    """Take a text, a photo or a file into the draft; of an album only the first is answered."""
    draft = await draft_of(state)
    try:
        taken = draft.taking(message)
    except RuleBroken as wrong:
        view = await preview_broadcast(actor, draft.plan, draft.school)
        return screens.preview(speech, view, draft.composing, wrong=REFUSALS[wrong.code])
    await keep(state, taken)
    if draft.goes_on_with(message):
        return Screen(NOTHING)
    view = await preview_broadcast(actor, taken.plan, taken.school)
    return screens.preview(speech, view, taken.composing)


async def on_draft_edit(
    message: Message,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    preview_broadcast: PreviewBroadcast,
) -> Screen:
    """Let an edit take the place of what it said; an edit of anything else is for others."""
    draft, wrong = await draft_of(state), None
    try:
        again = draft.retaking(message)
    except RuleBroken as refused:
        again, wrong = draft, REFUSALS[refused.code]
    if again is None:
        raise SkipHandler
    await keep(state, again)
    view = await preview_broadcast(actor, again.plan, again.school)
    return screens.preview(speech, view, again.composing, wrong=wrong)


async def on_preview(
    _: CallbackQuery,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    preview_broadcast: PreviewBroadcast,
) -> Screen:
    """Show what will be sent, and what that does."""
    draft = await draft_of(state)
    await keep(state, draft)
    view = await preview_broadcast(actor, draft.plan, draft.school)
    return screens.preview(speech, view, draft.composing)


async def on_chosen(
    _: CallbackQuery,
    callback_data: EditBroadcast,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    preview_broadcast: PreviewBroadcast,
) -> Screen:
    """Set a part to what was tapped, and show what will be sent."""
    draft = (await draft_of(state)).chosen(callback_data.part, callback_data.value)
    await keep(state, draft)
    view = await preview_broadcast(actor, draft.plan, draft.school)
    return screens.preview(speech, view, draft.composing)


async def on_more(
    _: CallbackQuery,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    preview_broadcast: PreviewBroadcast,
) -> Screen:
    """Offer what is needed seldom."""
    draft = await draft_of(state)
    return screens.choose_more(speech, await preview_broadcast(actor, draft.plan, draft.school))


async def on_not_reached(
    _: CallbackQuery,
    callback_data: EditBroadcast,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    preview_broadcast: PreviewBroadcast,
) -> Screen:
    """Show whom it will not reach, family by family."""
    draft = await draft_of(state)
    view = await preview_broadcast(actor, draft.plan, draft.school)
    return not_reached(speech, view, page=callback_data.page)


async def on_look(
    _: CallbackQuery,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    clock: Clock,
    preview_broadcast: PreviewBroadcast,
) -> Screen:
    """Show the message as its recipients will have it, beside the draft; nobody can answer it."""
    draft = await draft_of(state)
    view = await preview_broadcast(actor, draft.plan, draft.school)
    shown = Shown(_as_sent(view, clock.now()), view.member.person, is_asked=False)
    return message(speech, shown).beside(anew=True)


def _as_sent(view: Preview, now: datetime) -> Broadcast:
    member = view.member
    return Broadcast(
        id=BroadcastId(1),  # it has none yet, and its files are not to be opened
        school=member.school,
        school_name=member.school_name,
        zone=member.zone,
        by=member.person,
        by_name=member.name,
        plan=view.plan,
        titles=view.titles,
        version=1,
        state=BroadcastState.SENT,
        made_at=now,
        sent_at=now,
    )


def router() -> Router:
    """Return the router of who writes broadcasts."""
    routes = Router(name="broadcasts")
    routes.message.register(on_broadcasts, Command("broadcasts"))
    routes.callback_query.register(on_broadcasts, OpenBroadcasts.filter())
    routes.callback_query.register(on_targets, OpenBroadcastTargets.filter())
    routes.callback_query.register(on_begin, BeginBroadcast.filter())
    edits(routes, on_preview, Part.PREVIEW)
    edits(routes, on_chosen, Part.HEARERS, Part.AT, Part.CALM, Part.AFRESH)
    edits(routes, on_more, Part.MORE)
    edits(routes, on_look, Part.LOOK)
    edits(routes, on_not_reached, Part.NOT_REACHED)
    routes.edited_message.register(on_draft_edit, StateFilter(Broadcasting.content))
    routes.message.register(on_piece, StateFilter(Broadcasting.content), not_a_command)
    return routes
