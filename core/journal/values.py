"""The values that a journal's cell may hold."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final, Self

_NUMBERS = re.compile(r"[1-5](/[1-5])?")


@dataclass(frozen=True, slots=True)
class MarkValue:
    """A mark as it stands: `4`, `3/5` (two marks of the work's weight, J7), or a word.

    The words are codes, not prose: `pass`, `fail`, `none` (not certified).
    """

    text: str

    @classmethod
    def of(cls, text: str) -> Self:
        """Read a value; raise ValueError where it is none that a journal knows."""
        if _NUMBERS.fullmatch(text) or text in WORDS:
            return cls(text)
        raise ValueError(text)

    @property
    def numbers(self) -> tuple[int, ...]:
        """Return the marks that count in a mean: two for `3/5`, none for a word."""
        return _numbers(self.text)


@cache
def _numbers(text: str) -> tuple[int, ...]:
    # A journal has millions of marks, and a few dozen texts.
    return () if text in WORDS else tuple(int(one) for one in text.split("/"))


PASS, FAIL, NOT_CERTIFIED = "pass", "fail", "none"
WORDS = frozenset({PASS, FAIL, NOT_CERTIFIED})


class AbsenceCode(StrEnum):
    """How a pupil missed a lesson (E3 2.11): `н` without a reason so far, `б`, `у`, `оп`."""

    ABSENT = "absent"
    ILL = "ill"
    EXCUSED = "excused"
    LATE = "late"


class ReasonState(StrEnum):
    """What is known of the reason: only a document that the class teacher saw confirms it (J4)."""

    UNKNOWN = "unknown"
    CLAIMED = "claimed"
    CONFIRMED = "confirmed"


def is_alarming(code: AbsenceCode, reason: ReasonState) -> bool:
    """Say whether a family must hear of an absence: not where a reason is given or claimed."""
    excused = code in {AbsenceCode.ILL, AbsenceCode.EXCUSED}
    return not excused and reason is not ReasonState.CLAIMED


def code_of_note(*, is_illness: bool) -> AbsenceCode:
    """Return the letter of an absence with a note: «б», or «у» for whatever else it says (J4)."""
    return AbsenceCode.ILL if is_illness else AbsenceCode.EXCUSED


WHOLE_DAY: Final = -1
"""In the place of a lesson's number, where a whole day is meant: lessons are numbered from 0."""


class LessonState(StrEnum):
    """Whether a lesson was given."""

    HELD = "held"
    PLANNED = "planned"
    CANCELLED = "cancelled"


class CourseKind(StrEnum):
    """What kind of teaching a course is (J19)."""

    LESSON = "lesson"
    ELECTIVE = "elective"
    EXTRA = "extra"
    HOME = "home"


class ControlKind(StrEnum):
    """The kind of control that a work is (J1)."""

    ANSWER = "answer"
    HOMEWORK = "homework"
    INDEPENDENT = "independent"
    CONTROL = "control"
    LABORATORY = "laboratory"
    PRACTICAL = "practical"
    NOTEBOOK = "notebook"


class PeriodMarkKind(StrEnum):
    """What a final mark sums up (J13): a quarter or half-year, the year, an exam, the subject."""

    PERIOD = "period"
    YEAR = "year"
    EXAM = "exam"
    FINAL = "final"


class PeriodKind(StrEnum):
    """What a stretch of the school year is."""

    YEAR = "year"
    HALF_YEAR = "half_year"
    QUARTER = "quarter"


AT_THE_END = (PeriodMarkKind.YEAR, PeriodMarkKind.EXAM, PeriodMarkKind.FINAL)
"""What follows the marks of the periods at the end of a school year, in this order."""


def kind_within(kind: PeriodMarkKind, period: PeriodKind) -> PeriodMarkKind:
    """Return as what a mark counts: the «period mark» of a whole year is the year's mark."""
    of_year = period is PeriodKind.YEAR and kind is PeriodMarkKind.PERIOD
    return PeriodMarkKind.YEAR if of_year else kind
