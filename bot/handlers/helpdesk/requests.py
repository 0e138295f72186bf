"""Who asked looks at what became of it, says more, hurries, confirms, reopens, cancels, rates."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Self

from aiogram import F, Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks.asking import (
    AddToRequest,
    AskOtherTopic,
    AskRequestUrgent,
    OpenHelpDesk,
    OpenRequest,
    OpenRequestEntry,
    OpenRequestFiles,
    OpenRequestMore,
    OpenRequests,
    RateRequest,
    SayOfRequest,
    SendTranscript,
    SetOtherTopic,
    Word,
)
from bot.handlers.dialogue import asks_for_words, goes_on, other_than_words, words
from bot.handlers.helpdesk.asking_drafts import AskingDraft
from bot.handlers.helpdesk.asking_steps import next_step
from bot.handlers.helpdesk.secret_words import hides_a_secret
from bot.screens.helpdesk import requests as screens
from bot.screens.helpdesk.hub import hub
from bot.screens.parts.screen import Screen
from bot.screens.people.refusals import REFUSALS
from bot.states import HurryingRequest, RatingHelp
from bot.texts.speech import Speech
from core.access.people import Actor
from core.clock import Clock
from core.helpdesk.answers.offering import OfferAnswers
from core.helpdesk.tickets.closing import CancelTicket, ConfirmTicket, RateTicket, ReopenTicket
from core.helpdesk.tickets.form import OpenForm
from core.helpdesk.tickets.reading import ReadEntry, ReadOwnTickets, ReadTicket
from core.helpdesk.tickets.rerouting import ChangeTopic, MakeUrgent
from core.helpdesk.tickets.rules import ReasonNeeded
from core.helpdesk.tickets.ticket import Rating
from core.ids import TicketId


@dataclass(frozen=True, slots=True)
class OfTicket:
    """Of which ticket words are awaited; `stars` is the rating that they go with."""

    ticket: TicketId
    stars: int = 0

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Self:
        """Return it as it was kept."""
        return cls(TicketId(data["ticket"]), data["stars"])

    def data(self) -> dict[str, Any]:
        """Return it as it is kept."""
        return {"ticket": self.ticket, "stars": self.stars}


async def on_hub(
    _: CallbackQuery,
    callback_data: OpenHelpDesk,
    actor: Actor,
    speech: Speech,
    read_own_tickets: ReadOwnTickets,
) -> Screen:
    """Show where help is had."""
    own = await read_own_tickets(actor)
    return hub(speech, actor, own).beside(anew=callback_data.anew)


async def on_requests(
    _: Message | CallbackQuery,
    actor: Actor,
    speech: Speech,
    read_own_tickets: ReadOwnTickets,
    callback_data: OpenRequests | None = None,
) -> Screen:
    """Show what the person asked."""
    asked = callback_data or OpenRequests()
    own = await read_own_tickets(actor)
    return screens.requests(speech, actor, own, page=asked.page).beside(anew=asked.anew)


async def on_request(
    _: CallbackQuery,
    callback_data: OpenRequest,
    actor: Actor,
    speech: Speech,
    read_ticket: ReadTicket,
) -> Screen:
    """Show a ticket."""
    card = await read_ticket.as_asker(actor, callback_data.ticket)
    shown = screens.request(speech, card, page=callback_data.page)
    return shown.beside(anew=callback_data.anew)


async def on_more(
    _: CallbackQuery,
    callback_data: OpenRequestMore,
    actor: Actor,
    speech: Speech,
    read_ticket: ReadTicket,
) -> Screen:
    """Show what is seldom done with a ticket."""
    return screens.more(speech, await read_ticket.as_asker(actor, callback_data.ticket))


async def on_entry(
    _: CallbackQuery,
    callback_data: OpenRequestEntry,
    actor: Actor,
    speech: Speech,
    read_ticket_entry: ReadEntry,
) -> Screen:
    """Show what was said in full, in one of its versions."""
    one = await read_ticket_entry.as_asker(actor, callback_data.entry)
    return screens.entry(speech, one, callback_data.version)


async def on_files(
    _: CallbackQuery,
    callback_data: OpenRequestFiles,
    actor: Actor,
    speech: Speech,
    read_ticket_entry: ReadEntry,
) -> Screen:
    """Show the files of what was said."""
    return screens.files(speech, await read_ticket_entry.as_asker(actor, callback_data.entry))


async def on_add(  # noqa: PLR0913, PLR0917 - handed in by name
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
    return screens.choose_topic(speech, ticket, form.topics)


async def on_topic(
    _: CallbackQuery,
    callback_data: SetOtherTopic,
    actor: Actor,
    speech: Speech,
    change_ticket_topic: ChangeTopic,
) -> Screen:
    """Let a ticket go to who answers another topic, and promise anew."""
    number, topic = callback_data.ticket, callback_data.topic
    return screens.sent(speech, actor, await change_ticket_topic(actor, number, topic))


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
    return screens.ask_reason(speech, ticket)


async def on_reason(
    message: Message,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    make_ticket_urgent: MakeUrgent,
    read_ticket: ReadTicket,
) -> Screen:
    """Keep why a ticket cannot wait, and promise anew."""
    number, struck = OfTicket.of(await state.get_data()).ticket, hides_a_secret(message)
    try:
        asked = await make_ticket_urgent(actor, number, message.text or "")
    except ReasonNeeded as wrong:
        ticket = (await read_ticket.as_asker(actor, number)).opened.ticket
        shown = screens.ask_reason(speech, ticket, note=REFUSALS[wrong.code])
        return replace(shown, takes_back=struck)
    await state.clear()
    return screens.sent(speech, actor, replace(asked, struck=struck))


async def on_cancel_asked(
    _: CallbackQuery,
    callback_data: SayOfRequest,
    actor: Actor,
    speech: Speech,
    read_ticket: ReadTicket,
) -> Screen:
    """Ask once more before a ticket is cancelled."""
    card = await read_ticket.as_asker(actor, callback_data.ticket)
    return screens.ask_cancel(speech, card.opened.ticket)


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
    return screens.request(speech, await read_ticket.as_asker(actor, callback_data.ticket))


async def on_helped(
    _: CallbackQuery,
    callback_data: SayOfRequest,
    actor: Actor,
    speech: Speech,
    confirm_ticket: ConfirmTicket,
) -> Screen:
    """Close a ticket that was answered well, and ask what that was worth; the answer stays."""
    ticket = await confirm_ticket(actor, callback_data.ticket)
    return screens.after_helped(speech, ticket).beside(anew=True)


async def on_not_helped(  # noqa: PLR0913, PLR0917 - handed in by name
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


async def on_rate(
    _: CallbackQuery,
    callback_data: RateRequest,
    actor: Actor,
    speech: Speech,
    read_ticket: ReadTicket,
) -> Screen:
    """Ask what the help was worth."""
    card = await read_ticket.as_asker(actor, callback_data.ticket)
    return screens.after_helped(speech, card.opened.ticket)


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
    return screens.rated(speech, ticket)


async def on_rating_word(
    message: Message, actor: Actor, speech: Speech, state: FSMContext, rate_ticket: RateTicket
) -> Screen:
    """Keep the word to a rating."""
    rated = OfTicket.of(await state.get_data())
    rating = Rating(rated.stars, message.text or "")
    ticket = await rate_ticket(actor, rated.ticket, rating)
    await state.clear()
    return replace(screens.rated(speech, ticket), takes_back=hides_a_secret(message))


async def on_transcript(
    _: CallbackQuery,
    callback_data: SendTranscript,
    actor: Actor,
    speech: Speech,
    read_ticket: ReadTicket,
) -> Screen:
    """Send all that was said as a file."""
    return screens.transcript(speech, await read_ticket.as_asker(actor, callback_data.ticket))


def router() -> Router:
    """Return the router of what was asked."""
    routes = Router(name="requests")
    routes.callback_query.register(on_hub, OpenHelpDesk.filter())
    routes.message.register(on_requests, Command("requests"))
    routes.callback_query.register(on_requests, OpenRequests.filter())
    routes.callback_query.register(on_request, OpenRequest.filter())
    routes.callback_query.register(on_more, OpenRequestMore.filter())
    routes.callback_query.register(on_entry, OpenRequestEntry.filter())
    routes.callback_query.register(on_files, OpenRequestFiles.filter())
    routes.callback_query.register(on_add, AddToRequest.filter())
    routes.callback_query.register(on_other_topic, AskOtherTopic.filter())
    routes.callback_query.register(on_topic, SetOtherTopic.filter())
    routes.callback_query.register(on_urgent, AskRequestUrgent.filter())
    for handler, word in (
        (on_helped, Word.HELPED),
        (on_not_helped, Word.NOT_HELPED),
        (on_cancel_asked, Word.CANCEL),
        (on_cancel, Word.CANCEL_SURE),
    ):
        routes.callback_query.register(handler, SayOfRequest.filter(F.word == word))
    routes.callback_query.register(on_rate, RateRequest.filter(F.stars == 0))
    routes.callback_query.register(on_stars, RateRequest.filter())
    routes.callback_query.register(on_transcript, SendTranscript.filter())
    reason, rating = StateFilter(HurryingRequest.reason), StateFilter(RatingHelp.word)
    routes.message.register(on_reason, reason, words)
    routes.message.register(asks_for_words("refusal-ticket-reason"), reason, other_than_words)
    routes.message.register(on_rating_word, rating, words)
    routes.message.register(
        asks_for_words("refusal-ticket-wrong-rating"), rating, other_than_words
    )
    return routes
