"""The ledger as broadcasts ask about it, and their cards: `core.notices.broadcasts.ports`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import (
    bindparam,
    cast,
    delete,
    exists,
    func,
    literal_column,
    select,
    true,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased
from sqlalchemy.types import String

from core.access.people import Channel
from core.ids import AccountId, BroadcastId, PersonId, PupilId, SchoolId
from core.messages.broadcasts.broadcast import BroadcastState
from core.messages.broadcasts.facts import Told
from core.notices.broadcasts.ports import LiveCard, Telling
from core.notices.ledger import Change, Draft, Ending
from storage.notices.outbox_rows import NOTICE, Waiting, notice
from storage.statements import WHOM, insert_into
from storage.tables import BroadcastAnswerRow, BroadcastCardRow, BroadcastRow, NoticeRow

# Written out, not bound: a partial index serves only a condition that it can read.
_OF_BROADCASTS = NoticeRow.kind == literal_column("'broadcast'")
_TELLINGS = (
    select(
        NoticeRow.recipient_id,
        NoticeRow.change,
        NoticeRow.ending,
        NoticeRow.reason,
        NoticeRow.channel,
    )
    .where(_OF_BROADCASTS, NoticeRow.subject == bindparam("broadcast"))
    .order_by(NoticeRow.id)
)
_REACHED = (
    select(NoticeRow.recipient_id, NoticeRow.about_id)
    .where(
        _OF_BROADCASTS,
        NoticeRow.subject == bindparam("broadcast"),
        NoticeRow.text.is_not(None),
        func.coalesce(NoticeRow.ending, "") != Ending.REFUSED.value,
    )
    .order_by(NoticeRow.id)
)
_REPEAT = aliased(NoticeRow)
_HAS_A_REPEAT = exists().where(
    _REPEAT.kind == literal_column("'broadcast'"),
    _REPEAT.subject == NoticeRow.subject,
    _REPEAT.recipient_id == NoticeRow.recipient_id,
    _REPEAT.change == Change.REPEATED.value,
    _REPEAT.id > NoticeRow.id,
)
_UNREPEATED = (
    select(*NOTICE)
    .join(BroadcastRow, BroadcastRow.id == NoticeRow.subject)
    .where(
        _OF_BROADCASTS,
        BroadcastRow.school_id == bindparam("school"),
        NoticeRow.ending == Ending.UNKNOWN.value,
        NoticeRow.change.in_((Change.NEW.value, Change.CHANGED.value)),
        NoticeRow.valid_until > bindparam("now", type_=NoticeRow.ended_at.type),
        BroadcastRow.state == BroadcastState.SENT.value,
        BroadcastRow.asks == true(),
        ~_HAS_A_REPEAT,
    )
    .order_by(NoticeRow.id)
)
_ENDINGS = (
    select(NoticeRow.subject, NoticeRow.ending, func.count())
    .where(_OF_BROADCASTS, NoticeRow.subject.in_(WHOM))
    .group_by(NoticeRow.subject, NoticeRow.ending)
    .order_by(NoticeRow.subject, NoticeRow.ending)
)
_GIVEN = (
    select(
        BroadcastAnswerRow.broadcast_id,
        func.count(),
        func.coalesce(cast(func.max(BroadcastAnswerRow.at), String), ""),
    )
    .where(BroadcastAnswerRow.broadcast_id.in_(WHOM))
    .group_by(BroadcastAnswerRow.broadcast_id)
)
_STATES = select(BroadcastRow.id, BroadcastRow.state, BroadcastRow.version).where(
    BroadcastRow.id.in_(WHOM)
)
_INSTANT = BroadcastCardRow.shown_at.type
_FOLLOWED = (
    select(
        BroadcastCardRow.school_id,
        BroadcastCardRow.broadcast_id,
        BroadcastCardRow.account_id,
        BroadcastCardRow.message_id,
        BroadcastCardRow.shown,
    )
    .where(
        BroadcastCardRow.until > bindparam("now", type_=_INSTANT),
        BroadcastCardRow.shown_at <= bindparam("before", type_=_INSTANT),
    )
    .order_by(BroadcastCardRow.broadcast_id, BroadcastCardRow.account_id)
)


@dataclass(frozen=True, slots=True)
class SqlBroadcastLedger:
    """Reads the rows of broadcasts by their own index."""

    connection: AsyncConnection

    async def tellings(self, broadcast: BroadcastId) -> Sequence[Telling]:
        """Return what was told of it, oldest first; reminders are none of it."""
        rows = await self.connection.execute(_TELLINGS, {"broadcast": broadcast})
        return [
            Telling(
                PersonId(person),
                Change(change),
                Ending(ending) if ending else None,
                reason,
                Channel(channel) if channel else None,
            )
            for person, change, ending, reason, channel in rows
        ]

    async def reached(self, broadcast: BroadcastId) -> Sequence[Told]:
        """Return to whom something of it has left, or may have: each person once."""
        rows = await self.connection.execute(_REACHED, {"broadcast": broadcast})
        found = {PersonId(person): PupilId(PersonId(about)) for person, about in rows}
        return list(found.items())

    async def unrepeated(self, school: SchoolId, *, now: datetime) -> Sequence[Draft]:
        """Return what asks for an answer, may not have arrived, and was not told once more."""
        rows = await self.connection.execute(_UNREPEATED, {"school": school, "now": now})
        return [notice(Waiting._make(row)).draft for row in rows]


@dataclass(frozen=True, slots=True)
class SqlCards:
    """One row for each card that is followed."""

    connection: AsyncConnection

    async def follow(self, card: LiveCard, *, at: datetime, until: datetime) -> None:
        """Let a message be a card from now on; the account's earlier one is none any more."""
        new = insert_into(self.connection, BroadcastCardRow).values(
            school_id=card.school,
            broadcast_id=card.broadcast,
            account_id=card.account,
            message_id=card.message_id,
            shown=card.shown,
            shown_at=at,
            until=until,
        )
        kept = new.on_conflict_do_update(
            index_elements=["broadcast_id", "account_id"],
            set_={
                name: new.excluded[name] for name in ("message_id", "shown", "shown_at", "until")
            },
        )
        await self.connection.execute(kept)

    async def followed(self, *, now: datetime, shown_before: datetime) -> Sequence[LiveCard]:
        """Return the cards that were shown before an instant and are still followed."""
        asked = {"now": now, "before": shown_before}
        return [
            LiveCard(SchoolId(school), BroadcastId(number), AccountId(account), message, shown)
            for school, number, account, message, shown in await self.connection.execute(
                _FOLLOWED, asked
            )
        ]

    async def pulses(self, broadcasts: Sequence[BroadcastId]) -> Mapping[BroadcastId, str]:
        """Return for each broadcast what changes whenever its numbers do."""
        asked = {"asked": list(broadcasts)}
        said = {
            number: [f"{state}{version}"]
            for number, state, version in await self.connection.execute(_STATES, asked)
        }
        for number, ending, count in await self.connection.execute(_ENDINGS, asked):
            said[number].append(f"{ending}{count}")
        for number, count, latest in await self.connection.execute(_GIVEN, asked):
            said[number].append(f"answers{count}@{latest}")
        return {BroadcastId(number): " ".join(parts) for number, parts in said.items()}

    async def take(self, card: LiveCard, *, pulse: str, at: datetime) -> bool:
        """Note that a card is being shown; say whether no other process was faster."""
        taken = (
            update(BroadcastCardRow)
            .where(
                BroadcastCardRow.broadcast_id == card.broadcast,
                BroadcastCardRow.account_id == card.account,
                BroadcastCardRow.message_id == card.message_id,
                BroadcastCardRow.shown == card.shown,
            )
            .values(shown=pulse, shown_at=at)
        )
        return (await self.connection.execute(taken)).rowcount > 0

    async def forget(self, card: LiveCard) -> None:
        """Follow a card no more."""
        gone = delete(BroadcastCardRow).where(
            BroadcastCardRow.broadcast_id == card.broadcast,
            BroadcastCardRow.account_id == card.account,
            BroadcastCardRow.message_id == card.message_id,
        )
        await self.connection.execute(gone)
