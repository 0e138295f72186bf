"""Trainings are looked at, moved, called off, replied to, and who came is ticked off (H6)."""

from dataclasses import replace

from aiogram import Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks.trainings import (
    CallOffTraining,
    MoveTraining,
    OpenGuests,
    OpenInvitation,
    OpenTraining,
    OpenTrainings,
    ReplyToTraining,
    TickGuest,
    TickPromised,
)
from bot.handlers.dialogue import asks_for_words, goes_on, other_than_words, words
from bot.handlers.helpdesk.training_drafts import MoveDraft, time_and_room
from bot.screens.helpdesk import trainings as screens
from bot.screens.helpdesk.invitations import invitation
from bot.screens.helpdesk.training_plan import ask_move
from bot.screens.parts.screen import Screen
from bot.screens.people.refusals import REFUSALS
from bot.states import MovingTraining
from bot.texts.speech import Speech
from core.access.people import Actor
from core.clock import Clock
from core.errors import RuleBroken
from core.helpdesk.training import attending, gate, planning
from core.helpdesk.training.reading import ReadTrainings
from core.helpdesk.training.training import Reply, TrainingOver


async def on_trainings(
    _: Message | CallbackQuery,
    actor: Actor,
    speech: Speech,
    read_trainings: ReadTrainings,
    callback_data: OpenTrainings | None = None,
) -> Screen:
    """Show the trainings that the person holds, looks after, or is invited to."""
    asked = callback_data or OpenTrainings()
    found = await read_trainings(actor)
    shown = screens.trainings(speech, found, past=asked.past, page=asked.page)
    return shown.beside(anew=asked.anew)


async def on_training(
    _: CallbackQuery,
    callback_data: OpenTraining,
    actor: Actor,
    speech: Speech,
    clock: Clock,
    open_training: gate.OpenTraining,
) -> Screen:
    """Show one."""
    view = await open_training(actor, callback_data.training)
    return screens.training(speech, view, begun=view.training.has_begun(clock.now()))


async def on_move(
    _: CallbackQuery,
    callback_data: MoveTraining,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    open_training: gate.OpenTraining,
) -> Screen:
    """Ask for another time."""
    of = (await open_training(actor, callback_data.training)).training
    await goes_on(state, MovingTraining.time, MoveDraft(of.id, of.version))
    return ask_move(speech, of.id)


async def on_time(
    message: Message,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    clock: Clock,
    move_training: planning.MoveTraining,
) -> Screen:
    """Move it to the time that was written; what is no time is asked for again."""
    draft = MoveDraft.of(await state.get_data())
    of = (await move_training.open(actor, draft.training)).training
    try:
        at, room = time_and_room(message.text or "", of, clock.now())
        await move_training(actor, of.id, starts_at=at, room=room, after=draft.after)
    except TrainingOver:
        await state.clear()
        return await _again(actor, speech, clock, move_training.open, draft)
    except RuleBroken as wrong:
        return ask_move(speech, of.id, wrong=REFUSALS[wrong.code])
    await state.clear()
    moved = await move_training.open(actor, of.id)
    return screens.training(speech, moved, begun=False, note="training-moved-done")


async def _again(
    actor: Actor,
    speech: Speech,
    clock: Clock,
    open_training: gate.OpenTraining,
    draft: MoveDraft,
) -> Screen:
    """Show how a training stands that cannot be moved from where it was seen."""
    view = await open_training(actor, draft.training)
    begun = view.training.has_begun(clock.now())
    return screens.training(speech, view, begun=begun, note=REFUSALS[TrainingOver.code])


async def on_call_off(
    _: CallbackQuery,
    callback_data: CallOffTraining,
    actor: Actor,
    speech: Speech,
    open_training: gate.OpenTraining,
    call_off_training: planning.CallOffTraining,
) -> Screen:
    """Ask once more, then call it off."""
    if not callback_data.sure:
        return screens.ask_call_off(speech, await open_training(actor, callback_data.training))
    await call_off_training(actor, callback_data.training)
    view = await open_training(actor, callback_data.training)
    return screens.training(speech, view, begun=False, note="training-called-off")


async def on_guests(
    _: CallbackQuery,
    callback_data: OpenGuests,
    actor: Actor,
    speech: Speech,
    clock: Clock,
    open_training: gate.OpenTraining,
) -> Screen:
    """Show who is invited."""
    view = await open_training(actor, callback_data.training)
    begun = view.training.has_begun(clock.now())
    return screens.guests(speech, view, begun=begun, page=callback_data.page)


async def on_tick(
    _: CallbackQuery,
    callback_data: TickGuest,
    actor: Actor,
    speech: Speech,
    tick_attendance: attending.TickAttendance,
) -> Screen:
    """Tick off one who came, or take the tick back."""
    asked = callback_data
    view = await tick_attendance(actor, asked.training, asked.person, came=asked.came)
    return screens.guests(speech, view, begun=True, page=asked.page)


async def on_promised(
    _: CallbackQuery,
    callback_data: TickPromised,
    actor: Actor,
    speech: Speech,
    tick_attendance: attending.TickAttendance,
) -> Screen:
    """Tick off all who said to come."""
    view = await tick_attendance.promised(actor, callback_data.training)
    return screens.guests(speech, view, begun=True)


async def on_invitation(
    _: CallbackQuery,
    callback_data: OpenInvitation,
    actor: Actor,
    speech: Speech,
    clock: Clock,
    open_invitation: gate.OpenInvitation,
) -> Screen:
    """Show a training to who is invited."""
    view = await open_invitation(actor, callback_data.training, callback_data.person)
    return invitation(speech, view, clock.now())


async def on_reply(
    _: CallbackQuery,
    callback_data: ReplyToTraining,
    actor: Actor,
    speech: Speech,
    clock: Clock,
    open_invitation: gate.OpenInvitation,
    reply_to_invitation: attending.ReplyToInvitation,
) -> Screen:
    """Keep the reply; where it was moved or called off since, show how it stands now."""
    number, person = callback_data.training, callback_data.person
    given = Reply.COMING if callback_data.coming else Reply.NOT_COMING
    try:
        view = await reply_to_invitation(
            actor, number, person, given, version=callback_data.version
        )
    except RuleBroken as wrong:
        now = await open_invitation(actor, number, person)
        shown = invitation(speech, now, clock.now())
        return replace(shown, toast=speech.label(REFUSALS[wrong.code]), alert=True)
    return invitation(speech, view, clock.now())


def router() -> Router:
    """Return the router of trainings."""
    routes = Router(name="trainings")
    routes.message.register(on_trainings, Command("training"))
    for handler, tapped in (
        (on_trainings, OpenTrainings),
        (on_training, OpenTraining),
        (on_move, MoveTraining),
        (on_call_off, CallOffTraining),
        (on_guests, OpenGuests),
        (on_tick, TickGuest),
        (on_promised, TickPromised),
        (on_invitation, OpenInvitation),
        (on_reply, ReplyToTraining),
    ):
        routes.callback_query.register(handler, tapped.filter())
    routes.message.register(on_time, StateFilter(MovingTraining.time), words)
    routes.message.register(
        asks_for_words("training-words-only"), StateFilter(MovingTraining), other_than_words
    )
    return routes
