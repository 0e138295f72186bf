"""What persons say to be right. Behind `records.DataCorrections` of core's personal data."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.access.personal_data.data import DataField
from core.access.personal_data.records import Correction, CorrectionState, Said
from core.ids import CorrectionId, PersonId, SchoolId
from storage.statements import WHOM, new_source
from storage.tables import DataCorrectionRow

_IS_OPEN = DataCorrectionRow.state == CorrectionState.OPEN.value
_SINCE = bindparam("since", type_=DataCorrectionRow.said_at.type)
_CORRECTIONS = (
    select(
        DataCorrectionRow.id,
        DataCorrectionRow.school_id,
        DataCorrectionRow.person_id,
        DataCorrectionRow.about_id,
        DataCorrectionRow.field,
        DataCorrectionRow.words,
        DataCorrectionRow.said_at,
        DataCorrectionRow.state,
        DataCorrectionRow.word,
    )
    .where(DataCorrectionRow.gone_at.is_(None))
    .order_by(DataCorrectionRow.said_at, DataCorrectionRow.id)
)
_OF_PERSONS = _CORRECTIONS.where(
    DataCorrectionRow.person_id.in_(WHOM),
    DataCorrectionRow.state != CorrectionState.REPLACED.value,
    or_(_IS_OPEN, DataCorrectionRow.said_at >= _SINCE),
)
_WAITING = _CORRECTIONS.where(DataCorrectionRow.school_id == bindparam("school"), _IS_OPEN)
_BY_NUMBER = _CORRECTIONS.where(DataCorrectionRow.id.in_(WHOM))


@dataclass(frozen=True, slots=True)
class SqlDataCorrections:
    """Corrections as rows; a settled one stays."""

    connection: AsyncConnection

    async def say(self, said: Said, *, at: datetime) -> CorrectionId:
        """Keep it; an open one of the same about the same is replaced, unless it is OTHER."""
        if said.field is not DataField.OTHER:
            replaced = (
                update(DataCorrectionRow)
                .where(
                    DataCorrectionRow.person_id == said.person,
                    DataCorrectionRow.about_id == said.about,
                    DataCorrectionRow.field == said.field.value,
                    _IS_OPEN,
                )
                .values(
                    state=CorrectionState.REPLACED.value,
                    decided_by_id=said.person,
                    decided_at=at,
                    changed_at=at,
                )
            )
            await self.connection.execute(replaced)
        new = (
            insert(DataCorrectionRow)
            .values(
                school_id=said.school,
                source=new_source(),
                person_id=said.person,
                about_id=said.about,
                field=said.field.value,
                words=said.words,
                said_at=at,
                state=CorrectionState.OPEN.value,
                word="",
                origin_id=said.person,
                changed_at=at,
            )
            .returning(DataCorrectionRow.id)
        )
        return CorrectionId((await self.connection.execute(new)).scalar_one())

    async def of_persons(
        self, persons: Sequence[PersonId], since: datetime
    ) -> Sequence[Correction]:
        """Return what persons said that waits, or was said since then; without the replaced."""
        asked = {"asked": list(persons), "since": since}
        return [_correction(*row) for row in await self.connection.execute(_OF_PERSONS, asked)]

    async def waiting(self, school: SchoolId) -> Sequence[Correction]:
        """Return what waits at a school, the oldest first."""
        rows = await self.connection.execute(_WAITING, {"school": school})
        return [_correction(*row) for row in rows]

    async def corrections(self, numbers: Sequence[int]) -> Sequence[Correction]:
        """Return corrections by their numbers."""
        rows = await self.connection.execute(_BY_NUMBER, {"asked": list(numbers)})
        return [_correction(*row) for row in rows]

    async def decide(
        self,
        correction: CorrectionId,
        state: CorrectionState,
        *,
        by: PersonId,
        at: datetime,
        word: str = "",
    ) -> bool:
        """Keep what became of an open one; return whether it was open."""
        decided = (
            update(DataCorrectionRow)
            .where(DataCorrectionRow.id == correction, _IS_OPEN)
            .values(
                state=state.value,
                word=word,
                decided_by_id=by,
                decided_at=at,
                origin_id=by,
                changed_at=at,
            )
        )
        return bool((await self.connection.execute(decided)).rowcount)

    async def close(
        self, corrections: Sequence[CorrectionId], *, at: datetime
    ) -> frozenset[CorrectionId]:
        """Keep as entered what an import brought; return which of them were open."""
        closed = (
            update(DataCorrectionRow)
            .where(DataCorrectionRow.id.in_(corrections), _IS_OPEN)
            .values(state=CorrectionState.ENTERED.value, decided_at=at, changed_at=at)
            .returning(DataCorrectionRow.id)
        )
        return frozenset(CorrectionId(one) for (one,) in await self.connection.execute(closed))


def _correction(  # noqa: PLR0913, PLR0917 - the columns of a row
    number: int,
    school: int,
    person: int,
    about: int,
    field: str,
    words: str,
    said_at: datetime,
    state: str,
    word: str,
) -> Correction:
    said = Said(SchoolId(school), PersonId(person), PersonId(about), DataField(field), words)
    return Correction(CorrectionId(number), said, said_at, CorrectionState(state), word)
