"""Homework by the day it is due, with the pupil's ticks; and what is not ticked off."""

from datetime import date

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.callbacks.diary import OpenHomework, OpenOverdue, TickOff
from bot.callbacks.fields import day_of
from bot.callbacks.places import Place
from bot.screens.diary.homework import homework_of_day, overdue_homework
from bot.screens.parts.screen import Screen
from bot.screens.people.menu import only_child
from bot.screens.people.persons import children
from bot.screens.teaching.lessons import my_lessons
from bot.texts.speech import Speech
from core.access.people import Actor, Role
from core.diary.homework.reading import ReadHomework, ReadOverdue, TickHomework
from core.diary.lessons.form import ReadMyLessons


async def on_command(
    _: Message,
    actor: Actor,
    speech: Speech,
    read_homework: ReadHomework,
    read_my_lessons: ReadMyLessons,
) -> Screen:
    """Open the homework of the only child, or let the person choose; a teacher sets it."""
    if Role.TEACHER in actor.roles and not actor.children:
        return my_lessons(speech, await read_my_lessons(actor))
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


async def on_tick(
    _: CallbackQuery,
    callback_data: TickOff,
    actor: Actor,
    speech: Speech,
    tick_homework: TickHomework,
    read_homework: ReadHomework,
) -> Screen:
    """Let the pupil tick homework off, and show the day again."""
    pupil, due = callback_data.pupil, date.fromordinal(callback_data.day)
    await tick_homework(actor, pupil, callback_data.lesson, due=due, done=callback_data.done)
    book = await read_homework(actor, pupil, due)
    return homework_of_day(speech, actor, book, page=callback_data.page)


async def on_overdue(
    _: CallbackQuery,
    callback_data: OpenOverdue,
    actor: Actor,
    speech: Speech,
    read_overdue: ReadOverdue,
) -> Screen:
    """Open what was due and is not ticked off."""
    overdue = await read_overdue(actor, callback_data.pupil)
    return overdue_homework(speech, actor, overdue, page=callback_data.page)


def router() -> Router:
    """Return the router of homework."""
    routes = Router(name="homework")
    routes.message.register(on_command, Command("homework"))
    routes.callback_query.register(on_day, OpenHomework.filter())
    routes.callback_query.register(on_tick, TickOff.filter())
    routes.callback_query.register(on_overdue, OpenOverdue.filter())
    return routes
