"""What final marks count as, how a pupil stands by them, and the shares that follow.

Success: the share without an unsatisfactory mark; quality: the share of fours and fives.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from core.journal.values import FAIL, NOT_CERTIFIED, PASS, MarkValue
from core.reports.shares import percent

_LEAST_PASSED = 3


class Grade(StrEnum):
    """What a final mark counts as."""

    FIVE = "5"
    FOUR = "4"
    THREE = "3"
    POOR = "2"
    PASSED = "pass"
    NOT_CERTIFIED = "none"


def grade_of(value: MarkValue) -> Grade:
    """Return what a mark counts as; of two in a cell the lower one."""
    if value.text == FAIL:
        return Grade.POOR
    if value.text in {PASS, NOT_CERTIFIED}:
        return Grade(value.text)
    lowest = min(value.numbers)
    return Grade(str(lowest)) if lowest >= _LEAST_PASSED else Grade.POOR


class Standing(StrEnum):
    """How a pupil stands over all subjects. Everybody stands somewhere, and once."""

    EXCELLENT = "excellent"
    GOOD = "good"
    ONE_THREE = "one-three"
    FAIR = "fair"
    PASSED = "passed"
    POOR = "poor"
    NOT_CERTIFIED = "not-certified"
    UNMARKED = "unmarked"


def standing_of(marks: Iterable[MarkValue]) -> Standing:
    """Return how a pupil stands by the marks that are set so far."""
    grades = Counter(grade_of(one) for one in marks)
    if not grades:
        return Standing.UNMARKED
    if grades[Grade.POOR]:
        return Standing.POOR
    if grades[Grade.NOT_CERTIFIED]:
        return Standing.NOT_CERTIFIED
    if grades[Grade.THREE]:
        return Standing.ONE_THREE if grades[Grade.THREE] == 1 else Standing.FAIR
    if grades[Grade.FOUR]:
        return Standing.GOOD
    return Standing.EXCELLENT if grades[Grade.FIVE] else Standing.PASSED


_SUCCEEDED = frozenset(
    {Standing.EXCELLENT, Standing.GOOD, Standing.ONE_THREE, Standing.FAIR, Standing.PASSED}
)
_OF_QUALITY = frozenset({Standing.EXCELLENT, Standing.GOOD})


@dataclass(frozen=True, slots=True)
class Share:
    """Success and quality: of `counted` pupils or marks, so many succeeded and so many are good.

    What is told in words only (зачёт) counts for success and not for quality.
    """

    counted: int
    succeeded: int
    good: int
    in_words: int = 0

    @property
    def success(self) -> Decimal | None:
        """Return the share that succeeded, in per cent."""
        return percent(self.succeeded, self.counted)

    @property
    def quality(self) -> Decimal | None:
        """Return the share that is good, in per cent."""
        return percent(self.good, self.counted - self.in_words)


def share_of_marks(grades: Counter[Grade]) -> Share:
    """Return success and quality of a subject's marks."""
    good = grades[Grade.FIVE] + grades[Grade.FOUR]
    passed = grades[Grade.PASSED]
    return Share(grades.total(), good + grades[Grade.THREE] + passed, good, passed)


def share_of_pupils(standings: Counter[Standing]) -> Share:
    """Return success and quality of a class, of those who are marked at all."""
    return Share(
        standings.total() - standings[Standing.UNMARKED],
        sum(standings[one] for one in _SUCCEEDED),
        sum(standings[one] for one in _OF_QUALITY),
        standings[Standing.PASSED],
    )
