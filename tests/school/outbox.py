"""The ledger of notices in memory: `Outbox`."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from core.access.people import Channel
from core.clock import Clock
from core.ids import NoticeId, PersonId, SchoolId
from core.notices.ledger import (
    TOLD_ALONE,
    Batch,
    Draft,
    Ending,
    Lane,
    Notice,
    NoticeKind,
    Settled,
    Why,
)
from core.notices.preferences import Goes, SwitchedOff, Verdict, Waits, verdict
from core.notices.timing import Opening
from core.notices.ways import Way, way_of
from tests.school.audience import MemoryAudience
from tests.school.mailboxes import MemoryMailboxes
from tests.school.people import account_of
from tests.school.preferences import MemoryPreferenceBook
from tests.school.records import Record
from tests.school.world import World


@dataclass(frozen=True, kw_only=True)
class Row(Record):
    draft: Draft
    state: str = "waiting"
    lease_until: datetime | None = None
    retry_at: datetime | None = None
    attempts: int = 0
    text: str | None = None
    opened_by: int | None = None
    ending: Ending | None = None
    reason: str = ""
    message_id: str = ""
    ended_at: datetime | None = None
    channel: Channel | None = None
    has_copy: bool = False

    @property
    def settled(self) -> Settled:
        told = (self.ending, self.reason, self.message_id, self.ended_at, self.channel)
        return Settled(self.notice, *told)

    @property
    def group(self) -> tuple[Lane, int]:
        return self.draft.lane, self.draft.recipient

    @property
    def record(self) -> tuple[NoticeKind, int]:
        return self.draft.kind, self.draft.subject

    @property
    def notice(self) -> Notice:
        return Notice(NoticeId(self.id), self.draft, self.attempts)

    def is_over(self, now: datetime) -> bool:
        return self.draft.valid_until is not None and self.draft.valid_until <= now


@dataclass(frozen=True)
class MemoryOutbox:
    world: World
    clock: Clock
    written: list[Draft] = field(default_factory=list)

    async def put(self, drafts: Sequence[Draft]) -> None:
        for draft in drafts:
            self.world.add(Row, draft=draft)
        self.written.extend(drafts)

    async def claim(
        self,
        openings: Sequence[Opening],
        *,
        now: datetime,
        lease: timedelta,
        most: int,
        full: Collection[Channel] = (),
    ) -> Sequence[Batch]:
        open_rows = list(self.world.all(Row, lambda it: it.state != "ended"))
        rows = self._without_unwanted(open_rows, openings, now)
        going = [row for row in rows if isinstance(self._said(row, openings, now), Goes)]
        held = {row.group for row in open_rows if row.state != "waiting"}
        shut = {
            (row.group, self._channel(row))
            for row in open_rows
            if row.state == "waiting" and row.retry_at is not None and row.retry_at > now
        }
        going = [
            row
            for row in going
            if (row.group, self._channel(row)) not in shut and self._channel(row) not in full
        ]
        groups = dict.fromkeys(row.group for row in sorted(going, key=_turn))
        chosen = [group for group in groups if group not in held][:most]
        return [self._batch(group, rows, going, now + lease) for group in chosen]

    def _way(self, row: Row) -> Way:
        recipient = row.draft.recipient
        chosen = MemoryPreferenceBook(self.world).chosen_by(recipient)
        chat, mailbox = MemoryMailboxes(self.world).open_to(recipient, row.draft.about)
        if mailbox is None:
            known = MemoryAudience(self.world, self.clock).account_of(recipient)
            chat = account_of(known) if known else None
        return way_of(row.draft, chosen, chat, mailbox)

    def _channel(self, row: Row) -> str:
        account = self._way(row).account
        return account.address.channel if account else ""

    def _without_unwanted(
        self, rows: list[Row], openings: Sequence[Opening], now: datetime
    ) -> list[Row]:
        waiting = [row for row in rows if row.state == "waiting" and not row.is_over(now)]
        said = [(row, self._said(row, openings, now)) for row in waiting]
        going = {(row.group, row.record) for row, word in said if isinstance(word, Goes)}
        off = {(row.group, row.record) for row, word in said if isinstance(word, SwitchedOff)}
        unwanted = [row for row in waiting if (row.group, row.record) in off - going]
        for row in unwanted:
            self._end(row, Ending.EXPIRED, now, reason=Why.SWITCHED_OFF.value)
        return [row for row in waiting if row not in unwanted]

    def _said(self, row: Row, openings: Sequence[Opening], now: datetime) -> Verdict:
        chosen = MemoryPreferenceBook(self.world).chosen_by(row.draft.recipient)
        for one in openings:
            if one.school == row.draft.school:
                return verdict(row.draft, chosen, one, now)
        return Waits()

    def _batch(
        self,
        group: tuple[Lane, int],
        rows: list[Row],
        going: list[Row],
        lease_until: datetime,
    ) -> Batch:
        about = {row.record for row in going if row.group == group}
        drawn = [row for row in rows if row.group == group and row.record in about]
        channel = self._channel(next(row for row in going if row.group == group))
        taken = _of_one_message([row for row in drawn if self._channel(row) == channel])
        way = self._way(taken[0])
        for row in taken:
            self.world.change(row, state="claimed", lease_until=lease_until)
        lane, recipient = group
        return Batch(
            taken[0].draft.recipient,
            way.account,
            lane,
            tuple(row.notice for row in taken),
            neutral=MemoryPreferenceBook(self.world).chosen_by(recipient).neutral,
            spare=way.spare,
            twofold=frozenset(row.draft.record for row in taken if self._way(row).both),
        )

    async def copy(self, notices: Sequence[NoticeId]) -> None:
        for row in self._of(notices, "waiting", "claimed", "sending", "ended"):
            if not (row.has_copy or row.draft.is_copy):
                self.world.change(row, has_copy=True)
                await self.put([replace(row.draft, is_copy=True)])

    async def reconsider(self, person: PersonId) -> None:
        """Every claim asks anew."""

    async def adopt(self, batch: Batch, *, lease_until: datetime) -> Sequence[Notice]:
        if any(one.draft.is_copy for one in batch.notices):
            return batch.notices
        records = {one.draft.record for one in batch.notices}
        group = (batch.lane, batch.recipient)
        late = [
            row
            for row in self.world.all(Row, lambda it: it.state == "waiting" and it.group == group)
            if row.draft.record in records and not row.draft.is_copy
        ]
        for row in late:
            self.world.change(row, state="claimed", lease_until=lease_until)
        return [*batch.notices, *(row.notice for row in late)]

    async def sending(
        self,
        notices: Sequence[NoticeId],
        text: str,
        *,
        lease_until: datetime,
        opened_by: NoticeId | None = None,
        channel: Channel | None = None,
    ) -> None:
        for row in self._of(notices, "claimed", "sending"):
            self.world.change(
                row,
                state="sending",
                text=text,
                lease_until=lease_until,
                opened_by=opened_by,
                channel=channel,
            )

    async def opened_by(self, notice: NoticeId) -> Sequence[Notice]:
        return [row.notice for row in self.world.all(Row, lambda it: it.opened_by == notice)]

    async def settle(
        self,
        notices: Sequence[NoticeId],
        ending: Ending,
        *,
        at: datetime,
        message_id: str = "",
        reason: str = "",
    ) -> None:
        for row in self._of(notices, "waiting", "claimed", "sending"):
            self._end(row, ending, at, message_id=message_id, reason=reason)

    def _end(self, row: Row, ending: Ending, at: datetime, **values: str) -> None:
        self.world.change(row, state="ended", ending=ending, ended_at=at, **values)

    async def put_off(self, notices: Sequence[NoticeId], *, until: datetime) -> None:
        for row in self._of(notices, "claimed", "sending"):
            self.world.change(row, state="waiting", retry_at=until, attempts=row.attempts + 1)

    async def expire(self, *, now: datetime) -> int:
        over = list(self.world.all(Row, lambda it: it.state == "waiting" and it.is_over(now)))
        for row in over:
            self._end(row, Ending.EXPIRED, now, reason=Why.TOO_LATE.value)
        return len(over)

    async def recover(
        self, *, now: datetime, everything: bool, spared: Collection[NoticeId] = ()
    ) -> int:
        held = self.world.all(Row, lambda it: it.state in {"claimed", "sending"})
        dead = [
            row for row in held if everything or (row.lease_until <= now and row.id not in spared)
        ]
        for row in dead:
            if row.state == "claimed":
                self.world.change(row, state="waiting")
            else:
                self._end(row, Ending.UNKNOWN, now)
        return len(dead)

    async def told_of(self, kind: NoticeKind, subjects: Sequence[int]) -> Sequence[Settled]:
        return [
            row.settled
            for row in self.world.all(Row)
            if row.draft.kind is kind and row.draft.subject in subjects
        ]

    async def rows(self, school: SchoolId) -> Sequence[Settled]:
        return [row.settled for row in self.world.all(Row, lambda it: it.draft.school == school)]

    def _of(self, notices: Sequence[NoticeId], *states: str) -> Iterator[Row]:
        return iter(list(self.world.all(Row, lambda it: it.id in notices and it.state in states)))


def _of_one_message(drawn: list[Row]) -> list[Row]:
    if drawn[0].draft.kind in TOLD_ALONE:
        return [row for row in drawn if row.record == drawn[0].record]
    return [row for row in drawn if row.draft.kind not in TOLD_ALONE]


def _turn(row: Row) -> tuple[Lane, int]:
    return row.draft.lane, row.id
