"""The ledger as tickets ask about it. Behind `core.notices.tickets.ports.TicketLedger`."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import and_, bindparam, exists, func, literal_column, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from core.helpdesk.tickets.ticket import EntryKind
from core.ids import PersonId, SchoolId, TicketEntryId, TicketId
from core.notices.ledger import Why
from core.notices.tickets.ports import LostWords
from storage.statements import WHOM
from storage.tables import NoticeRow, TicketEntryRow

# Written out, not bound: a partial index serves only a condition that it can read.
_OF_WORDS = NoticeRow.kind == literal_column("'ticket_words'")
_SAID = NoticeRow.kind.in_((literal_column("'ticket_words'"), literal_column("'ticket_lost'")))
_OF_TICKETS = NoticeRow.kind.in_(
    [
        literal_column(f"'{kind}'")
        for kind in (
            "ticket_arrived",
            "ticket_words",
            "ticket_lost",
            "ticket_promise",
            "ticket_at_end",
            "ticket_woke",
            "ticket_closed",
        )
    ]
)
_CAME_AS = (
    select(func.coalesce(TicketEntryRow.ticket_id, NoticeRow.subject))
    .select_from(NoticeRow)
    .outerjoin(TicketEntryRow, and_(TicketEntryRow.id == NoticeRow.subject, _SAID))
    .where(
        _OF_TICKETS,
        NoticeRow.recipient_id.in_(WHOM),
        NoticeRow.message_id == bindparam("message_id"),
        NoticeRow.message_id != literal_column("''"),
    )
    .order_by(NoticeRow.id.desc())
    .limit(1)
)
_TOLD = aliased(NoticeRow)
_LOST = (
    select(NoticeRow.subject, TicketEntryRow.by_id, NoticeRow.recipient_id)
    .join(TicketEntryRow, TicketEntryRow.id == NoticeRow.subject)
    .where(
        _OF_WORDS,
        TicketEntryRow.kind.in_([EntryKind.ANSWER.value, EntryKind.ASK_BACK.value]),
        NoticeRow.ending.in_(
            (
                literal_column("'refused'"),
                literal_column("'unknown'"),
                literal_column("'expired'"),
            )
        ),
        NoticeRow.reason != Why.OVERTAKEN.value,
        ~exists().where(
            _TOLD.kind == literal_column("'ticket_lost'"),
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
class SqlTicketLedger:
    """Reads the rows of tickets by indexes of their own."""

    connection: AsyncConnection

    async def came_as(self, persons: Sequence[PersonId], message_id: str) -> TicketId | None:
        """Return of which ticket one of the persons was told under the messenger's id."""
        asked = {"asked": list(persons), "message_id": message_id}
        found = (await self.connection.execute(_CAME_AS, asked)).scalar_one_or_none()
        return TicketId(found) if found is not None else None

    async def schools_untold(self) -> Sequence[SchoolId]:
        """Return the schools where there is something of which `untold` tells."""
        return [SchoolId(school) for (school,) in await self.connection.execute(_SCHOOLS_UNTOLD)]

    async def untold(self, school: SchoolId) -> Sequence[LostWords]:
        """Return answers that did not arrive, or may not have; their writer was not told yet."""
        return [
            LostWords(school, TicketEntryId(entry), PersonId(by), PersonId(to))
            for entry, by, to in await self.connection.execute(_UNTOLD, {"school": school})
        ]
