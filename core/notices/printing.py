"""Who gets paper, because nothing electronic reached the family in time (F10)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from core.ids import PupilId, SchoolId
from core.notices.ledger import NoticeKind


class Unreached(StrEnum):
    """Why a family was not reached."""

    NOBODY = "nobody"
    REFUSED = "refused"
    UNKNOWN = "unknown"
    WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class ToPrint:
    """What is to be printed for a pupil's family: a record of a kind, and why."""

    school: SchoolId
    pupil: PupilId
    what: NoticeKind
    subject: int
    reason: Unreached
    at: datetime


class PrintRun(Protocol):
    """What is to be printed and handed out; one sheet for a pupil and a record."""

    async def add(self, sheets: Sequence[ToPrint]) -> int:
        """Put sheets on the run; return how many were not on it yet."""
        ...

    async def of(
        self, what: NoticeKind, subject: int, pupils: Sequence[PupilId]
    ) -> Sequence[ToPrint]:
        """Return the pupils' sheets of a record."""
        ...
