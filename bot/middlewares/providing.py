"""Gives a handler the use cases that it names, and makes no other."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.dispatcher.event.handler import HandlerObject
from aiogram.types import TelegramObject
from typing_extensions import override

DESK = "desk"


class Provide(BaseMiddleware):
    """Takes from the turn's desk what the chosen handler has parameters for.

    `data` brings the desk as `DESK`. What is in `data` already is left as it is.
    """

    def __init__(self, offered: frozenset[str]) -> None:
        self._offered = offered

    @override
    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        chosen: HandlerObject = data["handler"]
        desk = data[DESK]
        named = chosen.params & self._offered
        return await handler(event, {**{one: getattr(desk, one) for one in named}, **data})


def offers_of(desk: type) -> frozenset[str]:
    """Return the names of the use cases of a desk."""
    return frozenset(name for name in dir(desk) if not name.startswith("_"))
