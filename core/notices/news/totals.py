"""What messages about final marks and reviews tell, as these stand when they are told."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Protocol

from core.access.people import Name, place_of_class, place_of_name
from core.diary.totals.review import ByGuardian
from core.ids import NoticeId, PupilId
from core.journal.marked_periods import MarkedPeriod
from core.journal.missing_marks import Gap, Scope
from core.journal.values import MarkValue, PeriodMarkKind
from core.notices.ledger import Notice, NoticeKind


@dataclass(frozen=True, slots=True)
class PeriodMarkNews:
    """A final mark that is new, put right, or taken back (`value` None) (F8)."""

    about: PupilId
    child: Name
    subject: str
    period: str
    kind: PeriodMarkKind
    before: MarkValue | None
    value: MarkValue | None


@dataclass(frozen=True, slots=True)
class MissingNews:
    """For the school: which marks are missing, by when they are set, and seen by families."""

    about: PupilId
    child: Name
    scope: Scope
    period: MarkedPeriod
    set_by: date
    shown_by: date
    gaps: tuple[Gap, ...]


@dataclass(frozen=True, slots=True)
class ReviewedNews:
    """For the class teacher: a guardian has reviewed a pupil's totals on a day (F11)."""

    about: PupilId
    child: Name
    who: Name
    day: date


@dataclass(frozen=True, slots=True)
class ReviewsNews:
    """For the class teacher: whose totals were reviewed on a day, by class."""

    about: PupilId
    child: Name
    day: date
    pupils: tuple[tuple[str, Name], ...]


def listed(reviewed: Iterable[tuple[str, Name]]) -> tuple[tuple[str, Name], ...]:
    """Return pupils with their class's title as a class teacher lists them."""
    return tuple(
        sorted(reviewed, key=lambda one: (*place_of_class(one[0]), *place_of_name(one[1])))
    )


@dataclass(frozen=True, slots=True)
class NudgeNews:
    """For a guardian: this evening is the last on which the week's reviews can be saved."""

    about: PupilId
    child: Name
    until: date
    missing: int


TotalsNews = PeriodMarkNews | MissingNews | ReviewedNews | ReviewsNews | NudgeNews


@dataclass(frozen=True, slots=True)
class PeriodMarkRecord:
    """A final mark as it stands now; None where it was taken back."""

    pupil: PupilId
    child: Name
    subject: str
    period: str
    kind: PeriodMarkKind
    value: MarkValue | None


@dataclass(frozen=True, slots=True)
class MissingRecord:
    """The marks that a period misses now, of those that the recipient hears of."""

    name: Name
    period: MarkedPeriod
    gaps: tuple[Gap, ...]


@dataclass(frozen=True, slots=True)
class NudgeRecord:
    """The reviews of a pupil's week as they stand now; `on_paper`: its sheet is in hand (F10)."""

    child: Name
    reviews: ByGuardian
    on_paper: bool = False


SCOPES: Final[Mapping[NoticeKind, Scope]] = {
    NoticeKind.MISSING_OF_CLASS: Scope.CLASS,
    NoticeKind.MISSING_OF_COURSE: Scope.COURSE,
    NoticeKind.MISSING_OF_SCHOOL: Scope.SCHOOL,
}
"""Which missing marks a kind of notice tells of."""

TOTALS_KINDS: Final = frozenset(
    {
        NoticeKind.PERIOD_MARK,
        *SCOPES,
        NoticeKind.REVIEWED,
        NoticeKind.REVIEWS_OF_DAY,
        NoticeKind.REVIEW_NUDGE,
    }
)
"""The kinds of notices that tell such news."""


class TotalsNewsBook(Protocol):
    """The records behind such notices, as they stand now; what is gone for good is missing."""

    async def period_marks_by_id(
        self, notices: Sequence[Notice]
    ) -> Mapping[int, PeriodMarkRecord]:
        """Return the final marks by their id."""
        ...

    async def missing(self, notices: Sequence[Notice]) -> Mapping[NoticeId, MissingRecord]:
        """Return for each notice what its period misses on the day that it tells of."""
        ...

    async def reviewed(self, notices: Sequence[Notice]) -> Mapping[NoticeId, ReviewedNews]:
        """Return who reviewed, and on which day."""
        ...

    async def reviews_of_day(self, notices: Sequence[Notice]) -> Mapping[NoticeId, ReviewsNews]:
        """Return whose totals were reviewed on a day in the classes that the recipient leads."""
        ...

    async def nudges(self, notices: Sequence[Notice]) -> Mapping[NoticeId, NudgeRecord]:
        """Return the reviews of the week that begins on the notice's day."""
        ...
