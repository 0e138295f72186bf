"""Who was told of a broadcast and who answered, as a table to print or to keep (F13)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from core.access.people import Name
from core.messages.broadcasts.broadcast import Broadcast
from core.messages.broadcasts.templates import title_of
from core.reports.table import Column, Kind, Lines, Report, Row, Table, said

_COLUMNS = (
    Column(said("class"), main=True),
    Column(said("pupil"), Kind.NAME, main=True),
    Column(said("addressee"), Kind.NAME, main=True),
    Column(said("stands"), main=True),
    Column(said("answer"), main=True),
    Column(said("answered-at"), Kind.MOMENT),
)


@dataclass(frozen=True, slots=True)
class ToldLine:
    """One person of one family; `stands` is a word of how far the broadcast came with it."""

    class_title: str
    pupil: Name
    person: Name | None
    stands: str
    choice: int | None = None
    answered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Version:
    """What a broadcast said in one of its versions, and who answered that before it was corrected.

    Answers to the version of now stand in the report's first table.
    """

    number: int
    text: str
    answered: tuple[ToldLine, ...] = ()


def broadcast_report(
    one: Broadcast, lines: Sequence[ToldLine], versions: Sequence[Version], made_at: datetime
) -> Report:
    """Return the report: a row a person, families without anybody too.

    Why an emergency was one stands in its head. What was said stands in a table of its own; of one
    that was corrected in each version, with who had answered that.
    """
    zone = ZoneInfo(one.zone)
    rows = tuple(_row(one, line, zone) for line in lines)
    corrected = one.version > 1
    notes = (said("broadcast-version-now", number=one.version),) if corrected else ()
    table = Table(said("broadcast"), _COLUMNS, rows, _count(len(rows), _COLUMNS), notes, names=2)
    titles = ", ".join(one.titles) or one.school_name
    named = said("of-broadcast", whom=titles, title=title_of(one.plan.content))
    urgent = one.plan.urgent
    of = (named, said("broadcast-urgent", reason=urgent)) if urgent else (named,)
    local = made_at.astimezone(zone)
    earlier = (_answered_earlier(one, versions, zone),) if corrected else ()
    return Report(
        said("broadcast"), one.school_name, local, of, (table, *earlier, _versions(versions))
    )


_EARLIER = (
    Column(said("class"), main=True),
    Column(said("pupil"), Kind.NAME, main=True),
    Column(said("addressee"), Kind.NAME, main=True),
    Column(said("version"), Kind.COUNT, main=True),
    Column(said("answer"), main=True),
    Column(said("answered-at"), Kind.MOMENT),
)


def _answered_earlier(one: Broadcast, versions: Sequence[Version], zone: ZoneInfo) -> Table:
    rows = tuple(
        (
            line.class_title,
            line.pupil,
            line.person,
            of.number,
            _answer(one, line) or said("stands-answered"),
            _at(line, zone),
        )
        for of in versions
        for line in of.answered
    )
    return Table(said("broadcast-earlier"), _EARLIER, rows, _count(len(rows), _EARLIER), names=2)


def _versions(versions: Sequence[Version]) -> Table:
    columns = (Column(said("version"), Kind.COUNT, main=True), Column(said("said"), main=True))
    rows = tuple((one.number, Lines(one.text) if one.text else None) for one in versions)
    return Table(said("broadcast-versions"), columns, rows)


def _row(one: Broadcast, line: ToldLine, zone: ZoneInfo) -> Row:
    stands, answer = said(f"stands-{line.stands}"), _answer(one, line)
    return line.class_title, line.pupil, line.person, stands, answer, _at(line, zone)


def _at(line: ToldLine, zone: ZoneInfo) -> datetime | None:
    return line.answered_at.astimezone(zone) if line.answered_at else None


def _answer(one: Broadcast, line: ToldLine) -> str | None:
    ask = one.plan.ask
    if ask is None or line.choice is None:
        return None
    if 1 <= line.choice <= len(ask.choices):
        return ask.choices[line.choice - 1]
    return ask.button or None


def _count(rows: int, columns: Sequence[Column]) -> tuple[Row, ...]:
    return ((said("total-records", count=rows), *(None,) * (len(columns) - 1)),) if rows else ()
