"""The forecast of a period's mark (F6): a pure function of marks, works to come and the scale."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from core.diary.fitted import FITTED
from core.diary.outlook import ForecastParameters, Outlook, Seen, level, outlook
from core.diary.scale import MARKS, Scale
from core.journal.means import WeightedMark


@dataclass(frozen=True, slots=True)
class Counted:
    """A number that counts in the mean. `of_class` is the class's mean in the same work.

    It is None where too few were marked for a mean that says something, as after an oral answer.
    """

    value: Decimal
    weight: Decimal
    of_class: Decimal | None = None


def counted(mark: WeightedMark, of_class: Decimal | None = None) -> tuple[Counted, ...]:
    """Return the numbers of a mark: two for `3/5`, none for a word."""
    return tuple(Counted(Decimal(one), mark.weight, of_class) for one in mark.value.numbers)


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
    works = [Fraction(weight) for weight in coming if weight]
    known = _Part.of(marks)
    if not works:
        return _certain(known, scale) if known.weight else None
    ahead = _outlook(marks, works, scale, learned)
    chances = _chances(known, sum(works, Fraction(0)), ahead, scale)
    middle = scale.middle + scale.step * Fraction(ahead.middle)
    rest = _Part(min(max(middle, scale.lowest), scale.highest), sum(works, Fraction(0)))
    return Forecast(
        now=scale.shown(known.mean) if known.weight else None,
        expected=scale.shown(known.with_part(rest).mean),
        mark=max(MARKS, key=lambda mark: chances[MARKS.index(mark)]),
        chances=chances,
        certain=False,
    )


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of the period's marks: their mean and their weight, exact."""

    mean: Fraction
    weight: Fraction

    @classmethod
    def of(cls, marks: Sequence[Counted]) -> "_Part":
        weight = sum((Fraction(one.weight) for one in marks), Fraction(0))
        total = sum((Fraction(one.weight) * Fraction(one.value) for one in marks), Fraction(0))
        return cls(total / weight if weight else Fraction(0), weight)

    def with_part(self, other: "_Part") -> "_Part":
        weight = self.weight + other.weight
        return _Part((self.mean * self.weight + other.mean * other.weight) / weight, weight)


def _certain(known: _Part, scale: Scale) -> Forecast:
    shown, mark = scale.shown(known.mean), scale.mark(known.mean)
    two, three, four, five = (float(mark == one) for one in MARKS)
    return Forecast(shown, shown, mark, (two, three, four, five), certain=True)


def _outlook(
    marks: Sequence[Counted],
    works: Sequence[Fraction],
    scale: Scale,
    learned: ForecastParameters,
) -> Outlook:
    total = sum(works, Fraction(0))
    unit, middle, step = float(total / len(works)), float(scale.middle), float(scale.step)

    def height(value: Decimal) -> float:
        return (float(value) - middle) / step

    seen = [
        Seen(
            height(one.value),
            float(one.weight) / unit,
            None if one.of_class is None else height(one.of_class),
        )
        for one in marks
    ]
    return outlook(
        level(seen, learned),
        seen=sum(one.weight for one in seen),
        coming=float(total**2 / sum(one**2 for one in works)),
        learned=learned,
    )


def _chances(
    known: _Part, rest: Fraction, ahead: Outlook, scale: Scale
) -> tuple[float, float, float, float]:
    worst = scale.mark(known.with_part(_Part(scale.lowest, rest)).mean)
    best = scale.mark(known.with_part(_Part(scale.highest, rest)).mean)

    def reaches(mark: int, edge: Fraction) -> float:
        if mark > best:
            return 0.0
        if mark <= worst:
            return 1.0
        need = edge + (edge - known.mean) * known.weight / rest
        return ahead.reaches(float((need - scale.middle) / scale.step))

    edges = zip(MARKS[1:], scale.edges, strict=True)
    tails = [1.0, *(reaches(mark, edge) for mark, edge in edges), 0.0]
    two, three, four, five = (more - less for more, less in pairwise(tails))
    return two, three, four, five
