"""What teachers said of pupils. Behind `core.journal.remarks.ports.Remarks`."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, exists, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased

from core.access.people import Name
from core.ids import PersonId, PupilId, RemarkId, SchoolId
from core.journal.remarks.remark import FormerWords, Remark, RemarkKind
from storage.statements import NAME, WHOM, enrolled_as
from storage.tables import EnrolmentRow, GroupRow, PersonRow, RemarkHistoryRow, RemarkRow
from storage.tables.teaching import COURSE, PUPIL, TEACHER

_AUTHOR = aliased(PersonRow)

_REMARK = (
    select(
        RemarkRow.id,
        RemarkRow.school_id,
        RemarkRow.pupil_id,
        *NAME,
        RemarkRow.kind,
        RemarkRow.text,
        RemarkRow.day,
        RemarkRow.by_id,
        _AUTHOR.given,
        _AUTHOR.family,
        _AUTHOR.middle,
    )
    .join(PersonRow, PersonRow.id == RemarkRow.pupil_id)
    .join(_AUTHOR, _AUTHOR.id == RemarkRow.by_id)
    .where(RemarkRow.gone_at.is_(None), PersonRow.gone_at.is_(None))
    .order_by(RemarkRow.day.desc(), RemarkRow.id.desc())
)
_ONE = _REMARK.where(RemarkRow.id == bindparam("remark"))
_OF_PUPILS = _REMARK.where(
    RemarkRow.pupil_id.in_(WHOM), RemarkRow.day.between(bindparam("first"), bindparam("last"))
)
_MADE_BY = _REMARK.where(
    RemarkRow.by_id == bindparam("person"), RemarkRow.day >= bindparam("since")
)

_HISTORY = (
    select(RemarkHistoryRow.text, RemarkHistoryRow.at, RemarkHistoryRow.by_id)
    .where(RemarkHistoryRow.remark_id == bindparam("remark"))
    .order_by(RemarkHistoryRow.id)
)
_STANDS = (
    update(RemarkRow)
    .where(
        RemarkRow.id == bindparam("remark"),
        RemarkRow.text == bindparam("before"),
        RemarkRow.gone_at.is_(None),
    )
    .returning(RemarkRow.school_id)
)

_TAUGHT = aliased(EnrolmentRow)
_TEACHES = select(EnrolmentRow.id).where(
    EnrolmentRow.person_id == bindparam("person"),
    enrolled_as(EnrolmentRow, TEACHER, bindparam("day")),
    GroupRow.id == EnrolmentRow.group_id,
    GroupRow.kind == COURSE,
    GroupRow.gone_at.is_(None),
    exists().where(
        _TAUGHT.group_id == EnrolmentRow.group_id,
        _TAUGHT.person_id == bindparam("pupil"),
        enrolled_as(_TAUGHT, PUPIL, bindparam("day")),
    ),
)
_NAMED = select(*NAME).where(PersonRow.id == bindparam("pupil"), PersonRow.gone_at.is_(None))


@dataclass(frozen=True, slots=True)
class SqlRemarks:
    """Remarks as rows; one that was taken back stays, and so do the words of before."""

    connection: AsyncConnection

    async def add(  # noqa: PLR0913 - what a remark is made of
        self,
        school: SchoolId,
        pupil: PupilId,
        kind: RemarkKind,
        text: str,
        *,
        day: date,
        by: PersonId,
        at: datetime,
    ) -> RemarkId:
        """Keep a remark."""
        new = insert(RemarkRow).values(
            school_id=school,
            pupil_id=pupil,
            kind=kind.value,
            text=text,
            day=day,
            by_id=by,
            at=at,
        )
        made = await self.connection.execute(new.returning(RemarkRow.id))
        return RemarkId(made.scalar_one())

    async def one(self, remark: RemarkId) -> Remark | None:
        """Return a remark, or None for one that was taken back."""
        row = (await self.connection.execute(_ONE, {"remark": remark})).one_or_none()
        return _remark(row) if row else None

    async def of_pupils(
        self, pupils: Sequence[PupilId], first: date, last: date
    ) -> Mapping[PupilId, Sequence[Remark]]:
        """Return the remarks of the days by pupil, the latest first; a paper asks for a class."""
        asked = {"asked": list(pupils), "first": first, "last": last}
        found = defaultdict[PupilId, list[Remark]](list)
        for row in await self.connection.execute(_OF_PUPILS, asked):
            remark = _remark(row)
            found[remark.pupil].append(remark)
        return found

    async def made_by(self, person: PersonId, since: date) -> Sequence[Remark]:
        """Return what a person remarked on the day or after it, the latest first."""
        asked = {"person": person, "since": since}
        return [_remark(row) for row in await self.connection.execute(_MADE_BY, asked)]

    async def history(self, remark: RemarkId) -> Sequence[FormerWords]:
        """Return what the remark said before, the oldest first."""
        rows = await self.connection.execute(_HISTORY, {"remark": remark})
        return [FormerWords(text, at, PersonId(by)) for text, at, by in rows]

    async def reword(
        self, remark: RemarkId, before: str, text: str, *, by: PersonId, at: datetime
    ) -> bool:
        """Keep other words; return False where those of before do not stand any more."""
        return await self._change(remark, before, {"text": text}, by=by, at=at)

    async def take_back(
        self, remark: RemarkId, before: str, *, by: PersonId, at: datetime
    ) -> bool:
        """Take it back; return False where those words do not stand any more."""
        return await self._change(remark, before, {"gone_at": at}, by=by, at=at)

    async def _change(
        self,
        remark: RemarkId,
        before: str,
        values: Mapping[str, object],
        *,
        by: PersonId,
        at: datetime,
    ) -> bool:
        asked = {"remark": remark, "before": before}
        changed = await self.connection.execute(_STANDS.values(**values), asked)
        school = changed.scalar_one_or_none()
        if school is None:
            return False
        kept = insert(RemarkHistoryRow).values(
            school_id=school, remark_id=remark, text=before, by_id=by, at=at
        )
        await self.connection.execute(kept)
        return True

    async def teaches(self, person: PersonId, pupil: PupilId, day: date) -> bool:
        """Say whether the person teaches the pupil a course on the day."""
        asked = {"person": person, "pupil": pupil, "day": day}
        return (await self.connection.execute(_TEACHES, asked)).first() is not None

    async def named(self, pupil: PupilId) -> Name | None:
        """Return the pupil's name, or None for nobody of the school."""
        row = (await self.connection.execute(_NAMED, {"pupil": pupil})).one_or_none()
        return Name(*row) if row else None


def _remark(row: Sequence[Any]) -> Remark:
    number, school, pupil, given, family, middle, kind, text, day, by, *author = row
    return Remark(
        id=RemarkId(number),
        school=SchoolId(school),
        pupil=PupilId(PersonId(pupil)),
        child=Name(given, family, middle),
        kind=RemarkKind(kind),
        text=text,
        day=day,
        by=PersonId(by),
        author=Name(*author),
    )
