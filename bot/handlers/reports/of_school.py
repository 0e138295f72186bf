"""The administration opens reports of the whole school, and takes them along as files."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.callbacks.fields import day_of
from bot.callbacks.reports import OpenSchoolReport, OpenSchoolReports, SendSchoolReport
from bot.screens.parts.screen import Screen
from bot.screens.reports.of_school import school_report, school_report_file, school_reports
from bot.texts.speech import Speech
from core.access.gate import must_administer
from core.access.people import Actor
from core.reports.kinds import WhichReport
from core.reports.of_school import LookAtSchoolReport, ReadSchoolReport


async def on_reports(
    _: CallbackQuery, callback_data: OpenSchoolReports, actor: Actor, speech: Speech
) -> Screen:
    """Show which reports of a school there are."""
    return school_reports(speech, must_administer(actor, callback_data.school))


async def on_report(
    _: CallbackQuery,
    callback_data: OpenSchoolReport,
    actor: Actor,
    speech: Speech,
    read_school_report: ReadSchoolReport,
) -> Screen:
    """Open a report of a school."""
    tapped = callback_data
    what = WhichReport(tapped.kind.value, tapped.year).text
    view = await read_school_report(actor, tapped.school, what, day_of(tapped.day))
    return school_report(speech, view, page=tapped.page)


async def on_file(
    _: CallbackQuery,
    callback_data: SendSchoolReport,
    actor: Actor,
    speech: Speech,
    look_at_school_report: LookAtSchoolReport,
) -> Screen:
    """Hand a report of a school over as a file: it is read when it is made, and not here."""
    tapped = callback_data
    what = WhichReport(tapped.kind.value, tapped.year).text
    view = await look_at_school_report(actor, tapped.school, what, day_of(tapped.day))
    return school_report_file(speech, view, tapped.form)


def router() -> Router:
    """Return the router of a school's reports."""
    routes = Router(name="school_reports")
    routes.callback_query.register(on_reports, OpenSchoolReports.filter())
    routes.callback_query.register(on_report, OpenSchoolReport.filter())
    routes.callback_query.register(on_file, SendSchoolReport.filter())
    return routes
