"""The relay brings notices out: claim, pace, render, keep, send, settle.

The text is kept with its `sending` mark at the last moment before it leaves: what a dead
process had claimed but not marked provably did not leave and is told again; what it had marked
ends as unknown.
"""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final, Protocol

import structlog

from bot.notifications.governor import Governor
from bot.telegram.outcomes import Done, Gone, Later, Outcome, Rejected, Unclear
from core.access.directory import Directory
from core.access.people import Account
from core.clock import Clock
from core.facts import BY_IMPORT, Facts
from core.ids import NoticeId, PersonId
from core.notices.facts import FamilyUnreachable
from core.notices.gathering import GatherNews
from core.notices.ledger import Batch, Ending, Lane, Why
from core.notices.news import News
from core.notices.ports import DeliveryRules, Outbox
from core.notices.timing import SchoolDelivery, opening

log = structlog.get_logger(__name__)

LEASE: Final = timedelta(seconds=60)
_AT_ONCE: Final = 40
_NET: Final = 0.5


class Pauses(Protocol):
    """Keeps over a restart what a 429 stopped: a chat, or everything."""

    async def set(self, scope: str, until: datetime) -> None:
        """Keep that the scope rests until the instant."""
        ...

    async def all(self, *, now: datetime) -> Mapping[str, datetime]:
        """Return what still rests."""
        ...


class Books(Protocol):
    """What the relay needs of a transaction."""

    @property
    def outbox(self) -> Outbox:
        """Return the ledger."""
        ...

    @property
    def delivery(self) -> DeliveryRules:
        """Return each school's rules."""
        ...

    @property
    def directory(self) -> Directory:
        """Return who is who."""
        ...

    @property
    def pauses(self) -> Pauses:
        """Return what a 429 stopped."""
        ...


class Channel(Protocol):
    """A way to a person: what is written once, and how it is sent."""

    def write(self, account: Account, told: Sequence[News], *, recipient: PersonId) -> str:
        """Return the message as the text that is kept; it is sent as it stands, repeats too."""
        ...

    async def send(self, message: str) -> Outcome:
        """Send a kept message once."""
        ...


@dataclass(slots=True)
class Relay:
    """Delivers what is due; `overrides` puts this run's settings over the stored rules."""

    begin: Callable[[], AbstractAsyncContextManager[Any]]
    channel: Channel
    governor: Governor
    clock: Clock
    facts: Callable[[Any], Facts]
    gather: Callable[[Any], GatherNews]
    overrides: Callable[[SchoolDelivery], SchoolDelivery]
    _woken: asyncio.Event = field(default_factory=asyncio.Event)
    _under_way: "set[tuple[int, Lane]]" = field(default_factory=set)
    _stopping: bool = False

    def wake(self) -> None:
        """Look again now: something was committed."""
        self._woken.set()

    def stop(self) -> None:
        """Claim nothing more; `run` ends when what is under way has ended."""
        self._stopping = True
        self.wake()

    async def recover(self, *, alone: bool) -> None:
        """Free what a dead process held, and take up the pauses that a 429 ordered before."""
        now = self.clock.now()
        async with self.begin() as books:
            freed = await books.outbox.recover(now=now, everything=alone)
            paused = await books.pauses.all(now=now)
        for scope, until in paused.items():
            self.governor.resume_after(scope, (until - now).total_seconds())
        if freed:
            log.info("outbox-recovered", rows=freed)

    async def run(self) -> None:
        """Deliver what falls due, until cancelled; ticks are only the net under the waking."""
        async with asyncio.TaskGroup() as deliveries:
            while not self._stopping:
                self._woken.clear()
                for batch in await self._claim():
                    deliveries.create_task(self._supervised(batch))
                await self._nap()

    async def _nap(self) -> None:
        waker = asyncio.get_running_loop().call_later(_NET, self._woken.set)
        await self._woken.wait()
        waker.cancel()

    async def tick(self) -> int:
        """Deliver once what is due now; return how many batches there were."""
        batches = await self._claim()
        for batch in batches:
            await self._deliver(batch)
        return len(batches)

    async def _claim(self) -> Sequence[Batch]:
        room = _AT_ONCE - len(self._under_way)
        if room <= 0:
            return ()
        now = self.clock.now()
        async with self.begin() as books:
            rules = [self.overrides(one) for one in await books.delivery.all()]
            await books.outbox.recover(now=now, everything=False)
            await books.outbox.expire(now=now)
            batches: Sequence[Batch] = await books.outbox.claim(
                [opening(one, now) for one in rules], now=now, lease=LEASE, most=room
            )
        # A lease that ran out while a 429 holds our own delivery is renewed, not taken twice.
        fresh = [one for one in batches if (one.recipient, one.lane) not in self._under_way]
        self._under_way.update((one.recipient, one.lane) for one in fresh)
        return fresh

    async def _supervised(self, batch: Batch) -> None:
        try:
            await self._deliver(batch)
        except Exception:  # a supervisor: one batch that breaks us must not stop the others
            log.exception("delivery-failed", notices=[int(one.id) for one in batch.notices])
        finally:
            self._woken.set()

    async def _deliver(self, batch: Batch) -> None:
        try:
            account = batch.account
            if account is None or not account.reachable:
                await self._refuse(batch, Why.UNREACHABLE if account else Why.NOT_LINKED)
                return
            await self.governor.turn(batch.lane, account.address.value)
            message, told = await self._write(batch, account)
            if told:
                await self._settle(batch, account, told, await self.channel.send(message))
        finally:
            self._under_way.discard((batch.recipient, batch.lane))

    async def _refuse(self, batch: Batch, why: Why) -> None:
        ids = [notice.id for notice in batch.notices]
        async with self.begin() as books:
            await books.outbox.settle(ids, Ending.REFUSED, at=self.clock.now(), reason=why)

    async def _write(self, batch: Batch, account: Account) -> tuple[str, Sequence[NoticeId]]:
        now = self.clock.now()
        async with self.begin() as books:
            telling = await self.gather(books)(batch.notices)
            if telling.overtaken:
                await books.outbox.settle(
                    telling.overtaken, Ending.EXPIRED, at=now, reason=Why.OVERTAKEN
                )
            if not telling.told:
                return "", ()
            message = self.channel.write(account, telling.news, recipient=batch.recipient)
            await books.outbox.sending(telling.told, message, lease_until=now + LEASE)
        return message, telling.told

    async def _settle(
        self, batch: Batch, account: Account, told: Sequence[NoticeId], outcome: Outcome
    ) -> None:
        now = self.clock.now()
        async with self.begin() as books:
            match outcome:
                case Done(message_id):
                    await books.outbox.settle(
                        told, Ending.DELIVERED, at=now, message_id=message_id
                    )
                case Gone():
                    await self._lost(books, batch, account, told, now)
                case Rejected(description):
                    log.error("notice-rejected", why=description)
                    await books.outbox.settle(told, Ending.REFUSED, at=now, reason=Why.REJECTED)
                case Unclear():
                    await books.outbox.settle(told, Ending.UNKNOWN, at=now)
                case Later(seconds):
                    until = now + timedelta(seconds=self._wait(batch, seconds))
                    await books.outbox.put_off(told, until=until)
                    await self._keep_pause(books, account, seconds)

    def _wait(self, batch: Batch, seconds: float | None) -> float:
        tries = max(notice.attempts for notice in batch.notices)
        return seconds if seconds is not None else float(min(0.5 * 2**tries, 300.0))

    async def _keep_pause(self, books: Books, account: Account, seconds: float | None) -> None:
        if seconds is not None:
            scope = self.governor.stop(account.address.value, seconds)
            until = self.clock.now() + timedelta(seconds=seconds)
            await books.pauses.set(scope, until)

    async def _lost(
        self,
        books: Books,
        batch: Batch,
        account: Account,
        told: Sequence[NoticeId],
        now: datetime,
    ) -> None:
        await books.outbox.settle(told, Ending.REFUSED, at=now, reason=Why.UNREACHABLE)
        await books.directory.set_reachable(account.id, reachable=False)
        school = batch.notices[0].draft.school
        await self.facts(books).record(
            [FamilyUnreachable(school, now, BY_IMPORT, batch.recipient)]
        )
