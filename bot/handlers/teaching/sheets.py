"""A teacher sums up the own courses: by period a sheet, and in it one tap a pupil (J13)."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.callbacks.sheets import (
    EmptySheetCell,
    FillSheetCell,
    OpenOwnSheets,
    OpenOwnSheetsAt,
    OpenSheet,
    OpenSheetCell,
)
from bot.screens.parts.screen import Screen
from bot.screens.teaching import sheets as screens
from bot.texts.speech import Speech
from core.access.people import Actor
from core.ids import PeriodId, PersonId, PupilId
from core.journal.filling_sheets import EmptyCell, FillCell, OpenCell
from core.journal.period_sheets import ReadOwnSheets, ReadSheet


async def on_own(
    _: CallbackQuery,
    callback_data: OpenOwnSheets,
    actor: Actor,
    speech: Speech,
    read_own_sheets: ReadOwnSheets,
) -> Screen:
    """Open a teacher's courses of a period."""
    asked = PeriodId(callback_data.period) if callback_data.period else None
    view = await read_own_sheets(actor, asked)
    shown = screens.own_sheets(speech, view, page=callback_data.page)
    return shown.beside(anew=callback_data.anew)


async def on_own_at(
    _: CallbackQuery,
    callback_data: OpenOwnSheetsAt,
    actor: Actor,
    speech: Speech,
    read_own_sheets: ReadOwnSheets,
) -> Screen:
    """Open a teacher's courses at a school."""
    view = await read_own_sheets(actor, school=callback_data.school)
    return screens.own_sheets(speech, view)


async def on_sheet(
    _: CallbackQuery, callback_data: OpenSheet, actor: Actor, speech: Speech, read_sheet: ReadSheet
) -> Screen:
    """Open the final marks of a course."""
    view = await read_sheet(actor, callback_data.place)
    return screens.sheet(speech, view, page=callback_data.page)


async def on_cell(
    _: CallbackQuery,
    callback_data: OpenSheetCell,
    actor: Actor,
    speech: Speech,
    open_cell: OpenCell,
) -> Screen:
    """Open a pupil's final mark, or the first one that is not set."""
    pupil = PupilId(PersonId(callback_data.pupil)) if callback_data.pupil else None
    view = await open_cell(actor, callback_data.place, pupil)
    return screens.cell(speech, view)


async def on_fill(
    _: CallbackQuery,
    callback_data: FillSheetCell,
    actor: Actor,
    speech: Speech,
    fill_cell: FillCell,
) -> Screen:
    """Set a pupil's final mark."""
    of, value = callback_data, callback_data.value.mark
    return screens.cell(speech, await fill_cell(actor, of.place, of.pupil, value, seen=of.seen))


async def on_empty(
    _: CallbackQuery,
    callback_data: EmptySheetCell,
    actor: Actor,
    speech: Speech,
    empty_cell: EmptyCell,
) -> Screen:
    """Take a pupil's final mark back."""
    of = callback_data
    return screens.cell(speech, await empty_cell(actor, of.place, of.pupil, seen=of.seen))


def router() -> Router:
    """Return the router of a teacher's final marks."""
    routes = Router(name="sheets")
    routes.callback_query.register(on_own, OpenOwnSheets.filter())
    routes.callback_query.register(on_own_at, OpenOwnSheetsAt.filter())
    routes.callback_query.register(on_sheet, OpenSheet.filter())
    routes.callback_query.register(on_cell, OpenSheetCell.filter())
    routes.callback_query.register(on_fill, FillSheetCell.filter())
    routes.callback_query.register(on_empty, EmptySheetCell.filter())
    return routes
