"""Who asked looks at what became of it: the list, a ticket, what was said, the transcript."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.callbacks.asking import (
    OpenHelpDesk,
    OpenRequest,
    OpenRequestEntry,
    OpenRequestFiles,
    OpenRequestMore,
    OpenRequests,
    SendTranscript,
)
from bot.screens.helpdesk import request_card as cards
from bot.screens.helpdesk import request_entries as entries
from bot.screens.helpdesk import requests as screens
from bot.screens.helpdesk.hub import hub
from bot.screens.parts.screen import Screen
from bot.texts.speech import Speech
from core.access.people import Actor
from core.helpdesk.tickets.reading import ReadEntry, ReadOwnTickets, ReadTicket


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
    shown = cards.request(speech, card, page=callback_data.page)
    return shown.beside(anew=callback_data.anew)


async def on_more(
    _: CallbackQuery,
    callback_data: OpenRequestMore,
    actor: Actor,
    speech: Speech,
    read_ticket: ReadTicket,
) -> Screen:
    """Show what is seldom done with a ticket."""
    return cards.more(speech, await read_ticket.as_asker(actor, callback_data.ticket))


async def on_entry(
    _: CallbackQuery,
    callback_data: OpenRequestEntry,
    actor: Actor,
    speech: Speech,
    read_ticket_entry: ReadEntry,
) -> Screen:
    """Show what was said in full, in one of its versions."""
    one = await read_ticket_entry.as_asker(actor, callback_data.entry)
    return entries.entry(speech, one, callback_data.version)


async def on_files(
    _: CallbackQuery,
    callback_data: OpenRequestFiles,
    actor: Actor,
    speech: Speech,
    read_ticket_entry: ReadEntry,
) -> Screen:
    """Show the files of what was said."""
    return entries.files(speech, await read_ticket_entry.as_asker(actor, callback_data.entry))


async def on_transcript(
    _: CallbackQuery,
    callback_data: SendTranscript,
    actor: Actor,
    speech: Speech,
    read_ticket: ReadTicket,
) -> Screen:
    """Send all that was said as a file."""
    return entries.transcript(speech, await read_ticket.as_asker(actor, callback_data.ticket))


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
    routes.callback_query.register(on_transcript, SendTranscript.filter())
    return routes
