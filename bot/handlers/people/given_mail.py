"""A class teacher has letters sent to who never came to the chat."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks.fields import NOBODY
from bot.callbacks.given_mail import (
    AskToEndLetters,
    EndLettersOf,
    GiveKnownAddress,
    OpenLettersOf,
    TypeGivenAddress,
)
from bot.handlers.dialogue import asks_for_words, goes_on, other_than_words, words
from bot.screens.parts.screen import Screen
from bot.screens.people.given_mail import (
    ask_given_address,
    letters_of,
    sure_to_end_letters,
)
from bot.states import GivingMail
from bot.texts.speech import Speech
from core.access.given_mail import EndLetters, GiveAddress, ReadLettersOf
from core.access.people import Actor
from core.ids import ClassId, PersonId


@dataclass(frozen=True, slots=True)
class GivenMailDraft:
    """Whose letters are spoken of, and in which class."""

    class_id: ClassId
    person: PersonId

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Self:
        """Return the draft as it was kept."""
        return cls(ClassId(data.get("class_id", NOBODY)), PersonId(data.get("person", NOBODY)))

    def data(self) -> dict[str, Any]:
        """Return the draft as it is kept."""
        return {"class_id": self.class_id, "person": self.person}


async def on_letters(
    _: CallbackQuery,
    callback_data: OpenLettersOf,
    actor: Actor,
    speech: Speech,
    read_letters_of: ReadLettersOf,
) -> Screen:
    """Show what there is of letters to a person."""
    of = callback_data
    return letters_of(speech, await read_letters_of(actor, of.class_id, of.person))


async def on_known(
    _: CallbackQuery,
    callback_data: GiveKnownAddress,
    actor: Actor,
    speech: Speech,
    give_address: GiveAddress,
) -> Screen:
    """Send the letter with the link to the address that the school has."""
    of = callback_data
    view = await give_address(actor, of.class_id, of.person, language=speech.language)
    return letters_of(speech, view, sent=True)


async def on_type(
    _: CallbackQuery,
    callback_data: TypeGivenAddress,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    read_letters_of: ReadLettersOf,
) -> Screen:
    """Ask for the address on the guardian's paper."""
    of = callback_data
    view = await read_letters_of(actor, of.class_id, of.person)
    await goes_on(state, GivingMail.address, GivenMailDraft(of.class_id, of.person))
    return ask_given_address(speech, view)


async def on_address(
    message: Message,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    give_address: GiveAddress,
) -> Screen:
    """Send the letter with the link to the address that was typed."""
    of, typed = GivenMailDraft.of(await state.get_data()), message.text or ""
    view = await give_address(
        actor, of.class_id, of.person, language=speech.language, address=typed
    )
    await state.clear()
    return letters_of(speech, view, sent=True)


async def on_ask(
    _: CallbackQuery,
    callback_data: AskToEndLetters,
    actor: Actor,
    speech: Speech,
    read_letters_of: ReadLettersOf,
) -> Screen:
    """Say what it means that letters end."""
    of = callback_data
    return sure_to_end_letters(speech, await read_letters_of(actor, of.class_id, of.person))


async def on_end(
    _: CallbackQuery,
    callback_data: EndLettersOf,
    actor: Actor,
    speech: Speech,
    end_letters: EndLetters,
) -> Screen:
    """End letters: the guardian took the word back on paper."""
    of = callback_data
    return letters_of(speech, await end_letters(actor, of.class_id, of.person))


def router() -> Router:
    """Return the router of letters to who never came to the chat."""
    routes = Router(name="given_mail")
    routes.callback_query.register(on_letters, OpenLettersOf.filter())
    routes.callback_query.register(on_known, GiveKnownAddress.filter())
    routes.callback_query.register(on_type, TypeGivenAddress.filter())
    routes.callback_query.register(on_ask, AskToEndLetters.filter())
    routes.callback_query.register(on_end, EndLettersOf.filter())
    routes.message.register(on_address, StateFilter(GivingMail.address), words)
    ask_again = asks_for_words("refusal-word-needed")
    routes.message.register(ask_again, StateFilter(GivingMail), other_than_words)
    return routes
