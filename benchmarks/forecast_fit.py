"""Learning the forecast's few numbers from marks: the level first, then the doubt around it."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from decimal import Decimal
from fractions import Fraction
from math import log
from pathlib import Path
from statistics import fmean

from benchmarks.forecast_data import CUTS, SCALE, Course, Cut, at_cuts, everywhere
from core.diary.outlook import ForecastParameters, Seen, class_level, level, outlook
from core.diary.scale import MARKS

_RECENCY = [one / 10 for one in range(1, 11)]
_CLASS_DOUBT = (0.0, 0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0)
_PUPIL_DOUBT = [one / 50 for one in range(16)]
_DOUBTS = {"noise": 0.05, "newness": 0.0, "drift": 0.0, "calm": 0.0, "slant": 0.0, "upset": 0.0}
"""What the search may turn, and how low."""

_STEPS = (0.1, 0.05, 0.02, 0.01)
_ENOUGH = 1e-6
_LEAST = 1e-3
"""The chance that a mark is taken to have had at least, so that no single one rules."""
_AT_MOST = 200
"""Students of one course on one day whose marks teach the doubt: more teach no more."""

_BEGIN = ForecastParameters(
    usual=0.0,
    recency=0.5,
    class_doubt=0.5,
    pupil_doubt=0.1,
    noise=0.5,
    newness=0.3,
    drift=0.4,
    calm=0.2,
    slant=0.2,
    upset=0.1,
)


@dataclass(frozen=True)
class Lesson:
    """One course on one day, in marks above the scale's middle, weights in works to come."""

    course: str
    works: list[tuple[float, float]]
    seen: list[list[Seen]]
    means: list[float]
    finals: list[float]
    bands: list[int]
    share: float
    weight: float
    coming: float

    @classmethod
    def of(cls, cut: Cut) -> "Lesson":
        """Return a cut as the outlook counts it."""
        coming = [float(work.weight) for work in cut.coming]
        unit = fmean(coming)
        weights = [float(work.weight) / unit for work in cut.known]
        heights = [_height(one) for one in cut.of_class]
        works = list(zip(heights, weights, strict=True))
        return cls(
            cut.course.name,
            works,
            [
                [
                    Seen(_height(mark.value), weight, height)
                    for mark, (height, weight) in zip(one, works, strict=True)
                ]
                for one in cut.marks
            ],
            [_height(one) for one in cut.means],
            [_height(one) for one in cut.finals],
            [MARKS.index(SCALE.mark(one)) for one in cut.finals],
            cut.share,
            sum(weights),
            sum(coming) ** 2 / sum(one**2 for one in coming),
        )

    def need(self, edge: float, mean: float) -> float:
        """Return what the works to come must be in the mean for the final mean to be an edge."""
        return (edge - self.share * mean) / (1 - self.share)

    def final(self, mean: float, rest: float) -> float:
        """Return the mean at the end."""
        return self.share * mean + (1 - self.share) * min(max(rest, _WORST), _BEST)


def fit(courses: Sequence[Course]) -> ForecastParameters:
    """Return what these courses teach. Each course has the same say, however many took it."""
    anywhere = [Lesson.of(cut) for cut in everywhere(courses)]
    cuts = [cut for days in CUTS for cut in at_cuts(courses, days)]
    tested = [Lesson.of(cut) for cut in cuts if cut.known]
    learned = replace(_BEGIN, usual=round(_by_course(anywhere, lambda one: fmean(one.finals)), 3))
    learned = min(
        (
            replace(learned, recency=recency, class_doubt=doubt)
            for recency in _RECENCY
            for doubt in _CLASS_DOUBT
        ),
        key=lambda tried: _by_course(anywhere, lambda one: _class_error(one, tried)),
    )
    learned = min(
        (replace(learned, pupil_doubt=doubt) for doubt in _PUPIL_DOUBT),
        key=lambda tried: _by_course(tested, lambda one: _error(one, tried)),
    )
    return _with_doubt(anywhere, learned)


def write(learned: ForecastParameters, file: Path) -> None:
    """Write the numbers that ship."""
    numbers = [f"    {one.name}={getattr(learned, one.name)!r}," for one in fields(learned)]
    says = "What was learned from the marks of others. Written by `python -m benchmarks.forecast`."
    lines = [
        f'"""{says}"""',
        "",
        "from core.diary.outlook import ForecastParameters",
        "",
        "FITTED = ForecastParameters(",
        *numbers,
        ")",
        "",
    ]
    file.write_text("\n".join(lines), encoding="utf-8")


def _height(points: float | Decimal | Fraction) -> float:
    return (float(points) - float(SCALE.middle)) / float(SCALE.step)


_WORST, _BEST = _height(SCALE.lowest), _height(SCALE.highest)
_EDGES = [_height(edge) for edge in SCALE.edges]


def _by_course(lessons: Sequence[Lesson], value: Callable[[Lesson], float]) -> float:
    of_course = defaultdict[str, list[float]](list)
    for one in lessons:
        of_course[one.course].append(value(one))
    return fmean(fmean(found) for found in of_course.values())


def _class_error(lesson: Lesson, learned: ForecastParameters) -> float:
    expected = lesson.final(
        fmean(lesson.means), class_level(lesson.works, learned) + _ahead(lesson)
    )
    return abs(expected - fmean(lesson.finals))


def _ahead(lesson: Lesson) -> float:
    """Return how far those who count are ahead of the class that was there on the day."""
    of_class = sum(height * weight for height, weight in lesson.works) / lesson.weight
    return fmean(lesson.means) - of_class


def _error(lesson: Lesson, learned: ForecastParameters) -> float:
    found = zip(lesson.seen, lesson.means, lesson.finals, strict=True)
    return fmean(
        abs(lesson.final(mean, level(seen, learned)) - final) for seen, mean, final in found
    )


Row = tuple[float, float, int]
"""A student in the search: the level to come, the mean so far, the band that came out."""


def _with_doubt(lessons: Sequence[Lesson], learned: ForecastParameters) -> ForecastParameters:
    """Return the doubt under which what came was likeliest: a search by ever smaller steps."""
    few = {id(one): _few(one, learned) for one in lessons}

    def loss(tried: ForecastParameters) -> float:
        return _by_course(lessons, lambda one: _surprise(one, few[id(one)], tried))

    least = loss(learned)
    for step in _STEPS:
        better = True
        while better:
            nearby = [(loss(tried), tried) for tried in _around(learned, step)]
            found, tried = min(nearby, key=lambda pair: pair[0])
            better = found < least - _ENOUGH
            if better:
                least, learned = found, tried
    return learned


def _around(learned: ForecastParameters, step: float) -> Iterator[ForecastParameters]:
    for name, lowest in _DOUBTS.items():
        for change in (step, -step):
            value = round(max(getattr(learned, name) + change, lowest), 2)
            yield replace(learned, **{name: value})


def _few(lesson: Lesson, learned: ForecastParameters) -> list[Row]:
    every = -(-len(lesson.seen) // _AT_MOST)
    rows = zip(lesson.seen, lesson.means, lesson.bands, strict=True)
    return [(level(seen, learned), mean, band) for seen, mean, band in list(rows)[::every]]


def _surprise(lesson: Lesson, rows: Sequence[Row], learned: ForecastParameters) -> float:
    """Return how little chance was given to what came, by the mean logarithm."""
    total = 0.0
    for middle, mean, band in rows:
        ahead = outlook(middle, seen=lesson.weight, coming=lesson.coming, learned=learned)
        tails = [
            1.0,
            *(ahead.reaches(lesson.need(edge, mean)) for edge in _EDGES[: band + 1]),
            0.0,
        ]
        total -= log(max(tails[band] - tails[band + 1], _LEAST))
    return total / len(rows)
