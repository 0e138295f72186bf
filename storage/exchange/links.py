"""The lists of rows into their tables: guardians, classes of a course, lessons of an excuse."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.exchange.rows.row import Row
from core.exchange.telling import Ids
from core.ids import SchoolId
from storage.exchange.batches import Params, run
from storage.exchange.fields import table_of
from storage.exchange.stored import Link
from storage.tables import GuardianshipRow


@dataclass(frozen=True, slots=True)
class Linking:
    """Writes the lists of one school's rows; `owners` are the rows' numbers."""

    connection: AsyncConnection
    school: SchoolId
    ids: Ids
    at: datetime

    async def unlink(self, link: Link, owners: Sequence[int]) -> None:
        """Empty the lists."""
        table = table_of(link.table)
        params: Params = [{"b_owner": owner} for owner in owners]
        of_owner = table.c[link.owner] == bindparam("b_owner")
        if link.table is not GuardianshipRow:
            await run(self.connection, delete(table).where(of_owner), params)
            return
        # A family is never forgotten: its link ends, unless a person made it.
        ended = (
            update(table)
            .where(of_owner, table.c.gone_at.is_(None), table.c.origin_id.is_(None))
            .values(gone_at=self.at, changed_at=self.at)
        )
        await run(self.connection, ended, params)

    async def link(
        self, link: Link, field: str, owners: Sequence[int], rows: Sequence[Row]
    ) -> None:
        """Fill the lists with what the rows hold in a field."""
        params: Params = [
            {"school_id": self.school, link.owner: owner, **line}
            for owner, row in zip(owners, rows, strict=True)
            for line in link.lines(getattr(row, field), self.ids)
        ]
        if link.table is GuardianshipRow:
            params = await self._revived(params)
        await run(self.connection, insert(link.table), params)

    async def _revived(self, params: Params) -> Params:
        """Revive the families that were there before, and return those that are new."""
        c = table_of(GuardianshipRow).c
        asked = select(c.pupil_id, c.guardian_id, c.id).where(c.school_id == self.school)
        lines = (await self.connection.execute(asked)).all()
        before = {(pupil, guardian): number for pupil, guardian, number in lines}
        told = [(before.get((one["pupil_id"], one["guardian_id"])), one) for one in params]
        again = (
            update(GuardianshipRow)
            .where(c.id == bindparam("b_row"))
            .values(gone_at=None, changed_at=self.at, position=bindparam("place"))
        )
        known = [(number, one) for number, one in told if number is not None]
        params = [{"b_row": number, "place": one["position"]} for number, one in known]
        await run(self.connection, again, params)
        return [{**one, "changed_at": self.at} for number, one in told if number is None]
