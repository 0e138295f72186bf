"""Who has a ticket hands it over, sets it aside, keeps it longer, or closes it."""

from collections.abc import Mapping
from datetime import datetime, time
from typing import Final

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks.consulting import (
    AskFinish,
    CloseTicket,
    EndTicket,
    FinishBy,
    HandOn,
    HandToWindow,
    OpenHeirs,
    OpenSnooze,
    Pause,
    Snooze,
    Whither,
)
from bot.handlers.dialogue import asks_for_words, goes_on, not_a_command, words
from bot.handlers.helpdesk.consulting_drafts import TicketAwaited
from bot.handlers.typed_days import moment_typed
from bot.screens.helpdesk import ticket_moving as screens
from bot.screens.parts.screen import Screen
from bot.states import Consulting
from bot.texts.speech import Speech
from core.access.people import Actor
from core.helpdesk.tickets import closing, handing, pausing
from core.helpdesk.tickets.gate import Opened
from core.helpdesk.tickets.handing import HandOverTicket, ReadHeirs, SnoozeTicket
from core.helpdesk.tickets.rules import WrongInstant
from core.notices.tickets.card import ReadHelperCard

_HOUR = 60
_HEIRS: Final[Mapping[Whither, handing.Heir]] = {
    Whither.NEXT_WINDOW: handing.ToNextWindow(),
    Whither.ADMINISTRATOR: handing.ToAdministrator(),
}


async def on_heirs(
    _: CallbackQuery,
    callback_data: OpenHeirs,
    actor: Actor,
    speech: Speech,
    read_heirs: ReadHeirs,
) -> Screen:
    """Show to whom a ticket can be handed over."""
    view = await read_heirs(actor, callback_data.ticket)
    return screens.heirs(speech, view, page=callback_data.page).beside(anew=callback_data.anew)


async def on_hand(
    _: CallbackQuery,
    callback_data: HandToWindow | HandOn,
    actor: Actor,
    speech: Speech,
    read_heirs: ReadHeirs,
    hand_over_ticket: HandOverTicket,
) -> Screen:
    """Hand a ticket over."""
    view = await read_heirs(actor, callback_data.ticket)
    done = await hand_over_ticket(actor, callback_data.ticket, _heir(callback_data))
    return screens.handed(speech, done, view.opened)


def _heir(said: HandToWindow | HandOn) -> handing.Heir:
    return handing.ToWindow(said.key) if isinstance(said, HandToWindow) else _HEIRS[said.to]


async def on_ask_snooze(
    _: CallbackQuery,
    callback_data: OpenSnooze,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    read_helper_card: ReadHelperCard,
) -> Screen:
    """Ask until when a ticket is set aside."""
    view = await read_helper_card(actor, callback_data.ticket)
    await goes_on(state, Consulting.until, TicketAwaited(callback_data.ticket))
    return screens.snooze(speech, view)


async def on_snooze(
    _: CallbackQuery,
    callback_data: Snooze,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    read_helper_card: ReadHelperCard,
    snooze_ticket: SnoozeTicket,
) -> Screen:
    """Set a ticket aside."""
    view = await read_helper_card(actor, callback_data.ticket)
    until = _until(callback_data.until, view.card.opened)
    await snooze_ticket(actor, callback_data.ticket, until)
    await state.clear()
    return screens.snoozed(speech, view, until)


def _until(pause: Pause, opened: Opened) -> datetime:
    found = {
        Pause.HOUR: pausing.in_an_hour,
        Pause.EVENING: pausing.this_evening,
        Pause.MORNING: pausing.in_the_morning,
        Pause.WINDOW: pausing.next_window,
    }[pause](opened)
    if found is None:
        raise WrongInstant
    return found


async def on_until(
    message: Message,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    read_helper_card: ReadHelperCard,
    snooze_ticket: SnoozeTicket,
) -> Screen:
    """Set a ticket aside until the day and time that was written."""
    number = TicketAwaited.of(await state.get_data()).ticket
    view = await read_helper_card(actor, number)
    opened = view.card.opened
    until = moment_typed(message.text or "", opened.at, opened.member.zones.here)
    if until is None:
        return screens.snooze(speech, view, wrong=True)
    await snooze_ticket(actor, number, until)
    await state.clear()
    return screens.snoozed(speech, view, until)


async def on_ask_finish(
    _: CallbackQuery,
    callback_data: AskFinish,
    actor: Actor,
    speech: Speech,
    read_helper_card: ReadHelperCard,
) -> Screen:
    """Ask until when the owner goes on."""
    view = await read_helper_card(actor, callback_data.ticket)
    return screens.finish(speech, view).beside(anew=callback_data.anew)


async def on_finish(
    _: CallbackQuery,
    callback_data: FinishBy,
    actor: Actor,
    speech: Speech,
    read_helper_card: ReadHelperCard,
    finish_ticket_by: handing.FinishBy,
) -> Screen:
    """Keep a ticket beyond the window."""
    view = await read_helper_card(actor, callback_data.ticket)
    until = pausing.today_at(view.card.opened, time(*divmod(callback_data.minute, _HOUR)))
    await finish_ticket_by(actor, callback_data.ticket, until)
    return screens.finishes(speech, view, until)


async def on_close(
    _: CallbackQuery,
    callback_data: CloseTicket,
    actor: Actor,
    speech: Speech,
    read_helper_card: ReadHelperCard,
) -> Screen:
    """Ask how a ticket ended."""
    return screens.close(speech, await read_helper_card(actor, callback_data.ticket))


async def on_end(
    _: CallbackQuery,
    callback_data: EndTicket,
    actor: Actor,
    speech: Speech,
    end_ticket: closing.EndTicket,
) -> Screen:
    """Close a ticket, with how it ended."""
    how = callback_data.how
    return screens.ended(speech, await end_ticket(actor, callback_data.ticket, how), how)


def router() -> Router:
    """Return the router of what becomes of tickets."""
    routes = Router(name="consulting_moves")
    routes.callback_query.register(on_heirs, OpenHeirs.filter())
    routes.callback_query.register(on_hand, HandToWindow.filter())
    routes.callback_query.register(on_hand, HandOn.filter())
    routes.callback_query.register(on_ask_snooze, OpenSnooze.filter())
    routes.callback_query.register(on_snooze, Snooze.filter())
    routes.callback_query.register(on_ask_finish, AskFinish.filter())
    routes.callback_query.register(on_finish, FinishBy.filter())
    routes.callback_query.register(on_close, CloseTicket.filter())
    routes.callback_query.register(on_end, EndTicket.filter())
    waiting = StateFilter(Consulting.until)
    routes.message.register(on_until, waiting, words)
    routes.message.register(asks_for_words("ticket-words-only"), waiting, not_a_command)
    return routes
