"""A training is planned by taps and a few words, and then invited to (H6)."""

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks.trainings import BeginTraining, EditTraining, InviteToTraining, Part
from bot.handlers.dialogue import (
    asks_for_words,
    goes_on,
    of_this_draft,
    other_than_words,
    words,
)
from bot.handlers.helpdesk.training_drafts import TrainingDraft
from bot.screens.helpdesk import training_plan as screens
from bot.screens.helpdesk.trainings import training
from bot.screens.parts.screen import Screen
from bot.screens.people.refusals import REFUSALS
from bot.states import PlanningTraining
from bot.texts.speech import Speech
from core.access.people import Actor
from core.clock import Clock
from core.errors import RuleBroken
from core.helpdesk.training.gate import OpenTraining
from core.helpdesk.training.planning import PlanTraining, PreviewTraining
from core.helpdesk.training.training import Whom

_ASKED = {Part.TIME, Part.ROOM, Part.WORDS}


async def on_begin(
    _: CallbackQuery,
    callback_data: BeginTraining,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    clock: Clock,
    preview_training: PreviewTraining,
) -> Screen:
    """Begin a plan."""
    draft = TrainingDraft.begun(callback_data.school, clock.now())
    view = await preview_training(actor, draft.school, draft.plan)
    await goes_on(state, PlanningTraining.plan, draft)
    return screens.plan(speech, view, draft.stamp)


async def on_plan(
    _: CallbackQuery,
    callback_data: EditTraining,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    preview_training: PreviewTraining,
) -> Screen:
    """Show the plan with what was tapped; what that leaves open is asked at once."""
    draft = (await _draft(state)).chosen(callback_data.part, callback_data.value)
    await goes_on(state, PlanningTraining.plan, draft)
    view = await preview_training(actor, draft.school, draft.plan)
    if callback_data.part is Part.CIRCLE and draft.plan.invitees.whom is Whom.FAMILIES:
        found = await preview_training.find_guests.classes_of(view.member)
        return screens.choose_class(speech, found, draft.stamp)
    if callback_data.part is Part.CIRCLE and draft.plan.invitees.whom is Whom.PERSONS:
        staff = await preview_training.find_guests.staff(view.member)
        return screens.choose_persons(speech, staff, draft.plan, draft.stamp)
    return screens.plan(speech, view, draft.stamp)


async def on_whom(_: CallbackQuery, speech: Speech, state: FSMContext) -> Screen:
    """Ask who is taught."""
    return screens.choose_whom(speech, (await _draft(state)).stamp)


async def on_class(
    _: CallbackQuery,
    callback_data: EditTraining,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    preview_training: PreviewTraining,
) -> Screen:
    """Turn a page of the classes."""
    draft = await _draft(state)
    view = await preview_training(actor, draft.school, draft.plan)
    found = await preview_training.find_guests.classes_of(view.member)
    return screens.choose_class(speech, found, draft.stamp, page=callback_data.page)


async def on_person(
    _: CallbackQuery,
    callback_data: EditTraining,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    preview_training: PreviewTraining,
) -> Screen:
    """Mark one of the staff, or turn a page."""
    draft = (await _draft(state)).chosen(callback_data.part, callback_data.value)
    await goes_on(state, PlanningTraining.plan, draft)
    view = await preview_training(actor, draft.school, draft.plan)
    staff = await preview_training.find_guests.staff(view.member)
    return screens.choose_persons(speech, staff, draft.plan, draft.stamp, page=callback_data.page)


async def on_topic(
    _: CallbackQuery, callback_data: EditTraining, speech: Speech, state: FSMContext
) -> Screen:
    """Mark a topic, or only look."""
    draft = (await _draft(state)).chosen(callback_data.part, callback_data.value)
    await goes_on(state, PlanningTraining.plan, draft)
    return screens.choose_topics(speech, draft.plan, draft.stamp)


async def on_asked(
    _: CallbackQuery, callback_data: EditTraining, speech: Speech, state: FSMContext
) -> Screen:
    """Ask for a time, a place, or words."""
    draft = (await _draft(state)).asking(callback_data.part)
    await goes_on(state, PlanningTraining.words, draft)
    return screens.ask_words(speech, draft.asked, draft.stamp)


async def on_words(
    message: Message,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    clock: Clock,
    preview_training: PreviewTraining,
) -> Screen:
    """Take the words that were asked for, and show the plan."""
    draft = await _draft(state)
    view = await preview_training(actor, draft.school, draft.plan)
    try:
        draft = draft.told(message.text or "", clock.now(), view.zone)
    except RuleBroken as wrong:
        return screens.ask_words(speech, draft.asked, draft.stamp, wrong=REFUSALS[wrong.code])
    await goes_on(state, PlanningTraining.plan, draft)
    view = await preview_training(actor, draft.school, draft.plan)
    return screens.plan(speech, view, draft.stamp)


async def on_other_words(
    _: Message, actor: Actor, speech: Speech, state: FSMContext, preview_training: PreviewTraining
) -> Screen:
    """Say that the plan is made with buttons, and show it."""
    draft = await _draft(state)
    view = await preview_training(actor, draft.school, draft.plan)
    return screens.plan(speech, view, draft.stamp, note="training-use-buttons")


async def on_invite(
    _: CallbackQuery,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    plan_training: PlanTraining,
    open_training: OpenTraining,
) -> Screen:
    """Keep the plan and invite."""
    draft = await _draft(state)
    try:
        number = await plan_training(actor, draft.school, draft.plan)
    except RuleBroken as wrong:
        view = await plan_training.preview(actor, draft.school, draft.plan)
        return screens.plan(speech, view, draft.stamp, note=REFUSALS[wrong.code])
    await state.clear()
    opened = await open_training(actor, number)
    return training(speech, opened, begun=False, note="training-kept")


async def _draft(state: FSMContext) -> TrainingDraft:
    return TrainingDraft.of(await state.get_data())


def router() -> Router:
    """Return the router of who plans a training."""
    routes = Router(name="training_plan")
    planning = StateFilter(PlanningTraining.plan, PlanningTraining.words)
    routes.callback_query.register(on_begin, BeginTraining.filter())
    for handler, which in (
        (on_whom, F.part == Part.WHOM),
        (on_person, F.part == Part.PERSON),
        (on_topic, F.part == Part.TOPIC),
        (on_asked, F.part.in_(_ASKED)),
        (on_class, (F.part == Part.CLASS) & (F.value == 0)),
        (on_plan, F.part.in_({Part.PLAN, Part.CIRCLE, Part.CLASS})),
    ):
        routes.callback_query.register(
            handler, EditTraining.filter(which), planning, of_this_draft
        )
    routes.callback_query.register(on_invite, InviteToTraining.filter(), planning, of_this_draft)
    routes.message.register(on_words, StateFilter(PlanningTraining.words), words)
    routes.message.register(on_other_words, StateFilter(PlanningTraining.plan), words)
    routes.message.register(asks_for_words("training-words-only"), planning, other_than_words)
    return routes
