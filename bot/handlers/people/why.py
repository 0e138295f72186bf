"""A person asks by which rules a screen came about."""

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.callbacks.why import OpenWhy, OpenWhyOf
from bot.screens.parts.screen import Screen
from bot.screens.people.why import BEHIND, rules_behind
from bot.texts.speech import Speech
from core.access.people import Actor
from core.access.rules import ReadRules


async def on_why(
    _: CallbackQuery,
    callback_data: OpenWhy | OpenWhyOf,
    actor: Actor,
    speech: Speech,
    read_rules: ReadRules,
) -> Screen:
    """Show the rules behind a screen."""
    ruled = await read_rules(actor, BEHIND[callback_data.about].by, callback_data.of)
    return rules_behind(speech, actor, callback_data, ruled).beside(anew=callback_data.anew)


def router() -> Router:
    """Return the router of «why?»."""
    routes = Router(name="why")
    routes.callback_query.register(on_why, OpenWhy.filter())
    routes.callback_query.register(on_why, OpenWhyOf.filter())
    return routes
