"""What if: marks that nobody has given yet, and what they would make of the mean and the mark."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from core.journal.means import MarkSum, WeightedMark, mark_of
from core.journal.values import ControlKind, MarkValue
from core.regulation.profile import Rounding

_BEST = 5


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The mean and the mark as they would be; None where no mark counts."""

    mean: Decimal | None
    mark: int | None


def what_if(
    marks: Sequence[WeightedMark], imagined: Sequence[WeightedMark], rounding: Rounding
) -> WhatIf:
    """Return what the period's mark would be with imagined marks beside those that stand."""
    together = MarkSum().plus(marks).plus(imagined)
    return WhatIf(together.mean(rounding), _mark(together, rounding))


@dataclass(frozen=True, slots=True)
class Opening:
    """A kind of work that can still bring marks: its weight, and how often at most.

    A school may name no kind of its works.
    """

    kind: ControlKind | None
    weight: Decimal
    at_most: int = 5


@dataclass(frozen=True, slots=True)
class Way:
    """Marks that would do: so many times this value in works of this kind."""

    kind: ControlKind | None
    value: int
    times: int
    mean: Decimal


def ways_to(
    target: int, marks: Sequence[WeightedMark], openings: Iterable[Opening], rounding: Rounding
) -> tuple[Way, ...]:
    """Return the smallest sets of equal marks of one kind that raise the mark to the target.

    «Two fives in control works, or three fours»: a lower mark is named only where more of a
    better one would not be fewer. Nothing is returned where the target is reached, or cannot be.
    """
    so_far = MarkSum().plus(marks)
    reached = _mark(so_far, rounding)
    if reached is not None and reached >= target:
        return ()
    ways = [way for opening in openings for way in _ways(target, so_far, opening, rounding)]
    return tuple(sorted(ways, key=lambda way: (way.times, way.value)))


def _ways(target: int, so_far: MarkSum, opening: Opening, rounding: Rounding) -> Iterable[Way]:
    fewest = opening.at_most + 1
    for value in range(target, _BEST + 1):
        way = _fewest(target, so_far, opening, value, rounding)
        # Fives that are as many as fours would ask more of the pupil, and give nothing for it.
        if way is not None and way.times < fewest:
            fewest = way.times
            yield way


def _fewest(
    target: int, so_far: MarkSum, opening: Opening, value: int, rounding: Rounding
) -> Way | None:
    one = [WeightedMark(MarkValue.of(str(value)), opening.weight)]
    then = so_far
    for times in range(1, opening.at_most + 1):
        then = then.plus(one)
        mean = then.mean(rounding)
        if mean is not None and mark_of(mean, rounding) >= target:
            return Way(opening.kind, value, times, mean)
    return None


def _mark(so_far: MarkSum, rounding: Rounding) -> int | None:
    mean = so_far.mean(rounding)
    return None if mean is None else mark_of(mean, rounding)
