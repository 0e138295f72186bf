"""Who asked says more, chooses another topic, or says why it cannot wait."""

from dataclasses import replace

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks.asking import (
    AddToRequest,
    AskOtherTopic,
    AskRequestUrgent,
    SetOtherTopic,
)
from bot.handlers.dialogue import asks_for_words, goes_on, other_than_words, words
from bot.handlers.helpdesk.asking_drafts import AskingDraft
from bot.handlers.helpdesk.asking_steps import next_step
from bot.handlers.helpdesk.request_drafts import OfTicket
from bot.screens.helpdesk import request_changes as changes
from bot.screens.parts.screen import Screen
from bot.screens.people.refusals import REFUSALS
from bot.secret_words import hides_a_secret
from bot.states import HurryingRequest
from bot.texts.speech import Speech
from core.access.people import Actor
from core.clock import Clock
from core.helpdesk.answers.offering import OfferAnswers
from core.helpdesk.tickets.form import OpenForm
from core.helpdesk.tickets.reading import ReadTicket
from core.helpdesk.tickets.rerouting import ChangeTopic, MakeUrgent
from core.helpdesk.tickets.rules import ReasonNeeded


async def on_add(
    _: CallbackQuery,
    callback_data: AddToRequest,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    clock: Clock,
    read_ticket: ReadTicket,
    open_form: OpenForm,
    offer_answers: OfferAnswers,
) -> Screen:
    """Ask for more words to a ticket."""
    ticket = (await read_ticket.as_asker(actor, callback_data.ticket)).opened.ticket
    draft = AskingDraft.begun(ticket.school, clock.now(), ticket.id)
    shown = await next_step(state, draft, actor, speech, open_form, offer_answers)
    return shown.beside(anew=callback_data.anew)


async def on_other_topic(
    _: CallbackQuery,
    callback_data: AskOtherTopic,
    actor: Actor,
    speech: Speech,
    read_ticket: ReadTicket,
    open_form: OpenForm,
) -> Screen:
    """Show the topics to which a ticket can go."""
    ticket = (await read_ticket.as_asker(actor, callback_data.ticket)).opened.ticket
    form = await open_form(actor, ticket.school)
    return changes.choose_topic(speech, ticket, form.topics)


async def on_topic(
    _: CallbackQuery,
    callback_data: SetOtherTopic,
    actor: Actor,
    speech: Speech,
    change_ticket_topic: ChangeTopic,
) -> Screen:
    """Let a ticket go to who answers another topic, and promise anew."""
    number, topic = callback_data.ticket, callback_data.topic
    return changes.sent(speech, actor, await change_ticket_topic(actor, number, topic))


async def on_urgent(
    _: CallbackQuery,
    callback_data: AskRequestUrgent,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    read_ticket: ReadTicket,
) -> Screen:
    """Ask why a ticket cannot wait."""
    ticket = (await read_ticket.as_asker(actor, callback_data.ticket)).opened.ticket
    await goes_on(state, HurryingRequest.reason, OfTicket(ticket.id))
    return changes.ask_reason(speech, ticket)


async def on_reason(
    message: Message,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    make_ticket_urgent: MakeUrgent,
    read_ticket: ReadTicket,
) -> Screen:
    """Keep why a ticket cannot wait, and promise anew."""
    number = OfTicket.of(await state.get_data()).ticket
    try:
        asked = await make_ticket_urgent(actor, number, message.text or "")
    except ReasonNeeded as wrong:
        ticket = (await read_ticket.as_asker(actor, number)).opened.ticket
        return changes.ask_reason(speech, ticket, note=REFUSALS[wrong.code])
    await state.clear()
    return changes.sent(speech, actor, replace(asked, struck=hides_a_secret(message)))


def router() -> Router:
    """Return the router of what changes a ticket."""
    routes = Router(name="request_changes")
    routes.callback_query.register(on_add, AddToRequest.filter())
    routes.callback_query.register(on_other_topic, AskOtherTopic.filter())
    routes.callback_query.register(on_topic, SetOtherTopic.filter())
    routes.callback_query.register(on_urgent, AskRequestUrgent.filter())
    reason = StateFilter(HurryingRequest.reason)
    routes.message.register(on_reason, reason, words)
    routes.message.register(asks_for_words("refusal-ticket-reason"), reason, other_than_words)
    return routes
