"""Noted heads that come with a file, or stand here already: their rows must be there (H4).

So a file whose log was cut off at its end is refused, and one that fills a gap of the log here
with other rows than those that were written.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from core.exchange.bundle import Bundle, Current
from core.exchange.faults import Fault, FaultCode
from core.exchange.files import FILES
from core.exchange.rows.of_helpdesk import ConsultationHeadRow, ConsultationRow
from core.exchange.rows.row import Row
from core.helpdesk.log.imported import LOG, Checking, by_number

_HEADS: Final = "x_consultationHeads"
_Rows = Mapping[int, ConsultationRow]


def faults_of_heads(bundle: Bundle, current: Current) -> Iterator[Fault]:
    """Yield what of heads and rows does not fit: the first head, and the first row.

    A head of a file must be borne out by the log as it would be then; a row that a file adds must
    be the one that was noted here.
    """
    kept = by_number(row for _, row in current.of(LOG).living())
    log, heads = bundle.files.get(LOG), bundle.files.get(_HEADS)
    told = by_number(iter(log.rows.values())) if log else {}
    if heads is not None and heads.whole and (log is None or log.whole):
        checking = Checking(FILES[_HEADS], heads)
        yield from _lost(checking, _heads(heads.rows.values()), told | kept)
    if log is not None and log.whole:
        noted = _heads(row for _, row in current.of(_HEADS).living())
        new = {number: row for number, row in told.items() if number not in kept}
        yield from _exchanged(Checking(FILES[LOG], log), noted, new)


def _lost(
    checking: Checking, heads: Iterable[ConsultationHeadRow], rows: _Rows
) -> Iterator[Fault]:
    for head in heads:
        row = rows.get(head.number)
        if row is None:
            found, last = str(head.number), str(max(rows, default=0))
            yield checking.fault(head, "number", FaultCode.CHAIN_BROKEN, (found, last))
            return
        if row.digest != head.digest:
            said = head.digest, row.digest
            yield checking.fault(head, "digest", FaultCode.CHAIN_BROKEN, said)
            return


def _exchanged(
    checking: Checking, noted: Iterable[ConsultationHeadRow], rows: _Rows
) -> Iterator[Fault]:
    for head in noted:
        row = rows.get(head.number)
        if row is not None and row.digest != head.digest:
            said = row.digest, head.digest
            yield checking.fault(row, "digest", FaultCode.KEPT_DIFFERS, said)
            return


def _heads(rows: Iterable[Row]) -> list[ConsultationHeadRow]:
    found = (one for one in rows if isinstance(one, ConsultationHeadRow))
    return sorted(found, key=lambda it: it.number)
