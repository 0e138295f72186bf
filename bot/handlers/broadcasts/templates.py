"""A sender writes from a template, or takes one away."""

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from bot.callbacks.broadcasts import (
    EditBroadcast,
    Part,
)
from bot.handlers.broadcasts.begun import draft_of, edits, keep
from bot.screens.broadcasts import composing as screens
from bot.screens.broadcasts import listing
from bot.screens.parts.screen import Screen
from bot.texts.speech import Speech
from core.access.people import Actor
from core.ids import TemplateId
from core.messages.broadcasts.templates import DropTemplate, ReadTemplates
from core.notices.broadcasts.previewing import PreviewBroadcast


async def on_templates(
    _: CallbackQuery,
    callback_data: EditBroadcast,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    read_templates: ReadTemplates,
) -> Screen:
    """Show the templates that the sender may use."""
    await state.get_data()
    return listing.templates(speech, await read_templates(actor), page=callback_data.page)


async def on_template(
    _: CallbackQuery,
    callback_data: EditBroadcast,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    read_templates: ReadTemplates,
    preview_broadcast: PreviewBroadcast,
) -> Screen:
    """Put a template into the draft."""
    template = await read_templates.one(actor, TemplateId(callback_data.value))
    draft = (await draft_of(state)).templated(template)
    await keep(state, draft)
    view = await preview_broadcast(actor, draft.plan, draft.school)
    return screens.preview(speech, view, draft.composing)


async def on_drop(
    _: CallbackQuery,
    callback_data: EditBroadcast,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    read_templates: ReadTemplates,
    drop_template: DropTemplate,
) -> Screen:
    """Take a template away."""
    await state.get_data()
    await drop_template(actor, TemplateId(callback_data.value))
    found = await read_templates(actor)
    return listing.templates(speech, found, note="broadcast-template-dropped")


def router() -> Router:
    """Return the router of templates."""
    routes = Router(name="broadcasts_templates")
    edits(routes, on_templates, Part.TEMPLATES)
    edits(routes, on_template, Part.TEMPLATE)
    edits(routes, on_drop, Part.DROP)
    return routes
