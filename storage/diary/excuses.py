"""Excuses. Behind `core.diary.excuses.ports.ExcuseBook`."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import bindparam, exists, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from core.diary.excuses.ports import Missed
from core.diary.excuses.rules import (
    OPEN,
    Attachment,
    Claim,
    Decision,
    Excuse,
    ExcuseKind,
    ExcuseState,
    FileKind,
    proof_of,
)
from core.ids import AbsenceId, ExcuseId, LessonId, PersonId, PupilId, SchoolId
from core.journal.records import ProvedReason
from core.journal.values import WHOLE_DAY, AbsenceCode, ReasonState
from storage.statements import WHOM
from storage.tables import (
    AbsenceRow,
    ExcuseLessonRow,
    ExcuseRow,
    LessonRow,
    PersonRow,
)

_EXCUSE = (
    select(
        ExcuseRow.id,
        ExcuseRow.school_id,
        ExcuseRow.pupil_id,
        ExcuseRow.guardian_id,
        ExcuseRow.kind,
        ExcuseRow.word,
        ExcuseRow.file_kind,
        ExcuseRow.file,
        ExcuseRow.state,
        ExcuseRow.claimed_at,
        ExcuseRow.verdict,
        ExcuseRow.document,
        ExcuseLessonRow.day,
        ExcuseLessonRow.number,
    )
    .join(ExcuseLessonRow, ExcuseLessonRow.excuse_id == ExcuseRow.id)
    .order_by(ExcuseRow.id, ExcuseLessonRow.day, ExcuseLessonRow.number)
)
_BY_ID = _EXCUSE.where(ExcuseRow.id.in_(WHOM))
_SPOKEN_OF = aliased(ExcuseLessonRow)
_OF_DAYS = _EXCUSE.where(
    ExcuseRow.pupil_id.in_(WHOM),
    exists().where(
        _SPOKEN_OF.excuse_id == ExcuseRow.id,
        _SPOKEN_OF.day.between(bindparam("first"), bindparam("last")),
    ),
)
_OPEN_OF = _EXCUSE.where(
    ExcuseRow.pupil_id.in_(WHOM), ExcuseRow.state.in_(sorted(one.value for one in OPEN))
)
_QUEUE = select(PersonRow.id).where(PersonRow.id == bindparam("pupil")).with_for_update()
_FORMER = (
    select(*(one for one in ExcuseRow.__table__.columns if not one.primary_key))
    .where(ExcuseRow.id == bindparam("excuse"))
    .with_for_update()
)

_MISSED = (
    select(
        AbsenceRow.id,
        AbsenceRow.lesson_id,
        LessonRow.day,
        LessonRow.number,
        AbsenceRow.code,
        AbsenceRow.reason,
    )
    .join(LessonRow, LessonRow.id == AbsenceRow.lesson_id)
    .where(
        AbsenceRow.pupil_id == bindparam("pupil"),
        AbsenceRow.gone_at.is_(None),
        LessonRow.gone_at.is_(None),
        LessonRow.day.between(bindparam("first"), bindparam("last")),
    )
    .order_by(LessonRow.day, LessonRow.number, AbsenceRow.id)
)

_MISSED_UNDER = (
    select(
        ExcuseRow.pupil_id,
        AbsenceRow.id,
        AbsenceRow.lesson_id,
        LessonRow.day,
        LessonRow.number,
        AbsenceRow.code,
        AbsenceRow.reason,
    )
    .distinct()
    .select_from(ExcuseRow)
    .join(ExcuseLessonRow, ExcuseLessonRow.excuse_id == ExcuseRow.id)
    .join(AbsenceRow, AbsenceRow.pupil_id == ExcuseRow.pupil_id)
    .join(LessonRow, LessonRow.id == AbsenceRow.lesson_id)
    .where(
        ExcuseRow.id.in_(WHOM),
        ExcuseLessonRow.day == bindparam("day"),
        ExcuseLessonRow.number.in_((WHOLE_DAY, LessonRow.number)),
        AbsenceRow.gone_at.is_(None),
        LessonRow.gone_at.is_(None),
        LessonRow.day == bindparam("day"),
    )
    .order_by(LessonRow.number, AbsenceRow.id)
)


async def excuses_by_id(connection: AsyncConnection, ids: Sequence[int]) -> Sequence[Excuse]:
    """Return the excuses of these numbers, oldest first."""
    return _excuses(await connection.execute(_BY_ID, {"asked": list(ids)}))


async def excuses_of(
    connection: AsyncConnection, pupils: Sequence[int], first: date, last: date
) -> Sequence[Excuse]:
    """Return the pupils' excuses that touch the days, oldest first, whatever became of them."""
    asked = {"asked": sorted(set(pupils)), "first": first, "last": last}
    return _excuses(await connection.execute(_OF_DAYS, asked))


@dataclass(frozen=True, slots=True)
class SqlExcuseBook:
    """Excuses with the lessons of which they speak; none is ever deleted."""

    connection: AsyncConnection

    async def in_turn(self, pupil: PupilId) -> None:
        """Wait until nobody else says anything of the pupil; SQLite's writers do so anyway."""
        await self.connection.execute(_QUEUE, {"pupil": pupil})

    async def add(
        self, claim: Claim, *, school: SchoolId, guardian: PersonId, at: datetime
    ) -> Excuse:
        """Keep what a family says; it waits for the class teacher."""
        attached, waiting = claim.attachment, ExcuseState.WAITING
        new = (
            insert(ExcuseRow)
            .values(
                school_id=school,
                pupil_id=claim.pupil,
                guardian_id=guardian,
                kind=claim.kind.value,
                word=claim.word,
                file_kind=attached.kind.value if attached else "",
                file=attached.reference if attached else "",
                state=waiting.value,
                claimed_at=at,
                verdict="",
                document="",
            )
            .returning(ExcuseRow.id)
        )
        number = (await self.connection.execute(new)).scalar_one()
        lessons = [
            {"excuse_id": number, "school_id": school, "day": day, "number": lesson}
            for day in claim.days
            for lesson in claim.numbers or (WHOLE_DAY,)
        ]
        await self.connection.execute(insert(ExcuseLessonRow), lessons)
        return Excuse(ExcuseId(number), school, guardian, claim, waiting, at)

    async def excuse(self, excuse: ExcuseId) -> Excuse | None:
        """Return an excuse, whatever became of it."""
        return next(iter(await excuses_by_id(self.connection, [excuse])), None)

    async def of_pupils(
        self, pupils: Sequence[PupilId], first: date, last: date
    ) -> Sequence[Excuse]:
        """Return the excuses that touch the days, oldest first, whatever became of them."""
        return await excuses_of(self.connection, pupils, first, last)

    async def proved(self, pupil: PupilId, day: date, number: int) -> ProvedReason | None:
        """Return what a document says of the pupil's absence from a lesson, if there is one."""
        return proof_of(await self.of_pupils([pupil], day, day), pupil, day, number)

    async def open_of(self, pupils: Sequence[PupilId]) -> Sequence[Excuse]:
        """Return the excuses to be decided, or whose document is awaited, by their first day."""
        found = _excuses(await self.connection.execute(_OPEN_OF, {"asked": list(pupils)}))
        return sorted(found, key=lambda one: (one.claim.days[0], one.id))

    async def decide(
        self, excuse: ExcuseId, decision: Decision, *, by: PersonId, at: datetime
    ) -> bool:
        """Change the state of an excuse as decided, where it may be; say whether it was."""
        state, since, among = decision.state, decision.since, decision.among
        former = await self.connection.execute(_FORMER, {"excuse": excuse}) if since else None
        kept = {"document" if state is ExcuseState.CONFIRMED else "verdict": decision.word}
        decided = (
            update(ExcuseRow)
            .where(ExcuseRow.id == excuse, ExcuseRow.state.in_([one.value for one in among]))
            .values(state=state.value, decided_by=by, decided_at=at, **kept)
        )
        if (await self.connection.execute(decided)).rowcount != 1:
            return False
        if former is not None and since is not None:
            await self._keep_earlier(excuse, since, former.one()._asdict())
        return True

    async def _keep_earlier(self, excuse: int, since: date, former: Mapping[str, Any]) -> None:
        copied = insert(ExcuseRow).values(**former).returning(ExcuseRow.id)
        number = (await self.connection.execute(copied)).scalar_one()
        moved = (
            update(ExcuseLessonRow)
            .where(ExcuseLessonRow.excuse_id == excuse, ExcuseLessonRow.day < since)
            .values(excuse_id=number)
        )
        await self.connection.execute(moved)

    async def missed(self, pupil: PupilId, first: date, last: date) -> Sequence[Missed]:
        """Return the pupil's absences of the days as the journal has them, in order."""
        asked = {"pupil": pupil, "first": first, "last": last}
        return [_missed(row) for row in await self.connection.execute(_MISSED, asked)]

    async def missed_under(
        self, excuses: Sequence[ExcuseId], day: date
    ) -> Sequence[tuple[PupilId, Missed]]:
        """Return the absences of a day of which these excuses speak, whatever became of them."""
        asked = {"asked": list(excuses), "day": day}
        found = await self.connection.execute(_MISSED_UNDER, asked)
        return [(PupilId(PersonId(pupil)), _missed(row)) for pupil, *row in found]


def _missed(row: Sequence[Any]) -> Missed:
    absence, lesson, day, number, code, reason = row
    return Missed(
        AbsenceId(absence),
        LessonId(lesson),
        day,
        number,
        AbsenceCode(code),
        ReasonState(reason),
    )


class _Line(NamedTuple):
    id: int
    school: int
    pupil: int
    guardian: int
    kind: str
    word: str
    file_kind: str
    file: str
    state: str
    claimed_at: datetime
    verdict: str
    document: str
    day: date
    number: int


def _excuses(rows: Iterable[Any]) -> list[Excuse]:
    found = defaultdict[int, list[_Line]](list)
    for line in map(_Line._make, rows):
        found[line.id].append(line)
    return [_excuse(lines) for lines in found.values()]


def _excuse(lines: Sequence[_Line]) -> Excuse:
    one = lines[0]
    return Excuse(
        ExcuseId(one.id),
        SchoolId(one.school),
        PersonId(one.guardian),
        Claim(
            PupilId(PersonId(one.pupil)),
            tuple(dict.fromkeys(line.day for line in lines)),
            ExcuseKind(one.kind),
            tuple(sorted({line.number for line in lines} - {WHOLE_DAY})),
            one.word,
            Attachment(FileKind(one.file_kind), one.file) if one.file_kind else None,
        ),
        ExcuseState(one.state),
        one.claimed_at,
        one.verdict,
        one.document,
    )
