"""Whatever no other task took: each gets a sentence that helps, and the menu."""

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.types import CallbackQuery, Message

from bot.screens.parts.screen import Screen
from bot.screens.people.refusals import aside, told
from bot.secret_words import hides_a_secret
from bot.states import Broadcasting
from bot.texts.speech import Speech
from core.access.people import Actor

_LONG = 1000


async def on_edit(_: Message, actor: Actor, speech: Speech) -> Screen:
    """Say that edits are not read: a code that was put right must be sent anew."""
    return told(speech, actor, speech.label("edited"))


async def on_edit_beside_broadcast(_: Message, actor: Actor, speech: Speech) -> Screen:
    """Say that the draft does not hold what was edited: sent anew it would be added to it."""
    return told(speech, actor, speech.label("edited-beside-broadcast"))


async def on_contact(_: Message, actor: Actor, speech: Speech) -> Screen:
    """Say that no phone number is needed."""
    return aside(speech, actor, "contact")


async def on_long_text(_: Message, actor: Actor, speech: Speech) -> Screen:
    """Say that so long a text is not read."""
    return aside(speech, actor, "too-long")


async def on_unknown_command(_: Message, actor: Actor, speech: Speech) -> Screen:
    """Say where the commands are listed."""
    return aside(speech, actor, "unknown-command")


async def on_unknown_words(message: Message, actor: Actor, speech: Speech) -> Screen:
    """Say that plain text is not read; of a password, that it went to nobody."""
    return aside(speech, actor, "plain-secret" if hides_a_secret(message) else "unknown-words")


async def on_anything(_: Message, actor: Actor, speech: Speech) -> Screen:
    """Say that stickers, photos and files are not taken."""
    return aside(speech, actor, "not-text")


async def on_old_button(_: CallbackQuery, actor: Actor, speech: Speech) -> Screen:
    """Say that the button is out of date; what it once meant is not told."""
    return aside(speech, actor, "old-button")


# Filters are coroutines: aiogram takes any other one to a thread for each message.
async def is_contact(message: Message) -> bool:
    """Say whether a phone number was sent."""
    return message.contact is not None


async def is_long(message: Message) -> bool:
    """Say whether the text is longer than anything that is meant for a bot."""
    return len(message.text or "") > _LONG


async def is_command(message: Message) -> bool:
    """Say whether the text is meant as a command."""
    return (message.text or "").startswith("/")


async def is_text(message: Message) -> bool:
    """Say whether it is text at all."""
    return message.text is not None


def router() -> Router:
    """Return the router of last resort."""
    routes = Router(name="fallback")
    routes.edited_message.register(on_edit_beside_broadcast, StateFilter(Broadcasting))
    routes.edited_message.register(on_edit)
    routes.message.register(on_contact, is_contact)
    routes.message.register(on_long_text, is_long)
    routes.message.register(on_unknown_command, is_command)
    routes.message.register(on_unknown_words, is_text)
    routes.message.register(on_anything)
    routes.callback_query.register(on_old_button)
    return routes
