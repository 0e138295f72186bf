"""News of a letter without details are read by its link, as by a tap in the chat (F9)."""

from dataclasses import dataclass

from core.access.people import Actor
from core.access.readers import KnowReader, Reader
from core.errors import NotFound
from core.ids import NoticeId
from core.notices.answers.opening import Opened, OpenNews


@dataclass(frozen=True, slots=True)
class OpenedNews:
    """What the reader sees; `found` is None where nothing of it stands any more."""

    actor: Actor
    found: Opened | None


@dataclass(frozen=True, slots=True)
class ReadByLetter:
    """A reader opens what a letter kept back: the gate is passed as the person stands now."""

    known: KnowReader
    open: OpenNews

    async def look(self, reader: Reader, notice: NoticeId) -> OpenedNews:
        """Return the news; raise AccessRefused for whom they were not for, or are no more."""
        actor = await self.known(reader)
        try:
            return OpenedNews(actor, await self.open(actor, notice))
        except NotFound:
            return OpenedNews(actor, None)
