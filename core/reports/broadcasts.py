"""Who was told of a broadcast and who answered, as a table to print or to keep (F13)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from core.access.people import Name
from core.messages.broadcasts.broadcast import Broadcast
from core.messages.broadcasts.templates import title_of
from core.reports.table import Column, Kind, Report, Row, Table, said

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


def broadcast_report(one: Broadcast, lines: Sequence[ToldLine], made_at: datetime) -> Report:
    """Return the report: a row a person, families without anybody too."""
    zone = ZoneInfo(one.zone)
    rows = tuple(_row(one, line, zone) for line in lines)
    table = Table(said("broadcast"), _COLUMNS, rows, _count(len(rows)), names=2)
    titles = ", ".join(one.titles) or one.school_name
    of = (said("of-broadcast", whom=titles, title=title_of(one.plan.content)),)
    local = made_at.astimezone(zone)
    return Report(said("broadcast"), one.school_name, local, of, (table,))


def _row(one: Broadcast, line: ToldLine, zone: ZoneInfo) -> Row:
    at = line.answered_at.astimezone(zone) if line.answered_at else None
    stands = said(f"stands-{line.stands}")
    return line.class_title, line.pupil, line.person, stands, _answer(one, line), at


def _answer(one: Broadcast, line: ToldLine) -> str | None:
    ask = one.plan.ask
    if ask is None or line.choice is None:
        return None
    if 1 <= line.choice <= len(ask.choices):
        return ask.choices[line.choice - 1]
    return ask.button or None


def _count(rows: int) -> tuple[Row, ...]:
    return ((said("total-records", count=rows), *(None,) * (len(_COLUMNS) - 1)),) if rows else ()
