"""The log of consultations. Behind `core.helpdesk.log.ports.ConsultationLog`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import BindParameter, Select, bindparam, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from core.access.people import Name, Role
from core.helpdesk.log.chain import Head, Line, LogRow, Recorded
from core.helpdesk.topics import Topic
from core.helpdesk.values import Closing, Matter
from core.ids import PersonId, SchoolId, SourceId
from storage.statements import NAME, WHOM
from storage.tables import ConsultationHeadRow, ConsultationRow, PersonRow, SchoolRow

_SCHOOL: Final[BindParameter[int]] = bindparam("school")
_OF_SCHOOL = ConsultationRow.school_id == _SCHOOL
_LOCK = select(SchoolRow.id).where(SchoolRow.id == _SCHOOL).with_for_update(key_share=True)
"""Whoever adds a row holds the school's: on PostgreSQL two would write the same number else.

Others may refer to the school meanwhile; SQLite has one writer anyway.
"""
_LAST = (
    select(ConsultationRow.number, ConsultationRow.digest)
    .where(_OF_SCHOOL)
    .order_by(ConsultationRow.number.desc())
    .limit(1)
)
_NOTED = (
    select(ConsultationHeadRow.number, ConsultationHeadRow.digest)
    .where(ConsultationHeadRow.school_id == _SCHOOL)
    .order_by(ConsultationHeadRow.number.desc())
    .limit(1)
)
_FIRST_LOST = (
    select(ConsultationHeadRow.number, ConsultationHeadRow.digest)
    .outerjoin(
        ConsultationRow,
        (ConsultationRow.school_id == ConsultationHeadRow.school_id)
        & (ConsultationRow.number == ConsultationHeadRow.number)
        & (ConsultationRow.digest == ConsultationHeadRow.digest),
    )
    .where(ConsultationHeadRow.school_id == _SCHOOL, ConsultationRow.id.is_(None))
    .order_by(ConsultationHeadRow.number)
    .limit(1)
)
_ROWS = (
    select(
        ConsultationRow.number,
        ConsultationRow.at,
        ConsultationRow.what,
        ConsultationRow.ticket,
        ConsultationRow.matter,
        ConsultationRow.role,
        ConsultationRow.topic,
        ConsultationRow.consultant,
        ConsultationRow.window,
        ConsultationRow.minutes,
        ConsultationRow.outcome,
        ConsultationRow.stars,
        ConsultationRow.word,
        ConsultationRow.corrects,
        ConsultationRow.by,
        ConsultationRow.said,
        ConsultationRow.before,
        ConsultationRow.digest,
    )
    .where(_OF_SCHOOL)
    .order_by(ConsultationRow.number)
)
_AFTER = _ROWS.where(ConsultationRow.number > bindparam("number")).limit(bindparam("most"))
_BETWEEN = _ROWS.where(
    ConsultationRow.at >= bindparam("since", type_=ConsultationRow.at.type),
    ConsultationRow.at < bindparam("until", type_=ConsultationRow.at.type),
)
_LATEST = (
    _ROWS.where(ConsultationRow.what == Recorded.CLOSED.value)
    .order_by(None)
    .order_by(ConsultationRow.number.desc())
)
_CLOSED = _LATEST.limit(bindparam("most"))
_CLOSED_BY = _LATEST.where(ConsultationRow.consultant == bindparam("consultant")).limit(
    bindparam("most")
)
_NUMBERED = _ROWS.where(ConsultationRow.number == bindparam("number"))
_CORRECTIONS = _ROWS.where(ConsultationRow.corrects.in_(WHOM))
_SOURCES = select(PersonRow.id, PersonRow.source).where(PersonRow.id.in_(WHOM))
_NAMED = select(PersonRow.source, *NAME).where(
    PersonRow.school_id == _SCHOOL, PersonRow.source.in_(WHOM)
)


@dataclass(frozen=True, slots=True)
class SqlConsultationLog:
    """Rows that are added and never changed."""

    connection: AsyncConnection

    async def head(self, school: SchoolId) -> Head:
        """Return the last row, and let nobody else add one until this turn is over.

        Where rows were cut off it is the last one that was noted: what follows fills no gap.
        """
        await self.connection.execute(_LOCK, {"school": school})
        last, noted = await self._head(_LAST, school), await self.noted(school)
        return noted if noted.number > last.number else last

    async def append(self, school: SchoolId, rows: Sequence[LogRow]) -> None:
        """Add rows that follow on the head, and note the last of them apart from the log."""
        if rows:
            new = [{"school_id": school, **_columns(one)} for one in rows]
            await self.connection.execute(insert(ConsultationRow), new)
            last = rows[-1]
            note = insert(ConsultationHeadRow).values(
                school_id=school, number=last.number, digest=last.digest, at=last.line.at
            )
            await self.connection.execute(note)

    async def noted(self, school: SchoolId) -> Head:
        """Return the last head that was noted when rows were added."""
        return await self._head(_NOTED, school)

    async def first_lost(self, school: SchoolId) -> Head | None:
        """Return the first noted head whose row the log has not, or has otherwise."""
        found = await self._head(_FIRST_LOST, school)
        return found if found.number else None

    async def _head(self, asked: Select[int, str], school: SchoolId) -> Head:
        row = (await self.connection.execute(asked, {"school": school})).one_or_none()
        return Head(row[0], row[1]) if row else Head()

    async def after(self, school: SchoolId, number: int, *, most: int) -> Sequence[LogRow]:
        """Return the rows after a number, in their order: for a check, page by page."""
        asked = {"school": school, "number": number, "most": most}
        return [_row(row) for row in await self.connection.execute(_AFTER, asked)]

    async def between(
        self, school: SchoolId, since: datetime, until: datetime
    ) -> Sequence[LogRow]:
        """Return the rows of a stretch of time, in their order."""
        asked = {"school": school, "since": since, "until": until}
        return [_row(row) for row in await self.connection.execute(_BETWEEN, asked)]

    async def closed(
        self, school: SchoolId, *, consultant: SourceId | None, most: int
    ) -> Sequence[LogRow]:
        """Return the rows of closings, the latest first; of one consultant, or of all (None)."""
        asked = {"school": school, "most": most, "consultant": consultant}
        found = _CLOSED if consultant is None else _CLOSED_BY
        return [_row(row) for row in await self.connection.execute(found, asked)]

    async def row(self, school: SchoolId, number: int) -> LogRow | None:
        """Return a row by its number."""
        asked = {"school": school, "number": number}
        found = (await self.connection.execute(_NUMBERED, asked)).one_or_none()
        return _row(found) if found else None

    async def corrections(self, school: SchoolId, numbers: Sequence[int]) -> Sequence[LogRow]:
        """Return the rows that correct those of some numbers, in their order."""
        asked = {"school": school, "asked": list(numbers)}
        return [_row(row) for row in await self.connection.execute(_CORRECTIONS, asked)]

    async def names(
        self, school: SchoolId, persons: Sequence[SourceId]
    ) -> Mapping[SourceId, Name]:
        """Return how persons are called whom the log names, also those who left."""
        asked = {"school": school, "asked": list(persons)}
        rows = await self.connection.execute(_NAMED, asked)
        return {SourceId(source): Name(*name) for source, *name in rows}

    async def sources(self, persons: Sequence[PersonId]) -> Mapping[PersonId, SourceId]:
        """Return by which ids the school's files know persons."""
        rows = await self.connection.execute(_SOURCES, {"asked": list(persons)})
        return {PersonId(number): SourceId(source) for number, source in rows}


def _columns(row: LogRow) -> dict[str, Any]:
    line = row.line
    return {
        "number": row.number,
        "at": line.at,
        "what": line.what.value,
        "ticket": line.ticket,
        "matter": line.matter.value,
        "role": line.role.value if line.role else None,
        "topic": line.topic.value,
        "consultant": line.consultant,
        "window": line.window,
        "minutes": line.minutes,
        "outcome": line.outcome.value if line.outcome else None,
        "stars": line.stars,
        "word": line.word,
        "corrects": line.corrects,
        "by": line.by,
        "said": line.said,
        "before": row.before,
        "digest": row.digest,
    }


def _row(row: Sequence[Any]) -> LogRow:
    number, at, what, ticket, matter, role, topic, *more = row
    consultant, window, minutes, outcome, stars, word, corrects, by, told, before, digest = more
    line = Line(
        at,
        Recorded(what),
        SourceId(ticket),
        Matter(matter),
        Role(role) if role else None,
        Topic(topic),
        SourceId(consultant),
        window,
        minutes,
        Closing(outcome) if outcome else None,
        stars,
        word,
        corrects,
        SourceId(by),
        told,
    )
    return LogRow(number, line, before, digest)
