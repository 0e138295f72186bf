"""What persons did. Behind `core.breaches.deeds.Trail`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, exists, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from core.breaches.deeds import Deed, What
from core.ids import PersonId, SchoolId
from storage.tables import DeedRow

_OWN = aliased(DeedRow)
_TOUCHED = (
    select(
        DeedRow.school_id,
        DeedRow.person_id,
        DeedRow.at,
        DeedRow.what,
        DeedRow.record,
        DeedRow.before,
        DeedRow.after,
    )
    .where(
        DeedRow.at >= bindparam("since", type_=DeedRow.at.type),
        exists().where(
            _OWN.person_id == bindparam("person"),
            _OWN.at >= bindparam("since", type_=DeedRow.at.type),
            _OWN.what == DeedRow.what,
            _OWN.record == DeedRow.record,
        ),
    )
    .order_by(DeedRow.id)
)


@dataclass(frozen=True, slots=True)
class SqlTrail:
    """A row for each change; none is ever changed itself."""

    connection: AsyncConnection

    async def keep(self, deeds: Sequence[Deed]) -> None:
        """Keep what was done."""
        rows = [
            {
                "school_id": one.school,
                "person_id": one.person,
                "at": one.at,
                "what": one.what.value,
                "record": one.record,
                "before": one.before,
                "after": one.after,
            }
            for one in deeds
        ]
        await self.connection.execute(insert(DeedRow), rows)

    async def touched(self, person: PersonId, since: datetime) -> Sequence[Deed]:
        """Return all deeds since then, of anybody, to what the person touched; oldest first."""
        rows = await self.connection.execute(_TOUCHED, {"person": person, "since": since})
        return [
            Deed(SchoolId(school), PersonId(by), at, What(what), record, before, after)
            for school, by, at, what, record, before, after in rows
        ]
