"""How a class's marks of a subject lie, told so that nobody in it can be told from it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import groupby
from statistics import quantiles
from typing import Final, Protocol

from core.ids import ClassId, PupilId, SubjectId
from core.journal.values import MarkValue

FEWEST_PUPILS: Final = 5
"""Of fewer marked pupils nothing is told."""

_LARGEST_SHARE: Final = Fraction(1, 4)
_HALVES: Final = 2


@dataclass(frozen=True, slots=True)
class ClassMark:
    """One mark of somebody in the class."""

    pupil: PupilId
    subject: SubjectId
    value: MarkValue


class ClassMarks(Protocol):
    """The marks of a whole class. They leave core as a `Spread` only."""

    async def marks_in_class(
        self, class_id: ClassId, *, first: date, last: date
    ) -> Sequence[ClassMark]:
        """Return the marks that stand and count by one of the days, of who was then in the class.

        What counts is the session that a column names, and else its day.
        """
        ...


@dataclass(frozen=True, slots=True)
class Spread:
    """The quartiles of a class's marks, to the half: half of the marks lie between the outer."""

    lower: Decimal
    middle: Decimal
    upper: Decimal


def spreads_of(marks: Sequence[ClassMark]) -> dict[SubjectId, Spread]:
    """Return the spread of each subject in which it may be told."""
    by_subject = groupby(sorted(marks, key=_subject), key=_subject)
    found = {subject: spread_of(list(of_subject)) for subject, of_subject in by_subject}
    return {subject: spread for subject, spread in found.items() if spread is not None}


def spread_of(marks: Sequence[ClassMark]) -> Spread | None:
    """Return the quartiles of one subject's marks, or None where they would tell of somebody.

    Five pupils at least are marked, and nobody holds more than a quarter of the marks: no quartile
    is then one pupil's own. Least and best are never told, and halves hide when one mark moves.
    """
    by_pupil = Counter[PupilId]()
    numbers = list[int]()
    for mark in marks:
        by_pupil[mark.pupil] += len(mark.value.numbers)
        numbers += mark.value.numbers
    holders = [count for count in by_pupil.values() if count]
    if len(holders) < FEWEST_PUPILS or Fraction(max(holders), len(numbers)) > _LARGEST_SHARE:
        return None
    lower, middle, upper = quantiles(numbers, n=4, method="inclusive")
    return Spread(_to_half(lower), _to_half(middle), _to_half(upper))


def _subject(mark: ClassMark) -> SubjectId:
    return mark.subject


def _to_half(number: float) -> Decimal:
    return Decimal(int(number * _HALVES + Fraction(1, 2))) / _HALVES
