"""A stranger says that access was lost; the school looks through such requests."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks.lost_access import (
    LostAccessAnswered,
    OpenLostAccess,
    SayLostAccess,
    SayLostAccessAt,
)
from bot.handlers.dialogue import goes_on, other_than_words, words
from bot.screens.parts.screen import Screen
from bot.screens.people import lost_access as screens
from bot.states import LosingAccess
from bot.texts.speech import Speech
from core.access.codes import looks_like_code
from core.access.lost import AskForAccess, LostWordsNeeded, ReadLostAccess
from core.access.people import Actor
from core.ids import SchoolId


@dataclass(frozen=True, slots=True)
class LostDraft:
    """At which school access was lost."""

    school: SchoolId

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Self:
        """Return the draft as it was kept."""
        return cls(SchoolId(data["school"]))

    def data(self) -> dict[str, Any]:
        """Return the draft as it is kept."""
        return {"school": self.school}


async def on_lost(
    _: CallbackQuery, speech: Speech, state: FSMContext, ask_for_access: AskForAccess
) -> Screen:
    """Ask at which school; where there is one only, who it is."""
    served = await ask_for_access.served()
    if len(served) != 1:
        return screens.choose_school(speech, served)
    await goes_on(state, LosingAccess.words, LostDraft(served[0].school))
    return screens.ask_who(speech)


async def on_school(
    _: CallbackQuery, callback_data: SayLostAccessAt, speech: Speech, state: FSMContext
) -> Screen:
    """Ask who it is."""
    await goes_on(state, LosingAccess.words, LostDraft(callback_data.school))
    return screens.ask_who(speech)


async def on_words(
    message: Message, actor: Actor, speech: Speech, state: FSMContext, ask_for_access: AskForAccess
) -> Screen:
    """Hand the words to who is in charge; what says nothing is asked for again."""
    school = LostDraft.of(await state.get_data()).school
    try:
        hears = await ask_for_access(actor.account, school, message.text or "")
    except LostWordsNeeded:
        return screens.ask_who(speech, wrong="refusal-lost-words")
    await state.clear()
    return screens.asked(speech, hears)


async def on_other_than_words(_: Message, speech: Speech, state: FSMContext) -> Screen:
    """Ask for words where something else came."""
    await state.get_data()
    return screens.ask_who(speech, wrong="refusal-lost-words")


async def on_list(
    _: CallbackQuery,
    callback_data: OpenLostAccess,
    actor: Actor,
    speech: Speech,
    read_lost_access: ReadLostAccess,
) -> Screen:
    """Show who waits."""
    member, found = await read_lost_access(actor, callback_data.school)
    return screens.requests(speech, member, found)


async def on_answered(
    _: CallbackQuery,
    callback_data: LostAccessAnswered,
    actor: Actor,
    speech: Speech,
    read_lost_access: ReadLostAccess,
) -> Screen:
    """Close a request, and show who still waits."""
    member, found = await read_lost_access.answered(actor, callback_data.number)
    return screens.requests(speech, member, found)


async def no_code(message: Message) -> bool:
    """Say whether the words are not a code: with one the person simply comes in."""
    return not looks_like_code(message.text or "")


def router() -> Router:
    """Return the router of lost access; it stands before the one that strangers do not pass."""
    routes = Router(name="lost_access")
    routes.callback_query.register(on_lost, SayLostAccess.filter())
    routes.callback_query.register(on_school, SayLostAccessAt.filter())
    routes.message.register(on_words, StateFilter(LosingAccess.words), words, no_code)
    routes.message.register(on_other_than_words, StateFilter(LosingAccess.words), other_than_words)
    routes.callback_query.register(on_list, OpenLostAccess.filter())
    routes.callback_query.register(on_answered, LostAccessAnswered.filter())
    return routes
