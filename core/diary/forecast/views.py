"""The forecast of a period's mark (F6): a pure function of marks, works to come and the scale."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from core.diary.forecast.fitted import FITTED
from core.diary.forecast.outlook import ForecastParameters, Outlook, Seen, level, outlook
from core.diary.forecast.scale import MARKS, Scale
from core.journal.means import WeightedMark

_PLACES = 6
"""How finely a level is told: floats differ from one way of adding to another below that."""

_NUMBERS = tuple(Decimal(number) for number in range(6))


class Counted(NamedTuple):
    """A number that counts in the mean. `of_class` is the class's mean in the same work.

    It is None where too few were marked for a mean that says something, as after an oral answer.
    """

    value: Decimal
    weight: Decimal
    of_class: Decimal | None = None


def counted(mark: WeightedMark, of_class: Decimal | None = None) -> tuple[Counted, ...]:
    """Return the numbers of a mark: two for `3/5`, none for a word."""
    return tuple(Counted(_NUMBERS[one], mark.weight, of_class) for one in mark.value.numbers)


@dataclass(frozen=True, slots=True)
class Forecast:
    """What is to be expected of a period.

    `now` is the mean so far, `expected` the mean at the end, both as the school shows means;
    `chances` are those of a 2, 3, 4 and 5, in this order; `mark` is the likeliest of them.
    `certain`: no work is to come, the mark is what the mean gives.
    """

    now: Decimal | None
    expected: Decimal
    mark: int
    chances: tuple[float, float, float, float]
    certain: bool

    def chance(self, mark: int) -> float:
        """Return the chance of a mark; of a 2 it is the chance to fail."""
        return self.chances[MARKS.index(mark)]


def forecast(
    marks: Sequence[Counted],
    coming: Sequence[Decimal],
    scale: Scale,
    learned: ForecastParameters = FITTED,
) -> Forecast | None:
    """Return what is to be expected after these marks, oldest first, with works of these weights
    to come; None where there is neither a mark nor a work to come.
    """  # noqa: D205 - one sentence
    marks = [one for one in marks if one.weight]
    works = [weight for weight in coming if weight]
    known = _Part.of(marks)
    if not works:
        return _certain(known, scale) if known.weight else None
    rest = sum(works, Decimal(0))
    ahead = _outlook(marks, works, scale, learned)
    chances = _chances(known, rest, ahead, scale)
    middle = Decimal(round(float(scale.middle) + float(scale.step) * ahead.middle, _PLACES))
    foreseen = min(max(middle, scale.lowest), scale.highest)
    return Forecast(
        now=scale.shown(known.mean) if known.weight else None,
        expected=scale.shown(known.mean_with(rest, foreseen)),
        mark=max(MARKS, key=lambda mark: chances[MARKS.index(mark)]),
        chances=chances,
        certain=False,
    )


@dataclass(frozen=True, slots=True)
class _Part:
    """The marks that stand: the sum of weighted values and of weights, exact."""

    total: Decimal
    weight: Decimal

    @classmethod
    def of(cls, marks: Sequence[Counted]) -> "_Part":
        total = weight = Decimal(0)
        for one in marks:
            total += one.weight * one.value
            weight += one.weight
        return cls(total, weight)

    @property
    def mean(self) -> Fraction:
        return _ratio(self.total, self.weight)

    def mean_with(self, rest: Decimal, value: Decimal) -> Fraction:
        """Return the mean if all works to come, of this weight together, brought this value."""
        return _ratio(self.total + rest * value, self.weight + rest)


def _ratio(total: Decimal, weight: Decimal) -> Fraction:
    """Return the exact ratio; made at once, for a division of fractions is slow."""
    (upper, under), (above, below) = total.as_integer_ratio(), weight.as_integer_ratio()
    return Fraction(upper * below, under * above)


def _certain(known: _Part, scale: Scale) -> Forecast:
    shown, mark = scale.shown(known.mean), scale.mark(known.mean)
    two, three, four, five = (float(mark == one) for one in MARKS)
    return Forecast(shown, shown, mark, (two, three, four, five), certain=True)


def _outlook(
    marks: Sequence[Counted],
    works: Sequence[Decimal],
    scale: Scale,
    learned: ForecastParameters,
) -> Outlook:
    weights = [float(weight) for weight in works]
    total = sum(weights)
    unit, middle, step = total / len(weights), float(scale.middle), float(scale.step)

    seen = [
        Seen(
            (float(value) - middle) / step,
            float(weight) / unit,
            None if of_class is None else (float(of_class) - middle) / step,
        )
        for value, weight, of_class in marks
    ]
    return outlook(
        level(seen, learned),
        seen=sum(one.weight for one in seen),
        coming=total**2 / sum(weight**2 for weight in weights),
        learned=learned,
    )


def _chances(
    known: _Part, rest: Decimal, ahead: Outlook, scale: Scale
) -> tuple[float, float, float, float]:
    worst = scale.mark(known.mean_with(rest, scale.lowest))
    best = scale.mark(known.mean_with(rest, scale.highest))
    total, weight, coming = float(known.total), float(known.weight), float(rest)
    middle, step = float(scale.middle), float(scale.step)

    def reaches(mark: int, edge: Decimal) -> float:
        if mark > best:
            return 0.0
        if mark <= worst:
            return 1.0
        need = (float(edge) * (weight + coming) - total) / coming
        return ahead.reaches((need - middle) / step)

    edges = zip(MARKS[1:], scale.edges, strict=True)
    tails = [1.0, *(reaches(mark, edge) for mark, edge in edges), 0.0]
    two, three, four, five = (more - less for more, less in pairwise(tails))
    return two, three, four, five
