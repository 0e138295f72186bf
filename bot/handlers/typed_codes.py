"""A code typed where words go to somebody else: taken out of the chat, and nobody comes in by it.

Else a consultant who is sent a family's code, and passes it on, would come in as that family.
"""

from dataclasses import replace

from aiogram import F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import Message

from bot.handlers.helpdesk.asking import on_code
from bot.handlers.helpdesk.consulting_drafts import ticket_of_card
from bot.handlers.helpdesk.packet_drafts import is_name_for_vendor
from bot.handlers.helpdesk.packets import on_words as on_packet_words
from bot.screens.parts.screen import Screen
from bot.screens.people.refusals import aside
from bot.states import Asking, LosingAccess, Mailing
from bot.texts.speech import Speech
from core.access.codes import looks_like_code
from core.access.people import Actor
from core.notices.tickets.card import FindTicketReplied

_MAY_COME_IN = tuple(one.state for group in (LosingAccess, Mailing) for one in group.__states__)
"""Dialogues of who may be looking for a way in; the words of all others go to somebody."""


async def on_code_for_others(
    _: Message, actor: Actor, speech: Speech, state: FSMContext
) -> Screen:
    """Say that the code was not sent; what was begun goes on."""
    await state.get_data()
    return replace(aside(speech, actor, "code-for-others"), takes_back=True)


async def on_code_in_reply(
    message: Message,
    actor: Actor,
    speech: Speech,
    state: FSMContext,
    find_ticket_replied: FindTicketReplied,
) -> Screen:
    """Say the same of a code that answers a request; an answer to anything else comes in by it."""
    replied = message.reply_to_message
    if replied is None or actor.is_stranger:
        raise SkipHandler
    found = ticket_of_card(replied) or await find_ticket_replied(actor, str(replied.message_id))
    if found is None:
        raise SkipHandler
    return await on_code_for_others(message, actor, speech, state)


async def in_words_to_others(_: Message, raw_state: str | None) -> bool:
    """Say whether the person is in the middle of writing to somebody."""
    return raw_state is not None and raw_state not in _MAY_COME_IN


async def is_a_code(message: Message, actor: Actor) -> bool:
    """Say whether the message, or what is written under a picture, is nothing but a code.

    A stranger's is the way in, whatever dialogue was open when the person was shut out.
    """
    return not actor.is_stranger and looks_like_code(message.text or message.caption or "")


def router() -> Router:
    """Return the router of codes typed to others; it stands before the one of coming in."""
    routes = Router(name="typed_codes")
    routes.message.register(on_code, StateFilter(Asking), is_a_code)
    routes.message.register(on_packet_words, is_a_code, is_name_for_vendor)
    routes.message.register(on_code_for_others, in_words_to_others, is_a_code)
    routes.message.register(on_code_in_reply, F.reply_to_message, is_a_code)
    return routes
