"""The menu, the choice of a child, and the way out of whatever was begun."""

from aiogram import Router
from aiogram.filters import Command, CommandStart
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks.fields import NOBODY
from bot.callbacks.places import OpenChildren, OpenFamily, OpenMenu, OpenMore, Place
from bot.screens.parts.screen import Screen
from bot.screens.people.menu import menu
from bot.screens.people.more import more_of_pupil
from bot.screens.people.persons import children
from bot.screens.people.refusals import aside
from bot.texts.speech import Speech
from core.access.people import Actor
from core.diary.reading import OpenChild
from core.ids import PersonId, PupilId
from core.messages.threads.finding import CountWaiting


async def on_start(
    _: Message, actor: Actor, speech: Speech, count_waiting: CountWaiting
) -> Screen:
    """Show the menu to a known person."""
    return menu(speech, actor, waiting=await count_waiting(actor))


async def on_open(
    _: CallbackQuery,
    callback_data: OpenMenu,
    actor: Actor,
    speech: Speech,
    open_child: OpenChild,
    count_waiting: CountWaiting,
) -> Screen:
    """Show the menu, bound to a child if the button names one."""
    asked = PupilId(PersonId(callback_data.pupil))
    child = await open_child(actor, asked) if asked != NOBODY else None
    shown = menu(speech, actor, child, waiting=await count_waiting(actor))
    return shown.beside(anew=callback_data.anew)


async def on_more(
    _: CallbackQuery,
    callback_data: OpenMore,
    actor: Actor,
    speech: Speech,
    open_child: OpenChild,
) -> Screen:
    """Show the further places of a child."""
    child = await open_child(actor, callback_data.pupil)
    shown = more_of_pupil(speech, actor, child, shelf=callback_data.shelf)
    return shown.beside(anew=callback_data.anew)


async def on_children(_: Message, actor: Actor, speech: Speech) -> Screen:
    """Let the person choose a child."""
    return children(speech, actor, place=Place.DIARY)


async def on_switch(
    _: CallbackQuery, callback_data: OpenChildren, actor: Actor, speech: Speech
) -> Screen:
    """Let the person choose another child for the place looked at."""
    return children(speech, actor, place=callback_data.place, page=callback_data.page)


async def on_family(
    _: CallbackQuery, callback_data: OpenFamily, actor: Actor, speech: Speech
) -> Screen:
    """Let the person choose one of the children whom a message named."""
    return children(speech, actor, place=callback_data.place).beside(anew=True)


async def on_cancel(_: Message, actor: Actor, speech: Speech, state: FSMContext) -> Screen:
    """Lead out of what was begun."""
    was_begun = await state.get_state() is not None
    return aside(speech, actor, "cancelled" if was_begun else "nothing-to-cancel")


def router() -> Router:
    """Return the router of the menu."""
    routes = Router(name="menu")
    routes.message.register(on_start, CommandStart())
    routes.message.register(on_children, Command("children"))
    routes.message.register(on_cancel, Command("cancel"))
    routes.callback_query.register(on_open, OpenMenu.filter())
    routes.callback_query.register(on_more, OpenMore.filter())
    routes.callback_query.register(on_switch, OpenChildren.filter())
    routes.callback_query.register(on_family, OpenFamily.filter())
    return routes
