"""Addresses that were given on paper. Behind `core.access.given_mail.GivenAddresses`."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.access.given_mail import GivenAddress
from core.ids import PersonId, SchoolId
from storage.statements import new_source
from storage.tables import GivenAddressRow

_STANDS = (GivenAddressRow.person_id == bindparam("person"), GivenAddressRow.taken_at.is_(None))
_LATEST = (
    select(
        GivenAddressRow.person_id,
        GivenAddressRow.address,
        GivenAddressRow.document,
        GivenAddressRow.at,
        GivenAddressRow.by_id,
    )
    .where(*_STANDS)
    .order_by(GivenAddressRow.id.desc())
    .limit(1)
)
_TAKE_AWAY = (
    update(GivenAddressRow)
    .where(*_STANDS)
    .values(taken_at=bindparam("instant", type_=GivenAddressRow.at.type))
)


@dataclass(frozen=True, slots=True)
class SqlGivenAddresses:
    """One row for each address on paper; those before it are taken away."""

    connection: AsyncConnection

    async def give(self, given: GivenAddress, school: SchoolId) -> None:
        """Keep an address; the same one once more is kept as it was."""
        before = await self.given(given.person)
        if before is not None and before.address == given.address:
            return
        await self.take_away(given.person, at=given.at)
        await self.connection.execute(
            insert(GivenAddressRow).values(
                school_id=school,
                source=new_source(),
                origin_id=given.by,
                changed_at=given.at,
                person_id=given.person,
                address=given.address,
                document=given.document,
                at=given.at,
                by_id=given.by,
            )
        )

    async def given(self, person: PersonId) -> GivenAddress | None:
        """Return the latest address of a person, unless it was taken away."""
        row = (await self.connection.execute(_LATEST, {"person": person})).one_or_none()
        if row is None:
            return None
        number, address, document, at, by = row
        return GivenAddress(PersonId(number), address, document, at, PersonId(by))

    async def take_away(self, person: PersonId, *, at: datetime) -> None:
        """Keep that the person takes the address back."""
        await self.connection.execute(_TAKE_AWAY, {"person": person, "instant": at})
