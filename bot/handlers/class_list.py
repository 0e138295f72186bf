"""The class list of a class teacher, from which each pupil's diary opens."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.callbacks import OpenClass, OpenClasses, OpenClassMore
from bot.handlers.pupils import led_class
from bot.screens.frame import led_by
from bot.screens.more import more_of_class
from bot.screens.people import class_list, classes
from bot.screens.screen import Screen
from bot.texts.speech import Speech
from core.access.directory import Directory
from core.access.people import Actor


async def on_classes(
    _: Message | CallbackQuery, actor: Actor, speech: Speech, directory: Directory
) -> Screen:
    """Open the only class that the person leads, or let the person choose."""
    led = led_by(actor)
    if len(led) != 1:
        return classes(speech, actor)
    return class_list(speech, led[0], await directory.pupils_of(led[0].id))


async def on_class(
    _: CallbackQuery,
    callback_data: OpenClass,
    actor: Actor,
    speech: Speech,
    directory: Directory,
) -> Screen:
    """Open a class that the person leads."""
    led = led_class(actor, callback_data.class_id)
    pupils = await directory.pupils_of(led.id)
    return class_list(speech, led, pupils, page=callback_data.page)


async def on_more(
    _: CallbackQuery, callback_data: OpenClassMore, actor: Actor, speech: Speech
) -> Screen:
    """Show what there is to look at of a class that the person leads."""
    return more_of_class(speech, led_class(actor, callback_data.class_id))


def router() -> Router:
    """Return the router of class lists."""
    routes = Router(name="class_list")
    routes.message.register(on_classes, Command("class"))
    routes.callback_query.register(on_classes, OpenClasses.filter())
    routes.callback_query.register(on_class, OpenClass.filter())
    routes.callback_query.register(on_more, OpenClassMore.filter())
    return routes
