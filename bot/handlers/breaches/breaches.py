"""The administrator reports an account in strange hands, and looks through what is void."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks.breaches import (
    AskAboutBreach,
    BreachTold,
    ChooseBreachMoment,
    DoBreach,
    OpenBreach,
    OpenBreaches,
    WriteBreachMoment,
    instant_of,
)
from bot.handlers.dialogue import asks_for_words, goes_on, other_than_words, words
from bot.screens.breaches import asking, done
from bot.screens.parts.screen import Screen
from bot.states import Breaching
from bot.texts.speech import Speech
from core.access.people import Actor
from core.breaches.breach import AskBreach, ReadBreaches, ReportBreach
from core.breaches.moments import BreachMomentWrong
from core.ids import PersonId


@dataclass(frozen=True, slots=True)
class BreachDraft:
    """Whose account is meant, while the moment is being written."""

    person: PersonId

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Self:
        """Return the draft as it was kept."""
        return cls(PersonId(data["person"]))

    def data(self) -> dict[str, Any]:
        """Return the draft as it is kept."""
        return {"person": self.person}


async def on_ask(
    _: CallbackQuery,
    callback_data: AskAboutBreach,
    actor: Actor,
    speech: Speech,
    ask_breach: AskBreach,
) -> Screen:
    """Ask since when."""
    return asking.ask_since(speech, await ask_breach(actor, callback_data.person))


async def on_choose(
    _: CallbackQuery,
    callback_data: ChooseBreachMoment,
    actor: Actor,
    speech: Speech,
    ask_breach: AskBreach,
) -> Screen:
    """Take a moment that was tapped, and ask once more."""
    since = instant_of(callback_data.since)
    return asking.ask_again(speech, await ask_breach(actor, callback_data.person, since=since))


async def on_write(
    _: CallbackQuery,
    callback_data: WriteBreachMoment,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    ask_breach: AskBreach,
) -> Screen:
    """Ask for the moment in words."""
    asked = await ask_breach(actor, callback_data.person)
    await goes_on(state, Breaching.since, BreachDraft(asked.of.person))
    return asking.ask_moment(speech, asked)


async def on_written(
    message: Message, actor: Actor, speech: Speech, state: FSMContext, ask_breach: AskBreach
) -> Screen:
    """Take the moment, and ask once more; what is no moment is asked for again."""
    person = BreachDraft.of(await state.get_data()).person
    try:
        asked = await ask_breach(actor, person, written=message.text or "")
    except BreachMomentWrong:
        again = await ask_breach(actor, person)
        return asking.ask_moment(speech, again, wrong="refusal-breach-moment")
    await state.clear()
    return asking.ask_again(speech, asked)


async def on_do(
    _: CallbackQuery,
    callback_data: DoBreach,
    actor: Actor,
    speech: Speech,
    report_breach: ReportBreach,
    read_breaches: ReadBreaches,
) -> Screen:
    """Shut the account out, void what it did, and show that."""
    since, asked = instant_of(callback_data.since), instant_of(callback_data.asked)
    made = await report_breach(actor, callback_data.person, since, asked=asked)
    return done.breach(speech, await read_breaches.one(actor, made.of.school, made.id))


async def on_breaches(
    _: CallbackQuery,
    callback_data: OpenBreaches,
    actor: Actor,
    speech: Speech,
    read_breaches: ReadBreaches,
) -> Screen:
    """Show the breaches of a school."""
    member, found = await read_breaches(actor, callback_data.school)
    return done.breaches(speech, member, found)


async def on_breach(
    _: CallbackQuery,
    callback_data: OpenBreach,
    actor: Actor,
    speech: Speech,
    read_breaches: ReadBreaches,
) -> Screen:
    """Show what is void by a breach."""
    found = await read_breaches.one(actor, callback_data.school, callback_data.number)
    shown = done.breach(speech, found, page=callback_data.page)
    return shown.beside(anew=callback_data.anew)


async def on_told(
    _: CallbackQuery,
    callback_data: BreachTold,
    actor: Actor,
    speech: Speech,
    read_breaches: ReadBreaches,
) -> Screen:
    """Keep that head and support were told."""
    found = await read_breaches.told(actor, callback_data.school, callback_data.number)
    return done.breach(speech, found)


def router() -> Router:
    """Return the router of breaches."""
    routes = Router(name="breaches")
    routes.callback_query.register(on_ask, AskAboutBreach.filter())
    routes.callback_query.register(on_choose, ChooseBreachMoment.filter())
    routes.callback_query.register(on_write, WriteBreachMoment.filter())
    routes.callback_query.register(on_do, DoBreach.filter())
    routes.callback_query.register(on_breaches, OpenBreaches.filter())
    routes.callback_query.register(on_breach, OpenBreach.filter())
    routes.callback_query.register(on_told, BreachTold.filter())
    routes.message.register(on_written, StateFilter(Breaching.since), words)
    ask = asks_for_words("breach-ask-words")
    routes.message.register(ask, StateFilter(Breaching.since), other_than_words)
    return routes
