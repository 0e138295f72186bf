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
from core.access.directory import Directory
from core.access.gate import must_administer, must_lead_class, must_oversee
from core.access.people import Actor


async def on_classes(
    _: Message | CallbackQuery, actor: Actor, speech: Speech, directory: Directory
) -> Screen:
    """Open the only class that the person leads, or let the person choose one."""
    led, schools = led_by(actor), administered_by(actor)
    if len(led) == 1:
        return class_list(speech, led[0], await directory.pupils_of(led[0].id))
    if led or not schools:
        return classes(speech, actor)
    return school_classes(speech, schools[0], await directory.classes_of(schools[0].school))


async def on_class(
    _: CallbackQuery,
    callback_data: OpenClass,
    actor: Actor,
    speech: Speech,
    directory: Directory,
) -> Screen:
    """Open a class that the person leads."""
    led = must_lead_class(actor, callback_data.class_id)
    pupils = await directory.pupils_of(led.id)
    return class_list(speech, led, pupils, page=callback_data.page)


async def on_school(
    _: CallbackQuery,
    callback_data: OpenSchool,
    actor: Actor,
    speech: Speech,
    directory: Directory,
) -> Screen:
    """Let the administration choose one of all classes of the school."""
    member = must_administer(actor, callback_data.school)
    found = await directory.classes_of(member.school)
    return school_classes(speech, member, found, page=callback_data.page)


async def on_more(
    _: CallbackQuery,
    callback_data: OpenClassMore,
    actor: Actor,
    speech: Speech,
    directory: Directory,
) -> Screen:
    """Show what there is to look at of a class that the person leads or answers for."""
    of = await must_oversee(actor, callback_data.class_id, directory)
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
