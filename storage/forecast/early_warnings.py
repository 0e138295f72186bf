"""Warnings of who is at risk. Behind `core.diary.issuing.early_warnings.EarlyWarnings`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, bindparam, case, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from core.access.people import Child, Name, place_in_list
from core.diary.forecast.of_subject import Risk
from core.diary.issuing.drafts import WarningState
from core.diary.issuing.early_warnings import AtRisk, EarlyWarning, LastTold
from core.ids import ClassId, PeriodId, PersonId, PupilId, SchoolId, SubjectId, WarningId
from storage.statements import NAME, insert_into
from storage.tables import EarlyWarningRow, GroupRow, PersonRow, SubjectRow

_WARNING = (
    select(
        EarlyWarningRow.id,
        EarlyWarningRow.school_id,
        EarlyWarningRow.class_id,
        EarlyWarningRow.period_id,
        EarlyWarningRow.pupil_id,
        *NAME,
        GroupRow.title,
        EarlyWarningRow.subject_id,
        SubjectRow.title,
        EarlyWarningRow.risk,
        EarlyWarningRow.made_at,
        EarlyWarningRow.words,
        EarlyWarningRow.state,
        EarlyWarningRow.decided_at,
        EarlyWarningRow.decided_by,
        EarlyWarningRow.reason,
        EarlyWarningRow.told_risk,
        EarlyWarningRow.told_words,
        EarlyWarningRow.told_at,
        EarlyWarningRow.told_by,
        EarlyWarningRow.ended_on,
    )
    .join(PersonRow, PersonRow.id == EarlyWarningRow.pupil_id)
    .join(GroupRow, GroupRow.id == EarlyWarningRow.class_id)
    .join(SubjectRow, SubjectRow.id == EarlyWarningRow.subject_id)
    .where(PersonRow.gone_at.is_(None))
)

_ONCE = (EarlyWarningRow.pupil_id, EarlyWarningRow.subject_id, EarlyWarningRow.period_id)
_AGAIN = ("class_id", "words", "made_at", "decided_at", "decided_by", "reason")
"""What begins anew with a draft; of one that waits already only the risk changes."""
_WAITS = EarlyWarningRow.state == WarningState.DRAFT.value
_DROPPED_BY_ITSELF = (EarlyWarningRow.state == WarningState.DROPPED.value) & (
    EarlyWarningRow.decided_by.is_(None)
)

_STAND_AS_TOLD = (
    update(EarlyWarningRow)
    .where(
        EarlyWarningRow.id.in_(bindparam("warnings", expanding=True)),
        EarlyWarningRow.state != WarningState.SENT.value,
        EarlyWarningRow.told_risk.is_not(None),
    )
    .values(
        state=WarningState.SENT.value,
        risk=EarlyWarningRow.told_risk,
        words=EarlyWarningRow.told_words,
        decided_at=EarlyWarningRow.told_at,
        decided_by=EarlyWarningRow.told_by,
        reason="",
    )
)

_ENDED = (
    update(EarlyWarningRow)
    .where(
        EarlyWarningRow.id.in_(bindparam("warnings", expanding=True)),
        EarlyWarningRow.ended_on.is_(None),
    )
    .values(ended_on=bindparam("day"))
)


@dataclass(frozen=True, slots=True)
class SqlEarlyWarnings:
    """Warnings as rows; one that was made stays, whatever became of it."""

    connection: AsyncConnection

    async def add(
        self,
        school: SchoolId,
        class_id: ClassId,
        period: PeriodId,
        risks: Sequence[AtRisk],
        *,
        at: datetime,
    ) -> int:
        """Make drafts, or let wait again what the program itself dropped, changed or had ended."""
        rows = [
            {
                "school_id": school,
                "class_id": class_id,
                "period_id": period,
                "pupil_id": one.pupil,
                "subject_id": one.subject,
                "risk": one.risk.value,
                "words": "",
                "state": WarningState.DRAFT.value,
                "made_at": at,
                "decided_at": None,
                "decided_by": None,
                "reason": "",
                "told_words": "",
            }
            for one in risks
        ]
        if not rows:
            return 0
        made = insert_into(self.connection, EarlyWarningRow)
        again = {
            name: case((_WAITS, getattr(EarlyWarningRow, name)), else_=made.excluded[name])
            for name in _AGAIN
        }
        drafts = made.on_conflict_do_update(
            index_elements=_ONCE,
            set_=again | {name: made.excluded[name] for name in ("risk", "state")},
            where=_DROPPED_BY_ITSELF
            | (EarlyWarningRow.risk != made.excluded.risk)
            | EarlyWarningRow.ended_on.is_not(None),
        ).returning(EarlyWarningRow.made_at)
        changed = (await self.connection.execute(drafts, rows)).scalars()
        return sum(one == at for one in changed)

    async def ended(self, warnings: Sequence[WarningId], day: date) -> None:
        """Keep of what was sent or dropped that its risk was found over on the day."""
        if warnings:
            await self.connection.execute(_ENDED, {"warnings": list(warnings), "day": day})

    async def stand_as_told(self, warnings: Sequence[WarningId]) -> None:
        """Let stand again what the guardians were told last; nothing goes to them anew."""
        if warnings:
            await self.connection.execute(_STAND_AS_TOLD, {"warnings": list(warnings)})

    async def of_pupils(
        self, pupils: Sequence[PupilId], periods: Sequence[PeriodId]
    ) -> Sequence[EarlyWarning]:
        """Return the pupils' warnings of periods, by the pupil's family name and the subject."""
        found = await self._found(
            EarlyWarningRow.pupil_id.in_(pupils), EarlyWarningRow.period_id.in_(periods)
        )
        return sorted(found, key=lambda one: (place_in_list(one.child), one.title, one.id))

    async def carry(self, warnings: Sequence[WarningId], class_id: ClassId) -> None:
        """Let drafts of who has moved wait in the class of now."""
        moved = update(EarlyWarningRow).where(
            EarlyWarningRow.id.in_(warnings), EarlyWarningRow.state == WarningState.DRAFT.value
        )
        await self.connection.execute(moved.values(class_id=class_id))

    async def one(self, warning: WarningId) -> EarlyWarning | None:
        """Return a warning."""
        return (await self.some([warning])).get(warning)

    async def some(self, warnings: Sequence[WarningId]) -> Mapping[WarningId, EarlyWarning]:
        """Return several warnings by their numbers."""
        return {one.id: one for one in await self._found(EarlyWarningRow.id.in_(warnings))}

    async def _found(self, *which: ColumnElement[bool]) -> list[EarlyWarning]:
        rows = await self.connection.execute(_WARNING.where(*which))
        return [_warning(row) for row in rows]

    async def adapt(self, warning: WarningId, words: str) -> bool:
        """Keep the class teacher's words; return False where the warning is no draft any more."""
        return await self._change(warning, words=words)

    async def decide(
        self,
        warning: WarningId,
        state: WarningState,
        *,
        at: datetime,
        by: PersonId | None,
        reason: str = "",
    ) -> bool:
        """Keep what became of a draft; return False where that was decided before."""
        told = {
            "told_risk": EarlyWarningRow.risk,
            "told_words": EarlyWarningRow.words,
            "told_at": at,
            "told_by": by,
        }
        return await self._change(
            warning,
            state=state.value,
            decided_at=at,
            decided_by=by,
            reason=reason,
            **(told if state is WarningState.SENT else {}),
            # What the program drops has ended; what is told or dropped by a person may end anew.
            **({} if by is None and state is WarningState.DROPPED else {"ended_on": None}),
        )

    async def _change(self, warning: WarningId, **values: object) -> bool:
        changed = update(EarlyWarningRow).where(
            EarlyWarningRow.id == warning, EarlyWarningRow.state == WarningState.DRAFT.value
        )
        return (await self.connection.execute(changed.values(**values))).rowcount == 1


def _warning(row: Sequence[Any]) -> EarlyWarning:
    number, school, class_id, period, pupil, given, family, middle, class_title = row[:9]
    subject, title, risk, made_at, words, state, decided_at, decided_by, reason = row[9:18]
    return EarlyWarning(
        id=WarningId(number),
        school=SchoolId(school),
        class_id=ClassId(class_id),
        period=PeriodId(period),
        child=Child(PupilId(PersonId(pupil)), Name(given, family, middle), class_title),
        subject=SubjectId(subject),
        title=title,
        risk=Risk(risk),
        made_at=made_at,
        words=words,
        state=WarningState(state),
        decided_at=decided_at,
        decided_by=None if decided_by is None else PersonId(decided_by),
        reason=reason,
        last=_last(*row[18:22]),
        ended_on=row[22],
    )


def _last(risk: str | None, words: str, at: datetime | None, by: int | None) -> LastTold | None:
    if risk is None or at is None:
        return None
    return LastTold(Risk(risk), at, None if by is None else PersonId(by), words)
