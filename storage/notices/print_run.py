"""What goes on paper. Behind `core.notices.printing.PrintRun`."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Executable, bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection

from core.ids import PersonId, PupilId, SchoolId
from core.notices.ledger import NoticeKind
from core.notices.printing import ToPrint, Unreached
from storage.statements import WHOM, insert_into
from storage.tables import PrintRunRow

_OF_PUPILS = (
    select(
        PrintRunRow.school_id,
        PrintRunRow.pupil_id,
        PrintRunRow.what,
        PrintRunRow.subject,
        PrintRunRow.reason,
        PrintRunRow.at,
    )
    .where(PrintRunRow.pupil_id.in_(WHOM))
    .order_by(PrintRunRow.id)
)
_SINCE = _OF_PUPILS.where(PrintRunRow.at >= bindparam("since", type_=PrintRunRow.at.type))


@dataclass(frozen=True, slots=True)
class SqlPrintRun:
    """One row for a pupil and a record."""

    connection: AsyncConnection

    async def add(self, sheets: Sequence[ToPrint]) -> Collection[PupilId]:
        """Put sheets on the run; return the pupils of whom one was not on it yet."""
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
            return frozenset()
        new = (
            insert_into(self.connection, PrintRunRow)
            .on_conflict_do_nothing()
            .returning(PrintRunRow.pupil_id)
        )
        added = await self.connection.execute(new, rows)
        return frozenset(PupilId(PersonId(pupil)) for (pupil,) in added)

    async def of(
        self, what: NoticeKind, subjects: Sequence[int], pupils: Sequence[PupilId]
    ) -> Sequence[ToPrint]:
        """Return the pupils' sheets of records of a kind."""
        asked = _OF_PUPILS.where(
            PrintRunRow.what == what.value, PrintRunRow.subject.in_(list(subjects))
        )
        return await self._found(asked, asked=list(pupils))

    async def since(self, pupils: Sequence[PupilId], at: datetime) -> Sequence[ToPrint]:
        """Return the pupils' sheets of any record that were put on the run at `at` or later."""
        return await self._found(_SINCE, asked=list(pupils), since=at)

    async def _found(self, which: Executable, **asked: object) -> list[ToPrint]:
        return [_sheet(*row) for row in await self.connection.execute(which, asked)]


def _sheet(school: int, pupil: int, what: str, subject: int, reason: str, at: datetime) -> ToPrint:
    return ToPrint(
        SchoolId(school),
        PupilId(PersonId(pupil)),
        NoticeKind(what),
        subject,
        Unreached(reason),
        at,
    )
