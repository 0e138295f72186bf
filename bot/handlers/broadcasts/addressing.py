"""A sender chooses to whom a broadcast goes."""

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from bot.callbacks.broadcasts import (
    EditBroadcast,
    Part,
)
from bot.handlers.broadcasts.begun import draft_of, edits, keep
from bot.screens.broadcasts import addressing as to_whom
from bot.screens.parts.screen import Screen
from bot.texts.speech import Speech
from core.access.people import Actor
from core.messages.broadcasts.offering import OfferFamilies, OfferGroups
from core.notices.broadcasts.previewing import PreviewBroadcast


async def on_whom(
    _: CallbackQuery,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    preview_broadcast: PreviewBroadcast,
) -> Screen:
    """Ask who of a family hears it, and whose families."""
    draft = await draft_of(state)
    return to_whom.choose_whom(speech, await preview_broadcast(actor, draft.plan, draft.school))


async def on_groups(
    _: CallbackQuery,
    callback_data: EditBroadcast,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    offer_groups: OfferGroups,
    preview_broadcast: PreviewBroadcast,
) -> Screen:
    """Let the sender mark further classes or courses, of those that may be written to."""
    draft = (await draft_of(state)).chosen(callback_data.part, callback_data.value)
    await keep(state, draft)
    view = await preview_broadcast(actor, draft.plan, draft.school)
    offered = await offer_groups(actor, draft.plan.scope, draft.school)
    return to_whom.choose_groups(speech, view, offered, page=callback_data.page)


async def on_families(
    _: CallbackQuery,
    callback_data: EditBroadcast,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    offer_families: OfferFamilies,
    preview_broadcast: PreviewBroadcast,
) -> Screen:
    """Let the sender mark single families."""
    draft = (await draft_of(state)).chosen(callback_data.part, callback_data.value)
    await keep(state, draft)
    view = await preview_broadcast(actor, draft.plan, draft.school)
    pupils = await offer_families(actor, draft.plan.scope, draft.school)
    return to_whom.choose_families(speech, view, pupils, page=callback_data.page)


def router() -> Router:
    """Return the router of whom a broadcast is for."""
    routes = Router(name="broadcasts_addressed")
    edits(routes, on_whom, Part.WHOM)
    edits(routes, on_groups, Part.GROUPS, Part.GROUP)
    edits(routes, on_families, Part.FAMILIES, Part.FAMILY)
    return routes
