"""Ways out: each channel has room and pace of its own; one that stands still stops no other."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final, Protocol

from bot.notifications.governor import Governor
from bot.notifications.parcels import Parcel
from bot.outcomes import Outcome
from core.access.people import Account
from core.ids import NoticeId, PersonId
from core.notices.ledger import Lane
from core.notices.news.journal import News

LEASE: Final = timedelta(minutes=2)
"""Half of it is for the turn to speak; counted anew, it is for the request and its ending."""
LONGEST: Final = LEASE / 2
"""How long a delivery may wait for its turn, and then a hand-over take: others must not think this
process dead."""


class Courier(Protocol):
    """Writes what a person is told, once, and carries it."""

    def write(
        self,
        account: Account,
        told: Sequence[News],
        *,
        recipient: PersonId,
        opened_by: NoticeId | None = None,
        parcel: Parcel | None = None,
    ) -> str:
        """Return the message as the text that is kept; it is sent as it stands, repeats too.

        With `opened_by` it says no more than that there is news, and that notice opens it.
        The `parcel` goes along; what would bring a document and has none says so in words.
        """
        ...

    async def send(self, message: str, parcel: Parcel | None = None) -> Outcome:
        """Send a kept message once, with what goes along."""
        ...


@dataclass(slots=True)
class Outlet:
    """A channel's way out. `governor` paces it, where the channel has limits by the second."""

    courier: Courier
    at_once: int
    governor: Governor | None = None
    _room: asyncio.Semaphore = field(init=False)

    def __post_init__(self) -> None:
        """Open the room."""
        self._room = asyncio.Semaphore(self.at_once)

    @asynccontextmanager
    async def turn(self, lane: Lane, address: str) -> AsyncIterator[bool]:
        """Wait for room and a turn, but not too long; say whether it came, and hold the room."""
        async with AsyncExitStack() as held:
            came = True
            try:
                async with asyncio.timeout(LONGEST.total_seconds()):
                    await held.enter_async_context(self._room)
                    if self.governor is not None:
                        await self.governor.turn(lane, address)
            except TimeoutError:
                came = False
            yield came
