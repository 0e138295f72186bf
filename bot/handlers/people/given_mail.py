"""A class teacher has letters sent to who never came to the chat."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Self

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks.fields import NOBODY
from bot.callbacks.given_mail import (
    AskToEndLetters,
    DateLetterConsent,
    EndLettersOf,
    OpenLettersOf,
    TakeLetterConsent,
    WriteLetterConsentDay,
)
from bot.handlers.dialogue import asks_for_words, goes_on, other_than_words, words
from bot.screens.parts.screen import Screen
from bot.screens.people.given_mail import (
    ask_given_address,
    ask_letter_day,
    ask_written_day,
    letters_of,
    sure_to_end_letters,
)
from bot.states import GivingMail
from bot.texts.speech import Speech
from core.access.given_mail import DateLetterPaper, EndLetters, GiveAddress, ReadLettersOf
from core.access.people import Actor
from core.ids import ClassId, PersonId


@dataclass(frozen=True, slots=True)
class GivenMailDraft:
    """Whose letters are spoken of, in which class, and the day of the paper."""

    class_id: ClassId
    person: PersonId
    day: date = date.min

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Self:
        """Return the draft as it was kept; one of before has no day, and is refused for that."""
        day = date.fromordinal(data.get("day", date.min.toordinal()))
        return cls(
            ClassId(data.get("class_id", NOBODY)), PersonId(data.get("person", NOBODY)), day
        )

    def data(self) -> dict[str, Any]:
        """Return the draft as it is kept."""
        return {"class_id": self.class_id, "person": self.person, "day": self.day.toordinal()}


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


async def on_take(
    _: CallbackQuery,
    callback_data: TakeLetterConsent,
    actor: Actor,
    speech: Speech,
    read_letters_of: ReadLettersOf,
) -> Screen:
    """Ask which day stands on the written consent."""
    of = callback_data
    view = await read_letters_of(actor, of.class_id, of.person)
    return ask_letter_day(speech, view, known=of.known)


async def on_dated_known(
    _: CallbackQuery,
    callback_data: DateLetterConsent,
    actor: Actor,
    speech: Speech,
    give_address: GiveAddress,
) -> Screen:
    """Send the letter with the link to the address that the school has."""
    of, day = callback_data, date.fromordinal(callback_data.day)
    return letters_of(
        speech, await give_address(actor, of.class_id, of.person, day=day), sent=True
    )


async def on_dated(
    _: CallbackQuery,
    callback_data: DateLetterConsent,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    date_letter_paper: DateLetterPaper,
) -> Screen:
    """Ask for the address that stands on the consent of a day."""
    of, day = callback_data, date.fromordinal(callback_data.day)
    paper = await date_letter_paper(actor, of.class_id, of.person, day)
    await goes_on(state, GivingMail.address, GivenMailDraft(of.class_id, of.person, day))
    return ask_given_address(speech, paper.of)


async def on_other_day(
    _: CallbackQuery,
    callback_data: WriteLetterConsentDay,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    read_letters_of: ReadLettersOf,
) -> Screen:
    """Ask for the day in words."""
    of = callback_data
    view = await read_letters_of(actor, of.class_id, of.person)
    where = GivingMail.day_of_known if of.known else GivingMail.day
    await goes_on(state, where, GivenMailDraft(of.class_id, of.person))
    return ask_written_day(speech, view)


async def on_written_known(
    message: Message,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    give_address: GiveAddress,
) -> Screen:
    """Send the letter to the address that the school has, on a consent of a written day."""
    of, typed = GivenMailDraft.of(await state.get_data()), message.text or ""
    view = await give_address(actor, of.class_id, of.person, day=typed)
    await state.clear()
    return letters_of(speech, view, sent=True)


async def on_written(
    message: Message,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    date_letter_paper: DateLetterPaper,
) -> Screen:
    """Ask for the address on a consent of a day that was written."""
    of = GivenMailDraft.of(await state.get_data())
    paper = await date_letter_paper(actor, of.class_id, of.person, message.text or "")
    await goes_on(state, GivingMail.address, replace(of, day=paper.day))
    return ask_given_address(speech, paper.of)


async def on_address(
    message: Message,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    give_address: GiveAddress,
) -> Screen:
    """Send the letter with the link to the address that was typed."""
    of, typed = GivenMailDraft.of(await state.get_data()), message.text or ""
    view = await give_address(actor, of.class_id, of.person, day=of.day, address=typed)
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
    routes.callback_query.register(on_take, TakeLetterConsent.filter())
    routes.callback_query.register(on_dated_known, DateLetterConsent.filter(F.known))
    routes.callback_query.register(on_dated, DateLetterConsent.filter())
    routes.callback_query.register(on_other_day, WriteLetterConsentDay.filter())
    routes.callback_query.register(on_ask, AskToEndLetters.filter())
    routes.callback_query.register(on_end, EndLettersOf.filter())
    routes.message.register(on_written_known, StateFilter(GivingMail.day_of_known), words)
    routes.message.register(on_written, StateFilter(GivingMail.day), words)
    routes.message.register(on_address, StateFilter(GivingMail.address), words)
    ask_again = asks_for_words("refusal-word-needed")
    routes.message.register(ask_again, StateFilter(GivingMail), other_than_words)
    return routes
