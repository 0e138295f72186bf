"""Somebody looks for whom to write to, and says when answers may be expected."""

from datetime import time

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.callbacks.messages import (
    ChooseHours,
    OpenBehind,
    OpenContacts,
    OpenDoors,
    OpenHours,
    OpenStaff,
    Through,
)
from bot.screens.messages import finding as screens
from bot.screens.messages.hours import hours
from bot.screens.parts.screen import Screen
from bot.texts.speech import Speech
from core.access.people import Actor
from core.messages.broadcasts.broadcast import Whom
from core.messages.threads.finding import ReadBehind, ReadContacts, ReadDoors, ReadStaff
from core.messages.threads.own_hours import ReadHours, SetHours

_WHOM = {Through.CLASS: Whom.CLASSES, Through.COURSE: Whom.COURSES}
_HOUR = 60


async def on_doors(
    _: CallbackQuery, callback_data: OpenDoors, actor: Actor, speech: Speech, read_doors: ReadDoors
) -> Screen:
    """Show through which lists the person finds whom to write to."""
    return screens.doors(speech, actor, await read_doors(actor), page=callback_data.page)


async def on_behind(
    _: CallbackQuery,
    callback_data: OpenBehind,
    actor: Actor,
    speech: Speech,
    read_behind: ReadBehind,
) -> Screen:
    """Show the pupils of a class or course."""
    found = await read_behind(actor, _WHOM[callback_data.through], callback_data.group)
    return screens.behind(speech, found, callback_data)


async def on_staff(
    _: CallbackQuery, callback_data: OpenStaff, actor: Actor, speech: Speech, read_staff: ReadStaff
) -> Screen:
    """Show the staff of a school to one of them."""
    found = await read_staff(actor, callback_data.school)
    return screens.staff(speech, found, callback_data)


async def on_contacts(
    _: CallbackQuery,
    callback_data: OpenContacts,
    actor: Actor,
    speech: Speech,
    read_contacts: ReadContacts,
) -> Screen:
    """Show whom the person may write to about a pupil."""
    found = await read_contacts(actor, callback_data.pupil, callback_data.group)
    shown = screens.contacts(speech, actor, found, page=callback_data.page)
    return shown.beside(anew=callback_data.anew)


async def on_hours(
    _: CallbackQuery, callback_data: OpenHours, actor: Actor, speech: Speech, read_hours: ReadHours
) -> Screen:
    """Show when the person answers."""
    return hours(speech, await read_hours(actor, callback_data.person))


async def on_set_hours(
    _: CallbackQuery,
    callback_data: ChooseHours,
    actor: Actor,
    speech: Speech,
    set_hours: SetHours,
) -> Screen:
    """Keep when the person answers."""
    begin, end = _time(callback_data.begin), _time(callback_data.end)
    chosen = None if begin == end == time() else (begin, end)
    return hours(speech, await set_hours(actor, callback_data.person, chosen))


def _time(minute: int) -> time:
    return time(*divmod(minute, _HOUR))


def router() -> Router:
    """Return the router of who looks for whom to write to."""
    routes = Router(name="messages_found")
    routes.callback_query.register(on_doors, OpenDoors.filter())
    routes.callback_query.register(on_behind, OpenBehind.filter())
    routes.callback_query.register(on_staff, OpenStaff.filter())
    routes.callback_query.register(on_contacts, OpenContacts.filter())
    routes.callback_query.register(on_hours, OpenHours.filter())
    routes.callback_query.register(on_set_hours, ChooseHours.filter())
    return routes
