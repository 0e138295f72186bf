"""A tick that does all its work in one turn: committed when it ends well, else tried again."""

from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class InOneTurn:
    """Opens a turn and does in it what is due."""

    begin: Callable[[], AbstractAsyncContextManager[Any]]
    what: Callable[[Any], Callable[[], Awaitable[object]]]

    async def __call__(self) -> None:
        """Do what is due now."""
        async with self.begin() as books:
            await self.what(books)()
