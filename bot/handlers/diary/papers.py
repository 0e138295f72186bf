"""A period as a picture, or as a table to be printed."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.callbacks.fields import day_of
from bot.callbacks.papers import OpenAttendance, OpenChart, OpenReportCard
from bot.screens.diary.papers import attendance, chart, report_card
from bot.screens.parts.screen import Screen
from bot.texts.speech import Speech
from core.access.people import Actor
from core.diary.papers.attendance import ReadAttendance
from core.diary.papers.report_card import ReadReportCard
from core.diary.reading import ReadMarks


async def on_chart(
    _: CallbackQuery,
    callback_data: OpenChart,
    actor: Actor,
    speech: Speech,
    read_marks: ReadMarks,
) -> Screen:
    """Draw a period's marks."""
    view = await read_marks(actor, callback_data.pupil, day_of(callback_data.day))
    return chart(speech, actor, view)


async def on_attendance(
    _: CallbackQuery,
    callback_data: OpenAttendance,
    actor: Actor,
    speech: Speech,
    read_attendance: ReadAttendance,
) -> Screen:
    """Draw a period's absences."""
    view = await read_attendance(actor, callback_data.pupil, day_of(callback_data.day))
    return attendance(speech, actor, view)


async def on_report_card(
    _: CallbackQuery,
    callback_data: OpenReportCard,
    actor: Actor,
    speech: Speech,
    read_report_card: ReadReportCard,
) -> Screen:
    """Hand a period's table over."""
    view = await read_report_card(actor, callback_data.pupil, day_of(callback_data.day))
    return report_card(speech, actor, view)


def router() -> Router:
    """Return the router of pictures and files."""
    routes = Router(name="papers")
    routes.callback_query.register(on_chart, OpenChart.filter())
    routes.callback_query.register(on_attendance, OpenAttendance.filter())
    routes.callback_query.register(on_report_card, OpenReportCard.filter())
    return routes
