"""The forecast of a whole class (F7): expected marks, quality and success, who is at risk.

Success is the share of those who pass, quality of those who stand at four or five. Who cannot be
judged yet counts in neither.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from core.access.gate import Overseen
from core.access.people import Child
from core.diary.forecast.of_subject import Risk, SubjectForecast
from core.diary.forecast.scale import MARKS
from core.diary.views import Period
from core.ids import PupilId, SubjectId
from core.regulation.profile import Profile

_GOOD = 4


@dataclass(frozen=True, slots=True)
class Shares:
    """Quality and success in whole per cent of so many; None of nobody."""

    rated: int
    quality: int | None
    success: int | None


@dataclass(frozen=True, slots=True)
class SubjectOutlook:
    """What a class is to expect in a subject: how many of each mark, and how many of none.

    `period` is the one in which the subject is summed up.
    """

    subject: SubjectId
    title: str
    marks: Mapping[int, int]
    not_certified: int
    shares: Shares
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class AtRisk:
    """A pupil with the subjects in which a failing mark threatens, or none for want of marks."""

    child: Child
    subjects: tuple[SubjectForecast, ...]


@dataclass(frozen=True, slots=True)
class ClassForecast:
    """A class's forecast of a period; without a period there is nothing to foresee."""

    of: Overseen
    period: Period | None
    periods: tuple[Period, ...]
    pupils: int
    subjects: tuple[SubjectOutlook, ...]
    shares: Shares
    at_risk: tuple[AtRisk, ...]
    rules: Profile


def outlooks(
    foreseen: Mapping[PupilId, Sequence[SubjectForecast]],
) -> tuple[SubjectOutlook, ...]:
    """Return the class's outlook in each subject and period of it, by title."""
    found: dict[tuple[SubjectId, Period | None], list[SubjectForecast]] = {}
    for subjects in foreseen.values():
        for one in subjects:
            found.setdefault((one.subject, one.period), []).append(one)
    told = [_outlook(of_subject) for of_subject in found.values()]
    return tuple(sorted(told, key=lambda one: (one.title, one.subject)))


def shares_of_pupils(foreseen: Iterable[Sequence[SubjectForecast]]) -> Shares:
    """Return the shares of pupils who pass everything, and of who stands at fours and fives."""
    rated = [found for one in foreseen if (found := [it for it in one if _is_rated(it)])]
    return _shares(
        len(rated),
        good=sum(all(_is_good(it) for it in one) for one in rated),
        passed=sum(all(it.risk is None for it in one) for one in rated),
    )


def at_risk(
    pupils: Iterable[Child], foreseen: Mapping[PupilId, Sequence[SubjectForecast]]
) -> tuple[AtRisk, ...]:
    """Return the pupils at risk in the order of the class list."""
    found = [
        AtRisk(child, tuple(one for one in foreseen.get(child.pupil, ()) if one.risk is not None))
        for child in pupils
    ]
    return tuple(one for one in found if one.subjects)


def _outlook(of_subject: Sequence[SubjectForecast]) -> SubjectOutlook:
    rated = [one for one in of_subject if _is_rated(one)]
    expected = [max(one.expected, MARKS[0]) for one in rated if one.expected is not None]
    return SubjectOutlook(
        of_subject[0].subject,
        of_subject[0].title,
        {mark: expected.count(mark) for mark in reversed(MARKS)},
        sum(one.risk is Risk.NOT_CERTIFIED for one in rated),
        _shares(
            len(rated),
            good=sum(_is_good(one) for one in rated),
            passed=sum(one.risk is None for one in rated),
        ),
        of_subject[0].period,
    )


def _is_rated(one: SubjectForecast) -> bool:
    return one.expected is not None or one.risk is not None


def _is_good(one: SubjectForecast) -> bool:
    return one.expected is not None and one.expected >= _GOOD


def _shares(rated: int, *, good: int, passed: int) -> Shares:
    if not rated:
        return Shares(0, None, None)
    return Shares(rated, _per_cent(good, rated), _per_cent(passed, rated))


def _per_cent(part: int, whole: int) -> int:
    return int((Decimal(100 * part) / whole).quantize(Decimal(1), ROUND_HALF_UP))
