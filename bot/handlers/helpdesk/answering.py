"""Who answers writes: by a button or a reply it is an answer, plain words go nowhere unasked."""

from dataclasses import dataclass, replace

from aiogram import F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.callbacks.consulting import BeginWords, DropWords, KeepAsNote, Kind, SendWords
from bot.handlers.dialogue import beside_what_was_begun, goes_on, is_reply, not_a_command
from bot.handlers.helpdesk.consulting_drafts import ENTRY_KINDS, HelperDraft, ticket_of_card
from bot.screens.helpdesk import ticket_saying as screens
from bot.screens.messages.writing import wrong_of
from bot.screens.parts.screen import Screen
from bot.screens.people.refusals import aside
from bot.secret_words import hides_a_secret
from bot.states import Consulting
from bot.texts.html import NOTHING
from bot.texts.speech import Speech
from core.access.people import Actor
from core.clock import Clock
from core.errors import RuleBroken
from core.helpdesk.tickets.helping import SayAsHelper
from core.helpdesk.tickets.in_hand import FindInHand
from core.helpdesk.tickets.ticket import EntryKind
from core.ids import TicketId
from core.notices.tickets.card import FindTicketReplied, ReadHelperCard


@dataclass(frozen=True, slots=True)
class _Turn:
    """Who writes now, and what writing takes."""

    actor: Actor
    speech: Speech
    state: FSMContext
    read_card: ReadHelperCard
    say: SayAsHelper

    async def takes(self, draft: HelperDraft, message: Message) -> Screen:
        """Send words, or a single file, at once; gather an album, which is answered once."""
        view = await self.read_card(self.actor, draft.ticket)
        try:
            taken = draft.taking(message)
        except RuleBroken as wrong:
            return screens.ask(self.speech, view, draft.kind, wrong=wrong_of(wrong))
        if not taken.said.album:
            struck = hides_a_secret(message)
            return await self.sends(taken, ENTRY_KINDS[taken.kind], struck=struck)
        if draft.said.goes_on_with(message):
            await goes_on(self.state, Consulting.words, taken)
            return Screen(NOTHING)
        return await self.gathers(taken)

    async def gathers(self, draft: HelperDraft) -> Screen:
        """Take in the first part of an album, and offer to send it."""
        await goes_on(self.state, Consulting.words, draft)
        view = await self.read_card(self.actor, draft.ticket)
        return screens.gathered(self.speech, view, draft.said.stamp)

    async def sends(self, draft: HelperDraft, kind: EntryKind, *, struck: bool = False) -> Screen:
        """Say what was written, which is over with that."""
        await self.state.clear()
        return await self.says(draft, kind, struck=struck)

    async def says(self, draft: HelperDraft, kind: EntryKind, *, struck: bool) -> Screen:
        """Say it as what it is meant; `struck` is whether a secret was in the message."""
        said, hands = draft.said, draft.kind is Kind.HAND_NOTE
        done = await self.say(self.actor, draft.ticket, kind, said.content, said.originals)
        done = replace(done, struck=done.struck or struck)
        return screens.said(self.speech, done, kind, hands=hands)


async def on_begin(
    _: CallbackQuery,
    callback_data: BeginWords,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    clock: Clock,
    read_helper_card: ReadHelperCard,
) -> Screen:
    """Ask for the words."""
    view, kind = await read_helper_card(actor, callback_data.ticket), callback_data.kind
    draft = HelperDraft.begun(callback_data.ticket, kind, clock.now())
    await goes_on(state, Consulting.words, draft)
    return screens.ask(speech, view, kind).beside(anew=callback_data.anew)


async def on_words(
    message: Message,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    read_helper_card: ReadHelperCard,
    say_as_helper: SayAsHelper,
) -> Screen:
    """Take what was asked for."""
    draft = HelperDraft.of(await state.get_data())
    turn = _Turn(actor, speech, state, read_helper_card, say_as_helper)
    return await turn.takes(draft, message)


async def on_reply(
    message: Message,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    clock: Clock,
    find_ticket_replied: FindTicketReplied,
    read_helper_card: ReadHelperCard,
    say_as_helper: SayAsHelper,
) -> Screen:
    """Answer the card, or the message of a ticket, that was replied to; others are for others."""
    ticket = await _replied(message, actor, find_ticket_replied)
    if ticket is None or not await read_helper_card.is_for(actor, ticket):
        raise SkipHandler
    if await _writes_there(state, ticket):
        raise SkipHandler
    draft = HelperDraft.begun(ticket, Kind.ANSWER, clock.now()).taking(message)
    turn = _Turn(actor, speech, state, read_helper_card, say_as_helper)
    if draft.said.album and await state.get_state() is None:
        return await turn.gathers(draft)
    shown = await turn.says(draft, EntryKind.ANSWER, struck=hides_a_secret(message))
    return await beside_what_was_begun(state, speech, shown)


async def _writes_there(state: FSMContext, ticket: TicketId) -> bool:
    """Say whether something is written to the same ticket: then it is that, a note stays one."""
    begun = await state.get_state() == Consulting.words.state
    return begun and HelperDraft.of(await state.get_data()).ticket == ticket


async def _replied(message: Message, actor: Actor, find: FindTicketReplied) -> TicketId | None:
    replied = message.reply_to_message
    if replied is None:
        return None
    return ticket_of_card(replied) or await find(actor, str(replied.message_id))


async def on_plain(
    message: Message,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    clock: Clock,
    find_in_hand: FindInHand,
) -> Screen:
    """Ask whether plain words are an answer: nobody gets them unasked."""
    found = await find_in_hand(actor)
    if not found:
        raise SkipHandler
    if len(found) > 1:
        return screens.to_many(speech, found)
    draft = HelperDraft.begun(found[0].id, Kind.ANSWER, clock.now()).taking(message)
    await goes_on(state, Consulting.which, draft)
    return screens.is_answer(speech, found[0], draft.said.content, draft.said.stamp)


async def on_further(message: Message, actor: Actor, speech: Speech, state: FSMContext) -> Screen:
    """Take further parts of an album; other words wait for the tap, and are not sent either."""
    draft = HelperDraft.of(await state.get_data())
    if not draft.said.goes_on_with(message):
        return aside(speech, actor, "ticket-tap-first")
    await goes_on(state, Consulting.which, draft.taking(message))
    return Screen(NOTHING)


async def on_draft_edit(
    message: Message,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    read_helper_card: ReadHelperCard,
) -> Screen:
    """Take other words into what waits for a tap; an edit of anything else is for others."""
    draft = _retaken(HelperDraft.of(await state.get_data()), message)
    if draft is None:
        raise SkipHandler
    await state.set_data(draft.data())
    view, said = await read_helper_card(actor, draft.ticket), draft.said
    if await state.get_state() == Consulting.which.state:
        return screens.is_answer(speech, view.ticket, said.content, said.stamp)
    return screens.gathered(speech, view, said.stamp)


def _retaken(draft: HelperDraft, message: Message) -> HelperDraft | None:
    try:
        return draft.retaking(message)
    except RuleBroken:
        return None


async def on_send(
    _: CallbackQuery,
    callback_data: SendWords,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    read_helper_card: ReadHelperCard,
    say_as_helper: SayAsHelper,
) -> Screen:
    """Send what was gathered; a button of another draft is old."""
    draft = HelperDraft.of(await state.get_data())
    if draft.said.stamp != callback_data.stamp:
        return aside(speech, actor, "old-button")
    turn = _Turn(actor, speech, state, read_helper_card, say_as_helper)
    return await turn.sends(draft, ENTRY_KINDS[draft.kind])


async def on_note(
    _: CallbackQuery,
    callback_data: KeepAsNote,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    read_helper_card: ReadHelperCard,
    say_as_helper: SayAsHelper,
) -> Screen:
    """Keep plain words as a note; a button of another draft is old."""
    draft = HelperDraft.of(await state.get_data())
    if draft.said.stamp != callback_data.stamp:
        return aside(speech, actor, "old-button")
    turn = _Turn(actor, speech, state, read_helper_card, say_as_helper)
    return await turn.sends(draft, EntryKind.NOTE)


async def on_drop(
    _: CallbackQuery,
    callback_data: DropWords,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    read_helper_card: ReadHelperCard,
) -> Screen:
    """Throw away what was written; a button of another draft is old."""
    draft = HelperDraft.of(await state.get_data())
    if draft.said.stamp != callback_data.stamp:
        return aside(speech, actor, "old-button")
    await state.clear()
    return screens.dropped(speech, await read_helper_card(actor, draft.ticket))


def router() -> Router:
    """Return the router of answers; plain words come last, in `plain_router`."""
    routes = Router(name="consulting_answers")
    routes.callback_query.register(on_begin, BeginWords.filter())
    drafting = StateFilter(Consulting.words, Consulting.which)
    routes.callback_query.register(on_send, SendWords.filter(), drafting)
    routes.callback_query.register(on_note, KeepAsNote.filter(), drafting)
    routes.callback_query.register(on_drop, DropWords.filter(), drafting)
    routes.message.register(on_words, StateFilter(Consulting.words), not_a_command)
    routes.message.register(on_further, StateFilter(Consulting.which), not_a_command)
    routes.edited_message.register(on_draft_edit, drafting)
    return routes


def reply_router() -> Router:
    """Return the router of replies, which stands before all dialogues."""
    routes = Router(name="consulting_replies")
    routes.message.register(on_reply, is_reply)
    return routes


def plain_router() -> Router:
    """Return the router of plain words: whatever no other task took."""
    routes = Router(name="consulting_plain")
    routes.message.register(
        on_plain, StateFilter(None), F.text | F.photo | F.document, not_a_command
    )
    return routes
