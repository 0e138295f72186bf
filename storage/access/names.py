"""How persons are called. Behind `core.notices.gathering.forecasts.Names`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from core.access.people import Name
from core.ids import PersonId
from storage.statements import NAME, WHOM
from storage.tables import PersonRow

NAMES = select(PersonRow.id, *NAME).where(PersonRow.id.in_(WHOM), PersonRow.gone_at.is_(None))


@dataclass(frozen=True, slots=True)
class SqlNames:
    """Names as the school's records have them."""

    connection: AsyncConnection

    async def names(self, persons: Sequence[PersonId]) -> Mapping[PersonId, Name]:
        """Return the names of persons in the school's records; who is gone is missing."""
        rows = await self.connection.execute(NAMES, {"asked": list(persons)})
        return {
            PersonId(number): Name(given, family, middle) for number, given, family, middle in rows
        }
