"""What an import notes of the log of consultations, as the program does when it adds rows (H4)."""

from typing import Final

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection

from core.exchange.plan import ImportPlan
from core.ids import SchoolId
from storage.statements import insert_into
from storage.tables import ConsultationHeadRow, ConsultationRow

_COLUMNS: Final = ("school_id", "number", "digest", "at")
_LAST = (
    select(*(getattr(ConsultationRow, one) for one in _COLUMNS))
    .where(ConsultationRow.school_id == bindparam("school"))
    .order_by(ConsultationRow.number.desc())
    .limit(1)
)


async def note_head(connection: AsyncConnection, plan: ImportPlan, *, school: SchoolId) -> None:
    """Note the last row of a log that an import made longer; the file may have noted it itself."""
    if not plan.of("x_consultations").new:
        return
    noting = insert_into(connection, ConsultationHeadRow).from_select(_COLUMNS, _LAST)
    await connection.execute(noting.on_conflict_do_nothing(), {"school": school})
