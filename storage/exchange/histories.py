"""What an import leaves behind of the cells that it changes."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from core.exchange.plan import FilePlan, ImportPlan
from core.exchange.rows.companions import PeriodMarkRow
from core.exchange.rows.one_roster import MarkRow
from core.exchange.telling import Ids
from core.ids import SchoolId, SourceId
from storage.exchange.batches import run
from storage.tables import MarkHistoryRow, PeriodMarkHistoryRow
from storage.tables.base import Base

_Marked = MarkRow | PeriodMarkRow
_Rewritten = tuple[SourceId, str | None, str | None]
_HISTORIES: Final[Sequence[tuple[str, type[Base], str]]] = (
    ("results", MarkHistoryRow, "mark_id"),
    ("x_periodMarks", PeriodMarkHistoryRow, "period_mark_id"),
)
"""Which file's cells keep their history where."""


async def remember(
    connection: AsyncConnection, plan: ImportPlan, ids: Ids, *, school: SchoolId, at: datetime
) -> None:
    """Keep what stood in the cells that the import changed (J5)."""
    for file, table, column in _HISTORIES:
        params = [
            {"school_id": school, column: ids[file][mark], "at": at, "before": old, "value": new}
            for mark, old, new in _rewritten(plan.of(file))
        ]
        await run(connection, insert(table), params)


def _rewritten(file: FilePlan) -> Iterator[_Rewritten]:
    for one in file.changed:
        before, after = one.before, one.after
        if not isinstance(before, _Marked) or not isinstance(after, _Marked):
            continue
        if one.revived:
            yield after.source, None, after.value.text
        elif before.value != after.value:
            yield after.source, before.value.text, after.value.text
    for row in file.gone:
        if isinstance(row, _Marked):
            yield row.source, row.value.text, None
