"""A calendar that is read by its link: what the link's owner may see at this moment, as a file."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Any

from bot.documents.workshop import Workshop
from bot.screens.parts.enclosure import Paper
from core.diary.papers.agenda_links import FollowAgendaLink


class NotMade(Exception):
    """The calendar is there and may be read, and could not be written just now."""


@dataclass(frozen=True, slots=True)
class ReadLinkedAgenda:
    """Follows links; `begin` opens a transaction that reads."""

    begin: Callable[[], AbstractAsyncContextManager[Any]]
    follow: Callable[[Any], FollowAgendaLink]
    workshop: Workshop

    async def __call__(self, secret: str) -> bytes | None:
        """Return the file; None where the link opens nothing (any more)."""
        async with self.begin() as books:
            found = await self.follow(books)(secret)
        if found is None:
            return None
        agenda, account = found
        file = await self.workshop(Paper.AGENDA, agenda, account.language)
        if file is None:
            raise NotMade
        return file.content
