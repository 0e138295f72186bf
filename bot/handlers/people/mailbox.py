"""A person says where letters go, and shows that the mailbox is theirs."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks import mailbox as callbacks
from bot.callbacks.fields import NOBODY
from bot.callbacks.mailbox import EnterMailCode, OpenMailbox, TypeAddress, UseKnownAddress
from bot.handlers.dialogue import asks_for_words, goes_on, other_than_words, words
from bot.screens.parts.screen import Screen
from bot.screens.people import mailbox as screens
from bot.states import Mailing
from bot.texts.speech import Speech
from core.access.people import Actor
from core.access.proving import AskForCode, EndMailbox, ReadMailbox, Tried, TryCode
from core.ids import PersonId


@dataclass(frozen=True, slots=True)
class MailboxDraft:
    """Whose mailbox is spoken of."""

    person: PersonId

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Self:
        """Return the draft as it was kept."""
        return cls(PersonId(data.get("person", NOBODY)))

    def data(self) -> dict[str, Any]:
        """Return the draft as it is kept."""
        return {"person": self.person}


async def on_mailbox(
    _: CallbackQuery,
    callback_data: OpenMailbox,
    actor: Actor,
    speech: Speech,
    read_mailbox: ReadMailbox,
) -> Screen:
    """Show where letters go; an account of several persons names one first."""
    if not callback_data.person and len(actor.members) != 1:
        return screens.whose_mailbox(speech, actor)
    person = PersonId(callback_data.person) if callback_data.person else actor.members[0].person
    return screens.mailbox(speech, await read_mailbox(actor, person))


async def on_known(
    _: CallbackQuery,
    callback_data: UseKnownAddress,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    ask_for_code: AskForCode,
) -> Screen:
    """Send a code to the address that the school has."""
    view = await ask_for_code(actor, callback_data.person, language=speech.language)
    await goes_on(state, Mailing.code, MailboxDraft(callback_data.person))
    return screens.ask_code(speech, view)


async def on_other(
    _: CallbackQuery,
    callback_data: TypeAddress,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    read_mailbox: ReadMailbox,
) -> Screen:
    """Ask for an address."""
    view = await read_mailbox(actor, callback_data.person)
    await goes_on(state, Mailing.address, MailboxDraft(callback_data.person))
    return screens.ask_address(speech, view)


async def on_address(
    message: Message,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    ask_for_code: AskForCode,
) -> Screen:
    """Send a code to the address that was typed; of a wrong one the refusal says so."""
    person = MailboxDraft.of(await state.get_data()).person
    view = await ask_for_code(actor, person, language=speech.language, address=message.text or "")
    await goes_on(state, Mailing.code, MailboxDraft(person))
    return screens.ask_code(speech, view)


async def on_enter(
    _: CallbackQuery,
    callback_data: EnterMailCode,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    read_mailbox: ReadMailbox,
) -> Screen:
    """Ask for the code of a letter that came meanwhile."""
    view = await read_mailbox(actor, callback_data.person)
    if view.proof is None:
        return screens.mailbox(speech, view)
    await goes_on(state, Mailing.code, MailboxDraft(callback_data.person))
    return screens.ask_code(speech, view)


async def on_code(
    message: Message, actor: Actor, speech: Speech, state: FSMContext, try_code: TryCode
) -> Screen:
    """Take the code; a wrong one can be put right a few times."""
    view = await try_code(
        actor, MailboxDraft.of(await state.get_data()).person, message.text or ""
    )
    if view.tried is not Tried.WRONG:
        await state.clear()
    return screens.tried(speech, view)


async def on_end(
    _: CallbackQuery,
    callback_data: callbacks.EndMailbox,
    actor: Actor,
    speech: Speech,
    end_mailbox: EndMailbox,
) -> Screen:
    """Send no letters any more."""
    return screens.mailbox(speech, await end_mailbox(actor, callback_data.person))


def router() -> Router:
    """Return the router of a person's mailbox."""
    routes = Router(name="mailbox")
    routes.callback_query.register(on_mailbox, OpenMailbox.filter())
    routes.callback_query.register(on_known, UseKnownAddress.filter())
    routes.callback_query.register(on_other, TypeAddress.filter())
    routes.callback_query.register(on_enter, EnterMailCode.filter())
    routes.callback_query.register(on_end, callbacks.EndMailbox.filter())
    routes.message.register(on_address, StateFilter(Mailing.address), words)
    routes.message.register(on_code, StateFilter(Mailing.code), words)
    ask_again = asks_for_words("refusal-word-needed")
    routes.message.register(ask_again, StateFilter(Mailing), other_than_words)
    return routes
