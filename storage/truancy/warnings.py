"""Warnings about missed lessons. Behind `core.diary.truancy.warnings.TruancyWarnings`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Executable, bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.access.people import Child, Name
from core.diary.issuing.drafts import WarningState
from core.diary.truancy.spells import Spell
from core.diary.truancy.warnings import TruancyWarning
from core.ids import PersonId, PupilId, SchoolId, TruancyId
from storage.statements import NAME, WHOM, insert_into
from storage.tables import PersonRow, TruancyWarningRow

_DRAFT = WarningState.DRAFT.value

_WARNING = (
    select(
        TruancyWarningRow.id,
        TruancyWarningRow.school_id,
        TruancyWarningRow.pupil_id,
        *NAME,
        TruancyWarningRow.begins,
        TruancyWarningRow.ends,
        TruancyWarningRow.made_at,
        TruancyWarningRow.words,
        TruancyWarningRow.state,
        TruancyWarningRow.decided_at,
        TruancyWarningRow.decided_by,
        TruancyWarningRow.reason,
    )
    .join(PersonRow, PersonRow.id == TruancyWarningRow.pupil_id)
    .where(PersonRow.gone_at.is_(None))
)
_BY_ID = _WARNING.where(TruancyWarningRow.id.in_(WHOM))
_OF_PUPILS = _WARNING.where(TruancyWarningRow.pupil_id.in_(WHOM)).order_by(
    TruancyWarningRow.ends.desc(), TruancyWarningRow.id.desc()
)
_WAITING = _WARNING.where(
    TruancyWarningRow.school_id == bindparam("school"), TruancyWarningRow.state == _DRAFT
).order_by(TruancyWarningRow.id)
_SENT = _WARNING.where(
    TruancyWarningRow.school_id == bindparam("school"),
    TruancyWarningRow.state == WarningState.SENT.value,
    TruancyWarningRow.decided_at >= bindparam("since", type_=TruancyWarningRow.decided_at.type),
).order_by(TruancyWarningRow.id)
_REACH = (
    update(TruancyWarningRow)
    .where(TruancyWarningRow.id == bindparam("warning"), TruancyWarningRow.state == _DRAFT)
    .values(ends=bindparam("last"))
)
_WITHDRAW = (
    update(TruancyWarningRow)
    .where(TruancyWarningRow.id.in_(WHOM), TruancyWarningRow.state == _DRAFT)
    .values(
        state=WarningState.DROPPED.value, decided_at=bindparam("at"), decided_by=None, reason=""
    )
)


@dataclass(frozen=True, slots=True)
class SqlTruancyWarnings:
    """Warnings as rows; one that was made stays, whatever became of it."""

    connection: AsyncConnection

    async def add(
        self, school: SchoolId, spells: Sequence[Spell], *, at: datetime
    ) -> Mapping[PupilId, TruancyId]:
        """Make drafts, or let those wait again that the program itself had dropped."""
        if not spells:
            return {}
        rows = [
            {
                "school_id": school,
                "pupil_id": one.pupil,
                "begins": one.begins,
                "ends": one.ends,
                "words": "",
                "state": _DRAFT,
                "made_at": at,
                "reason": "",
            }
            for one in spells
        ]
        new = insert_into(self.connection, TruancyWarningRow).values(rows)
        again = new.on_conflict_do_update(
            index_elements=["pupil_id", "begins"],
            set_={
                "state": _DRAFT,
                "ends": new.excluded.ends,
                "made_at": new.excluded.made_at,
                "decided_at": None,
            },
            where=(TruancyWarningRow.state == WarningState.DROPPED.value)
            & TruancyWarningRow.decided_by.is_(None),
        ).returning(TruancyWarningRow.pupil_id, TruancyWarningRow.id)
        return {
            PupilId(PersonId(pupil)): TruancyId(number)
            for pupil, number in await self.connection.execute(again)
        }

    async def waiting(self, school: SchoolId) -> Sequence[TruancyWarning]:
        """Return the drafts of a school, oldest first."""
        return await self._found(_WAITING, school=school)

    async def of_pupils(self, pupils: Sequence[PupilId]) -> Sequence[TruancyWarning]:
        """Return the pupils' warnings of whatever state, the latest days first."""
        return await self._found(_OF_PUPILS, asked=list(pupils))

    async def sent_since(self, school: SchoolId, at: datetime) -> Sequence[TruancyWarning]:
        """Return the warnings of a school that were sent at `at` or later, oldest first."""
        return await self._found(_SENT, school=school, since=at)

    async def one(self, warning: TruancyId) -> TruancyWarning | None:
        """Return a warning."""
        return (await self.some([warning])).get(warning)

    async def some(self, warnings: Sequence[TruancyId]) -> Mapping[TruancyId, TruancyWarning]:
        """Return several warnings by their numbers."""
        return {one.id: one for one in await self._found(_BY_ID, asked=list(warnings))}

    async def _found(self, which: Executable, **asked: object) -> list[TruancyWarning]:
        return [_warning(row) for row in await self.connection.execute(which, asked)]

    async def reach_to(self, ends: Mapping[TruancyId, date]) -> None:
        """Let drafts speak of the days up to these."""
        if ends:
            rows = [{"warning": number, "last": last} for number, last in ends.items()]
            await self.connection.execute(_REACH, rows)

    async def withdraw(self, warnings: Sequence[TruancyId], *, at: datetime) -> None:
        """Drop drafts by nobody's word: their lessons have got reasons."""
        if warnings:
            await self.connection.execute(_WITHDRAW, {"asked": list(warnings), "at": at})

    async def adapt(self, warning: TruancyId, words: str) -> bool:
        """Keep the class teacher's words; return False where the warning is no draft any more."""
        return await self._change(warning, words=words)

    async def decide(
        self,
        warning: TruancyId,
        state: WarningState,
        *,
        at: datetime,
        by: PersonId | None,
        reason: str = "",
    ) -> bool:
        """Keep what became of a draft; return False where that was decided before."""
        return await self._change(
            warning, state=state.value, decided_at=at, decided_by=by, reason=reason
        )

    async def _change(self, warning: TruancyId, **values: object) -> bool:
        changed = update(TruancyWarningRow).where(
            TruancyWarningRow.id == warning, TruancyWarningRow.state == _DRAFT
        )
        return (await self.connection.execute(changed.values(**values))).rowcount == 1


def _warning(row: Sequence[Any]) -> TruancyWarning:
    number, school, pupil, given, family, middle, begins, ends = row[:8]
    made_at, words, state, decided_at, decided_by, reason = row[8:]
    return TruancyWarning(
        id=TruancyId(number),
        school=SchoolId(school),
        child=Child(PupilId(PersonId(pupil)), Name(given, family, middle)),
        begins=begins,
        ends=ends,
        made_at=made_at,
        words=words,
        state=WarningState(state),
        decided_at=decided_at,
        decided_by=None if decided_by is None else PersonId(decided_by),
        reason=reason,
    )
