"""A log that comes with a file: it goes on with the one that is kept, or it is refused (H4).

Rows that are kept are never changed by a file, nor is one put between them; what follows on the
last one must be a chain.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any, Final

from core.access.people import Role
from core.exchange.bundle import Bundle, Current, FileRows
from core.exchange.faults import Fault, FaultCode
from core.exchange.files import FILES
from core.exchange.format.spec import FileSpec
from core.exchange.rows.of_helpdesk import ConsultationRow
from core.exchange.rows.row import Row
from core.helpdesk.log.chain import Head, Line, Recorded, digest_of
from core.helpdesk.topics import Topic
from core.helpdesk.values import Closing, Matter
from core.ids import SourceId

LOG: Final = "x_consultations"
"""The file of the log."""


def faults_of_log(bundle: Bundle, current: Current) -> Iterator[Fault]:
    """Yield what of a file cannot be taken into the log: what differs, and a broken chain."""
    told = bundle.files.get(LOG)
    if told is None or not told.whole:
        return
    kept = by_number(row for _, row in current.of(LOG).living())
    checking = Checking(FILES[LOG], told)
    for source, line in told.deleted.items():
        yield Fault(checking.spec.csv, line, "status", FaultCode.KEPT_DIFFERS, source, "active")
    rows = by_number(iter(told.rows.values()))
    for number in sorted(rows.keys() & kept.keys()):
        yield from checking.differs(kept[number], rows[number])
    head = _head(kept)
    for number in sorted(rows.keys() - kept.keys()):
        fault = checking.breaks(rows[number], head)
        if fault is not None:
            yield fault
            return
        head = Head(number, rows[number].digest)


def by_number(rows: Iterator[Any]) -> dict[int, ConsultationRow]:
    """Return the rows of a log by their numbers."""
    return {one.number: one for one in rows if isinstance(one, ConsultationRow)}


def _head(kept: dict[int, ConsultationRow]) -> Head:
    last = max(kept, default=0)
    return Head(last, kept[last].digest) if kept else Head()


@dataclass(frozen=True, slots=True)
class Checking:
    """Names faults with their lines."""

    spec: FileSpec
    told: FileRows

    def differs(self, kept: ConsultationRow, row: ConsultationRow) -> Iterator[Fault]:
        """Yield each column in which a row is not as it is kept."""
        for one in fields(row):
            ours, theirs = getattr(kept, one.name), getattr(row, one.name)
            if one.name != "source" and ours != theirs:
                shown = _shown(theirs), _shown(ours)
                yield self.fault(row, one.name, FaultCode.KEPT_DIFFERS, shown)

    def breaks(self, row: ConsultationRow, head: Head) -> Fault | None:
        """Return how a row does not follow on the one before, if it does not."""
        if row.number != head.number + 1:
            found, expected = str(row.number), str(head.number + 1)
            return self.fault(row, "number", FaultCode.CHAIN_BROKEN, (found, expected))
        if row.before != head.digest:
            return self.fault(row, "before", FaultCode.CHAIN_BROKEN, (row.before, head.digest))
        digest = digest_of(row.number, line_of(row), row.before)
        if row.digest != digest:
            return self.fault(row, "digest", FaultCode.CHAIN_BROKEN, (row.digest, digest))
        return None

    def fault(self, row: Row, name: str, code: FaultCode, said: tuple[str, str]) -> Fault:
        """Return what is wrong in a column of a row: what it says, and what it should."""
        column = self.spec.columns[self.spec.fields.index(name)].names[0]
        line = self.told.lines.get(row.source, 0)
        return Fault(self.spec.csv, line, column, code, *said)


def _shown(value: object) -> str:
    return "" if value is None else str(value)


def line_of(row: ConsultationRow) -> Line:
    """Return what a row of the file says, as its digest has it."""
    return Line(
        row.at,
        Recorded(row.what),
        SourceId(row.ticket),
        Matter(row.matter),
        Role(row.role) if row.role else None,
        Topic(row.topic),
        SourceId(row.consultant),
        row.window,
        row.minutes,
        Closing(row.outcome) if row.outcome else None,
        row.stars,
        row.word,
        row.corrects,
        SourceId(row.by),
        row.said,
    )
