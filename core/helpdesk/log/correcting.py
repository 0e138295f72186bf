"""What stands wrong in the log is put right by a further row; the row itself stays (H4)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from core.access.gate import closed_to
from core.access.people import Actor, Member, Name, Role
from core.clock import Clock
from core.errors import AccessRefused, NotFound
from core.helpdesk.log.chain import Line, LogRow, Recorded, chained, corrected
from core.helpdesk.log.ports import ConsultationLog
from core.helpdesk.topics import Topic
from core.helpdesk.values import Closing, Matter
from core.ids import SchoolId, SourceId

MOST_SHOWN: Final = 200
"""Closings that the chat lists; the report has all of them."""


class Piece(StrEnum):
    """What of a row may be put right: the rest was counted, and by nobody entered."""

    TOPIC = "topic"
    OUTCOME = "outcome"
    MATTER = "matter"


Right = Topic | Closing | Matter
"""What is right instead; its kind says which piece it is."""


@dataclass(frozen=True, slots=True)
class LogEntry:
    """A closing of a ticket: the row as it was written, and the line as it counts."""

    row: LogRow
    line: Line
    corrections: tuple[LogRow, ...] = ()


@dataclass(frozen=True, slots=True)
class LogView:
    """What somebody reads of the log of a school, the latest first; names of whom it names."""

    member: Member
    entries: tuple[LogEntry, ...]
    names: Mapping[SourceId, Name]


@dataclass(frozen=True, slots=True)
class ReadLog:
    """Opens the log: to an administrator all of it, to a consultant the own rows."""

    log: ConsultationLog

    async def __call__(self, actor: Actor, school: SchoolId) -> LogView:
        """Return the latest closings; raise AccessRefused for anybody else."""
        member, own = await self._reader(actor, school)
        rows = await self.log.closed(school, consultant=own, most=MOST_SHOWN)
        return await self._view(member, rows)

    async def one(self, actor: Actor, school: SchoolId, number: int) -> LogView:
        """Return one closing; raise AccessRefused for somebody else's, NotFound for no closing."""
        member, own = await self._reader(actor, school)
        row = await self.log.row(school, number)
        if row is None or row.line.what is not Recorded.CLOSED:
            raise NotFound
        if own is not None and row.line.consultant != own:
            raise AccessRefused
        return await self._view(member, [row])

    async def _reader(self, actor: Actor, school: SchoolId) -> tuple[Member, SourceId | None]:
        found = [one for one in actor.members if one.school == school]
        for member in found:
            if Role.ADMINISTRATOR in member.roles:
                return member, None
        for member in found:
            if Role.CONSULTANT in member.roles:
                sources = await self.log.sources([member.person])
                return member, sources[member.person]
        raise closed_to(actor)

    async def _view(self, member: Member, rows: Sequence[LogRow]) -> LogView:
        school = member.school
        said = await self.log.corrections(school, [one.number for one in rows]) if rows else ()
        entries = tuple(
            _entry(row, [it for it in said if it.line.corrects == row.number]) for row in rows
        )
        named = {one.line.consultant for one in rows} | {one.line.by for one in said}
        persons = sorted(named - {SourceId("")})
        names = await self.log.names(school, persons) if persons else {}
        return LogView(member, entries, names)


def _entry(row: LogRow, corrections: list[LogRow]) -> LogEntry:
    last = corrections[-1].line if corrections else None
    return LogEntry(row, corrected(row.line, last), tuple(corrections))


@dataclass(frozen=True, slots=True)
class CorrectLog:
    """Puts a row right by a further one, which names it and who says so."""

    read: ReadLog
    clock: Clock

    async def __call__(self, actor: Actor, school: SchoolId, number: int, right: Right) -> LogView:
        """Add the row and return the closing as it counts now; what is right already adds none.

        Raise as `ReadLog.one` does.
        """
        view = await self.read.one(actor, school, number)
        (entry,), log = view.entries, self.read.log
        line = with_right(entry.line, right)
        if line == entry.line:
            return view
        sources = await log.sources([view.member.person])
        new = replace(
            line,
            at=self.clock.now(),
            what=Recorded.CORRECTED,
            corrects=number,
            by=sources[view.member.person],
        )
        await log.append(school, chained(await log.head(school), [new]))
        return await self.read.one(actor, school, number)


def with_right(line: Line, right: Right) -> Line:
    """Return a line with a piece put right."""
    match right:
        case Topic():
            return replace(line, topic=right)
        case Closing():
            return replace(line, outcome=right)
        case Matter():
            return replace(line, matter=right)
