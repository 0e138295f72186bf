"""Whatever becomes of words in which there is a secret, they are taken out of the chat (S4)."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

from aiogram import BaseMiddleware, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.types import Message, TelegramObject
from typing_extensions import override

from bot.handlers.helpdesk.packet_drafts import is_name_for_vendor
from bot.screens.parts.screen import Screen
from bot.secret_words import Hidden, hides_a_secret


class _TakesBack(BaseMiddleware):
    """Lets the answer to a secret take it out of the chat, and a refusal or apology as well."""

    @override
    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        if not isinstance(event, Message) or not hides_a_secret(event):
            return await handler(event, data)
        if await is_name_for_vendor(event, data["raw_state"], data["state"]):
            return await handler(event, data)
        hidden: Hidden = data["hidden"]
        hidden.found = True
        try:
            shown = await handler(event, data)
        except SkipHandler:
            hidden.found = False
            raise
        return replace(shown, takes_back=True) if isinstance(shown, Screen) else shown


def without_secrets(*routers: Router) -> tuple[Router, ...]:
    """Return the routers of tasks in whose words no secret stays, whatever a handler says."""
    for one in routers:
        for observer in (one.message, one.edited_message):
            observer.middleware(_TakesBack())
    return routers
