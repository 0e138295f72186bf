"""The administration makes and changes the duty schedule, window by window (H2)."""

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks.duty import (
    AskDutyPart,
    BeginDutyWindow,
    ChangeDutyWindow,
    EndDutyWindow,
    FillDuty,
    OpenDutyFlaws,
    OpenDutySchedule,
    OpenDutyWindow,
    Part,
    SaveDutyWindow,
    SendScheduleCalendar,
    SetDutyPart,
)
from bot.handlers.dialogue import asks_for_words, goes_on, not_a_command, of_this_draft, words
from bot.handlers.helpdesk.drafts import WRONG, WindowDraft
from bot.screens.helpdesk import composing
from bot.screens.helpdesk import schedule as screens
from bot.screens.parts.screen import Screen
from bot.states import DutyEditing
from bot.texts.speech import Speech
from core.access.people import Actor
from core.clock import Clock
from core.helpdesk.duty import editing
from core.helpdesk.duty.calendars import ReadSchoolDuty
from core.helpdesk.duty.reading import ReadSchedule


async def on_schedule(
    _: CallbackQuery,
    callback_data: OpenDutySchedule,
    actor: Actor,
    speech: Speech,
    read_duty_schedule: ReadSchedule,
) -> Screen:
    """Show the windows of the week."""
    view = await read_duty_schedule(actor, callback_data.school)
    shown = screens.schedule(speech, view, page=callback_data.page)
    return shown.beside(anew=callback_data.anew)


async def on_flaws(
    _: CallbackQuery,
    callback_data: OpenDutyFlaws,
    actor: Actor,
    speech: Speech,
    read_duty_schedule: ReadSchedule,
) -> Screen:
    """Show what is wrong with the schedule."""
    view = await read_duty_schedule(actor, callback_data.school)
    return screens.flaws(speech, view, page=callback_data.page)


async def on_calendar(
    _: CallbackQuery,
    callback_data: SendScheduleCalendar,
    actor: Actor,
    speech: Speech,
    read_school_duty: ReadSchoolDuty,
) -> Screen:
    """Send the whole schedule as a file for calendars."""
    return screens.calendar(speech, await read_school_duty(actor, callback_data.school))


async def on_fill(
    _: CallbackQuery,
    callback_data: FillDuty,
    actor: Actor,
    speech: Speech,
    fill_duty_schedule: editing.FillSchedule,
) -> Screen:
    """Begin with the schedule of a document."""
    view = await fill_duty_schedule(actor, callback_data.school, callback_data.document)
    return screens.schedule(speech, view)


async def on_window(
    _: CallbackQuery,
    callback_data: OpenDutyWindow,
    actor: Actor,
    speech: Speech,
    open_duty_window: editing.OpenWindow,
) -> Screen:
    """Show one window."""
    return screens.window(speech, await open_duty_window(actor, callback_data.window))


async def on_end(
    _: CallbackQuery,
    callback_data: EndDutyWindow,
    actor: Actor,
    speech: Speech,
    end_duty_window: editing.EndWindow,
) -> Screen:
    """Ask whether a window is to end, with what that leaves; end it at the second tap."""
    number = callback_data.window
    if not callback_data.sure:
        return screens.ask_end(speech, await end_duty_window.check(actor, number))
    view = await end_duty_window(actor, number)
    return screens.schedule(speech, view, note="duty-ended")


async def on_begin(
    _: CallbackQuery,
    callback_data: BeginDutyWindow,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    clock: Clock,
    read_duty_schedule: ReadSchedule,
) -> Screen:
    """Begin a new window: first of all, whose."""
    view = await read_duty_schedule(actor, callback_data.school)
    draft = WindowDraft.begun(callback_data.school, clock.now())
    await goes_on(state, DutyEditing.window, draft)
    return composing.ask(speech, view, draft.window, Part.WHO, draft.stamp)


async def on_change(
    _: CallbackQuery,
    callback_data: ChangeDutyWindow,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    clock: Clock,
    open_duty_window: editing.OpenWindow,
) -> Screen:
    """Begin to change a window."""
    opened = await open_duty_window.whole(actor, callback_data.window)
    draft = WindowDraft.changing(opened.kept, clock.now())
    await goes_on(state, DutyEditing.window, draft)
    return composing.draft(speech, opened.view, draft.window, draft.stamp)


async def on_ask(
    _: CallbackQuery,
    callback_data: AskDutyPart,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    read_duty_schedule: ReadSchedule,
) -> Screen:
    """Ask for a part of the window."""
    part = callback_data.part
    draft = WindowDraft.of(await state.get_data()).asking(part)
    await goes_on(state, DutyEditing.window, draft)
    view = await read_duty_schedule(actor, draft.school)
    return composing.ask(speech, view, draft.window, part, draft.stamp, page=callback_data.page)


async def on_set(
    _: CallbackQuery,
    callback_data: SetDutyPart,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    read_duty_schedule: ReadSchedule,
) -> Screen:
    """Set a part; topics are toggled one by one, after any other part all is shown."""
    of = callback_data
    draft = WindowDraft.of(await state.get_data()).set(of.part, of.value)
    await goes_on(state, DutyEditing.window, draft)
    view = await read_duty_schedule(actor, draft.school)
    return composing.ask(speech, view, draft.window, composing.after(of.part), draft.stamp)


async def on_typed(
    message: Message,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    read_duty_schedule: ReadSchedule,
) -> Screen:
    """Take typed hours, a room or days; what does not do is asked for again."""
    draft = WindowDraft.of(await state.get_data())
    view = await read_duty_schedule(actor, draft.school)
    typed = draft.typed(message.text or "")
    if typed is None:
        wrong = WRONG.get(draft.asked, "duty-words-only")
        return composing.ask(speech, view, draft.window, draft.asked, draft.stamp, wrong=wrong)
    await goes_on(state, DutyEditing.window, typed)
    return composing.draft(speech, view, typed.window, typed.stamp)


async def on_save(
    _: CallbackQuery,
    callback_data: SaveDutyWindow,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    save_duty_window: editing.SaveWindow,
    open_duty_window: editing.OpenWindow,
) -> Screen:
    """Save the window, or show what the linter says."""
    draft, confirms = WindowDraft.of(await state.get_data()), callback_data.confirms
    done = await save_duty_window(
        actor, draft.school, draft.window, since=draft.since, confirms=confirms
    )
    if isinstance(done, editing.CheckedWindow):
        return composing.saved_or_stopped(speech, done, draft.stamp)
    await state.clear()
    return screens.window(speech, await open_duty_window(actor, done.number), note="duty-saved")


def router() -> Router:
    """Return the router of the duty schedule."""
    routes = Router(name="duty_schedule")
    routes.callback_query.register(on_schedule, OpenDutySchedule.filter())
    routes.callback_query.register(on_flaws, OpenDutyFlaws.filter())
    routes.callback_query.register(on_calendar, SendScheduleCalendar.filter())
    routes.callback_query.register(on_fill, FillDuty.filter())
    routes.callback_query.register(on_window, OpenDutyWindow.filter())
    routes.callback_query.register(on_end, EndDutyWindow.filter())
    routes.callback_query.register(on_begin, BeginDutyWindow.filter())
    routes.callback_query.register(on_change, ChangeDutyWindow.filter())
    making = StateFilter(DutyEditing.window)
    routes.callback_query.register(on_ask, AskDutyPart.filter(), making, of_this_draft)
    routes.callback_query.register(on_set, SetDutyPart.filter(), making, of_this_draft)
    routes.callback_query.register(on_save, SaveDutyWindow.filter(), making, of_this_draft)
    routes.message.register(on_typed, making, words)
    routes.message.register(asks_for_words("duty-words-only"), making, not_a_command)
    return routes
