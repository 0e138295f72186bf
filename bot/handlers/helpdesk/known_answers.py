"""Known answers: offered to who is about to ask, and kept by those who answer."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Self

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks.asking import (
    AddKnownAnswer,
    EditKnownAnswer,
    KnownAnswerHelped,
    OpenKeptAnswer,
    OpenKeptAnswers,
    OpenKnownAnswer,
    RetireKnownAnswer,
)
from bot.handlers.dialogue import (
    asks_for_words,
    goes_on,
    of_this_draft,
    other_than_words,
    words,
)
from bot.handlers.helpdesk.asking_drafts import AskingDraft
from bot.screens.helpdesk import known as screens
from bot.screens.parts.screen import Screen
from bot.screens.people.refusals import REFUSALS, aside
from bot.states import Asking, KeepingAnswer
from bot.texts.speech import Speech
from core.access.people import Actor
from core.helpdesk.answers.keeping import KeepAnswer, ReadAnswers, RetireAnswer, must_keep
from core.helpdesk.answers.known import LONGEST_QUESTION, Seen, Wording
from core.helpdesk.answers.offering import CountHelped, OfferAnswers
from core.helpdesk.topics import Topic
from core.ids import KnownAnswerId, SchoolId
from core.wording import TextWrong, said_in_a_line


@dataclass(frozen=True, slots=True)
class KnownDraft:
    """A known answer that is being written; of one that there is, as it was `seen`."""

    school: SchoolId
    topic: Topic
    seen: Seen | None = None
    question: str = ""

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Self:
        """Return the draft as it was kept."""
        school, topic, seen = SchoolId(data["school"]), Topic(data["topic"]), data["seen"]
        return cls(school, topic, _seen(*seen) if seen else None, data["question"])

    def data(self) -> dict[str, Any]:
        """Return the draft as it is kept."""
        return {
            "school": self.school,
            "topic": self.topic.value,
            "seen": [self.seen.number, self.seen.since.isoformat()] if self.seen else None,
            "question": self.question,
        }


def _seen(number: int, since: str) -> Seen:
    return Seen(KnownAnswerId(number), datetime.fromisoformat(since))


async def on_offered(
    _: CallbackQuery,
    callback_data: OpenKnownAnswer,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    offer_answers: OfferAnswers,
) -> Screen:
    """Show a known answer to who is about to ask."""
    draft = AskingDraft.of(await state.get_data())
    known = await offer_answers.one(actor, draft.school, callback_data.ref)
    return screens.answer(speech, known, draft.stamp)


async def on_helped(
    _: CallbackQuery,
    callback_data: KnownAnswerHelped,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    count_helped: CountHelped,
) -> Screen:
    """Count an answer that helped: nothing is asked."""
    draft = AskingDraft.of(await state.get_data())
    await count_helped(actor, draft.school, callback_data.ref)
    await state.clear()
    return aside(speech, actor, "known-glad")


async def on_kept(
    _: CallbackQuery,
    callback_data: OpenKeptAnswers,
    actor: Actor,
    speech: Speech,
    read_answers: ReadAnswers,
) -> Screen:
    """Show all known answers of a school."""
    found = await read_answers(actor, callback_data.school)
    return screens.kept(speech, callback_data.school, found, page=callback_data.page)


async def on_new(
    _: CallbackQuery, callback_data: OpenKeptAnswers, actor: Actor, speech: Speech
) -> Screen:
    """Ask what a new one is about."""
    must_keep(actor, callback_data.school)
    return screens.choose_topic(speech, callback_data.school)


async def on_one(
    _: CallbackQuery,
    callback_data: OpenKeptAnswer,
    actor: Actor,
    speech: Speech,
    read_answers: ReadAnswers,
) -> Screen:
    """Show one of them."""
    known = await read_answers.one(actor, callback_data.school, callback_data.ref)
    return screens.one_kept(speech, callback_data.school, known)


async def on_add(
    _: CallbackQuery,
    callback_data: AddKnownAnswer,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
) -> Screen:
    """Ask for the question of a new one."""
    must_keep(actor, callback_data.school)
    draft = KnownDraft(callback_data.school, callback_data.topic)
    await goes_on(state, KeepingAnswer.question, draft)
    return screens.ask_question(speech, draft.school)


async def on_edit(
    _: CallbackQuery,
    callback_data: EditKnownAnswer,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    read_answers: ReadAnswers,
) -> Screen:
    """Ask for other words."""
    known = await read_answers.one(actor, callback_data.school, callback_data.ref)
    draft = KnownDraft(callback_data.school, known.topic, known.seen())
    await goes_on(state, KeepingAnswer.question, draft)
    return screens.ask_question(speech, draft.school)


async def on_question(message: Message, speech: Speech, state: FSMContext) -> Screen:
    """Keep the question, and ask for the answer."""
    draft = KnownDraft.of(await state.get_data())
    try:
        question = said_in_a_line(message.text or "", longest=LONGEST_QUESTION)
    except TextWrong as wrong:
        return screens.ask_question(speech, draft.school, wrong=REFUSALS[wrong.code])
    await goes_on(state, KeepingAnswer.answer, replace(draft, question=question))
    return screens.ask_answer(speech, draft.school, question)


async def on_answer(
    message: Message,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    keep_answer: KeepAnswer,
) -> Screen:
    """Keep the whole."""
    draft = KnownDraft.of(await state.get_data())
    try:
        wording = Wording.checked(draft.topic, draft.question, message.text or "")
    except TextWrong as wrong:
        code = REFUSALS[wrong.code]
        return screens.ask_answer(speech, draft.school, draft.question, wrong=code)
    await state.clear()
    known = await keep_answer(actor, draft.school, wording, draft.seen)
    return screens.one_kept(speech, draft.school, known, note="known-saved")


async def on_retire(
    _: CallbackQuery,
    callback_data: RetireKnownAnswer,
    actor: Actor,
    speech: Speech,
    retire_answer: RetireAnswer,
) -> Screen:
    """Offer one no more, or again."""
    school, retired = callback_data.school, callback_data.retired
    known = await retire_answer(actor, school, callback_data.ref, retired=retired)
    return screens.one_kept(speech, school, known, note="known-saved")


def router() -> Router:
    """Return the router of known answers."""
    routes = Router(name="known_answers")
    asking = StateFilter(Asking)
    routes.callback_query.register(on_offered, OpenKnownAnswer.filter(), asking, of_this_draft)
    routes.callback_query.register(on_helped, KnownAnswerHelped.filter(), asking, of_this_draft)
    routes.callback_query.register(on_new, OpenKeptAnswers.filter(F.new))
    routes.callback_query.register(on_kept, OpenKeptAnswers.filter())
    routes.callback_query.register(on_one, OpenKeptAnswer.filter())
    routes.callback_query.register(on_add, AddKnownAnswer.filter())
    routes.callback_query.register(on_edit, EditKnownAnswer.filter())
    routes.callback_query.register(on_retire, RetireKnownAnswer.filter())
    question, answer = StateFilter(KeepingAnswer.question), StateFilter(KeepingAnswer.answer)
    routes.message.register(on_question, question, words)
    routes.message.register(on_answer, answer, words)
    for state in (question, answer):
        routes.message.register(asks_for_words("not-text"), state, other_than_words)
    return routes
