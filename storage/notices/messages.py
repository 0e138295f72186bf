"""The ledger as threads ask about it. Behind `core.notices.messages.ports.MessageLedger`."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, exists, literal_column, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from core.ids import MessageId, PersonId, SchoolId
from core.notices.ledger import Why
from core.notices.messages.ports import Lost
from storage.statements import WHOM
from storage.tables import MessageRow, NoticeRow

# Written out, not bound: a partial index serves only a condition that it can read.
_OF_MESSAGES = NoticeRow.kind == literal_column("'message'")
_DELIVERED = (
    select(NoticeRow.subject)
    .where(
        _OF_MESSAGES,
        NoticeRow.recipient_id.in_(WHOM),
        NoticeRow.message_id == bindparam("message_id"),
        NoticeRow.message_id != "",
    )
    .order_by(NoticeRow.id.desc())
    .limit(1)
)
_TOLD = aliased(NoticeRow)
_LOST = (
    select(NoticeRow.school_id, NoticeRow.subject, MessageRow.by_id, NoticeRow.recipient_id)
    .join(MessageRow, MessageRow.id == NoticeRow.subject)
    .where(
        _OF_MESSAGES,
        NoticeRow.ending.in_(
            (
                literal_column("'refused'"),
                literal_column("'unknown'"),
                literal_column("'expired'"),
            )
        ),
        NoticeRow.reason != Why.OVERTAKEN.value,
        ~exists().where(
            _TOLD.kind == literal_column("'message_lost'"),
            _TOLD.subject == NoticeRow.subject,
            _TOLD.happened_at >= NoticeRow.ended_at,
        ),
    )
)
_UNTOLD = _LOST.where(NoticeRow.school_id == bindparam("school")).order_by(NoticeRow.id)
_SCHOOLS_UNTOLD = _LOST.with_only_columns(
    NoticeRow.school_id, maintain_column_froms=True
).distinct()


@dataclass(frozen=True, slots=True)
class SqlMessageLedger:
    """Reads the rows of messages by indexes of their own."""

    connection: AsyncConnection

    async def delivered_as(self, persons: Sequence[PersonId], message_id: str) -> MessageId | None:
        """Return which message came to one of the persons under the messenger's id."""
        asked = {"asked": list(persons), "message_id": message_id}
        found = (await self.connection.execute(_DELIVERED, asked)).scalar_one_or_none()
        return MessageId(found) if found is not None else None

    async def schools_untold(self) -> Sequence[SchoolId]:
        """Return the schools where there is something of which `untold` tells."""
        return [SchoolId(school) for (school,) in await self.connection.execute(_SCHOOLS_UNTOLD)]

    async def untold(self, school: SchoolId) -> Sequence[Lost]:
        """Return what did not arrive, or may not have, and its writer was not told of yet."""
        return [
            Lost(SchoolId(of), MessageId(message), PersonId(by), PersonId(to))
            for of, message, by, to in await self.connection.execute(_UNTOLD, {"school": school})
        ]
