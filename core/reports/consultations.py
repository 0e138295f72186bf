"""The log of consultations as tables (H4, E6 2.3): by month, consultant and topic, and each one.

A consultation is a request that was closed, in the term in which that was done last; what the
asker thought of it may follow later. Proposals and remarks are listed apart.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from decimal import Decimal
from typing import Final
from zoneinfo import ZoneInfo

from core.access.people import Name
from core.clock import Clock
from core.helpdesk.log.chain import Head, Line, LogRow, Recorded, corrected
from core.helpdesk.log.ports import ConsultationLog
from core.helpdesk.values import Matter
from core.ids import SchoolId, SourceId
from core.reports.table import Cell, Column, Kind, Row, Said, Table, said
from core.reports.terms import Span

_COUNTS: Final = (
    Column(said("consultations"), Kind.COUNT, main=True),
    Column(said("consultations-answered"), Kind.COUNT),
    Column(said("consultations-minutes-mean"), Kind.MEAN, main=True),
    Column(said("consultations-rated"), Kind.COUNT),
    Column(said("consultations-rating-mean"), Kind.MEAN, main=True),
)
_EACH: Final = (
    Column(said("consultation-closed"), Kind.MOMENT, main=True),
    Column(said("consultation-role"), main=True),
    Column(said("topic"), main=True),
    Column(said("consultant"), Kind.NAME),
    Column(said("consultation-window"), Kind.MOMENT),
    Column(said("consultation-minutes"), Kind.COUNT),
    Column(said("consultation-outcome"), main=True),
    Column(said("consultation-rating"), Kind.COUNT),
    Column(said("consultation-word")),
)
_APART: Final = (
    Column(said("consultation-matter"), main=True),
    Column(said("consultation-said"), main=True),
)
_CENTS: Final = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Consultation:
    """A request as the log has it: its last closing, and the last rating."""

    line: Line
    stars: int | None = None
    word: str = ""


def consultations(rows: Iterable[LogRow], since: datetime, until: datetime) -> list[Consultation]:
    """Return what was closed last within a stretch of time, of rows from then on until now.

    What was corrected counts once, as it was corrected last.
    """
    closed, rated = dict[SourceId, LogRow](), dict[SourceId, Line]()
    right = dict[int, Line]()
    for row in rows:
        line = row.line
        if line.corrects is not None:
            right[line.corrects] = line
            continue
        if line.what is Recorded.CLOSED:
            # A rating that stands is in the row of the closing, too: one of a void answer is not.
            closed[line.ticket] = row
            rated.pop(line.ticket, None)
        if line.stars is not None:
            rated[line.ticket] = line
    lines = [corrected(one.line, right.get(one.number)) for one in closed.values()]
    told = [one for one in lines if since <= one.at < until]
    return [_rated(one, rated.get(one.ticket)) for one in sorted(told, key=lambda it: it.at)]


def _rated(line: Line, rating: Line | None) -> Consultation:
    return Consultation(line, rating.stars, rating.word) if rating else Consultation(line)


@dataclass(frozen=True, slots=True)
class ReadConsultations:
    """Reads the log of a school for a report; who may is asked before."""

    log: ConsultationLog
    clock: Clock

    async def __call__(self, school: SchoolId, span: Span, zone: ZoneInfo) -> Sequence[Table]:
        """Return its tables of a term."""
        since = datetime.combine(span.term.begins, time(), zone)
        until = datetime.combine(span.term.ends, time(), zone) + timedelta(days=1)
        rows = await self.log.between(school, since, max(until, self.clock.now()))
        found = consultations(rows, since, until)
        persons = sorted({one.line.consultant for one in found} - {SourceId("")})
        names = await self.log.names(school, persons) if persons else {}
        return tables(found, names, zone, head=await self.log.noted(school))


def tables(
    found: Sequence[Consultation],
    names: Mapping[SourceId, Name],
    zone: ZoneInfo,
    *,
    head: Head,
) -> Sequence[Table]:
    """Return the tables: three that count, then each question, then proposals and remarks.

    The first three bear the head of the log as it is now: by a report that was put away a log
    that was cut off or exchanged later is found out, whatever happened to the database.
    """
    questions = [one for one in found if one.line.matter is Matter.QUESTION]
    others = [one for one in found if one.line.matter is not Matter.QUESTION]
    by_month = _counted(found, lambda it: _month(it, zone))
    by_consultant = _counted(found, lambda it: _consultant(it, names))
    by_topic = _counted(found, lambda it: said(f"topic-{it.line.topic.value}"))
    totals = (_row(said("total"), found),) if found else ()
    notes = (said("consultations-when"), *_printed(head))
    heads: tuple[tuple[Said, Column, tuple[Row, ...]], ...] = (
        (said("consultations-by-month"), Column(said("month"), main=True), by_month),
        (
            said("consultations-by-consultant"),
            Column(said("consultant"), Kind.NAME, main=True),
            by_consultant,
        ),
        (said("consultations-by-topic"), Column(said("topic"), main=True), by_topic),
    )
    each = tuple(_of_one(one, names, zone) for one in questions)
    apart = tuple(_apart(one, names, zone) for one in others)
    return [
        *(
            Table(title, (first, *_COUNTS), rows, totals, notes=notes)
            for title, first, rows in heads
        ),
        Table(
            said("consultations-each"),
            _EACH,
            each,
            notes=(said("consultation-minutes-note"),),
            names=0,
        ),
        Table(said("consultations-apart"), (*_APART, *_EACH), apart, names=0),
    ]


def _printed(head: Head) -> tuple[Said, ...]:
    if not head.number:
        return ()
    return (said("consultations-head", number=str(head.number), digest=head.in_short),)


def _counted(
    found: Sequence[Consultation], by: Callable[[Consultation], Name | Said]
) -> tuple[Row, ...]:
    groups = defaultdict[str, list[Consultation]](list)
    heads = dict[str, Name | Said]()
    for one in found:
        head = by(one)
        groups[repr(head)].append(one)
        heads[repr(head)] = head
    return tuple(_row(heads[key], group) for key, group in groups.items())


def _row(head: Cell, group: Sequence[Consultation]) -> Row:
    minutes = [one.line.minutes for one in group if one.line.minutes is not None]
    stars = [one.stars for one in group if one.stars is not None]
    answered = sum(one.line.is_answered for one in group)
    return head, len(group), answered, _mean(minutes), len(stars), _mean(stars)


def _mean(numbers: Sequence[int]) -> Decimal | None:
    if not numbers:
        return None
    return (Decimal(sum(numbers)) / len(numbers)).quantize(_CENTS)


def _month(one: Consultation, zone: ZoneInfo) -> Said:
    at = one.line.at.astimezone(zone)
    return said("month-of", year=str(at.year), month=at.month)


def _consultant(one: Consultation, names: Mapping[SourceId, Name]) -> Name | Said:
    source = one.line.consultant
    if one.line.is_nobodys_yet:
        return said("consultation-nobody")
    if not source:
        return said("consultation-administrators")
    return names.get(source) or said("consultation-somebody", source=source)


def _of_one(one: Consultation, names: Mapping[SourceId, Name], zone: ZoneInfo) -> Row:
    line = one.line
    return (
        line.at.astimezone(zone),
        said(f"by-{line.role.value.replace('_', '-')}" if line.role else "by-stranger"),
        said(f"topic-{line.topic.value}"),
        _consultant(one, names),
        line.window.astimezone(zone) if line.window else None,
        line.minutes,
        said(f"outcome-{line.outcome.value}") if line.outcome else None,
        one.stars,
        one.word,
    )


def _apart(one: Consultation, names: Mapping[SourceId, Name], zone: ZoneInfo) -> Row:
    return said(f"matter-{one.line.matter.value}"), one.line.said, *_of_one(one, names, zone)
