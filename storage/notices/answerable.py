"""Rows of the ledger that must be acknowledged: `core.notices.answers.answerable.Answerable`."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, exists, false, literal_column, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from core.ids import NoticeId, PersonId, PupilId
from core.notices.ledger import Change, Ending, Notice, NoticeKind, Settled
from storage.notices.outbox_rows import ENDED_AS, NOTICE, Waiting, notice, settled
from storage.tables import AcknowledgementRow, NoticeRow
from storage.tables.ledger import ENDED

# Written out, not bound: a partial index serves only a condition that it can read.
_MUST_BE_ANSWERED = NoticeRow.kind.in_(
    [literal_column(f"'{kind}'") for kind in ("forecast", "warning", "truancy")]
)
_ARRIVED = (Ending.DELIVERED.value, Ending.UNKNOWN.value)

_REPEAT = aliased(NoticeRow)
_HAS_A_REPEAT = exists().where(
    _REPEAT.about_id == NoticeRow.about_id,
    _REPEAT.kind == NoticeRow.kind,
    _REPEAT.subject == NoticeRow.subject,
    _REPEAT.recipient_id == NoticeRow.recipient_id,
    _REPEAT.change == Change.REPEATED.value,
    # What goes anew and is lost is told once more, though what went before it was too.
    _REPEAT.happened_at >= NoticeRow.happened_at,
)
_IS_ANSWERED = exists().where(
    AcknowledgementRow.about_id == NoticeRow.about_id,
    AcknowledgementRow.kind == NoticeRow.kind,
    AcknowledgementRow.subject == NoticeRow.subject,
    AcknowledgementRow.person_id == NoticeRow.recipient_id,
    # An answer to what went before is none to what went anew.
    AcknowledgementRow.at >= NoticeRow.happened_at,
)


@dataclass(frozen=True, slots=True)
class SqlAnswerable:
    """Looks at the ledger by the pupil that a row is about."""

    connection: AsyncConnection

    async def one(self, notice: NoticeId) -> Notice | None:
        """Return a notice that must be acknowledged."""
        return next(iter(await self._notices(NoticeRow.id == notice)), None)

    async def about(
        self, kind: NoticeKind, subjects: Sequence[int], pupils: Sequence[PupilId]
    ) -> Sequence[Settled]:
        """Return the rows about records of the pupils, oldest first."""
        asked = (
            select(*NOTICE, *ENDED_AS)
            .where(
                _MUST_BE_ANSWERED,
                NoticeRow.about_id.in_(list(pupils)),
                NoticeRow.kind == kind.value,
                NoticeRow.subject.in_(list(subjects)),
            )
            .order_by(NoticeRow.id)
        )
        return [settled(row) for row in await self.connection.execute(asked)]

    async def unanswered(self, person: PersonId, pupils: Sequence[PupilId]) -> Sequence[Notice]:
        """Return what the person got about the pupils and has not acknowledged, oldest first."""
        return await self._notices(
            NoticeRow.about_id.in_(list(pupils)),
            NoticeRow.recipient_id == person,
            NoticeRow.state == ENDED,
            NoticeRow.ending.in_(_ARRIVED),
            NoticeRow.change != Change.REPEATED.value,
            NoticeRow.is_copy == false(),
            ~_IS_ANSWERED,
        )

    async def unrepeated(self) -> Sequence[Notice]:
        """Return what may not have arrived, and has not been written once more yet."""
        return await self._notices(
            NoticeRow.ending == Ending.UNKNOWN.value,
            NoticeRow.change != Change.REPEATED.value,
            NoticeRow.is_copy == false(),
            ~_HAS_A_REPEAT,
        )

    async def _notices(self, *which: ColumnElement[bool]) -> list[Notice]:
        asked = select(*NOTICE).where(_MUST_BE_ANSWERED, *which).order_by(NoticeRow.id)
        rows = await self.connection.execute(asked)
        return [notice(Waiting._make(row)) for row in rows]
