"""One batch on its way: written, kept with its `sending` mark, sent, and given its ending.

The text is kept at the last moment before it leaves: what a dead process had claimed but not
marked provably did not leave and is told again; what it had marked ends as unknown.
"""

from collections import Counter
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any, Final, NamedTuple, TypeVar

import structlog

from bot.logs import log_failure, without_quotes
from bot.notifications.books import Books
from bot.notifications.outlets import LEASE, Outlet
from bot.notifications.packing import BenchTaken, Pack
from bot.notifications.parcels import Parcel
from bot.outcomes import Done, Gone, Later, Outcome, Rejected, Unclear
from bot.telegram.insisting import insist
from core.access.people import Account, Channel
from core.clock import Clock
from core.ids import NoticeId, SchoolId
from core.notices.answers.acknowledged import RepeatUnknown
from core.notices.gathering.due import GatherDue
from core.notices.ledger import Batch, Ending, Lane, Notice, Why
from core.notices.news.journal import Telling
from core.notices.reach import NoteReach
from core.notices.ways import to_copy
from core.trouble import BooksAway, Overtaken

log = structlog.get_logger(__name__)

TRIES: Final = 5
_FIRST_PAUSE: Final = timedelta(seconds=5)


Result = TypeVar("Result")
Group = tuple[int, Lane]
"""A recipient and a lane: one delivery at a time."""


@dataclass(slots=True)
class UnderWay:
    """A batch that this process is delivering, and every row that it holds by now."""

    batch: Batch
    held: set[NoticeId]

    @classmethod
    def of(cls, batch: Batch) -> "UnderWay":
        """Return a batch that was just claimed."""
        return cls(batch, set(ids_of(batch.notices)))


class Written(NamedTuple):
    """A message that is about to leave: which rows it tells, of those that the batch holds."""

    message: str
    told: Sequence[NoticeId]
    notices: Sequence[Notice]
    parcel: Parcel | None = None


@dataclass(slots=True)
class Delivery:
    """Delivers a batch over the outlet of its account's channel."""

    begin: Callable[[], AbstractAsyncContextManager[Any]]
    outlets: Mapping[Channel, Outlet]
    clock: Clock
    note_reach: Callable[[Any], NoteReach]
    gather: Callable[[Any], GatherDue]
    repeat_unknown: Callable[[Any], RepeatUnknown]
    pack: Pack
    _failures: "Counter[Group]" = field(default_factory=Counter)

    def speaks_to(self, account: Account | None) -> bool:
        """Say whether this run has the channel of an account."""
        return account is not None and account.address.channel in self.outlets

    async def __call__(self, one: UnderWay) -> None:
        """Bring a batch out, or say in the ledger why not."""
        account = one.batch.account
        if account is None:
            await self._refuse(one, Why.NOT_LINKED)
        elif not account.reachable or not self.speaks_to(account):
            await self._refuse(one, Why.UNREACHABLE)
        else:
            instead = await self._carry(one, account, self.outlets[account.address.channel])
            if instead is not None:
                await self(instead)

    async def _carry(self, one: UnderWay, account: Account, outlet: Outlet) -> UnderWay | None:
        """Write, send and settle; return what is to go to the other account in its place."""
        parcels = await self._tried(one, lambda: self.pack(one.batch, account))
        if parcels is None:
            return None
        async with outlet.turn(one.batch.lane, account.address.value) as came:
            if not came:
                await self._put_off(one, timedelta())
                return None
            written = await self._tried(one, lambda: self._write(one, account, outlet, parcels))
            if written is None:
                return None
            outcome = await self._sent(outlet, written)
        del self._failures[group_of(one.batch)]
        if isinstance(outcome, Rejected):
            why = without_quotes(outcome.description)
            log.error("notice-rejected", channel=account.address.channel, why=why)
            if self.speaks_to(one.batch.spare):
                one.batch = _by_spare(one.batch, written.notices)
                return one
        await self._at_all_costs(lambda: self._settle(one.batch, account, written, outcome))
        return None

    async def _tried(
        self, one: UnderWay, step: Callable[[], Awaitable[Result | None]]
    ) -> Result | None:
        """Return what a step on the way out gives; None where there is nothing to send now.

        What cannot be written is put off a few times, and then refused: it must not keep from
        the person what comes after it. The database's own troubles are no fault of the notice, nor
        are documents that are made before its own.
        """
        group = group_of(one.batch)
        try:
            return await step()
        except BenchTaken:
            log.info("document-waits", notices=sorted(one.held))
            await self._put_off(one, _FIRST_PAUSE)
        except (BooksAway, Overtaken) as trouble:
            log_failure("notice-put-off", trouble, notices=sorted(one.held))
            await self._put_off(one, _FIRST_PAUSE)
        except Exception as error:  # noqa: BLE001 - a supervisor: rows must not be stuck, whatever breaks
            self._failures[group] += 1
            failures = self._failures[group]
            log_failure("notice-unwritten", error, notices=sorted(one.held), failures=failures)
            if failures < TRIES:
                await self._put_off(one, _FIRST_PAUSE * 4 ** (failures - 1))
            else:
                del self._failures[group]
                await self._refuse(one, Why.REJECTED)
        return None

    async def _write(
        self, one: UnderWay, account: Account, outlet: Outlet, parcels: Sequence[Parcel]
    ) -> Written | None:
        now, batch = self.clock.now(), one.batch
        async with self.begin() as books:
            notices = await books.outbox.adopt(batch, lease_until=now + LEASE)
            telling = await self.gather(books)(notices)
            await _end_untold(books, telling, now)
            if not telling.told:
                del self._failures[group_of(batch)]
                return None
            opened_by = telling.told[0] if batch.neutral else None
            parcel = await _known(books, batch, parcels[0]) if parcels else None
            message = outlet.courier.write(
                account,
                telling.news,
                recipient=batch.recipient,
                opened_by=opened_by,
                parcel=parcel,
            )
            await books.outbox.sending(
                telling.told,
                message,
                lease_until=now + LEASE,
                opened_by=opened_by,
                channel=account.address.channel,
            )
        one.held.update(ids_of(notices))
        return Written(message, telling.told, notices, parcel)

    async def _sent(self, outlet: Outlet, written: Written) -> Outcome:
        try:
            return await outlet.courier.send(written.message, written.parcel)
        except Exception as error:  # noqa: BLE001 - a supervisor: it may have left, nobody knows
            log_failure("sending-failed", error)
            return Unclear()

    async def _put_off(self, one: UnderWay, pause: timedelta) -> None:
        async def put_off() -> None:
            async with self.begin() as books:
                await self._copy(books, one.batch, one.batch.notices, one.held)
                await books.outbox.put_off(sorted(one.held), until=self.clock.now() + pause)

        await self._at_all_costs(put_off)

    async def _refuse(self, one: UnderWay, why: Why) -> None:
        async def refuse() -> None:
            async with self.begin() as books:
                now = self.clock.now()
                await books.outbox.settle(sorted(one.held), Ending.REFUSED, at=now, reason=why)

        await self._at_all_costs(refuse)

    async def _at_all_costs(self, step: Callable[[], Awaitable[None]]) -> None:
        """Keep what became of rows; where even that cannot be, the lease ends it."""
        await insist("settle", step, tries=TRIES)

    async def _settle(
        self, batch: Batch, account: Account, written: Written, outcome: Outcome
    ) -> None:
        now, told = self.clock.now(), written.told
        async with self.begin() as books:
            if isinstance(outcome, Done | Unclear | Later):
                await self._copy(books, batch, written.notices, told)
            match outcome:
                case Done(message_id, reference):
                    await books.outbox.settle(
                        told, Ending.DELIVERED, at=now, message_id=message_id
                    )
                    await _keep_reference(books, batch, written.parcel, reference, now)
                case Gone():
                    await self._lost(books, batch, account, told)
                case Rejected():
                    await books.outbox.settle(told, Ending.REFUSED, at=now, reason=Why.REJECTED)
                case Unclear():
                    await books.outbox.settle(told, Ending.UNKNOWN, at=now)
                    await self.repeat_unknown(books)()
                case Later(seconds):
                    until = now + timedelta(seconds=_wait(batch, seconds))
                    await books.outbox.put_off(told, until=until)
                    await self._keep_pause(books, account, seconds)

    async def _copy(
        self,
        books: Books,
        batch: Batch,
        notices: Sequence[Notice],
        told: Collection[NoticeId],
    ) -> None:
        """Write the letters beside messages; they wait for no chat that stands still."""
        twofold = to_copy(batch, notices, told) if self.speaks_to(batch.spare) else ()
        if twofold:
            await books.outbox.copy(twofold)

    async def _keep_pause(self, books: Books, account: Account, seconds: float | None) -> None:
        governor = self.outlets[account.address.channel].governor
        if seconds is not None and governor is not None:
            scope = governor.stop(account.address.value, seconds)
            await books.pauses.set(scope, self.clock.now() + timedelta(seconds=seconds))

    async def _lost(
        self, books: Books, batch: Batch, account: Account, told: Sequence[NoticeId]
    ) -> None:
        now = self.clock.now()
        if self.speaks_to(batch.spare):
            await books.outbox.put_off(told, until=now)  # the next claim goes the other way
        else:
            await books.outbox.settle(told, Ending.REFUSED, at=now, reason=Why.UNREACHABLE)
        # Known anew: the block may have been heard of while this message was on its way.
        actor = await books.directory.recognise(account.address, language=account.language)
        await self.note_reach(books)(actor, reachable=False)


def _by_spare(batch: Batch, notices: Sequence[Notice]) -> Batch:
    return replace(
        batch, account=batch.spare, spare=None, notices=tuple(notices), twofold=frozenset()
    )


def _wait(batch: Batch, seconds: float | None) -> float:
    tries = max(notice.attempts for notice in batch.notices)
    return seconds if seconds is not None else float(min(0.5 * 2 ** min(tries, 10), 300.0))


def group_of(batch: Batch) -> Group:
    """Return of which deliveries only one is under way at a time."""
    return batch.recipient, batch.lane


def school_of(batch: Batch) -> SchoolId:
    """Return the school of whose records a batch tells."""
    return batch.notices[0].draft.school


def ids_of(notices: Sequence[Notice]) -> Sequence[NoticeId]:
    """Return the rows of notices."""
    return [notice.id for notice in notices]


async def _known(books: Books, batch: Batch, parcel: Parcel) -> Parcel:
    """Return a parcel with by what the channel keeps the very file, where it went up before."""
    known = await books.sent_files.reference(school_of(batch), parcel.seal.sha256)
    return replace(parcel, reference=known or "")


async def _keep_reference(
    books: Books, batch: Batch, parcel: Parcel | None, reference: str, now: datetime
) -> None:
    if parcel is not None and reference:
        await books.sent_files.keep(school_of(batch), parcel.seal.sha256, reference, at=now)


async def _end_untold(books: Books, telling: Telling, now: datetime) -> None:
    for untold, why in (
        (telling.overtaken, Why.OVERTAKEN),
        (telling.without_right, Why.NO_RIGHT),
    ):
        if untold:
            await books.outbox.settle(untold, Ending.EXPIRED, at=now, reason=why)
