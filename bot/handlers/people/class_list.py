"""The class list of a class teacher, and the classes of a school for its administration."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.callbacks.classes import OpenClass, OpenClasses, OpenSchool
from bot.callbacks.places import OpenClassMore, OpenSchoolMore
from bot.screens.parts.frame import administered_by, led_by
from bot.screens.parts.screen import Screen
from bot.screens.people.more import more_of_class
from bot.screens.people.of_school import more_of_school, school_classes
from bot.screens.people.persons import class_list, classes
from bot.texts.speech import Speech
from core.access.class_lists import OverseeClass, ReadClassList, ReadSchoolClasses
from core.access.gate import must_administer
from core.access.people import Actor


async def on_classes(
    _: Message | CallbackQuery,
    actor: Actor,
    speech: Speech,
    read_class_list: ReadClassList,
    read_school_classes: ReadSchoolClasses,
) -> Screen:
    """Open the only class that the person leads, or let the person choose one."""
    led, schools = led_by(actor), administered_by(actor)
    if len(led) == 1:
        only = await read_class_list(actor, led[0].id)
        return class_list(speech, only.led, only.pupils)
    if led or not schools:
        return classes(speech, actor)
    found = await read_school_classes(actor, schools[0].school)
    return school_classes(speech, found.member, found.classes)


async def on_class(
    _: CallbackQuery,
    callback_data: OpenClass,
    actor: Actor,
    speech: Speech,
    read_class_list: ReadClassList,
) -> Screen:
    """Open a class that the person leads."""
    found = await read_class_list(actor, callback_data.class_id)
    return class_list(speech, found.led, found.pupils, page=callback_data.page)


async def on_school(
    _: CallbackQuery,
    callback_data: OpenSchool,
    actor: Actor,
    speech: Speech,
    read_school_classes: ReadSchoolClasses,
) -> Screen:
    """Let the administration choose one of all classes of the school."""
    found = await read_school_classes(actor, callback_data.school)
    return school_classes(speech, found.member, found.classes, page=callback_data.page)


async def on_more(
    _: CallbackQuery,
    callback_data: OpenClassMore,
    actor: Actor,
    speech: Speech,
    oversee_class: OverseeClass,
) -> Screen:
    """Show what there is to look at of a class that the person leads or answers for."""
    of = await oversee_class(actor, callback_data.class_id)
    return more_of_class(speech, actor, of, shelf=callback_data.shelf)


async def on_school_more(
    _: CallbackQuery, callback_data: OpenSchoolMore, actor: Actor, speech: Speech
) -> Screen:
    """Show what there is of the whole school."""
    return more_of_school(speech, actor, must_administer(actor, callback_data.school))


def router() -> Router:
    """Return the router of class lists."""
    routes = Router(name="class_list")
    routes.message.register(on_classes, Command("class"))
    routes.callback_query.register(on_classes, OpenClasses.filter())
    routes.callback_query.register(on_class, OpenClass.filter())
    routes.callback_query.register(on_more, OpenClassMore.filter())
    routes.callback_query.register(on_school, OpenSchool.filter())
    routes.callback_query.register(on_school_more, OpenSchoolMore.filter())
    return routes
