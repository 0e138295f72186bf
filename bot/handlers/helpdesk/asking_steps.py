"""Which step of a question comes next: what is not said yet is asked for, one by one."""

from dataclasses import replace

from aiogram.fsm.context import FSMContext

from bot.handlers.dialogue import goes_on
from bot.handlers.helpdesk.asking_drafts import AskingDraft
from bot.screens.helpdesk import asking as screens
from bot.screens.parts.screen import Screen
from bot.states import Asking
from bot.texts.keys import Key
from bot.texts.speech import Speech
from core.access.people import Actor
from core.helpdesk.answers.offering import OfferAnswers
from core.helpdesk.tickets.form import Form, OpenForm


async def next_step(
    state: FSMContext,
    draft: AskingDraft,
    actor: Actor,
    speech: Speech,
    open_form: OpenForm,
    offer_answers: OfferAnswers,
    *,
    note: Key | None = None,
) -> Screen:
    """Keep the draft and show what it lacks first; where that is nothing, what is to be sent."""
    form = await open_form(actor, draft.school)
    draft = _settled(draft, form)
    await goes_on(state, Asking.content, draft)
    view = view_of(draft, form, note)
    if draft.ticket is not None:
        return screens.ask_words(speech, view)
    if draft.topic is None:
        return screens.choose_topic(speech, view)
    if not draft.chosen:
        return screens.choose_about(speech, view)
    answers = () if draft.offered else await offer_answers(actor, draft.school, draft.topic)
    if answers:
        return screens.known(speech, replace(view, answers=answers))
    return screens.ask_words(speech, view)


def _settled(draft: AskingDraft, form: Form) -> AskingDraft:
    """Return the draft with what goes without saying."""
    if draft.topic is None or draft.chosen or form.must_choose(draft.topic):
        return draft
    return replace(draft, about=form.goes_without_saying(draft.topic), chosen=True)


def view_of(draft: AskingDraft, form: Form, note: Key | None = None) -> screens.Composing:
    """Return a draft as screens show it."""
    return screens.Composing(
        draft.stamp,
        form,
        draft.topic,
        draft.matter,
        draft.about,
        draft.course,
        draft.urgent,
        draft.ticket,
        tuple(one.content for one in draft.said),
        is_album=bool(draft.album),
        note=note,
    )
