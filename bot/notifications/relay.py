"""The relay looks what is due, claims it, and has it delivered, each channel by its own outlet."""

import asyncio
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Final

import structlog

from bot.logs import log_failure
from bot.notifications.books import Books
from bot.notifications.delivery import Delivery, Group, UnderWay, group_of
from bot.notifications.outlets import LEASE, Outlet
from bot.telegram.insisting import insist
from core.access.people import Channel
from core.clock import Clock
from core.ids import NoticeId
from core.notices.answers.acknowledged import RepeatUnknown
from core.notices.ledger import Batch
from core.notices.timing import SchoolDelivery, opening

log = structlog.get_logger(__name__)

_NET: Final = 0.5
_SOME: Final = 5


@dataclass(slots=True)
class Relay:
    """Delivers what is due; `overrides` puts this run's settings over the stored rules."""

    begin: Callable[[], AbstractAsyncContextManager[Any]]
    deliver: Delivery
    clock: Clock
    repeat_unknown: Callable[[Any], RepeatUnknown]
    overrides: Callable[[SchoolDelivery], SchoolDelivery]
    _woken: asyncio.Event = field(default_factory=asyncio.Event)
    _under_way: "dict[Group, UnderWay]" = field(default_factory=dict)
    _stopping: bool = False

    @property
    def outlets(self) -> Mapping[Channel, Outlet]:
        """Return the ways out."""
        return self.deliver.outlets

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
            if freed:
                await self.repeat_unknown(books)()
            paused = await books.pauses.all(now=now)
        for governor in [one.governor for one in self.outlets.values() if one.governor]:
            for scope, until in paused.items():
                governor.resume_after(scope, (until - now).total_seconds())
        if freed:
            log.info("outbox-recovered", rows=freed)

    async def run(self) -> None:
        """Deliver what falls due, until cancelled; ticks are only the net under the waking."""
        async with asyncio.TaskGroup() as deliveries:
            while not self._stopping:
                self._woken.clear()
                for one in await insist("claim", self._claim):
                    deliveries.create_task(self._supervised(one))
                await self._nap()

    async def _nap(self) -> None:
        waker = asyncio.get_running_loop().call_later(_NET, self._woken.set)
        await self._woken.wait()
        waker.cancel()

    async def tick(self) -> int:
        """Deliver once what is due now; return how many batches there were."""
        claimed = await self._claim()
        for one in claimed:
            await self._supervised(one)
        return len(claimed)

    async def _claim(self) -> Sequence[UnderWay]:
        free = self._free()
        if not any(free.values()):
            return ()
        now = self.clock.now()
        async with self.begin() as books:
            rules = [self.overrides(one) for one in await books.delivery.all()]
            if await books.outbox.recover(now=now, everything=False, spared=self._held()):
                await self.repeat_unknown(books)()
            await books.outbox.expire(now=now)
            batches: Sequence[Batch] = await books.outbox.claim(
                [opening(one, now) for one in rules],
                now=now,
                lease=LEASE,
                most=max(free.values()),
                full=[channel for channel, room in free.items() if not room],
            )
            await self._release(books, batches, now)
        fresh = [
            UnderWay.of(self._over_what_is_there(one))
            for one in batches
            if group_of(one) not in self._under_way
        ]
        self._under_way |= {group_of(one.batch): one for one in fresh}
        return fresh

    def _free(self) -> Mapping[Channel, int]:
        """Return how many more deliveries each channel has room for.

        What a claim takes too much of one waits in its outlet, and that is then full.
        """
        accounts = [one.batch.account for one in self._under_way.values()]
        taken = Counter(one.address.channel for one in accounts if one is not None)
        return {
            channel: max(outlet.at_once - taken[channel], 0)
            for channel, outlet in self.outlets.items()
        }

    def _has_room_beside(self, ended: Batch) -> bool:
        """Say whether a look is worth its price: a long queue is claimed some at a time."""
        way = ended.account.address.channel if ended.account else None
        return way is None or self._free().get(way, _SOME) >= _SOME

    def _held(self) -> Sequence[NoticeId]:
        return [notice for one in self._under_way.values() for notice in one.held]

    def _over_what_is_there(self, batch: Batch) -> Batch:
        """Turn to the other account where this run has no such channel as the first one's."""
        if batch.spare is None or self.deliver.speaks_to(batch.account):
            return batch
        return replace(batch, account=batch.spare, spare=None, twofold=frozenset())

    async def _release(self, books: Books, batches: Sequence[Batch], now: datetime) -> None:
        """Let rows wait that were claimed beside a delivery of ours which another process freed.

        The delivery's own rows keep the new lease: they are not taken twice.
        """
        for batch in batches:
            own = self._under_way.get(group_of(batch))
            if own is not None:
                beside = [one.id for one in batch.notices if one.id not in own.held]
                await books.outbox.put_off(beside, until=now)

    async def _supervised(self, one: UnderWay) -> None:
        try:
            await self.deliver(one)
        except Exception as error:  # noqa: BLE001 - a supervisor: one batch must not stop the others
            log_failure("delivery-failed", error, notices=sorted(one.held))
        finally:
            self._under_way.pop(group_of(one.batch), None)
            if self._has_room_beside(one.batch):
                self._woken.set()
