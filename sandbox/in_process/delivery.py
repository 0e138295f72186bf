"""How raw updates reach a bot in a test."""

from collections.abc import Awaitable, Callable, Collection
from typing import TypeAlias

from aiogram import Bot, Dispatcher
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.types import Update

from sandbox.engine import Wire

Deliver: TypeAlias = Callable[[list[Wire]], Awaitable[None]]
"""Feeds raw updates to a bot and returns when they are worked off."""


def deliver_to(dispatcher: Dispatcher, bot: Bot, *, unhandled: Collection[str] = ()) -> Deliver:
    """Return what feeds a plain dispatcher; an update that nobody takes fails the test.

    `unhandled` names the kinds of update that may pass unheard, such as "my_chat_member".
    """

    async def deliver(raw_updates: list[Wire]) -> None:
        for raw in raw_updates:
            update = Update.model_validate(raw, context={"bot": bot})
            outcome = await dispatcher.feed_update(bot, update)
            if outcome is UNHANDLED and update.event_type not in unhandled:
                raise AssertionError(f"nobody handled this {update.event_type}: {raw}")

    return deliver
