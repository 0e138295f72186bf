"""The document of a notice is made before the turn to speak comes, out of the event loop.

It takes neither room nor turn: while it is made, others speak. One is made at a time: persons
who ask for a paper of their own find at most one of these before theirs.
"""

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from typing import Any, Final, Protocol

import structlog

from bot.documents.bench import File
from bot.documents.drawing import Known
from bot.notifications.outlets import LONGEST
from bot.notifications.parcels import Parcel
from bot.screens.news.message import news
from bot.screens.parts.enclosure import Enclosure
from bot.texts.speech import Texts
from core.access.people import Account, Actor
from core.errors import NotActivated
from core.notices.gathering.due import GatherDue
from core.notices.ledger import Batch, NoticeKind

log = structlog.get_logger(__name__)

BRINGS_A_DOCUMENT: Final = frozenset({NoticeKind.PAPER_RUN})
"""What is told alone, with a file; of anything else nothing is looked up to be made."""

_LONGEST: Final = LONGEST / 2
"""How long making may take. The wait for it, and for the turn after it, are within the lease."""


class BenchTaken(Exception):
    """Others' documents are being made, and this one is to wait longer than the lease lets it."""


class Make(Protocol):
    """Makes what a screen encloses."""

    def __call__(self, enclosed: Enclosure, known: Known) -> Coroutine[Any, Any, File | None]:
        """Return the file, or None where it cannot be made or not be seen any more."""
        ...


@dataclass(slots=True)
class Pack:
    """Makes the document of a batch, as its recipient may see it now."""

    begin: Callable[[], AbstractAsyncContextManager[Any]]
    gather: Callable[[Any], GatherDue]
    make: Make
    texts: Texts
    patience: float = LONGEST.total_seconds() / 4
    """Seconds that a document may wait for those before it."""
    _bench: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(1))

    async def __call__(self, batch: Batch, account: Account) -> tuple[Parcel, ...]:
        """Return what goes along: nothing with most, and nothing where it could not be made.

        Raise BenchTaken where it cannot be made yet.
        """
        if batch.neutral or batch.notices[0].draft.kind not in BRINGS_A_DOCUMENT:
            return ()
        enclosed = await self._enclosed(batch, account)
        if enclosed is None:
            return ()

        async def known(books: Any) -> Actor:  # noqa: ANN401 - a transaction of any store
            member = await books.directory.member(batch.recipient)
            if member is None:
                raise NotActivated
            return Actor(account, (member,))

        file = await self._made(enclosed, known)
        if file is None:
            log.warning("notice-without-document", paper=enclosed.paper.value)
            return ()
        return (Parcel.of(file),)

    async def _made(self, enclosed: Enclosure, known: Known) -> File | None:
        try:
            await asyncio.wait_for(self._bench.acquire(), self.patience)
        except TimeoutError:
            raise BenchTaken from None
        try:
            return await asyncio.wait_for(self.make(enclosed, known), _LONGEST.total_seconds())
        except TimeoutError:
            return None
        finally:
            self._bench.release()

    async def _enclosed(self, batch: Batch, account: Account) -> Enclosure | None:
        async with self.begin() as books:
            telling = await self.gather(books)(batch.notices)
        if not telling.told:
            return None
        speech = self.texts.of(account.language)
        return news(speech, telling.news, recipient=batch.recipient).enclosed
