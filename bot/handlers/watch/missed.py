"""Missed lessons of a week: the class teacher asks, the subject teacher answers (W1)."""

from datetime import date

from aiogram import F, Router
from aiogram.types import CallbackQuery

from bot.callbacks.fields import day_of
from bot.callbacks.watch import (
    AnswerAbsences,
    ChangeMissed,
    MissedDeed,
    OpenAbsenceCheck,
    OpenMissedCourse,
    OpenMissedWeek,
)
from bot.screens.parts.screen import Screen
from bot.screens.watch.missed import missed_course, missed_week, questioned
from bot.texts.speech import Speech
from core.access.people import Actor
from core.reports import verifying


async def on_week(
    _: CallbackQuery,
    callback_data: OpenMissedWeek,
    actor: Actor,
    speech: Speech,
    read_missed_week: verifying.ReadMissedWeek,
) -> Screen:
    """Show what a class missed in a week, by course."""
    day = day_of(callback_data.day)
    view = await read_missed_week(actor, callback_data.class_id, day)
    return missed_week(speech, view, page=callback_data.page).beside(anew=callback_data.anew)


async def on_course(
    _: CallbackQuery,
    callback_data: OpenMissedCourse,
    actor: Actor,
    speech: Speech,
    read_missed_week: verifying.ReadMissedWeek,
) -> Screen:
    """Show what a class missed of a course."""
    day = date.fromordinal(callback_data.day)
    view = await read_missed_week(actor, callback_data.class_id, day)
    return missed_course(speech, view, callback_data.course, page=callback_data.page)


async def on_ask(
    _: CallbackQuery,
    callback_data: ChangeMissed,
    actor: Actor,
    speech: Speech,
    ask_about_absences: verifying.AskAboutAbsences,
    read_missed_week: verifying.ReadMissedWeek,
) -> Screen:
    """Ask who teaches the course."""
    of = callback_data
    day = date.fromordinal(of.day)
    same = await ask_about_absences(actor, of.class_id, of.course, day, shown=of.shown)
    view = await read_missed_week(actor, of.class_id, day)
    return missed_course(speech, view, of.course, others=not same)


async def on_tick(
    _: CallbackQuery,
    callback_data: ChangeMissed,
    actor: Actor,
    speech: Speech,
    tick_absences: verifying.TickAbsences,
    read_missed_week: verifying.ReadMissedWeek,
) -> Screen:
    """Tick absences off as verified."""
    of = callback_data
    day = date.fromordinal(of.day)
    same = await tick_absences(actor, of.class_id, of.course, day, shown=of.shown)
    view = await read_missed_week(actor, of.class_id, day)
    return missed_course(speech, view, of.course, others=not same)


async def on_check(
    _: CallbackQuery,
    callback_data: OpenAbsenceCheck,
    actor: Actor,
    speech: Speech,
    open_check: verifying.OpenCheck,
) -> Screen:
    """Show a subject teacher what is asked."""
    view = await open_check(actor, callback_data.check)
    shown = questioned(speech, view, page=callback_data.page)
    return shown.beside(anew=callback_data.anew)


async def on_answer(
    _: CallbackQuery,
    callback_data: AnswerAbsences,
    actor: Actor,
    speech: Speech,
    answer_check: verifying.AnswerCheck,
    open_check: verifying.OpenCheck,
) -> Screen:
    """Take the answer of a subject teacher."""
    of = callback_data
    same = await answer_check(actor, of.check, right=of.right, shown=of.shown)
    return questioned(speech, await open_check(actor, of.check), others=not same)


def router() -> Router:
    """Return the router of missed lessons."""
    routes = Router(name="missed_lessons")
    routes.callback_query.register(on_week, OpenMissedWeek.filter())
    routes.callback_query.register(on_course, OpenMissedCourse.filter())
    routes.callback_query.register(on_ask, ChangeMissed.filter(F.deed == MissedDeed.ASK))
    routes.callback_query.register(on_tick, ChangeMissed.filter(F.deed == MissedDeed.TICK))
    routes.callback_query.register(on_check, OpenAbsenceCheck.filter())
    routes.callback_query.register(on_answer, AnswerAbsences.filter())
    return routes
