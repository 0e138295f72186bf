"""Who answers looks at the own desk, at a ticket's card, and as an administrator at all."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.callbacks.consulting import (
    ClaimTicket,
    OpenDesk,
    OpenEntry,
    OpenEntryFiles,
    OpenOverview,
    OpenOwners,
    OpenTicket,
    OpenTicketMore,
    SayHere,
    TakeOver,
)
from bot.screens.helpdesk import desk as screens
from bot.screens.helpdesk import ticket_card as cards
from bot.screens.helpdesk import ticket_entry, ticket_more, ticket_owners
from bot.screens.helpdesk.saying_here import here
from bot.screens.parts.screen import Screen
from bot.texts.speech import Speech
from core.access.people import Actor
from core.helpdesk.tickets import answering, saying_here
from core.helpdesk.tickets.overview import ReadOverview, TakeOverTicket
from core.helpdesk.tickets.reading import ReadCounter
from core.ids import SchoolId
from core.notices.tickets.card import ReadHelperCard, ReadHelperEntry


async def on_desk(
    _: Message | CallbackQuery,
    actor: Actor,
    speech: Speech,
    read_counter: ReadCounter,
    callback_data: OpenDesk | None = None,
) -> Screen:
    """Show what lies on the desk."""
    asked = callback_data or OpenDesk()
    view = await read_counter(actor, SchoolId(asked.school) if asked.school else None)
    shown = screens.desk(speech, view, shelf=asked.shelf, page=asked.page)
    return shown.beside(anew=asked.anew)


async def on_overview(
    _: CallbackQuery,
    callback_data: OpenOverview,
    actor: Actor,
    speech: Speech,
    read_overview: ReadOverview,
) -> Screen:
    """Show all tickets of a school."""
    view, asked = await read_overview(actor, callback_data.school), callback_data
    shown = screens.overview(speech, view, overdue=asked.overdue, page=asked.page)
    return shown.beside(anew=asked.anew)


async def on_card(
    _: CallbackQuery,
    callback_data: OpenTicket,
    actor: Actor,
    speech: Speech,
    read_helper_card: ReadHelperCard,
) -> Screen:
    """Show a card."""
    view = await read_helper_card(actor, callback_data.ticket)
    return cards.card(speech, view, page=callback_data.page).beside(anew=callback_data.anew)


async def on_more(
    _: CallbackQuery,
    callback_data: OpenTicketMore,
    actor: Actor,
    speech: Speech,
    read_helper_card: ReadHelperCard,
) -> Screen:
    """Show what is seldom done."""
    return ticket_more.more(speech, await read_helper_card(actor, callback_data.ticket))


async def on_owners(
    _: CallbackQuery,
    callback_data: OpenOwners,
    actor: Actor,
    speech: Speech,
    read_helper_card: ReadHelperCard,
) -> Screen:
    """Show who had a ticket."""
    view = await read_helper_card(actor, callback_data.ticket)
    return ticket_owners.owners(speech, view, page=callback_data.page)


async def on_entry(
    _: CallbackQuery,
    callback_data: OpenEntry,
    actor: Actor,
    speech: Speech,
    read_helper_entry: ReadHelperEntry,
) -> Screen:
    """Show what was said in full."""
    view = await read_helper_entry(actor, callback_data.entry)
    return ticket_entry.entry(speech, view, callback_data.version)


async def on_files(
    _: CallbackQuery,
    callback_data: OpenEntryFiles,
    actor: Actor,
    speech: Speech,
    read_helper_entry: ReadHelperEntry,
) -> Screen:
    """Show the files of what was said."""
    return ticket_entry.files(speech, await read_helper_entry(actor, callback_data.entry))


async def on_claim(
    _: CallbackQuery,
    callback_data: ClaimTicket,
    actor: Actor,
    speech: Speech,
    claim_ticket: answering.ClaimTicket,
    read_helper_card: ReadHelperCard,
) -> Screen:
    """Take a ticket; who comes second is told who has it."""
    await claim_ticket(actor, callback_data.ticket)
    view = await read_helper_card(actor, callback_data.ticket)
    shown = cards.card(speech, view, note=speech.say("ticket-taken-now"))
    return shown.beside(anew=callback_data.anew)


async def on_take_over(
    _: CallbackQuery,
    callback_data: TakeOver,
    actor: Actor,
    speech: Speech,
    take_over_ticket: TakeOverTicket,
    read_helper_card: ReadHelperCard,
) -> Screen:
    """Take a ticket that somebody has."""
    await take_over_ticket(actor, callback_data.ticket)
    view = await read_helper_card(actor, callback_data.ticket)
    return cards.card(speech, view, note=speech.say("ticket-taken-now"))


async def on_here(
    _: CallbackQuery,
    callback_data: SayHere,
    actor: Actor,
    speech: Speech,
    say_here: saying_here.SayHere,
) -> Screen:
    """Note that the consultant is there, where the turn is as it was asked about."""
    asked, school = callback_data, callback_data.school
    said = await say_here(actor, school, asked.key, starts_at=asked.starts_at)
    return here(speech, actor, school, said)


def router() -> Router:
    """Return the router of the desk."""
    routes = Router(name="consulting_desk")
    routes.message.register(on_desk, Command("desk"))
    routes.callback_query.register(on_desk, OpenDesk.filter())
    routes.callback_query.register(on_overview, OpenOverview.filter())
    routes.callback_query.register(on_card, OpenTicket.filter())
    routes.callback_query.register(on_more, OpenTicketMore.filter())
    routes.callback_query.register(on_owners, OpenOwners.filter())
    routes.callback_query.register(on_entry, OpenEntry.filter())
    routes.callback_query.register(on_files, OpenEntryFiles.filter())
    routes.callback_query.register(on_claim, ClaimTicket.filter())
    routes.callback_query.register(on_take_over, TakeOver.filter())
    routes.callback_query.register(on_here, SayHere.filter())
    return routes
