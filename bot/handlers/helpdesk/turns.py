"""One window on one day: skipped, moved, given to somebody, swapped (H2)."""

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks import duty as buttons
from bot.handlers.dialogue import asks_for_words, goes_on, other_than_words, words
from bot.handlers.helpdesk.drafts import TurnDraft
from bot.handlers.helpdesk.typed import hours_typed
from bot.screens.helpdesk import turns as screens
from bot.screens.parts.screen import Screen
from bot.states import DutyEditing
from bot.texts.speech import Speech
from core.access.people import Actor
from core.helpdesk.duty import turns
from core.helpdesk.duty.editing import OpenWindow
from core.helpdesk.duty.window import DayOff, OtherHours


async def on_turns(
    _: CallbackQuery,
    callback_data: buttons.OpenDutyTurns,
    actor: Actor,
    speech: Speech,
    open_duty_window: OpenWindow,
) -> Screen:
    """Show the next days of a window."""
    opened = await open_duty_window(actor, callback_data.window)
    return screens.turns(speech, opened, page=callback_data.page)


async def on_turn(
    _: CallbackQuery,
    callback_data: buttons.OpenDutyTurn,
    actor: Actor,
    speech: Speech,
    open_duty_turn: turns.OpenTurn,
) -> Screen:
    """Show one turn."""
    return screens.turn(speech, await open_duty_turn(actor, callback_data.key))


async def on_skip(
    _: CallbackQuery,
    callback_data: buttons.ChangeDutyTurn,
    actor: Actor,
    speech: Speech,
    change_duty_day: turns.ChangeDay,
) -> Screen:
    """Let a turn not take place; where that leaves somebody without an answer, ask first."""
    key, sure = callback_data.key, callback_data.sure
    done = await change_duty_day(actor, key, DayOff(key), sure=sure)
    return screens.changed_or_warned(speech, done, callback_data)


async def on_as_ever(
    _: CallbackQuery,
    callback_data: buttons.ChangeDutyTurn,
    actor: Actor,
    speech: Speech,
    change_duty_day: turns.ChangeDay,
) -> Screen:
    """Let a turn be as every week again."""
    done = await change_duty_day(actor, callback_data.key, None)
    return screens.changed_or_warned(speech, done, callback_data)


async def on_ask_hours(
    _: CallbackQuery,
    callback_data: buttons.AskTurnHours,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    open_duty_turn: turns.OpenTurn,
) -> Screen:
    """Ask for the hours of one day."""
    opened = await open_duty_turn.to_change(actor, callback_data.key)
    await goes_on(state, DutyEditing.turn, TurnDraft(opened.key))
    return screens.ask_hours(speech, opened)


async def on_hours(
    message: Message,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    open_duty_turn: turns.OpenTurn,
    change_duty_day: turns.ChangeDay,
) -> Screen:
    """Take the hours of one day; what says none is asked for again."""
    key = TurnDraft.of(await state.get_data()).key
    hours = hours_typed(message.text or "")
    if hours is None:
        opened = await open_duty_turn.to_change(actor, key)
        return screens.ask_hours(speech, opened, wrong="duty-hours-wrong")
    done = await change_duty_day(actor, key, OtherHours(key, hours))
    await state.clear()
    return screens.changed_or_warned(speech, done, buttons.SetTurnHours.of(key, hours))


async def on_set_hours(
    _: CallbackQuery,
    callback_data: buttons.SetTurnHours,
    actor: Actor,
    speech: Speech,
    change_duty_day: turns.ChangeDay,
) -> Screen:
    """Keep the hours of one day of which the linter warned."""
    asked = callback_data
    changed = OtherHours(asked.key, asked.hours)
    done = await change_duty_day(actor, asked.key, changed, sure=asked.sure)
    return screens.changed_or_warned(speech, done, asked)


async def on_choose_stand_in(
    _: CallbackQuery,
    callback_data: buttons.ChooseStandIn,
    actor: Actor,
    speech: Speech,
    open_duty_turn: turns.OpenTurn,
) -> Screen:
    """Ask who stands in."""
    opened = await open_duty_turn(actor, callback_data.key)
    return screens.choose_stand_in(speech, opened, page=callback_data.page)


async def on_give(
    _: CallbackQuery,
    callback_data: buttons.GiveDutyTurn,
    actor: Actor,
    speech: Speech,
    give_duty_turn: turns.GiveTurn,
) -> Screen:
    """Give a turn to somebody, or ask that person to take it."""
    sure = callback_data.sure
    done = await give_duty_turn(actor, callback_data.key, callback_data.to, sure=sure)
    return screens.changed_or_warned(speech, done, callback_data, note="duty-turn-changed")


async def on_choose_swap(
    _: CallbackQuery,
    callback_data: buttons.ChooseSwap,
    actor: Actor,
    speech: Speech,
    open_duty_turn: turns.OpenTurn,
) -> Screen:
    """Ask with which turn to swap."""
    opened = await open_duty_turn(actor, callback_data.key)
    return screens.choose_swap(speech, opened, page=callback_data.page)


async def on_swap(
    _: CallbackQuery,
    callback_data: buttons.SwapDutyTurns,
    actor: Actor,
    speech: Speech,
    give_duty_turn: turns.GiveTurn,
) -> Screen:
    """Swap two turns, or ask the other person to."""
    asked, sure = callback_data, callback_data.sure
    done = await give_duty_turn.swap(actor, asked.key, asked.other_key, sure=sure)
    return screens.changed_or_warned(speech, done, asked, note="duty-turn-changed")


async def on_take_back(
    _: CallbackQuery,
    callback_data: buttons.TakeBackStandIn,
    actor: Actor,
    speech: Speech,
    take_back_stand_in: turns.TakeBackStandIn,
) -> Screen:
    """Take a request or a stand-in back."""
    opened = await take_back_stand_in(actor, callback_data.number)
    return screens.turn(speech, opened, note="duty-turn-changed")


def router() -> Router:
    """Return the router of single turns of duty."""
    routes = Router(name="duty_turns")
    deed = F.deed
    changes = buttons.ChangeDutyTurn
    routes.callback_query.register(on_turns, buttons.OpenDutyTurns.filter())
    routes.callback_query.register(on_turn, buttons.OpenDutyTurn.filter())
    routes.callback_query.register(on_skip, changes.filter(deed == buttons.DayDeed.OFF))
    routes.callback_query.register(on_as_ever, changes.filter(deed == buttons.DayDeed.AS_EVER))
    routes.callback_query.register(on_ask_hours, buttons.AskTurnHours.filter())
    routes.callback_query.register(on_set_hours, buttons.SetTurnHours.filter())
    routes.callback_query.register(on_choose_stand_in, buttons.ChooseStandIn.filter())
    routes.callback_query.register(on_give, buttons.GiveDutyTurn.filter())
    routes.callback_query.register(on_choose_swap, buttons.ChooseSwap.filter())
    routes.callback_query.register(on_swap, buttons.SwapDutyTurns.filter())
    routes.callback_query.register(on_take_back, buttons.TakeBackStandIn.filter())
    asked = StateFilter(DutyEditing.turn)
    routes.message.register(on_hours, asked, words)
    routes.message.register(asks_for_words("duty-words-only"), asked, other_than_words)
    return routes
