"""Who answers for a class opens its reports, and takes them along as files."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.callbacks.fields import day_of
from bot.callbacks.reports import OpenClassReport, OpenClassReports, SendClassReport
from bot.screens.parts.screen import Screen
from bot.screens.reports.of_class import class_report, class_report_file, class_reports
from bot.texts.speech import Speech
from core.access.class_lists import OverseeClass
from core.access.people import Actor
from core.reports.kinds import WhichReport
from core.reports.of_class import LookAtClassReport, ReadClassReport


async def on_reports(
    _: CallbackQuery,
    callback_data: OpenClassReports,
    actor: Actor,
    speech: Speech,
    oversee_class: OverseeClass,
) -> Screen:
    """Show which reports of a class there are."""
    of = await oversee_class(actor, callback_data.class_id)
    return class_reports(speech, of, shelf=callback_data.shelf)


async def on_report(
    _: CallbackQuery,
    callback_data: OpenClassReport,
    actor: Actor,
    speech: Speech,
    read_class_report: ReadClassReport,
) -> Screen:
    """Open a report of a class."""
    tapped = callback_data
    what = WhichReport(tapped.kind.value, tapped.year).text
    view = await read_class_report(actor, tapped.class_id, what, day_of(tapped.day))
    return class_report(speech, view, page=tapped.page)


async def on_file(
    _: CallbackQuery,
    callback_data: SendClassReport,
    actor: Actor,
    speech: Speech,
    look_at_class_report: LookAtClassReport,
) -> Screen:
    """Hand a report of a class over as a file: it is read when it is made, and not here."""
    tapped = callback_data
    what = WhichReport(tapped.kind.value, tapped.year).text
    view = await look_at_class_report(actor, tapped.class_id, what, day_of(tapped.day))
    return class_report_file(speech, view, tapped.form)


def router() -> Router:
    """Return the router of a class's reports."""
    routes = Router(name="class_reports")
    routes.callback_query.register(on_reports, OpenClassReports.filter())
    routes.callback_query.register(on_report, OpenClassReport.filter())
    routes.callback_query.register(on_file, SendClassReport.filter())
    return routes
