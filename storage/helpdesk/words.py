"""What was said in tickets. Two ports of `core.helpdesk.tickets.ports`."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import and_, bindparam, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.access.people import Name
from core.helpdesk.tickets.ticket import Entry, EntryKind, EntryVersion, Ticket
from core.ids import AccountId, PersonId, SchoolId, TicketEntryId, TicketId
from core.messages.content import Content
from storage.messages.contents import content_of, content_row
from storage.statements import NAME, WHOM, insert_into, new_source
from storage.tables import PersonRow, TicketEntryRow, TicketOriginalRow, TicketVersionRow

_ENTRIES = (
    select(
        TicketEntryRow.id,
        TicketEntryRow.ticket_id,
        TicketEntryRow.school_id,
        TicketEntryRow.by_id,
        *NAME,
        TicketEntryRow.kind,
        TicketEntryRow.at,
        TicketVersionRow.text,
        TicketVersionRow.spans,
        TicketVersionRow.files,
        TicketEntryRow.version,
    )
    .join(PersonRow, PersonRow.id == TicketEntryRow.by_id)
    .join(
        TicketVersionRow,
        and_(
            TicketVersionRow.entry_id == TicketEntryRow.id,
            TicketVersionRow.version == TicketEntryRow.version,
        ),
    )
    .where(TicketEntryRow.gone_at.is_(None))
)
_BY_ID = _ENTRIES.where(TicketEntryRow.id.in_(WHOM))
_OF_TICKETS = _ENTRIES.where(TicketEntryRow.ticket_id.in_(WHOM)).order_by(
    TicketEntryRow.at, TicketEntryRow.id
)
_VERSIONS = (
    select(
        TicketVersionRow.text, TicketVersionRow.spans, TicketVersionRow.files, TicketVersionRow.at
    )
    .where(TicketVersionRow.entry_id == bindparam("entry"))
    .order_by(TicketVersionRow.version)
)
_FOUND = select(TicketOriginalRow.entry_id, TicketOriginalRow.part).where(
    TicketOriginalRow.account_id == bindparam("account"),
    TicketOriginalRow.original == bindparam("original"),
)


@dataclass(frozen=True, slots=True)
class SqlTicketWords:
    """A row for each entry, and one for each of its versions."""

    connection: AsyncConnection

    async def say(
        self, ticket: Ticket, kind: EntryKind, content: Content, *, by: PersonId, at: datetime
    ) -> TicketEntryId:
        """Keep what somebody said."""
        new = insert(TicketEntryRow).values(
            school_id=ticket.school,
            source=new_source(),
            origin_id=by,
            changed_at=at,
            ticket_id=ticket.id,
            by_id=by,
            kind=kind.value,
            at=at,
            version=1,
        )
        found = await self.connection.execute(new.returning(TicketEntryRow.id))
        number = TicketEntryId(found.scalar_one())
        await self._version(ticket.school, number, content, version=1, at=at)
        return number

    async def _version(
        self,
        school: SchoolId,
        number: TicketEntryId,
        content: Content,
        *,
        version: int,
        at: datetime,
    ) -> None:
        said = insert(TicketVersionRow).values(
            school_id=school, entry_id=number, version=version, at=at, **content_row(content)
        )
        await self.connection.execute(said)

    async def revise(
        self, entry: TicketEntryId, content: Content, *, after: int, at: datetime
    ) -> bool:
        """Add a version after the one named; say whether that was the latest."""
        revised = (
            update(TicketEntryRow)
            .where(TicketEntryRow.id == entry, TicketEntryRow.version == after)
            .values(version=after + 1, changed_at=at)
            .returning(TicketEntryRow.school_id)
        )
        row = (await self.connection.execute(revised)).first()
        if row is None:
            return False
        await self._version(SchoolId(row[0]), entry, content, version=after + 1, at=at)
        return True

    async def entries(self, numbers: Sequence[TicketEntryId]) -> Mapping[TicketEntryId, Entry]:
        """Return entries in their latest versions."""
        rows = await self.connection.execute(_BY_ID, {"asked": list(numbers)})
        return {one.id: one for one in map(_entry, rows)}

    async def of_tickets(self, tickets: Sequence[TicketId]) -> Mapping[TicketId, Sequence[Entry]]:
        """Return all that was said in tickets, the first words first."""
        found = defaultdict[TicketId, list[Entry]](list)
        for row in await self.connection.execute(_OF_TICKETS, {"asked": list(tickets)}):
            entry = _entry(row)
            found[entry.ticket].append(entry)
        return dict(found)

    async def versions(self, entry: TicketEntryId) -> Sequence[EntryVersion]:
        """Return what an entry said in each of its versions, the first one first."""
        rows = await self.connection.execute(_VERSIONS, {"entry": entry})
        return [
            EntryVersion(content_of(text, spans, files), at) for text, spans, files, at in rows
        ]


def _entry(row: Sequence[Any]) -> Entry:
    number, ticket, school, by, given, family, middle, kind, at, text, spans, files, version = row
    return Entry(
        TicketEntryId(number),
        TicketId(ticket),
        SchoolId(school),
        PersonId(by),
        Name(given, family, middle),
        EntryKind(kind),
        at,
        content_of(text, spans, files),
        version,
    )


@dataclass(frozen=True, slots=True)
class SqlTicketOriginals:
    """A row for each message of the messenger."""

    connection: AsyncConnection

    async def note(
        self,
        account: AccountId,
        originals: Sequence[str],
        entry: TicketEntryId,
        *,
        school: SchoolId,
    ) -> None:
        """Keep what the messenger calls the words (first, or empty) and each of the files."""
        rows = [
            {
                "school_id": school,
                "account_id": account,
                "original": one,
                "entry_id": entry,
                "part": part,
            }
            for part, one in enumerate(originals)
            if one
        ]
        if rows:
            new = insert_into(self.connection, TicketOriginalRow)
            await self.connection.execute(new.on_conflict_do_nothing(), rows)

    async def find(self, account: AccountId, original: str) -> tuple[TicketEntryId, int] | None:
        """Return the entry and which part of it: 0 for the words, then the files."""
        asked = {"account": account, "original": original}
        row = (await self.connection.execute(_FOUND, asked)).one_or_none()
        return (TicketEntryId(row[0]), row[1]) if row else None
