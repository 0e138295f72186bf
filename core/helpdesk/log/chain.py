"""Rows of the log, each chained to the one before: who changes one breaks all that follow.

A row names persons and tickets by the ids that they have in the school's files, and a window by
its beginning, so that the chain holds in another place as well. No row is ever changed: what was
wrong is corrected by a further row.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import Final

from core.access.people import Role
from core.helpdesk.topics import Topic
from core.helpdesk.values import Closing, Matter
from core.ids import SourceId

_NOBODY: Final = SourceId("")
DIGITS_PRINTED: Final = 16
"""Of a digest on paper: enough that no other log has the same by chance."""
_AFTER_AN_ANSWER: Final = frozenset({Closing.CONFIRMED, Closing.BY_TIME})


class Recorded(StrEnum):
    """What a row of the log records."""

    CLOSED = "closed"
    RATED = "rated"
    CORRECTED = "corrected"


@dataclass(frozen=True, slots=True)
class Line:
    """What a row says of a ticket.

    `role` is that of the asker, None for a stranger who lost access; `ticket` is then the request.
    `consultant` is empty for the administrators together, and while nobody had it yet; `window` is
    when the window began in which it was answered, or for which it waited, None outside of any;
    `minutes` are those of window time to the first answer, None where there was none, or no window
    is for the topic. A correction repeats the row of the number that it
    `corrects`, with what is right, and `by` is who says so. `said` are the words of a proposal or
    remark, which is of no use without them; those of a question stay between two.
    """

    at: datetime
    what: Recorded
    ticket: SourceId
    matter: Matter
    role: Role | None
    topic: Topic
    consultant: SourceId
    window: datetime | None
    minutes: int | None
    outcome: Closing | None
    stars: int | None = None
    word: str = ""
    corrects: int | None = None
    by: SourceId = _NOBODY
    said: str = ""

    @property
    def is_nobodys_yet(self) -> bool:
        """Say whether it waited for a window still: the administrators have none."""
        return self.consultant == _NOBODY and self.window is not None

    @property
    def is_answered(self) -> bool:
        """Say whether the asker had an answer, also where no minutes count."""
        return self.minutes is not None or self.outcome in _AFTER_AN_ANSWER


@dataclass(frozen=True, slots=True)
class Head:
    """The last row of a log, by its number and digest; the first row has this before it."""

    number: int = 0
    digest: str = ""

    @property
    def in_short(self) -> str:
        """Return the digest as it is printed: short enough to be typed."""
        return self.digest[:DIGITS_PRINTED]


@dataclass(frozen=True, slots=True)
class LogRow:
    """A row of the log; `before` is the digest of the row before."""

    number: int
    line: Line
    before: str
    digest: str

    @property
    def head(self) -> Head:
        """Return the row as what the next one is chained to."""
        return Head(self.number, self.digest)


def chained(head: Head, lines: Iterable[Line]) -> list[LogRow]:
    """Return the rows that follow on a head."""
    rows = list[LogRow]()
    for line in lines:
        number = head.number + 1
        row = LogRow(number, line, head.digest, digest_of(number, line, head.digest))
        rows.append(row)
        head = row.head
    return rows


def verify(rows: Sequence[LogRow], head: Head | None = None) -> LogRow | None:
    """Return the first row that is not as it was written, or does not follow on the one before.

    A whole log is verified from its beginning; a part of it after the `head` that precedes it.
    """
    last = head or Head()
    for row in rows:
        follows = (row.number, row.before) == (last.number + 1, last.digest)
        if not follows or row.digest != digest_of(row.number, row.line, row.before):
            return row
        last = row.head
    return None


def digest_of(number: int, line: Line, before: str) -> str:
    """Return the digest of a row: SHA-256 of its canonical form, in which the one before is."""
    return hashlib.sha256(canonical(number, line, before).encode()).hexdigest()


def corrected(line: Line, right: Line | None) -> Line:
    """Return a line as a correction has it: when, who and how long stays as it was."""
    if right is None:
        return line
    return replace(line, topic=right.topic, matter=right.matter, outcome=right.outcome)


def canonical(number: int, line: Line, before: str) -> str:
    """Return the one way in which a row is written: JSON, in this order, instants in UTC."""
    said = [
        before,
        number,
        _instant(line.at),
        line.what.value,
        line.ticket,
        line.matter.value,
        line.role.value if line.role else None,
        line.topic.value,
        line.consultant,
        _instant(line.window),
        line.minutes,
        line.outcome.value if line.outcome else None,
        line.stars,
        line.word,
        line.corrects,
        line.by,
        line.said,
    ]
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


def _instant(at: datetime | None) -> str | None:
    return at.astimezone(UTC).isoformat(timespec="microseconds") if at else None
