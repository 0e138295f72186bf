"""The class teacher prints results for families, and ticks what was handed over (F10)."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.callbacks.paper import (
    HandAllSheets,
    HandSheet,
    MakePaperRun,
    OpenPaperRun,
    SendSheets,
)
from bot.screens.paper.print_runs import paper_run, sheets_to_print
from bot.screens.parts.screen import Screen
from bot.texts.speech import Speech
from core.access.people import Actor
from core.notices.paper.make import MakePaperRunNow
from core.notices.paper.reading import HandOver, PrintSheets, ReadPaperRun


async def on_run(
    _: CallbackQuery,
    callback_data: OpenPaperRun,
    actor: Actor,
    speech: Speech,
    read_paper_run: ReadPaperRun,
) -> Screen:
    """Show who of a class gets paper."""
    view = await read_paper_run(actor, callback_data.class_id, callback_data.run)
    return paper_run(speech, view, page=callback_data.page).beside(anew=callback_data.anew)


async def on_make(
    _: CallbackQuery,
    callback_data: MakePaperRun,
    actor: Actor,
    speech: Speech,
    make_paper_run_now: MakePaperRunNow,
    read_paper_run: ReadPaperRun,
) -> Screen:
    """Make a run up to today."""
    made = await make_paper_run_now(actor, callback_data.class_id)
    view = await read_paper_run(actor, callback_data.class_id)
    return paper_run(speech, view, said="paper-run-made" if made else "paper-run-needless")


async def on_file(
    _: CallbackQuery,
    callback_data: SendSheets,
    actor: Actor,
    speech: Speech,
    print_sheets: PrintSheets,
) -> Screen:
    """Hand the sheets over as a file: they are read when it is made, and not here."""
    view = await print_sheets(actor, callback_data.class_id, callback_data.run)
    return sheets_to_print(speech, view)


async def on_hand(
    _: CallbackQuery,
    callback_data: HandSheet,
    actor: Actor,
    speech: Speech,
    hand_over_sheets: HandOver,
    read_paper_run: ReadPaperRun,
) -> Screen:
    """Tick a sheet as handed over, or take the tick back."""
    tapped = callback_data
    class_id = await hand_over_sheets(actor, tapped.run, tapped.pupil, handed=tapped.handed)
    view = await read_paper_run(actor, class_id, tapped.run)
    return paper_run(speech, view, page=tapped.page)


async def on_hand_all(
    _: CallbackQuery,
    callback_data: HandAllSheets,
    actor: Actor,
    speech: Speech,
    hand_over_sheets: HandOver,
    read_paper_run: ReadPaperRun,
) -> Screen:
    """Tick all sheets of a run as handed over."""
    class_id = await hand_over_sheets(actor, callback_data.run, None)
    view = await read_paper_run(actor, class_id, callback_data.run)
    return paper_run(speech, view, said="paper-run-all-handed")


def router() -> Router:
    """Return the router of print runs."""
    routes = Router(name="print_runs")
    routes.callback_query.register(on_run, OpenPaperRun.filter())
    routes.callback_query.register(on_make, MakePaperRun.filter())
    routes.callback_query.register(on_file, SendSheets.filter())
    routes.callback_query.register(on_hand, HandSheet.filter())
    routes.callback_query.register(on_hand_all, HandAllSheets.filter())
    return routes
