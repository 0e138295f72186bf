"""What messages about print runs tell, as these stand when they are told."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from core.access.people import Name
from core.ids import ClassId, PaperRunId, PupilId
from core.notices.ledger import NoticeKind


@dataclass(frozen=True, slots=True)
class PaperNews:
    """For the class teacher: sheets are to be printed and handed over; `about` is the teacher.

    `stands_in`: the class has no class teacher here, and somebody else hands them over.
    """

    about: PupilId
    child: Name
    run: PaperRunId
    class_id: ClassId
    class_title: str
    first: date
    last: date
    count: int
    stands_in: bool = False


PAPER_KINDS: Final = frozenset({NoticeKind.PAPER_RUN})
"""The kinds of notices that tell such news."""
