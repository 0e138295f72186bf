"""Who asked replies to a consultant, or edits what was written: before and after the sending."""

from dataclasses import replace

from aiogram import Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import Message

from bot.handlers.dialogue import beside_what_was_begun, goes_on, is_reply
from bot.handlers.helpdesk.asking_drafts import AskingDraft
from bot.handlers.helpdesk.asking_steps import next_step
from bot.handlers.messages.drafts import piece_of
from bot.screens.helpdesk.asking import ask_reason
from bot.screens.helpdesk.request_changes import edited, sent
from bot.screens.parts.screen import Screen
from bot.states import Asking
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.access.people import Actor
from core.clock import Clock
from core.errors import RuleBroken
from core.helpdesk.answers.offering import OfferAnswers
from core.helpdesk.tickets.form import OpenForm
from core.helpdesk.tickets.saying import AddWords, EditWords
from core.ids import TicketId
from core.notices.tickets.own import FindOwnReplied


async def on_reply(
    message: Message,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    clock: Clock,
    find_own_replied: FindOwnReplied,
    add_ticket_words: AddWords,
    open_form: OpenForm,
    offer_answers: OfferAnswers,
) -> Screen:
    """Put a reply into the ticket, whatever was begun; an album is gathered first.

    A reply to others is for others.
    """
    replied = message.reply_to_message
    opened = await find_own_replied(actor, str(replied.message_id)) if replied else None
    if opened is None or await _adds_to(state, opened.ticket.id):
        raise SkipHandler
    ticket = opened.ticket
    draft, struck = AskingDraft.begun(ticket.school, clock.now(), ticket.id).taking(message)
    if draft.album and await state.get_state() is None:
        return await next_step(state, draft, actor, speech, open_form, offer_answers)
    done = await add_ticket_words.gathered(actor, ticket.id, draft.said)
    shown = sent(speech, actor, replace(done, struck=struck), is_new=False)
    return await beside_what_was_begun(state, speech, shown)


async def _adds_to(state: FSMContext, ticket: TicketId) -> bool:
    """Say whether what was begun is for the same ticket: then it is that."""
    begun = await state.get_state() == Asking.content.state
    return begun and AskingDraft.of(await state.get_data()).ticket == ticket


async def on_draft_edit(
    message: Message,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    open_form: OpenForm,
    offer_answers: OfferAnswers,
) -> Screen:
    """Take other words into what is not sent yet; an edit of anything else is for others."""
    draft = AskingDraft.of(await state.get_data())
    try:
        found = draft.retaking(message)
    except RuleBroken:
        found = None
    if found is None:
        raise SkipHandler
    again, struck = found
    note: Key | None = "asking-struck" if struck else None
    if await state.get_state() == Asking.reason.state:
        await goes_on(state, Asking.reason, again)
        return ask_reason(speech, again.stamp, note=note or "asking-retaken")
    return await next_step(state, again, actor, speech, open_form, offer_answers, note=note)


async def on_edit(
    message: Message, actor: Actor, speech: Speech, edit_ticket_words: EditWords
) -> Screen:
    """Say something of a ticket in other words; an edit of anything else is for others."""
    try:
        piece = piece_of(message)
    except RuleBroken:
        raise SkipHandler from None
    asked = await edit_ticket_words(actor, str(message.message_id), piece)
    if asked is None:
        raise SkipHandler
    return edited(speech, actor, asked)


def router() -> Router:
    """Return the router of edits."""
    routes = Router(name="asking_words")
    routes.edited_message.register(on_draft_edit, StateFilter(Asking))
    routes.edited_message.register(on_edit)
    return routes


def reply_router() -> Router:
    """Return the router of replies, which stands before all dialogues."""
    routes = Router(name="asking_replies")
    routes.message.register(on_reply, is_reply)
    return routes
