"""What goes on paper. Behind `core.notices.printing.PrintRun`."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from core.ids import PersonId, PupilId, SchoolId
from core.notices.ledger import NoticeKind
from core.notices.printing import ToPrint, Unreached
from storage.statements import insert_into
from storage.tables import PrintRunRow


@dataclass(frozen=True, slots=True)
class SqlPrintRun:
    """One row for a pupil and a record."""

    connection: AsyncConnection

    async def add(self, sheets: Sequence[ToPrint]) -> int:
        """Put sheets on the run; return how many were not on it yet."""
        rows = [
            {
                "school_id": one.school,
                "pupil_id": one.pupil,
                "what": one.what.value,
                "subject": one.subject,
                "reason": one.reason.value,
                "at": one.at,
            }
            for one in sheets
        ]
        if not rows:
            return 0
        new = (
            insert_into(self.connection, PrintRunRow)
            .on_conflict_do_nothing()
            .returning(PrintRunRow.id)
        )
        return len((await self.connection.execute(new, rows)).all())

    async def of(
        self, what: NoticeKind, subject: int, pupils: Sequence[PupilId]
    ) -> Sequence[ToPrint]:
        """Return the pupils' sheets of a record."""
        asked = (
            select(PrintRunRow.school_id, PrintRunRow.pupil_id, PrintRunRow.reason, PrintRunRow.at)
            .where(
                PrintRunRow.what == what.value,
                PrintRunRow.subject == subject,
                PrintRunRow.pupil_id.in_(list(pupils)),
            )
            .order_by(PrintRunRow.id)
        )
        return [
            ToPrint(
                SchoolId(school), PupilId(PersonId(pupil)), what, subject, Unreached(reason), at
            )
            for school, pupil, reason, at in await self.connection.execute(asked)
        ]
