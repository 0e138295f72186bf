"""A person checks what the school keeps of it, and says what is right (W2)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks.fields import NOBODY
from bot.callbacks.personal_data import ChooseWrong, ConfirmData, OpenMyData, SayRight
from bot.handlers.dialogue import asks_for_words, goes_on, other_than_words, words
from bot.screens.parts.screen import Screen
from bot.screens.people.refusals import REFUSALS
from bot.screens.watch import personal_data as screens
from bot.states import CheckingData
from bot.texts.speech import Speech
from core.access.mail_addresses import AddressWrong
from core.access.people import Actor
from core.access.personal_data import checking
from core.access.personal_data.data import DataAsKept, DataField, DataWordsWrong
from core.ids import PersonId


@dataclass(frozen=True, slots=True)
class RightDraft:
    """Of which field of whom the person is saying what is right."""

    person: PersonId
    field: DataField
    about: PersonId

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Self:
        """Return the draft as it was kept."""
        return cls(PersonId(data["person"]), DataField(data["field"]), PersonId(data["about"]))

    def data(self) -> Mapping[str, Any]:
        """Return the draft as it is kept."""
        return {"person": self.person, "field": self.field.value, "about": self.about}


async def on_open(
    _: CallbackQuery,
    callback_data: OpenMyData,
    actor: Actor,
    speech: Speech,
    read_my_data: checking.ReadMyData,
) -> Screen:
    """Show what the school keeps of a person; of several let one be chosen."""
    family = screens.of_families(actor)
    if callback_data.person == NOBODY and len(family) > 1:
        return screens.whose_data(speech, family)
    only = family[0].person if family and callback_data.person == NOBODY else None
    return screens.my_data(
        speech, await read_my_data(actor, only or PersonId(callback_data.person))
    )


async def on_confirm(
    _: CallbackQuery,
    callback_data: ConfirmData,
    actor: Actor,
    speech: Speech,
    confirm_my_data: checking.ConfirmMyData,
) -> Screen:
    """Keep that all is right."""
    return screens.my_data(speech, await confirm_my_data(actor, callback_data.person))


async def on_wrong(
    _: CallbackQuery,
    callback_data: ChooseWrong,
    actor: Actor,
    speech: Speech,
    read_my_data: checking.ReadMyData,
) -> Screen:
    """Ask what is wrong."""
    return screens.choose_wrong(speech, await read_my_data.asked(actor, callback_data.person))


async def on_say(
    _: CallbackQuery,
    callback_data: SayRight,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    ask_what_is_right: checking.AskWhatIsRight,
) -> Screen:
    """Ask for the right words."""
    draft = RightDraft(callback_data.person, callback_data.field, callback_data.about)
    view = await ask_what_is_right(actor, draft.person, draft.field, draft.about)
    await goes_on(state, CheckingData.words, draft)
    return screens.ask_right(speech, view, draft.field, draft.about)


async def on_words(
    message: Message,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    say_what_is_right: checking.SayWhatIsRight,
) -> Screen:
    """Keep the words for the administrator; what is none is asked for again."""
    draft, said = RightDraft.of(await state.get_data()), message.text or ""
    try:
        view = await say_what_is_right(actor, draft.person, draft.field, draft.about, said)
    except (DataWordsWrong, AddressWrong, DataAsKept) as wrong:
        return screens.ask_again(speech, draft.person, REFUSALS[wrong.code])
    await state.clear()
    return screens.my_data(speech, view, note="data-said")


def router() -> Router:
    """Return the router of the own data."""
    routes = Router(name="personal_data")
    routes.callback_query.register(on_open, OpenMyData.filter())
    routes.callback_query.register(on_confirm, ConfirmData.filter())
    routes.callback_query.register(on_wrong, ChooseWrong.filter())
    routes.callback_query.register(on_say, SayRight.filter())
    routes.message.register(on_words, StateFilter(CheckingData.words), words)
    routes.message.register(
        asks_for_words("data-words-only"), StateFilter(CheckingData), other_than_words
    )
    return routes
