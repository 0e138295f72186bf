"""How marks to come are foreseen: the class's level, the pupil's distance from it, and the doubt.

Everything here counts in marks above the scale's middle, so that the same numbers serve 1 to 5
and 0 to 100. Floats are in place: nothing here is shown as it is.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, sqrt
from statistics import NormalDist
from typing import NamedTuple

_NORMAL = NormalDist()

_WIDER = 3
"""How many times further the marks of those scatter for whom all turns out unlike before."""


@dataclass(frozen=True, slots=True)
class ForecastParameters:
    """What was learned once from marks of others; see docs/adr/0010-forecast.md.

    `usual`: the level of a class of which nothing is known.
    `recency`: what a class's work counts for when one work's weight has passed since, from 0 to 1.
    `class_doubt`, `pupil_doubt`: how many works the class has to show before its own level counts
    as much as the usual one, and the pupil before the own distance counts as much as none.
    `noise`: how far one work falls from what was to be expected; `newness`: what is unknown after
    few marks; `drift`: what no number of marks tells.
    `calm`: how much less marks scatter, the better they are. `slant`: how much further marks fall
    than they rise. `upset`: the share of those for whom all turns out unlike before.
    """

    usual: float
    recency: float
    class_doubt: float
    pupil_doubt: float
    noise: float
    newness: float
    drift: float
    calm: float
    slant: float
    upset: float


class Seen(NamedTuple):
    """A work that was marked: the pupil's and the class's height, and its weight.

    Weights count in works: one is the mean weight of the works to come.
    """

    height: float
    weight: float
    of_class: float | None


def class_level(works: Sequence[tuple[float, float]], learned: ForecastParameters) -> float:
    """Return how the class will do, from its means with their weights, oldest first."""
    total = counted = passed = 0.0
    for height, weight in reversed(works):
        say = weight * learned.recency**passed
        total, counted, passed = total + say * height, counted + say, passed + weight
    lately = total / counted if counted else learned.usual
    trust = passed / (passed + learned.class_doubt) if passed else 0.0
    return trust * lately + (1 - trust) * learned.usual


def level(seen: Sequence[Seen], learned: ForecastParameters) -> float:
    """Return the height that the pupil's marks to come will have in the middle.

    A mark whose class is not known is held against the level of the class to come.
    """
    known = [(one.of_class, one.weight) for one in seen if one.of_class is not None]
    of_class = class_level(known, learned)
    weight = sum(one.weight for one in seen)
    if not weight:
        return of_class
    ahead = sum(
        one.weight * (one.height - (of_class if one.of_class is None else one.of_class))
        for one in seen
    )
    return of_class + ahead / (weight + learned.pupil_doubt)


@dataclass(frozen=True, slots=True)
class Outlook:
    """The mean of the works to come: as likely above `middle` as below it."""

    middle: float
    above: float
    below: float
    upset: float

    def reaches(self, height: float) -> float:
        """Return the chance that the mean of the works to come is at least this high."""
        away = self.middle - height
        away /= self.below if away > 0 else self.above
        return (1 - self.upset) * _NORMAL.cdf(away) + self.upset * _NORMAL.cdf(away / _WIDER)


def outlook(middle: float, *, seen: float, coming: float, learned: ForecastParameters) -> Outlook:
    """Return the outlook after so many works seen, with so many to come (both by weight)."""
    doubt = learned.noise**2 / coming + learned.newness**2 / (1 + seen) + learned.drift**2
    wide = sqrt(doubt) * exp(-learned.calm * (middle - learned.usual))
    return Outlook(middle, wide * exp(-learned.slant), wide * exp(learned.slant), learned.upset)
