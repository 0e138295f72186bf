"""Who of a class checked the data, and what the administration enters into the journal (W2)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks.personal_data import (
    CorrectionEntered,
    DeclineCorrection,
    OpenClassCheck,
    OpenCorrection,
    OpenCorrections,
    RemindOfCheck,
    TickCheck,
)
from bot.handlers.dialogue import goes_on, words
from bot.screens.parts.screen import Screen
from bot.screens.watch import data_corrections as screens
from bot.screens.watch.class_check import class_check
from bot.states import CheckingData
from bot.texts.speech import Speech
from core.access.people import Actor
from core.access.personal_data.correcting import (
    CorrectionWord,
    ReadCorrections,
    SettleCorrection,
)
from core.access.personal_data.in_person import CheckInPerson
from core.access.personal_data.of_class import ReadClassCheck
from core.ids import CorrectionId
from core.notices.personal_data.asking import RemindOfData


@dataclass(frozen=True, slots=True)
class DeclineDraft:
    """Which correction is being declined."""

    number: CorrectionId

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Self:
        """Return the draft as it was kept."""
        return cls(CorrectionId(data["number"]))

    def data(self) -> Mapping[str, Any]:
        """Return the draft as it is kept."""
        return {"number": self.number}


async def on_class(
    _: CallbackQuery,
    callback_data: OpenClassCheck,
    actor: Actor,
    speech: Speech,
    read_class_check: ReadClassCheck,
) -> Screen:
    """Show who of a class checked the data this month."""
    view = await read_class_check(actor, callback_data.class_id)
    return class_check(speech, view, page=callback_data.page)


async def on_remind(
    _: CallbackQuery,
    callback_data: RemindOfCheck,
    actor: Actor,
    speech: Speech,
    remind_of_data: RemindOfData,
    read_class_check: ReadClassCheck,
) -> Screen:
    """Remind who has not."""
    told = await remind_of_data(actor, callback_data.class_id)
    view = await read_class_check(actor, callback_data.class_id)
    return class_check(speech, view, reminded=told)


async def on_tick(
    _: CallbackQuery,
    callback_data: TickCheck,
    actor: Actor,
    speech: Speech,
    check_in_person: CheckInPerson,
) -> Screen:
    """Tick that a person's data were checked in person, or take the tick back."""
    tapped = callback_data
    view = await check_in_person(
        actor,
        tapped.class_id,
        tapped.person,
        checked=tapped.checked,
        month=date.fromordinal(tapped.month),
    )
    return class_check(speech, view, page=tapped.page)


async def on_list(
    _: CallbackQuery,
    callback_data: OpenCorrections,
    actor: Actor,
    speech: Speech,
    read_corrections: ReadCorrections,
) -> Screen:
    """Show what families of a school corrected."""
    view = await read_corrections(actor, callback_data.school)
    return screens.corrections(speech, view, page=callback_data.page)


async def on_open(
    _: CallbackQuery,
    callback_data: OpenCorrection,
    actor: Actor,
    speech: Speech,
    read_corrections: ReadCorrections,
) -> Screen:
    """Show one correction."""
    view = await read_corrections.around(actor, callback_data.number)
    return screens.correction(speech, view, callback_data.number)


async def on_entered(
    _: CallbackQuery,
    callback_data: CorrectionEntered,
    actor: Actor,
    speech: Speech,
    settle_correction: SettleCorrection,
) -> Screen:
    """Tick a correction as entered, and show what still waits."""
    view = await settle_correction.entered(actor, callback_data.number)
    return screens.corrections(speech, view, note="correction-entered")


async def on_decline(
    _: CallbackQuery,
    callback_data: DeclineCorrection,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    read_corrections: ReadCorrections,
) -> Screen:
    """Ask why it is declined."""
    view = await read_corrections.around(actor, callback_data.number)
    shown = screens.ask_why(speech, view.one(callback_data.number))
    await goes_on(state, CheckingData.reason, DeclineDraft(callback_data.number))
    return shown


async def on_reason(
    message: Message,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    settle_correction: SettleCorrection,
) -> Screen:
    """Decline it; the person is told the reason."""
    number = DeclineDraft.of(await state.get_data()).number
    try:
        view = await settle_correction.declined(actor, number, message.text or "")
    except CorrectionWord:
        return screens.ask_why_again(speech, number)
    await state.clear()
    return screens.corrections(speech, view, note="correction-declined")


def router() -> Router:
    """Return the router of the class's check and of corrections."""
    routes = Router(name="data_corrections")
    routes.callback_query.register(on_class, OpenClassCheck.filter())
    routes.callback_query.register(on_remind, RemindOfCheck.filter())
    routes.callback_query.register(on_tick, TickCheck.filter())
    routes.callback_query.register(on_list, OpenCorrections.filter())
    routes.callback_query.register(on_open, OpenCorrection.filter())
    routes.callback_query.register(on_entered, CorrectionEntered.filter())
    routes.callback_query.register(on_decline, DeclineCorrection.filter())
    routes.message.register(on_reason, StateFilter(CheckingData.reason), words)
    return routes
