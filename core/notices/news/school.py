"""What a message tells of the school's life beside the journal's cells, as it stands when told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from core.access.people import Name
from core.ids import CheckId, ClassId, NoticeId, PupilId, SchoolId
from core.journal.remarks.remark import RemarkKind
from core.notices.ledger import Change, Notice, NoticeKind


@dataclass(frozen=True, slots=True)
class EventNews:
    """An event of the pupil's class or school; `stands` is False where it will not be for it."""

    about: PupilId
    child: Name
    title: str
    text: str
    begins: date
    ends: date
    of_school: bool
    change: Change
    stands: bool


@dataclass(frozen=True, slots=True)
class MoveNews:
    """A lesson that is moved, or (`stands` False) is when it usually is after all."""

    about: PupilId
    child: Name
    subject: str
    from_day: date | None
    from_number: int | None
    day: date
    number: int

    @property
    def stands(self) -> bool:
        """Say whether the lesson is moved now."""
        return self.from_day is not None


@dataclass(frozen=True, slots=True)
class ControlWorkNews:
    """A control work that comes soon; `number` is its lesson's, where it is known."""

    about: PupilId
    child: Name
    subject: str
    kind: str
    title: str
    day: date
    number: int | None


@dataclass(frozen=True, slots=True)
class RecommendationNews:
    """What a teacher recommends to the pupil, after a lesson of the day."""

    about: PupilId
    child: Name
    subject: str
    teacher: Name | None
    text: str
    day: date


@dataclass(frozen=True, slots=True)
class AnnouncementNews:
    """That the school goes over to the electronic journal, from a day on (F17)."""

    about: PupilId
    child: Name
    school: str
    text: str
    day: date


@dataclass(frozen=True, slots=True)
class RemarkNews:
    """What a teacher said of the pupil (F16); `stands` is False where it was taken back."""

    about: PupilId
    child: Name
    kind: RemarkKind
    text: str
    teacher: Name | None
    day: date
    change: Change
    stands: bool


@dataclass(frozen=True, slots=True)
class CheckNews:
    """The class teacher asks a subject teacher about a week's absences; `about` is who hears."""

    about: PupilId
    child: Name
    check: CheckId
    class_title: str
    subject: str
    monday: date


SchoolNews = (
    EventNews
    | MoveNews
    | ControlWorkNews
    | RecommendationNews
    | AnnouncementNews
    | RemarkNews
    | CheckNews
)

SCHOOL_KINDS = frozenset(
    {
        NoticeKind.EVENT,
        NoticeKind.MOVE,
        NoticeKind.CONTROL_WORK,
        NoticeKind.CONTROL_LESSON,
        NoticeKind.RECOMMENDATION,
        NoticeKind.ANNOUNCEMENT,
        NoticeKind.REMARK,
        NoticeKind.ABSENCE_CHECK,
    }
)
"""The kinds of notices that tell such news."""


class SchoolNewsBook(Protocol):
    """The records behind such notices, as they stand now."""

    async def told(
        self, kind: NoticeKind, notices: Sequence[Notice]
    ) -> Mapping[NoticeId, SchoolNews]:
        """Return what there is to say of each; one whose record is gone for good is missing."""
        ...


class ClassAudience(Protocol):
    """Whose families hear of what a class or the school has ahead."""

    async def by_class(self, school: SchoolId) -> Mapping[ClassId, Sequence[PupilId]]:
        """Return the pupils of each class of the school, today."""
        ...
