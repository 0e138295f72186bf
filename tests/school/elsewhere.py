"""Messages that are to show what was answered by letter, in memory: `OldMessages`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from core.access.people import Channel
from core.ids import AccountId
from core.notices.answers.elsewhere import OldMessage
from core.notices.ledger import Ending, Notice
from tests.school import records
from tests.school.outbox import Row
from tests.school.records import Record
from tests.school.world import World


@dataclass(frozen=True, kw_only=True)
class Due(Record):
    message: OldMessage
    at: datetime


@dataclass(frozen=True)
class MemoryOldMessages:
    world: World

    async def answered(self, notice: Notice, *, at: datetime) -> None:
        told = [
            row
            for row in self.world.all(Row)
            if row.draft.record == notice.draft.record
            and row.draft.recipient == notice.draft.recipient
            and row.ending is Ending.DELIVERED
            and row.channel is Channel.TELEGRAM
            and row.message_id
        ]
        for row in told:
            link = self._link(row)
            if link and not any(
                self.world.all(Due, lambda it, of=row: it.message.notice == of.id)
            ):
                told = (AccountId(link.account_id), row.message_id, row.text or "")
                self.world.add(Due, message=OldMessage(row.notice.id, *told), at=at)

    def _link(self, row: Row) -> records.AccountLink | None:
        links = self.world.all(
            records.AccountLink,
            lambda it: it.person_id == row.draft.recipient and it.ended_at is None,
        )
        return next((one for one in links if one.linked_at <= row.ended_at), None)

    async def due(self, *, now: datetime, most: int) -> Sequence[OldMessage]:
        found = sorted(self.world.all(Due, lambda it: it.at <= now), key=lambda it: it.at)
        return [one.message for one in found][:most]

    async def take(self, one: OldMessage, *, now: datetime, until: datetime) -> bool:
        for known in list(self.world.all(Due, lambda it: it.message == one and it.at <= now)):
            self.world.change(known, at=until)
            return True
        return False

    async def done(self, one: OldMessage) -> None:
        for known in list(self.world.all(Due, lambda it: it.message == one)):
            self.world.change(known, gone_at=known.at)
