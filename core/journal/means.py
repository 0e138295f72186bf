"""Weighted means: exact decimals under the school's rounding rule, never floats (J14)."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from core.journal.values import MarkValue
from core.regulation.profile import Rounding

_NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class WeightedMark:
    """A mark with the weight of its work's kind of control."""

    value: MarkValue
    weight: Decimal


@dataclass(frozen=True, slots=True)
class MarkSum:
    """Marks added up, so that more of them can be added: weighted values, and weights.

    `3/5` is two marks, each with the work's weight; words do not count.
    """

    total: Decimal = _NOTHING
    weight: Decimal = _NOTHING

    def plus(self, marks: Iterable[WeightedMark]) -> "MarkSum":
        """Return the sum with more marks in it."""
        total, weight = self.total, self.weight
        for mark in marks:
            for number in mark.value.numbers:
                total += mark.weight * number
                weight += mark.weight
        return MarkSum(total, weight)

    def mean(self, rounding: Rounding) -> Decimal | None:
        """Return the mean that the school shows, or None where no mark counts."""
        if not self.weight:
            return None
        (upper, under), (above, below) = (
            one.as_integer_ratio() for one in (self.total, self.weight)
        )
        return rounded(Fraction(upper * below, under * above), rounding, rounding.places)


def weighted_mean(marks: Iterable[WeightedMark], rounding: Rounding) -> Decimal | None:
    """Return the mean that the school shows, or None where no mark counts."""
    return MarkSum().plus(marks).mean(rounding)


def mark_of(mean: Decimal, rounding: Rounding) -> int:
    """Return the mark that a mean stands for: half up makes 4,50 a five."""
    return int(rounded(Fraction(mean), rounding, 0))


def rounded(exact: Fraction, rounding: Rounding, places: int) -> Decimal:
    """Return a mean to so many places: what is exactly a half goes by the school's rule."""
    scaled = exact * 10**places
    whole, rest = divmod(scaled.numerator, scaled.denominator)
    twice = 2 * rest - scaled.denominator
    up = twice > 0 or (twice == 0 and (rounding.half == "up" or whole % 2 == 1))
    return Decimal(whole + up).scaleb(-places)
