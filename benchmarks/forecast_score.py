"""How good forecasts are: right bands, error of the mean, Brier score, calibration."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import nan
from statistics import fmean

from benchmarks.forecast_data import SCALE, Cut
from core.diary.forecast.outlook import ForecastParameters
from core.diary.forecast.scale import MARKS
from core.diary.forecast.views import forecast

_BINS = 10

Chances = Sequence[float]


@dataclass(frozen=True, slots=True)
class Guess:
    """What one method said of one student, beside what came."""

    expected: float
    mark: int
    chances: Chances
    final: float
    came: int


@dataclass(frozen=True, slots=True)
class Score:
    """Four numbers of one method at one cut; the error is no number where no mean is foreseen."""

    right: float
    error: float
    brier: float
    calibration: float


def ours(cut: Cut, learned: ForecastParameters, *, alone: bool = False) -> list[Guess]:
    """Return the forecasts of the core's own function; `alone`: without the class's means."""
    coming = [work.weight for work in cut.coming]
    guesses = []
    for marks, final in zip(cut.marks, cut.finals, strict=True):
        known = [one._replace(of_class=None) for one in marks] if alone else marks
        found = forecast(known, coming, SCALE, learned)
        if found is None:  # no cut leaves a course without works to come
            raise ValueError(cut.course.name)
        guesses.append(_guess(float(found.expected), found.mark, found.chances, final))
    return guesses


def naive(cut: Cut) -> list[Guess]:
    """Return the weighted mean so far as the forecast, which is sure of itself."""
    pairs = zip(cut.means, cut.finals, strict=True)
    return [
        _guess(float(mean), SCALE.mark(mean), _sure(SCALE.mark(mean)), final)
        for mean, final in pairs
    ]


def usual(cut: Cut, shares: Mapping[str, Chances]) -> list[Guess]:
    """Return the bands' frequencies of other courses as the forecast for everybody."""
    chances = shares[cut.course.name]
    mark = max(MARKS, key=lambda mark: chances[MARKS.index(mark)])
    return [_guess(nan, mark, chances, final) for final in cut.finals]


def shares_elsewhere(cuts: Sequence[Cut]) -> Mapping[str, Chances]:
    """Return for each course how often each band came out in the others."""
    came = defaultdict[str, Counter[int]](Counter)
    for cut in cuts:
        came[cut.course.name].update(SCALE.mark(final) for final in cut.finals)
    shares = {}
    for name in came:
        others = sum((found for other, found in came.items() if other != name), Counter[int]())
        shares[name] = [others[mark] / max(others.total(), 1) for mark in MARKS]
    return shares


def score(guesses: Sequence[Guess]) -> Score:
    """Return the four numbers over all students alike."""
    return Score(
        right=fmean(one.mark == one.came for one in guesses),
        error=fmean(abs(one.expected - one.final) for one in guesses),
        brier=fmean(_brier(one) for one in guesses),
        calibration=_calibration(guesses),
    )


def _guess(expected: float, mark: int, chances: Chances, final: Fraction) -> Guess:
    return Guess(expected, mark, chances, float(final), SCALE.mark(final))


def _sure(mark: int) -> Chances:
    return [float(one == mark) for one in MARKS]


def _brier(guess: Guess) -> float:
    pairs = zip(MARKS, guess.chances, strict=True)
    return sum((chance - (mark == guess.came)) ** 2 for mark, chance in pairs)


def _calibration(guesses: Sequence[Guess]) -> float:
    """Return how far the chance of the likeliest band is from how often it came, in equal bins."""
    bins = defaultdict[int, list[tuple[float, bool]]](list)
    for one in guesses:
        top = max(one.chances)
        right = MARKS[one.chances.index(top)] == one.came
        bins[min(int(top * _BINS), _BINS - 1)].append((top, right))
    gaps = (abs(sum(top - right for top, right in found)) for found in bins.values())
    return sum(gaps) / len(guesses)
