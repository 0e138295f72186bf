"""Somebody asks for help: topic, child or course, known answers, words, and the sending (H1)."""

from dataclasses import replace

from aiogram import Router
from aiogram.dispatcher.event.handler import CallbackType
from aiogram.filters import Command, StateFilter
from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks.asking import (
    AskAbout,
    AskReason,
    AskTopic,
    BackToAsking,
    BeginAsking,
    DropAsking,
    SendAsking,
    SetAbout,
    SetMatter,
    SetTopic,
    SkipAnswers,
)
from bot.handlers.dialogue import (
    asks_for_words,
    goes_on,
    not_a_command,
    of_this_draft,
    other_than_words,
    words,
)
from bot.handlers.helpdesk.asking_drafts import AskingDraft
from bot.handlers.helpdesk.asking_steps import next_step, view_of
from bot.screens.helpdesk import asking as screens
from bot.screens.helpdesk.request_changes import sent
from bot.screens.messages.writing import wrong_of
from bot.screens.parts.screen import Screen
from bot.screens.people.refusals import REFUSALS, aside
from bot.secret_words import hides_a_secret
from bot.states import Asking
from bot.texts.html import NOTHING
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.access.people import Actor
from core.clock import Clock
from core.errors import RuleBroken
from core.helpdesk.answers.offering import OfferAnswers
from core.helpdesk.tickets.asking import AskHelp, urgent_reason
from core.helpdesk.tickets.form import OpenForm
from core.helpdesk.tickets.rules import ReasonNeeded
from core.helpdesk.tickets.saying import AddWords
from core.ids import CourseId, PersonId, PupilId, SchoolId

_OfStep = SetTopic | SetAbout | SkipAnswers | SetMatter | BackToAsking


async def on_begin(
    _: Message | CallbackQuery,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    clock: Clock,
    open_form: OpenForm,
    offer_answers: OfferAnswers,
    callback_data: BeginAsking | None = None,
) -> Screen:
    """Begin a question; who is of several schools says first which one is asked."""
    asked = callback_data or BeginAsking()
    schools = {one.school: one for one in actor.members}
    if not asked.school and len(schools) > 1:
        return screens.choose_school(speech, tuple(schools.values())).beside(anew=asked.anew)
    school = SchoolId(asked.school or next(iter(schools), 0))
    draft = AskingDraft.begun(school, clock.now())
    shown = await next_step(state, draft, actor, speech, open_form, offer_answers)
    return shown.beside(anew=asked.anew)


async def on_step(
    _: CallbackQuery,
    callback_data: _OfStep,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    open_form: OpenForm,
    offer_answers: OfferAnswers,
) -> Screen:
    """Set what was tapped, and go on."""
    draft = _set(AskingDraft.of(await state.get_data()), callback_data)
    return await next_step(state, draft, actor, speech, open_form, offer_answers)


def _set(draft: AskingDraft, tapped: _OfStep) -> AskingDraft:
    match tapped:
        case SetTopic(topic=topic):
            return replace(
                draft, topic=topic, about=None, course=None, chosen=False, offered=False
            )
        case SetAbout(pupil=pupil, course=course):
            about = PupilId(PersonId(pupil)) if pupil else None
            return replace(
                draft, about=about, course=CourseId(course) if course else None, chosen=True
            )
        case SkipAnswers():
            return replace(draft, offered=True)
        case SetMatter(matter=matter):
            return replace(draft, matter=matter)
        case _:
            return draft


async def on_topics(
    _: CallbackQuery,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    open_form: OpenForm,
) -> Screen:
    """Show all topics."""
    draft = AskingDraft.of(await state.get_data())
    form = await open_form(actor, draft.school)
    return screens.choose_topic(speech, view_of(draft, form), suggests=False)


async def on_about(
    _: CallbackQuery,
    callback_data: AskAbout,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    open_form: OpenForm,
) -> Screen:
    """Show another page of children and courses."""
    draft = AskingDraft.of(await state.get_data())
    form = await open_form(actor, draft.school)
    return screens.choose_about(speech, view_of(draft, form), page=callback_data.page)


async def on_piece(
    message: Message,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    open_form: OpenForm,
    offer_answers: OfferAnswers,
) -> Screen:
    """Take a text, a photo or a file into the draft; of an album only the first is answered."""
    draft = AskingDraft.of(await state.get_data())
    try:
        taken, struck = draft.taking(message)
    except RuleBroken as wrong:
        note: Key | None = wrong_of(wrong)
        return await next_step(state, draft, actor, speech, open_form, offer_answers, note=note)
    note = "asking-struck" if struck else None
    shown = await next_step(state, taken, actor, speech, open_form, offer_answers, note=note)
    goes_on_silently = draft.goes_on_with(message) and not struck
    return Screen(NOTHING) if goes_on_silently else shown


async def on_code(
    _: Message,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    open_form: OpenForm,
    offer_answers: OfferAnswers,
) -> Screen:
    """Take a code out of the chat that was typed into a question; nobody comes in by it."""
    draft = AskingDraft.of(await state.get_data())
    shown = await next_step(
        state, draft, actor, speech, open_form, offer_answers, note="asking-code"
    )
    return replace(shown, takes_back=True)


async def on_reason_asked(
    _: CallbackQuery,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    open_form: OpenForm,
    offer_answers: OfferAnswers,
) -> Screen:
    """Ask why it cannot wait; what was urgent is calm again."""
    draft = AskingDraft.of(await state.get_data())
    if draft.urgent:
        calm = replace(draft, urgent="")
        return await next_step(state, calm, actor, speech, open_form, offer_answers)
    await goes_on(state, Asking.reason, draft)
    return screens.ask_reason(speech, draft.stamp)


async def on_reason(
    message: Message,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    open_form: OpenForm,
    offer_answers: OfferAnswers,
) -> Screen:
    """Keep why it cannot wait."""
    draft = AskingDraft.of(await state.get_data())
    try:
        urgent = urgent_reason(message.text or "")
    except ReasonNeeded as wrong:
        return screens.ask_reason(speech, draft.stamp, note=REFUSALS[wrong.code])
    draft = replace(draft, urgent=urgent)
    note: Key | None = "asking-struck" if hides_a_secret(message) else None
    return await next_step(state, draft, actor, speech, open_form, offer_answers, note=note)


async def on_send(
    _: CallbackQuery,
    callback_data: SendAsking,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    ask_help: AskHelp,
    add_ticket_words: AddWords,
) -> Screen:
    """Send what was gathered."""
    draft = AskingDraft.of(await state.get_data())
    await state.clear()
    if draft.ticket is not None:
        added = await add_ticket_words.gathered(actor, draft.ticket, draft.said)
        return sent(speech, actor, added, is_new=False)
    question = replace(draft.question, as_chosen=callback_data.as_chosen)
    asked = await ask_help.gathered(actor, question, draft.said)
    return sent(speech, actor, asked)


async def on_drop(_: CallbackQuery, actor: Actor, speech: Speech, state: FSMContext) -> Screen:
    """Throw away what was written."""
    await state.clear()
    return aside(speech, actor, "asking-dropped")


def router() -> Router:
    """Return the router of who asks."""
    routes = Router(name="asking")
    routes.message.register(on_begin, Command("ask"))
    routes.callback_query.register(on_begin, BeginAsking.filter())
    asking = StateFilter(Asking)
    taps: tuple[tuple[CallbackType, type[CallbackData]], ...] = (
        *((on_step, kind) for kind in (SetTopic, SetAbout, SkipAnswers, SetMatter, BackToAsking)),
        (on_topics, AskTopic),
        (on_about, AskAbout),
        (on_reason_asked, AskReason),
        (on_send, SendAsking),
        (on_drop, DropAsking),
    )
    for handler, kind in taps:
        routes.callback_query.register(handler, kind.filter(), asking, of_this_draft)
    routes.message.register(on_piece, StateFilter(Asking.content), not_a_command)
    reason = StateFilter(Asking.reason)
    routes.message.register(on_reason, reason, words)
    asks = asks_for_words("refusal-ticket-reason")
    routes.message.register(asks, reason, other_than_words)
    return routes
