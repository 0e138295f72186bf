"""Who answers keeps templates, and puts one into an answer, which may then be changed."""

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks.consulting import (
    AddTemplate,
    DropTemplate,
    EditTemplate,
    Kind,
    OpenTemplate,
    OpenTemplates,
    UseTemplate,
)
from bot.handlers.dialogue import asks_for_words, goes_on, not_a_command, words
from bot.handlers.helpdesk.consulting_drafts import HelperDraft, TemplateDraft
from bot.screens.helpdesk import answer_templates as screens
from bot.screens.helpdesk.ticket_saying import template_in
from bot.screens.parts.screen import Screen
from bot.states import Consulting
from bot.texts.speech import Speech
from core.access.people import Actor
from core.clock import Clock
from core.helpdesk.templates.keeping import KeepAnswerTemplate, ReadAnswerTemplates
from core.notices.tickets.card import ReadHelperCard


async def on_list(
    _: CallbackQuery,
    callback_data: OpenTemplates,
    actor: Actor,
    speech: Speech,
    read_answer_templates: ReadAnswerTemplates,
) -> Screen:
    """Show the templates."""
    view, asked = await read_answer_templates(actor, callback_data.school), callback_data
    return screens.templates(speech, view, ticket=asked.ticket, page=asked.page)


async def on_one(
    _: CallbackQuery,
    callback_data: OpenTemplate,
    actor: Actor,
    speech: Speech,
    read_answer_templates: ReadAnswerTemplates,
) -> Screen:
    """Show a template."""
    view, one = await read_answer_templates.one(actor, callback_data.template)
    return screens.template(speech, view, one, ticket=callback_data.ticket)


async def on_use(
    _: CallbackQuery,
    callback_data: UseTemplate,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    clock: Clock,
    read_answer_templates: ReadAnswerTemplates,
    read_helper_card: ReadHelperCard,
) -> Screen:
    """Put a template into an answer."""
    _kept, one = await read_answer_templates.one(actor, callback_data.template)
    view = await read_helper_card(actor, callback_data.ticket)
    draft = HelperDraft.begun(callback_data.ticket, Kind.ANSWER, clock.now()).saying(one.text)
    await goes_on(state, Consulting.words, draft)
    return template_in(speech, view, draft.said.content, draft.said.stamp)


async def on_add(
    _: CallbackQuery,
    callback_data: AddTemplate,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    read_answer_templates: ReadAnswerTemplates,
) -> Screen:
    """Ask for the words of a new template."""
    await read_answer_templates(actor, callback_data.school)
    draft = TemplateDraft(callback_data.school, callback_data.shared)
    await goes_on(state, Consulting.template, draft)
    return screens.ask(speech, callback_data.school)


async def on_edit(
    _: CallbackQuery,
    callback_data: EditTemplate,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    read_answer_templates: ReadAnswerTemplates,
) -> Screen:
    """Ask for other words of a template."""
    _kept, one = await read_answer_templates.one(actor, callback_data.template)
    draft = TemplateDraft(one.school, template=one.id, since=one.changed_at)
    await goes_on(state, Consulting.template, draft)
    return screens.ask(speech, one.school)


async def on_words(
    message: Message,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    keep_answer_template: KeepAnswerTemplate,
) -> Screen:
    """Keep a template."""
    draft, text = TemplateDraft.of(await state.get_data()), message.text or ""
    if draft.template is None:
        view = await keep_answer_template.add(actor, draft.school, text, shared=draft.shared)
    else:
        view = await keep_answer_template.change(actor, draft.template, text, since=draft.since)
    await state.clear()
    return screens.templates(speech, view, note=speech.say("template-kept"))


async def on_drop(
    _: CallbackQuery,
    callback_data: DropTemplate,
    actor: Actor,
    speech: Speech,
    read_answer_templates: ReadAnswerTemplates,
    keep_answer_template: KeepAnswerTemplate,
) -> Screen:
    """Ask whether a template goes; then take it away."""
    _kept, one = await read_answer_templates.one(actor, callback_data.template)
    if not callback_data.sure:
        return screens.drop(speech, one)
    view = await keep_answer_template.change(actor, one.id, None, since=one.changed_at)
    return screens.templates(speech, view, note=speech.say("template-dropped"))


def router() -> Router:
    """Return the router of templates."""
    routes = Router(name="answer_templates")
    routes.callback_query.register(on_list, OpenTemplates.filter())
    routes.callback_query.register(on_one, OpenTemplate.filter())
    routes.callback_query.register(on_use, UseTemplate.filter())
    routes.callback_query.register(on_add, AddTemplate.filter())
    routes.callback_query.register(on_edit, EditTemplate.filter())
    routes.callback_query.register(on_drop, DropTemplate.filter())
    writing = StateFilter(Consulting.template)
    routes.message.register(on_words, writing, words)
    routes.message.register(asks_for_words("ticket-words-only"), writing, not_a_command)
    return routes
