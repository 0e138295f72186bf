"""Scales of marks: a school's 1 to 5 with its rounding, or points in bands."""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from fractions import Fraction

from core.journal.means import mark_of, rounded
from core.regulation.profile import Rounding

MARKS = (2, 3, 4, 5)
"""The marks of a period. Whose mean comes down to one has failed, as who stands at two has."""

_HALF = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Scale:
    """Where marks end and means turn: `edges` are the least means of a 3, a 4 and a 5."""

    lowest: Decimal
    highest: Decimal
    edges: tuple[Decimal, Decimal, Decimal]
    shown: Callable[[Fraction], Decimal]
    mark: Callable[[Fraction], int]

    @property
    def middle(self) -> Decimal:
        """Return the mean from which the upper half of the passing marks begins."""
        return self.edges[1]

    @property
    def step(self) -> Decimal:
        """Return how far apart two marks are, in the scale's own numbers."""
        return (self.edges[2] - self.edges[0]) / 2


def school_scale(rounding: Rounding) -> Scale:
    """Return the scale of 1 to 5; a mean is rounded as it is shown, then to the mark (J14)."""
    three, four, five = (_least_mean(mark, rounding) for mark in MARKS[1:])

    def shown(mean: Fraction) -> Decimal:
        return rounded(mean, rounding, rounding.places)

    def mark(mean: Fraction) -> int:
        return max(mark_of(shown(mean), rounding), MARKS[0])

    return Scale(Decimal(1), Decimal(5), (three, four, five), shown, mark)


def _least_mean(mark: int, rounding: Rounding) -> Decimal:
    """Return from which exact mean on the school shows one that comes to the mark."""
    step = Decimal(1).scaleb(-rounding.places)
    turn = (Decimal(mark) - _HALF).quantize(step, ROUND_CEILING)
    least_shown = turn if mark_of(turn, rounding) == mark else turn + step
    return least_shown - step * _HALF


def band_scale(highest: int, edges: tuple[int, int, int]) -> Scale:
    """Return a scale of points from zero; each edge belongs to the better mark."""
    three, four, five = (Decimal(edge) for edge in edges)

    def mark(mean: Fraction) -> int:
        return MARKS[bisect_right((three, four, five), mean)]

    def shown(mean: Fraction) -> Decimal:
        return rounded(mean, Rounding(), Rounding().places)

    return Scale(Decimal(0), Decimal(highest), (three, four, five), shown, mark)
