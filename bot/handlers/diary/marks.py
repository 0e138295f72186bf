"""Marks of a period, by subject and of one subject."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.callbacks.diary import OpenMarks, OpenSubject
from bot.callbacks.fields import day_of
from bot.callbacks.places import Place
from bot.screens.diary.marks import marks_by_subject, marks_of_subject
from bot.screens.parts.screen import Screen
from bot.screens.people.menu import only_child
from bot.screens.people.persons import children
from bot.texts.speech import Speech
from core.access.people import Actor
from core.diary.reading import ReadMarks


async def on_command(_: Message, actor: Actor, speech: Speech, read_marks: ReadMarks) -> Screen:
    """Open the marks of the only child, or let the person choose."""
    child = only_child(actor)
    if child is None:
        return children(speech, actor, place=Place.MARKS)
    return marks_by_subject(speech, actor, await read_marks(actor, child.pupil))


async def on_period(
    _: CallbackQuery,
    callback_data: OpenMarks,
    actor: Actor,
    speech: Speech,
    read_marks: ReadMarks,
) -> Screen:
    """Open a period's marks by subject."""
    marks = await read_marks(actor, callback_data.pupil, day_of(callback_data.day))
    shown = marks_by_subject(speech, actor, marks, page=callback_data.page)
    return shown.beside(anew=callback_data.anew)


async def on_subject(
    _: CallbackQuery,
    callback_data: OpenSubject,
    actor: Actor,
    speech: Speech,
    read_marks: ReadMarks,
) -> Screen:
    """Open one subject's marks."""
    subject, page = callback_data.subject, callback_data.page
    marks = await read_marks(actor, callback_data.pupil, day_of(callback_data.day))
    return marks_of_subject(speech, actor, marks, subject=subject, page=page)


def router() -> Router:
    """Return the router of marks."""
    routes = Router(name="marks")
    routes.message.register(on_command, Command("marks"))
    routes.callback_query.register(on_period, OpenMarks.filter())
    routes.callback_query.register(on_subject, OpenSubject.filter())
    return routes
