"""The ledger of notices: written, claimed with a lease, sent, ended. Behind `Outbox` of core."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import cache

from sqlalchemy import ColumnElement, Update, bindparam, false, insert, select, true, update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.access.people import Channel
from core.ids import NoticeId, PersonId, SchoolId
from core.notices.ledger import Batch, Draft, Ending, Notice, NoticeKind, Settled, Why
from core.notices.timing import Opening
from storage.notices.one_message import Sorted, sorted_out
from storage.notices.outbox_rows import ENDED_AS, NOTICE, Waiting, draft_row, settled
from storage.notices.outbox_rows import notice as as_notice
from storage.notices.resting import IS_UNSETTLED, IS_WAITING, RECONSIDER, rouse
from storage.notices.whose_turn import groups_that_may_go, lock_claims
from storage.quick import change
from storage.statements import WHOM
from storage.tables import NoticeRow
from storage.tables.ledger import CLAIMED, ENDED, SENDING, WAITING

_AT_ONCE = 500
_PASSES = 5
"""How often a claim goes past those whom their own choice holds: nobody else may write meanwhile.
The next look goes on from there."""
_NOW = bindparam("instant", type_=NoticeRow.ended_at.type)
# Constants, for the relay asks this at each of its looks.
_EXPIRE = (
    update(NoticeRow)
    .where(IS_WAITING, NoticeRow.valid_until <= _NOW)
    .values(state=ENDED, ending=Ending.EXPIRED.value, reason=Why.TOO_LATE.value, ended_at=_NOW)
)


def _freeing(dead: ColumnElement[bool]) -> tuple[Update, Update]:
    return (
        update(NoticeRow)
        .where(IS_UNSETTLED, NoticeRow.state == CLAIMED, dead)
        .values(state=WAITING, lease_until=None),
        update(NoticeRow)
        .where(IS_UNSETTLED, NoticeRow.state == SENDING, dead)
        .values(state=ENDED, ending=Ending.UNKNOWN.value, ended_at=_NOW, lease_until=None),
    )


@cache
def _changing(states: tuple[str, ...], names: tuple[str, ...]) -> Update:
    """Return the statement that gives rows in these states values of these names."""
    values = {name: bindparam(name, type_=NoticeRow.__table__.c[name].type) for name in names}
    return (
        update(NoticeRow).where(NoticeRow.id.in_(WHOM), NoticeRow.state.in_(states)).values(values)
    )


_PUT_OFF = _changing((CLAIMED, SENDING), ("retry_at",)).values(
    state=WAITING, lease_until=None, attempts=NoticeRow.attempts + 1
)
_COPY = (
    update(NoticeRow)
    .where(NoticeRow.id.in_(WHOM), NoticeRow.has_copy == false(), NoticeRow.is_copy == false())
    .values(has_copy=True)
    .returning(*NOTICE)
)
_FREE_ALL = _freeing(true())
_FREE_DEAD = _freeing(
    (NoticeRow.lease_until <= _NOW) & NoticeRow.id.not_in(bindparam("spared", expanding=True))
)


@dataclass(frozen=True, slots=True)
class SqlOutbox:
    """Rows that wait, are claimed, are being sent, and have ended. No row is ever deleted."""

    connection: AsyncConnection
    _written: list[int] = field(default_factory=list)

    @property
    def has_written(self) -> bool:
        """Say whether this transaction has put rows that wait, or let some go earlier."""
        return bool(self._written)

    async def put(self, drafts: Sequence[Draft]) -> None:
        """Write rows that wait."""
        if drafts:
            await self.connection.execute(insert(NoticeRow), [draft_row(one) for one in drafts])
            self._written.append(len(drafts))

    async def claim(
        self,
        openings: Sequence[Opening],
        *,
        now: datetime,
        lease: timedelta,
        most: int,
        full: Collection[Channel] = (),
    ) -> Sequence[Batch]:
        """Take at most `most` batches that may go now, by lane, oldest first within one."""
        await lock_claims(self.connection)
        await rouse(self.connection, now)
        batches: list[Batch] = []
        for _ in range(_PASSES):
            room = most - len(batches)
            groups = await groups_that_may_go(self.connection, openings, now, room, full)
            if not groups:
                break
            found = await sorted_out(self.connection, groups, openings, now, full)
            claimed = [notice.id for batch in found.batches for notice in batch.notices]
            await self._change(
                claimed, (WAITING,), state=CLAIMED, lease_until=now + lease, rests_until=None
            )
            batches += found.batches
            await self._hold(found, now)
            # Those whom their own choice holds give their place to the next.
            if not found.has_held or len(batches) >= most:
                break
        return batches

    async def _hold(self, found: Sorted, now: datetime) -> None:
        for until, resting in found.resting.items():
            await self._change(resting, (WAITING,), rests_until=until)
        await self.settle(
            found.switched_off, Ending.EXPIRED, at=now, reason=Why.SWITCHED_OFF.value
        )

    async def reconsider(self, person: PersonId) -> None:
        """Ask anew about what waits for a person whose choice changed."""
        await self.connection.execute(RECONSIDER, {"person": person})
        self._written.append(0)

    async def opened_by(self, notice: NoticeId) -> Sequence[Notice]:
        """Return what a message without words told, by the notice on its button."""
        told = select(*NOTICE).where(NoticeRow.opened_by == notice).order_by(NoticeRow.id)
        return [as_notice(Waiting._make(row)) for row in await self.connection.execute(told)]

    async def adopt(self, batch: Batch, *, lease_until: datetime) -> Sequence[Notice]:
        """Return the batch's rows with those written about the same records since its claim."""
        if any(one.draft.is_copy for one in batch.notices):
            # A letter beside the message tells what it was written for: the chat tells the rest.
            return batch.notices
        records = {one.draft.record for one in batch.notices}
        late = (
            select(*NOTICE)
            .where(
                IS_WAITING,
                IS_UNSETTLED,
                NoticeRow.recipient_id == batch.recipient,
                NoticeRow.lane == batch.lane.value,
                # What waits to go by letter as well goes by letter.
                NoticeRow.is_copy == false(),
                NoticeRow.subject.in_([subject for _, subject, _ in records]),
            )
            .order_by(NoticeRow.id)
        )
        waiting = [as_notice(Waiting._make(row)) for row in await self.connection.execute(late)]
        adopted = [one for one in waiting if one.draft.record in records]
        ids = [one.id for one in adopted]
        await self._change(ids, (WAITING,), state=CLAIMED, lease_until=lease_until)
        return [*batch.notices, *adopted]

    async def sending(
        self,
        notices: Sequence[NoticeId],
        text: str,
        *,
        lease_until: datetime,
        opened_by: NoticeId | None = None,
        channel: Channel | None = None,
    ) -> None:
        """Store the very text that is about to leave: the proof, and what a repeat would send."""
        await self._change(
            notices,
            (CLAIMED, SENDING),
            state=SENDING,
            text=text,
            lease_until=lease_until,
            opened_by=opened_by,
            channel=channel.value if channel else None,
        )

    async def settle(
        self,
        notices: Sequence[NoticeId],
        ending: Ending,
        *,
        at: datetime,
        message_id: str = "",
        reason: str = "",
    ) -> None:
        """Give the rows their one ending; a row that has ended keeps what it has."""
        await self._change(
            notices,
            (WAITING, CLAIMED, SENDING),
            state=ENDED,
            ending=ending.value,
            ended_at=at,
            message_id=message_id,
            reason=reason,
            lease_until=None,
        )

    async def copy(self, notices: Sequence[NoticeId]) -> None:
        """Write the letter beside each of these rows, unless it was written before."""
        rows = await self.connection.execute(_COPY, {"asked": list(notices)})
        found = [as_notice(Waiting._make(row)).draft for row in rows]
        await self.put([replace(one, is_copy=True) for one in found])

    async def put_off(self, notices: Sequence[NoticeId], *, until: datetime) -> None:
        """Let rows that provably did not leave wait for another try."""
        await self._run(_PUT_OFF, notices, {"retry_at": until})

    async def expire(self, *, now: datetime) -> int:
        """End waiting rows whose time is over as expired, too late; return how many."""
        return await change(self.connection, _EXPIRE, {"instant": now})

    async def recover(
        self, *, now: datetime, everything: bool, spared: Collection[NoticeId] = ()
    ) -> int:
        """Free what a dead process held: claimed rows wait again, sending rows become unknown."""
        asked = {"instant": now} if everything else {"instant": now, "spared": list(spared)}
        freeing = _FREE_ALL if everything else _FREE_DEAD
        return sum([await change(self.connection, one, asked) for one in freeing])

    async def told_of(self, kind: NoticeKind, subjects: Sequence[int]) -> Sequence[Settled]:
        """Return all rows about these records, oldest first."""
        about = select(*NOTICE, *ENDED_AS).where(
            NoticeRow.kind == kind.value, NoticeRow.subject.in_(sorted(set(subjects)))
        )
        rows = await self.connection.execute(about.order_by(NoticeRow.id))
        return [settled(row) for row in rows]

    async def rows(self, school: SchoolId) -> Sequence[Settled]:
        """Return the school's ledger, oldest first."""
        of_school = select(*NOTICE, *ENDED_AS).where(NoticeRow.school_id == school)
        rows = await self.connection.execute(of_school.order_by(NoticeRow.id))
        return [settled(row) for row in rows]

    async def _change(
        self, notices: Sequence[NoticeId], states: Sequence[str], **values: object
    ) -> None:
        await self._run(_changing(tuple(states), tuple(values)), notices, values)

    async def _run(
        self, statement: Update, notices: Sequence[NoticeId], values: Mapping[str, object]
    ) -> None:
        for begin in range(0, len(notices), _AT_ONCE):
            some = list(notices[begin : begin + _AT_ONCE])
            await change(self.connection, statement, {**values, "asked": some})
