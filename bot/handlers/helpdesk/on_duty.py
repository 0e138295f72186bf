"""Anybody looks who is on duty; a consultant looks at the own duty, and answers who asks."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.callbacks.duty import AnswerStandIn, OpenOnDuty, OpenOwnDuty, SendDutyCalendar
from bot.screens.helpdesk import own as screens
from bot.screens.helpdesk.on_duty import on_duty
from bot.screens.parts.screen import Screen
from bot.texts.speech import Speech
from core.access.people import Actor
from core.helpdesk.duty import turns
from core.helpdesk.duty.reading import ReadOnDuty, ReadOwnDuty
from core.ids import SchoolId


async def on_command(_: Message, actor: Actor, speech: Speech, read_on_duty: ReadOnDuty) -> Screen:
    """Show who is on duty at the person's first school."""
    return on_duty(speech, actor, await read_on_duty(actor))


async def on_open(
    _: CallbackQuery,
    callback_data: OpenOnDuty,
    actor: Actor,
    speech: Speech,
    read_on_duty: ReadOnDuty,
) -> Screen:
    """Show who is on duty."""
    school = SchoolId(callback_data.school) if callback_data.school else None
    view = await read_on_duty(actor, school)
    return on_duty(speech, actor, view).beside(anew=callback_data.anew)


async def on_own(
    _: CallbackQuery,
    callback_data: OpenOwnDuty,
    actor: Actor,
    speech: Speech,
    read_own_duty: ReadOwnDuty,
) -> Screen:
    """Show a consultant the own duty."""
    shown = screens.own(speech, await read_own_duty(actor), page=callback_data.page)
    return shown.beside(anew=callback_data.anew)


async def on_calendar(
    _: CallbackQuery, actor: Actor, speech: Speech, read_own_duty: ReadOwnDuty
) -> Screen:
    """Send the own duty as a file for calendars."""
    return screens.calendar(speech, await read_own_duty.to_calendar(actor))


async def on_answer(
    _: CallbackQuery,
    callback_data: AnswerStandIn,
    actor: Actor,
    speech: Speech,
    answer_stand_in: turns.AnswerStandIn,
) -> Screen:
    """Take the yes or no of who was asked to stand in."""
    agrees = callback_data.agrees
    view = await answer_stand_in(actor, callback_data.number, agrees=agrees)
    return screens.answered(speech, view, agrees=agrees)


def router() -> Router:
    """Return the router of who is on duty."""
    routes = Router(name="on_duty")
    routes.message.register(on_command, Command("duty"))
    routes.callback_query.register(on_open, OpenOnDuty.filter())
    routes.callback_query.register(on_own, OpenOwnDuty.filter())
    routes.callback_query.register(on_calendar, SendDutyCalendar.filter())
    routes.callback_query.register(on_answer, AnswerStandIn.filter())
    return routes
