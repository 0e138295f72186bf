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
from core.access.directory import Directory
from core.access.people import Actor
from core.messages.broadcasts.broadcast import Scope, Whom
from core.messages.broadcasts.ports import Circles
from core.notices.broadcasts.previewing import Preview, PreviewBroadcast, ReadDesk


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


async def on_groups(  # noqa: PLR0913, PLR0917 - handed in by name
    _: CallbackQuery,
    callback_data: EditBroadcast,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    directory: Directory,
    read_broadcast_desk: ReadDesk,
    preview_broadcast: PreviewBroadcast,
) -> Screen:
    """Let the sender mark further classes or courses, of those that may be written to."""
    draft = (await draft_of(state)).chosen(callback_data.part, callback_data.value)
    await keep(state, draft)
    view = await preview_broadcast(actor, draft.plan, draft.school)
    offered = await _offered(actor, view, directory, read_broadcast_desk)
    return to_whom.choose_groups(speech, view, offered, page=callback_data.page)


async def _offered(
    actor: Actor, view: Preview, directory: Directory, read_desk: ReadDesk
) -> list[tuple[int, str]]:
    """Return the classes or courses of the school to which the sender may write."""
    desk, school = await read_desk(actor), view.member.school
    if view.plan.scope.whom is Whom.COURSES:
        return [(one.id, one.title) for one in desk.courses if one.school == school]
    if view.member.is_administration:
        return [(one.id, one.title) for one in await directory.classes_of(school)]
    return [(one.id, one.title) for one in view.member.leads]


async def on_families(
    _: CallbackQuery,
    callback_data: EditBroadcast,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    circles: Circles,
    preview_broadcast: PreviewBroadcast,
) -> Screen:
    """Let the sender mark single families."""
    draft = (await draft_of(state)).chosen(callback_data.part, callback_data.value)
    await keep(state, draft)
    view = await preview_broadcast(actor, draft.plan, draft.school)
    whole = Scope(draft.plan.scope.whom, draft.plan.scope.groups)
    pupils = await circles.pupils_in(view.member.school, whole)
    return to_whom.choose_families(speech, view, pupils, page=callback_data.page)


def router() -> Router:
    """Return the router of whom a broadcast is for."""
    routes = Router(name="broadcasts_addressed")
    edits(routes, on_whom, Part.WHOM)
    edits(routes, on_groups, Part.GROUPS, Part.GROUP)
    edits(routes, on_families, Part.FAMILIES, Part.FAMILY)
    return routes
