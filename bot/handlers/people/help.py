"""Help and privacy, open to strangers too: who asks must learn how to come in and what is kept."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.callbacks.places import OpenHelp, OpenPrivacy
from bot.screens.parts.screen import Screen
from bot.screens.people.settings import help_for, privacy
from bot.texts.speech import Speech
from core.access.people import Actor


async def on_help(_: Message | CallbackQuery, actor: Actor, speech: Speech) -> Screen:
    """Show what the bot can do for the person."""
    return help_for(speech, actor)


async def on_privacy(_: Message | CallbackQuery, actor: Actor, speech: Speech) -> Screen:
    """Show what is kept about the person."""
    return privacy(speech, actor)


def router() -> Router:
    """Return the router of help and privacy."""
    routes = Router(name="help")
    routes.message.register(on_help, Command("help"))
    routes.callback_query.register(on_help, OpenHelp.filter())
    routes.message.register(on_privacy, Command("privacy"))
    routes.callback_query.register(on_privacy, OpenPrivacy.filter())
    return routes
