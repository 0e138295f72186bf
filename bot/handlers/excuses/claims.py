"""The class teacher decides on excuses of the class, and notes which documents have come."""

from collections.abc import Awaitable, Callable
from operator import attrgetter
from typing import Protocol

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, Message

from bot.callbacks.excuses import (
    AcceptClaimInWords,
    AskDocument,
    DecideClaim,
    NameDocument,
    OpenClaim,
    OpenClaims,
    OpenNote,
)
from bot.handlers.dialogue import asks_for_words, goes_on, other_than_words, words
from bot.handlers.excuses.drafts import DecisionDraft
from bot.screens.excuses import claims as screens
from bot.screens.parts.screen import Screen
from bot.states import Deciding
from bot.texts.speech import Speech
from core.access.people import Actor
from core.diary.excuses.class_teacher import (
    AcceptExcuse,
    Claimed,
    ConfirmExcuse,
    DeclineExcuse,
    ReadClaim,
    ReadClaims,
)
from core.ids import ExcuseId


async def on_claims(
    _: CallbackQuery,
    callback_data: OpenClaims,
    actor: Actor,
    speech: Speech,
    read_claims: ReadClaims,
) -> Screen:
    """Show what is to be done about absences of the class."""
    view = await read_claims(actor, callback_data.class_id)
    return screens.class_claims(speech, view, page=callback_data.page)


async def on_claim(
    _: CallbackQuery,
    callback_data: OpenClaim,
    actor: Actor,
    speech: Speech,
    read_claim: ReadClaim,
) -> Screen:
    """Show one excuse."""
    view = await read_claim(actor, callback_data.excuse)
    return screens.claim(speech, view).beside(anew=callback_data.anew)


async def on_note(
    _: CallbackQuery,
    callback_data: OpenNote,
    actor: Actor,
    speech: Speech,
    read_claim: ReadClaim,
) -> Screen:
    """Show the photo or file that the family attached."""
    return screens.note(speech, await read_claim(actor, callback_data.excuse))


async def on_accept(
    _: CallbackQuery,
    callback_data: DecideClaim,
    actor: Actor,
    speech: Speech,
    accept_excuse: AcceptExcuse,
) -> Screen:
    """Accept an excuse."""
    return screens.claim(speech, await accept_excuse(actor, callback_data.excuse))


async def on_acceptance(
    message: Message,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    accept_excuse: AcceptExcuse,
) -> Screen:
    """Accept with the word that was written."""
    view = await accept_excuse(actor, await _asked_about(state), word=message.text or "")
    await state.clear()
    return screens.claim(speech, view)


async def on_verdict(
    message: Message,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    decline_excuse: DeclineExcuse,
) -> Screen:
    """Decline with the word that was written."""
    view = await decline_excuse(actor, await _asked_about(state), word=message.text or "")
    await state.clear()
    return screens.claim(speech, view)


async def on_named_document(
    _: CallbackQuery,
    callback_data: NameDocument,
    actor: Actor,
    speech: Speech,
    confirm_excuse: ConfirmExcuse,
) -> Screen:
    """Confirm by one of the documents that come most often."""
    document = speech.turned_to("ru").label(screens.DOCUMENTS[callback_data.document])
    view = await confirm_excuse(actor, callback_data.excuse, document=document)
    return screens.claim(speech, view)


async def on_document(
    message: Message,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    confirm_excuse: ConfirmExcuse,
) -> Screen:
    """Confirm by a document that was named in a word."""
    view = await confirm_excuse(actor, await _asked_about(state), document=message.text or "")
    await state.clear()
    return screens.claim(speech, view)


class _OfExcuse(Protocol):
    excuse: ExcuseId


_Asks = Callable[[Speech, Claimed], Screen]


def _asks(
    question: _Asks, where: State, *, open_to: Callable[[Claimed], bool]
) -> Callable[..., Awaitable[Screen]]:
    """Return the handler that asks for the word of a decision; a decided one is shown as it is."""

    async def on_ask(
        _: CallbackQuery,
        callback_data: _OfExcuse,
        actor: Actor,
        speech: Speech,
        state: FSMContext,
        read_claim: ReadClaim,
    ) -> Screen:
        view = await read_claim(actor, callback_data.excuse)
        if not open_to(view):
            return screens.claim(speech, view)
        await goes_on(state, where, DecisionDraft(view.excuse.id))
        return question(speech, view)

    return on_ask


async def _asked_about(state: FSMContext) -> ExcuseId:
    return DecisionDraft.of(await state.get_data()).excuse


def router() -> Router:
    """Return the router of what a class teacher decides about absences."""
    routes = Router(name="claims")
    on_decline = _asks(screens.ask_verdict, Deciding.verdict, open_to=attrgetter("may_decline"))
    on_accept_in_words = _asks(
        screens.ask_acceptance, Deciding.acceptance, open_to=attrgetter("may_accept")
    )
    on_ask_document = _asks(
        screens.ask_document, Deciding.document, open_to=attrgetter("may_confirm")
    )
    routes.callback_query.register(on_claims, OpenClaims.filter())
    routes.callback_query.register(on_claim, OpenClaim.filter())
    routes.callback_query.register(on_note, OpenNote.filter())
    routes.callback_query.register(on_accept, DecideClaim.filter(F.accepted))
    routes.callback_query.register(on_decline, DecideClaim.filter())
    routes.callback_query.register(on_accept_in_words, AcceptClaimInWords.filter())
    routes.callback_query.register(on_ask_document, AskDocument.filter())
    routes.callback_query.register(on_named_document, NameDocument.filter())
    routes.message.register(on_verdict, StateFilter(Deciding.verdict), words)
    routes.message.register(on_acceptance, StateFilter(Deciding.acceptance), words)
    routes.message.register(on_document, StateFilter(Deciding.document), words)
    ask_again = asks_for_words("refusal-word-needed")
    routes.message.register(ask_again, StateFilter(Deciding), other_than_words)
    return routes
