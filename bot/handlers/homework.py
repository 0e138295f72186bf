"""Homework by the day it is due."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.callbacks import OpenHomework, Place, day_of
from bot.screens.homework import homework_of_day
from bot.screens.menu import only_child
from bot.screens.people import children
from bot.screens.screen import Screen
from bot.texts.speech import Speech
from core.access.people import Actor
from core.diary.reading import ReadHomework


async def on_command(
    _: Message, actor: Actor, speech: Speech, read_homework: ReadHomework
) -> Screen:
    """Open the homework for the next school day of the only child, or let the person choose."""
    child = only_child(actor)
    if child is None:
        return children(speech, actor, place=Place.HOMEWORK)
    return homework_of_day(speech, actor, await read_homework(actor, child.pupil))


async def on_day(
    _: CallbackQuery,
    callback_data: OpenHomework,
    actor: Actor,
    speech: Speech,
    read_homework: ReadHomework,
) -> Screen:
    """Open the homework for a day."""
    book = await read_homework(actor, callback_data.pupil, day_of(callback_data.day))
    shown = homework_of_day(speech, actor, book, page=callback_data.page)
    return shown.beside(anew=callback_data.anew)


def router() -> Router:
    """Return the router of homework."""
    routes = Router(name="homework")
    routes.message.register(on_command, Command("homework"))
    routes.callback_query.register(on_day, OpenHomework.filter())
    return routes
