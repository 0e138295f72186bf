"""Who asked confirms, opens again, cancels, and says what the help was worth."""

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks.asking import RateRequest, SayOfRequest, Word
from bot.handlers.dialogue import asks_for_words, goes_on, other_than_words, words
from bot.handlers.helpdesk.asking_drafts import AskingDraft
from bot.handlers.helpdesk.asking_steps import next_step
from bot.handlers.helpdesk.request_drafts import OfTicket
from bot.screens.helpdesk import request_card as cards
from bot.screens.helpdesk import request_ending as ending
from bot.screens.parts.screen import Screen
from bot.states import RatingHelp
from bot.texts.speech import Speech
from core.access.people import Actor
from core.clock import Clock
from core.helpdesk.answers.offering import OfferAnswers
from core.helpdesk.tickets.closing import CancelTicket, ConfirmTicket, RateTicket
from core.helpdesk.tickets.form import OpenForm
from core.helpdesk.tickets.reading import ReadTicket
from core.helpdesk.tickets.reopening import ReopenTicket
from core.helpdesk.tickets.ticket import Rating


async def on_cancel_asked(
    _: CallbackQuery,
    callback_data: SayOfRequest,
    actor: Actor,
    speech: Speech,
    read_ticket: ReadTicket,
) -> Screen:
    """Ask once more before a ticket is cancelled."""
    card = await read_ticket.as_asker(actor, callback_data.ticket)
    return ending.ask_cancel(speech, card.opened.ticket)


async def on_cancel(
    _: CallbackQuery,
    callback_data: SayOfRequest,
    actor: Actor,
    speech: Speech,
    cancel_ticket: CancelTicket,
    read_ticket: ReadTicket,
) -> Screen:
    """Cancel a ticket."""
    await cancel_ticket(actor, callback_data.ticket)
    return cards.request(speech, await read_ticket.as_asker(actor, callback_data.ticket))


async def on_helped(
    _: CallbackQuery,
    callback_data: SayOfRequest,
    actor: Actor,
    speech: Speech,
    confirm_ticket: ConfirmTicket,
) -> Screen:
    """Close a ticket that was answered well, and ask what that was worth; the answer stays."""
    ticket = await confirm_ticket(actor, callback_data.ticket)
    return ending.after_helped(speech, ticket).beside(anew=True)


async def on_not_helped(
    _: CallbackQuery,
    callback_data: SayOfRequest,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    clock: Clock,
    reopen_ticket: ReopenTicket,
    open_form: OpenForm,
    offer_answers: OfferAnswers,
) -> Screen:
    """Open a ticket again, and ask what is still unclear; the answer stays."""
    ticket = await reopen_ticket(actor, callback_data.ticket)
    draft = AskingDraft.begun(ticket.school, clock.now(), ticket.id)
    shown = await next_step(
        state, draft, actor, speech, open_form, offer_answers, note="request-reopened"
    )
    return shown.beside(anew=True)


async def on_apart(
    _: CallbackQuery,
    callback_data: SayOfRequest,
    actor: Actor,
    speech: Speech,
    reopen_ticket: ReopenTicket,
    read_ticket: ReadTicket,
) -> Screen:
    """Take a ticket out of those that are answered together, and promise anew."""
    ticket = await reopen_ticket(actor, callback_data.ticket)
    card = await read_ticket.as_asker(actor, ticket.id)
    return cards.request(speech, card, note="request-apart-now").beside(anew=True)


async def on_rate(
    _: CallbackQuery,
    callback_data: RateRequest,
    actor: Actor,
    speech: Speech,
    read_ticket: ReadTicket,
) -> Screen:
    """Ask what the help was worth."""
    card = await read_ticket.as_asker(actor, callback_data.ticket)
    return ending.after_helped(speech, card.opened.ticket)


async def on_stars(
    _: CallbackQuery,
    callback_data: RateRequest,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    rate_ticket: RateTicket,
) -> Screen:
    """Keep a rating by one tap; a word may follow."""
    stars = callback_data.stars
    ticket = await rate_ticket(actor, callback_data.ticket, Rating(stars))
    await goes_on(state, RatingHelp.word, OfTicket(ticket.id, stars))
    return ending.rated(speech, ticket)


async def on_rating_word(
    message: Message, actor: Actor, speech: Speech, state: FSMContext, rate_ticket: RateTicket
) -> Screen:
    """Keep the word to a rating."""
    rated = OfTicket.of(await state.get_data())
    rating = Rating(rated.stars, message.text or "")
    ticket = await rate_ticket(actor, rated.ticket, rating)
    await state.clear()
    return ending.rated(speech, ticket)


def router() -> Router:
    """Return the router of how a ticket ends."""
    routes = Router(name="request_ending")
    for handler, word in (
        (on_helped, Word.HELPED),
        (on_not_helped, Word.NOT_HELPED),
        (on_apart, Word.APART),
        (on_cancel_asked, Word.CANCEL),
        (on_cancel, Word.CANCEL_SURE),
    ):
        routes.callback_query.register(handler, SayOfRequest.filter(F.word == word))
    routes.callback_query.register(on_rate, RateRequest.filter(F.stars == 0))
    routes.callback_query.register(on_stars, RateRequest.filter())
    rating = StateFilter(RatingHelp.word)
    routes.message.register(on_rating_word, rating, words)
    routes.message.register(
        asks_for_words("refusal-ticket-wrong-rating"), rating, other_than_words
    )
    return routes
