"""What a message about a week's missed lessons tells, as they stand when it is told (W1)."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from core.access.people import Name
from core.ids import ClassId, PupilId
from core.notices.ledger import NoticeKind


@dataclass(frozen=True, slots=True)
class MissedWeekNews:
    """For the class teacher: a week's absences by subject are to be verified.

    `about` is the teacher, or who `stands_in`; of `courses` that were missed so many are
    `unverified`.
    """

    about: PupilId
    child: Name
    class_id: ClassId
    class_title: str
    monday: date
    lessons: int
    courses: int
    unverified: int
    stands_in: bool = False


MISSED_WEEK_KINDS: Final = frozenset({NoticeKind.ABSENCES_OF_WEEK})
"""The kinds of notices that tell such news."""
