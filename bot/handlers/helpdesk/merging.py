"""Who has a ticket merges the same question of many into it: one answer goes to each."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.callbacks.consulting import (
    MergeAll,
    MergeThese,
    OpenAlike,
    OpenMerge,
)
from bot.screens.helpdesk import ticket_merging as screens
from bot.screens.parts.screen import Screen
from bot.texts.speech import Speech
from core.access.people import Actor
from core.helpdesk.tickets.merging import MergeAlike, MergeTickets, ReadAlike


async def on_ask_merge(
    _: CallbackQuery,
    callback_data: OpenMerge,
    actor: Actor,
    speech: Speech,
    read_alike: ReadAlike,
) -> Screen:
    """Show what asks the same, and what of it is ticked."""
    view, asked = await read_alike(actor, callback_data.ticket), callback_data
    stale = bool(asked.chosen) and asked.stamp != screens.merge_stamp(view, asked.page)
    chosen = 0 if stale else asked.chosen
    return screens.merge(speech, view, page=asked.page, chosen=chosen, changed=stale)


async def on_merge(
    _: CallbackQuery,
    callback_data: MergeThese,
    actor: Actor,
    speech: Speech,
    read_alike: ReadAlike,
    merge_tickets: MergeTickets,
) -> Screen:
    """Merge what is ticked, if these are the tickets that were shown."""
    view, asked = await read_alike(actor, callback_data.ticket), callback_data
    if asked.stamp != screens.merge_stamp(view, asked.page):
        return screens.merge(speech, view, page=asked.page, changed=True)
    these = [one.id for one in screens.ticked(view, asked.page, asked.chosen)]
    ticket, count = await merge_tickets(actor, asked.ticket, these)
    return screens.merged(speech, ticket, count)


async def on_alike(
    _: CallbackQuery,
    callback_data: OpenAlike,
    actor: Actor,
    speech: Speech,
    read_alike: ReadAlike,
) -> Screen:
    """Show how many are alike, and the first of them, before they are merged."""
    view = await read_alike(actor, callback_data.ticket)
    return screens.alike(speech, view, callback_data.how)


async def on_merge_alike(
    _: CallbackQuery,
    callback_data: MergeAll,
    actor: Actor,
    speech: Speech,
    merge_alike: MergeAlike,
) -> Screen:
    """Merge all that was counted and is still there, and tell how many that were."""
    asked = callback_data
    done = await merge_alike(actor, asked.ticket, asked.how, upto=asked.upto)
    return screens.merged_alike(speech, done, shown=asked.count)


def router() -> Router:
    """Return the router of merging."""
    routes = Router(name="consulting_merging")
    routes.callback_query.register(on_ask_merge, OpenMerge.filter())
    routes.callback_query.register(on_merge, MergeThese.filter())
    routes.callback_query.register(on_alike, OpenAlike.filter())
    routes.callback_query.register(on_merge_alike, MergeAll.filter())
    return routes
