"""The relay brings notices out: claim, pace, render, keep, send, settle.

The text is kept with its `sending` mark at the last moment before it leaves: what a dead
process had claimed but not marked provably did not leave and is told again; what it had marked
ends as unknown.
"""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any, Final, Protocol

import structlog

from bot.notifications.governor import Governor
from bot.telegram.insisting import insist
from bot.telegram.outcomes import Done, Gone, Later, Outcome, Rejected, Unclear
from core.access.directory import Directory
from core.access.people import Account
from core.clock import Clock
from core.ids import NoticeId, PersonId
from core.notices.answers.acknowledged import RepeatUnknown
from core.notices.gathering.gather import GatherNews
from core.notices.ledger import Batch, Ending, Lane, Why
from core.notices.news.journal import News
from core.notices.ports import DeliveryRules, Outbox
from core.notices.reach import NoteReach
from core.notices.timing import SchoolDelivery, opening

log = structlog.get_logger(__name__)

LEASE: Final = timedelta(minutes=2)
"""Half of it is for the turn to speak; counted anew, it is for the request and its ending."""
_LONGEST_WAIT: Final = LEASE / 2
_AT_ONCE: Final = 40
_NET: Final = 0.5
_TRIES: Final = 5
_FIRST_PAUSE: Final = timedelta(seconds=5)


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

    def write(
        self,
        account: Account,
        told: Sequence[News],
        *,
        recipient: PersonId,
        opened_by: NoticeId | None = None,
    ) -> str:
        """Return the message as the text that is kept; it is sent as it stands, repeats too.

        With `opened_by` it says no more than that there is news, and that notice opens it.
        """
        ...

    async def send(self, message: str) -> Outcome:
        """Send a kept message once."""
        ...


Group = tuple[int, Lane]
"""A recipient and a lane: one delivery at a time."""


@dataclass(slots=True)
class Relay:
    """Delivers what is due; `overrides` puts this run's settings over the stored rules.

    An account is spoken to over the channel that its address names.
    """

    begin: Callable[[], AbstractAsyncContextManager[Any]]
    channels: Mapping[str, Channel]
    governor: Governor
    clock: Clock
    note_reach: Callable[[Any], NoteReach]
    gather: Callable[[Any], GatherNews]
    repeat_unknown: Callable[[Any], RepeatUnknown]
    overrides: Callable[[SchoolDelivery], SchoolDelivery]
    _woken: asyncio.Event = field(default_factory=asyncio.Event)
    _under_way: "dict[Group, frozenset[NoticeId]]" = field(default_factory=dict)
    _failures: "Counter[Group]" = field(default_factory=Counter)
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
            if freed:
                await self.repeat_unknown(books)()
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
                for batch in await insist("claim", self._claim):
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
            await self._supervised(batch)
        return len(batches)

    async def _claim(self) -> Sequence[Batch]:
        room = _AT_ONCE - len(self._under_way)
        if room <= 0:
            return ()
        now = self.clock.now()
        async with self.begin() as books:
            rules = [self.overrides(one) for one in await books.delivery.all()]
            if await books.outbox.recover(now=now, everything=False):
                await self.repeat_unknown(books)()
            await books.outbox.expire(now=now)
            batches: Sequence[Batch] = await books.outbox.claim(
                [opening(one, now) for one in rules], now=now, lease=LEASE, most=room
            )
            fresh = [
                self._over_what_is_there(one)
                for one in batches
                if _group(one) not in self._under_way
            ]
            await self._release(books, batches, now)
        self._under_way |= {_group(one): frozenset(_ids(one)) for one in fresh}
        return fresh

    def _over_what_is_there(self, batch: Batch) -> Batch:
        """Turn to the other account where this run has no such channel as the first one's."""
        if batch.spare is None or self._speaks_to(batch.account):
            return batch
        return replace(batch, account=batch.spare, spare=None)

    def _speaks_to(self, account: Account | None) -> bool:
        return account is not None and account.address.channel in self.channels

    async def _release(self, books: Books, batches: Sequence[Batch], now: datetime) -> None:
        """Let rows wait that were claimed beside a delivery of ours whose lease ran out.

        The delivery's own rows keep the new lease: they are not taken twice.
        """
        for batch in batches:
            own = self._under_way.get(_group(batch))
            if own is not None:
                beside = [one for one in _ids(batch) if one not in own]
                await books.outbox.put_off(beside, until=now)

    async def _supervised(self, batch: Batch) -> None:
        try:
            await self._deliver(batch)
        except Exception:  # a supervisor: one batch that breaks us must not stop the others
            log.exception("delivery-failed", notices=[int(one) for one in _ids(batch)])
        finally:
            self._under_way.pop(_group(batch), None)
            self._woken.set()

    async def _deliver(self, batch: Batch) -> None:
        account = batch.account
        if account is None:
            await self._refuse(batch, Why.NOT_LINKED)
        elif not account.reachable or not self._speaks_to(account):
            await self._refuse(batch, Why.UNREACHABLE)
        elif not await self._may_speak(batch, account):
            await self._put_off(batch, timedelta())
        else:
            written = await self._written(batch, account)
            if written is not None:
                message, told = written
                outcome = await self._sent(account, message)
                await self._at_all_costs(lambda: self._settle(batch, account, told, outcome))

    async def _may_speak(self, batch: Batch, account: Account) -> bool:
        """Wait for a turn, but never so long that others may think this process dead."""
        try:
            async with asyncio.timeout(_LONGEST_WAIT.total_seconds()):
                await self.governor.turn(batch.lane, account.address.value)
        except TimeoutError:
            return False
        return True

    async def _written(
        self, batch: Batch, account: Account
    ) -> tuple[str, Sequence[NoticeId]] | None:
        """Return the message and what it tells; None where there is nothing to send now.

        What cannot be written is put off a few times, and then refused: it must not keep from
        the person what comes after it.
        """
        group = _group(batch)
        try:
            written = await self._write(batch, account)
        except Exception:  # a supervisor: whatever the batch breaks, the rows must not be stuck
            self._failures[group] += 1
            failures = self._failures[group]
            log.exception("notice-unwritten", notices=list(_ids(batch)), failures=failures)
            if failures < _TRIES:
                await self._put_off(batch, _FIRST_PAUSE * 4 ** (failures - 1))
                return None
            await self._refuse(batch, Why.REJECTED)
            written = None
        del self._failures[group]
        return written

    async def _sent(self, account: Account, message: str) -> Outcome:
        try:
            return await self.channels[account.address.channel].send(message)
        except Exception:  # a supervisor: it may have left, and what became of it is not known
            log.exception("sending-failed")
            return Unclear()

    async def _put_off(self, batch: Batch, pause: timedelta) -> None:
        async def put_off() -> None:
            async with self.begin() as books:
                await books.outbox.put_off(_ids(batch), until=self.clock.now() + pause)

        await self._at_all_costs(put_off)

    async def _at_all_costs(self, step: Callable[[], Awaitable[None]]) -> None:
        """Keep what became of rows; where even that cannot be, the lease ends it."""
        await insist("settle", step, tries=_TRIES)

    async def _refuse(self, batch: Batch, why: Why) -> None:
        async def refuse() -> None:
            async with self.begin() as books:
                now = self.clock.now()
                await books.outbox.settle(_ids(batch), Ending.REFUSED, at=now, reason=why)

        await self._at_all_costs(refuse)

    async def _write(
        self, batch: Batch, account: Account
    ) -> tuple[str, Sequence[NoticeId]] | None:
        now = self.clock.now()
        async with self.begin() as books:
            notices = await books.outbox.adopt(batch, lease_until=now + LEASE)
            telling = await self.gather(books)(notices)
            if telling.overtaken:
                await books.outbox.settle(
                    telling.overtaken, Ending.EXPIRED, at=now, reason=Why.OVERTAKEN
                )
            if not telling.told:
                return None
            opened_by = telling.told[0] if batch.neutral else None
            message = self.channels[account.address.channel].write(
                account, telling.news, recipient=batch.recipient, opened_by=opened_by
            )
            await books.outbox.sending(
                telling.told, message, lease_until=now + LEASE, opened_by=opened_by
            )
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
                    await self._lost(books, batch, account, told)
                case Rejected(description):
                    log.error("notice-rejected", why=description)
                    await books.outbox.settle(told, Ending.REFUSED, at=now, reason=Why.REJECTED)
                case Unclear():
                    await books.outbox.settle(told, Ending.UNKNOWN, at=now)
                    await self.repeat_unknown(books)()
                case Later(seconds):
                    until = now + timedelta(seconds=self._wait(batch, seconds))
                    await books.outbox.put_off(told, until=until)
                    await self._keep_pause(books, account, seconds)

    def _wait(self, batch: Batch, seconds: float | None) -> float:
        tries = max(notice.attempts for notice in batch.notices)
        return seconds if seconds is not None else float(min(0.5 * 2 ** min(tries, 10), 300.0))

    async def _keep_pause(self, books: Books, account: Account, seconds: float | None) -> None:
        if seconds is not None:
            scope = self.governor.stop(account.address.value, seconds)
            until = self.clock.now() + timedelta(seconds=seconds)
            await books.pauses.set(scope, until)

    async def _lost(
        self, books: Books, batch: Batch, account: Account, told: Sequence[NoticeId]
    ) -> None:
        now = self.clock.now()
        if self._speaks_to(batch.spare):
            await books.outbox.put_off(told, until=now)  # the next claim goes the other way
        else:
            await books.outbox.settle(told, Ending.REFUSED, at=now, reason=Why.UNREACHABLE)
        # Known anew: the block may have been heard of while this message was on its way.
        actor = await books.directory.recognise(account.address, language=account.language)
        await self.note_reach(books)(actor, reachable=False)


def _group(batch: Batch) -> Group:
    return batch.recipient, batch.lane


def _ids(batch: Batch) -> Sequence[NoticeId]:
    return [notice.id for notice in batch.notices]
