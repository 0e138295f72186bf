"""Settings: the language."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.callbacks.places import ChooseLanguage, OpenSettings
from bot.handlers.people.activation import Reload
from bot.screens.parts.screen import Screen
from bot.screens.people.settings import language_chosen, settings
from bot.texts.speech import Speech
from core.access.people import Actor
from core.access.proving import AskForCode
from core.access.speaking import ChangeLanguage


async def on_settings(
    _: Message | CallbackQuery, actor: Actor, speech: Speech, ask_for_code: AskForCode
) -> Screen:
    """Show the settings."""
    return settings(speech, has_mail=ask_for_code.are_sent and not actor.is_stranger)


async def on_language(
    _: CallbackQuery,
    callback_data: ChooseLanguage,
    actor: Actor,
    speech: Speech,
    change_language: ChangeLanguage,
    reload: Reload,
    ask_for_code: AskForCode,
) -> Screen:
    """Speak the chosen language from now on."""
    chosen = speech.turned_to(callback_data.language)
    await change_language(actor, chosen.language)
    await reload()
    return language_chosen(chosen, has_mail=ask_for_code.are_sent)


def router() -> Router:
    """Return the router of settings."""
    routes = Router(name="settings")
    routes.message.register(on_settings, Command("settings"))
    routes.callback_query.register(on_settings, OpenSettings.filter())
    routes.callback_query.register(on_language, ChooseLanguage.filter())
    return routes
