"""Rows that only add to a record of another file: what x_courses says of a course."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.exchange.rows.row import Row
from core.ids import SourceId
from storage.exchange.batches import run
from storage.exchange.fields import table_of
from storage.exchange.links import Linking
from storage.exchange.params import for_update, params_of
from storage.exchange.stored import Stored


@dataclass(frozen=True, slots=True)
class Adding:
    """Writes such rows. `ids` grows with every row: its number is that of its record."""

    connection: AsyncConnection
    ids: dict[str, dict[SourceId, int]]
    at: datetime
    linking: Linking

    def _owners(self, stored: Stored, rows: Sequence[Row]) -> list[int]:
        main, field = stored.main or ("", "")
        return [self.ids[main][getattr(row, field)] for row in rows]

    async def blank(self, stored: Stored, rows: Sequence[Row]) -> None:
        """Let records stand again without what a file added to them."""
        table, owners = table_of(stored.table), self._owners(stored, rows)
        bare = (
            update(table)
            .where(table.c.id == bindparam("b_row"))
            .values(x_source=None, changed_at=self.at, **stored.blank)
        )
        await run(self.connection, bare, [{"b_row": owner} for owner in owners])
        for link in stored.links.values():
            await self.linking.unlink(link, owners)

    async def add(self, stored: Stored, name: str, rows: Sequence[Row]) -> None:
        """Add what the rows say to their records."""
        table, owners = table_of(stored.table), self._owners(stored, rows)
        sources = [row.source for row in rows]
        params = params_of(stored, rows, self.ids, x_source=sources)
        names = ("x_source", *stored.columns)
        added = (
            update(table)
            .where(table.c.id == bindparam("b_row"))
            .values(changed_at=self.at, **{one: bindparam(f"v_{one}") for one in names})
        )
        await run(self.connection, added, for_update(params, owners))
        self.ids[name] = dict(zip(sources, owners, strict=True))
        for field, link in stored.links.items():
            await self.linking.link(link, field, owners, rows)
