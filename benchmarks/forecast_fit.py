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
from core.diary.forecast.outlook import ForecastParameters, Seen, class_level, level, outlook
from core.diary.forecast.scale import MARKS

_RECENCY = [one / 10 for one in range(1, 11)]
_CLASS_DOUBT = (0.0, 0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0)
_PUPIL_DOUBT = (0.0, 0.02, 0.05, 0.08, 0.1, 0.15, 0.2, 0.3)
_DOUBTS = {"noise": 0.05, "newness": 0.0, "drift": 0.0, "calm": 0.0, "slant": 0.0, "upset": 0.0}
"""What the search for the doubt may turn, and how low."""

_STEPS = (0.1, 0.05, 0.02, 0.01)
_ENOUGH = 1e-6
_LEAST = 1e-3
"""The chance that a mark is taken to have had at least, so that no single one rules."""

_AT_MOST = 200
"""Students of one course on one day who are learned from: more teach little more."""

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


@dataclass(frozen=True, slots=True)
class Student:
    """Marks of one student, the mean so far, the mean and the band that came out."""

    seen: list[Seen]
    mean: float
    final: float
    band: int


@dataclass(frozen=True, slots=True)
class Lesson:
    """One course on one day, in marks above the scale's middle, weights in works to come.

    `mean` and `final` are those of all who count, `students` are some of them.
    """

    course: str
    works: list[tuple[float, float]]
    students: list[Student]
    mean: float
    final: float
    share: float
    weight: float
    coming: float

    @classmethod
    def of(cls, cut: Cut) -> "Lesson":
        """Return a cut as the outlook counts it."""
        coming = [float(work.weight) for work in cut.coming]
        weights = [float(work.weight) / fmean(coming) for work in cut.known]
        works = list(zip(map(_height, cut.of_class), weights, strict=True))
        found = list(zip(cut.marks, cut.means, cut.finals, strict=True))
        students = [
            Student(
                [
                    Seen(_height(mark.value), weight, of_class)
                    for mark, (of_class, weight) in zip(marks, works, strict=True)
                ],
                _height(mean),
                _height(final),
                MARKS.index(SCALE.mark(final)),
            )
            for marks, mean, final in found[:: -(-len(found) // _AT_MOST)]
        ]
        return cls(
            course=cut.course.name,
            works=works,
            students=students,
            mean=fmean(map(_height, cut.means)),
            final=fmean(map(_height, cut.finals)),
            share=cut.share,
            weight=sum(weights),
            coming=sum(coming) ** 2 / sum(one**2 for one in coming),
        )

    def at_the_end(self, mean: float, rest: float) -> float:
        """Return the final mean, given that so far and that of the works to come."""
        return self.share * mean + (1 - self.share) * min(max(rest, _WORST), _BEST)

    def need(self, edge: float, mean: float) -> float:
        """Return what the works to come must be in the mean for the final mean to be an edge."""
        return (edge - self.share * mean) / (1 - self.share)


@dataclass(frozen=True, slots=True)
class Lessons:
    """What there is to learn from: courses after each of their works, and at the cuts."""

    anywhere: tuple[Lesson, ...]
    at_cuts: tuple[Lesson, ...]

    @classmethod
    def of(cls, courses: Sequence[Course]) -> "Lessons":
        """Return the lessons of these courses."""
        cuts = [cut for days in CUTS for cut in at_cuts(courses, days)]
        return cls(
            tuple(Lesson.of(cut) for cut in everywhere(courses)),
            tuple(Lesson.of(cut) for cut in cuts if cut.known),
        )

    @property
    def courses(self) -> list[str]:
        """Return the names of the courses."""
        return sorted({one.course for one in self.anywhere})

    def without(self, course: str) -> "Lessons":
        """Return the lessons of the other courses."""
        return Lessons(
            tuple(one for one in self.anywhere if one.course != course),
            tuple(one for one in self.at_cuts if one.course != course),
        )


def fit(lessons: Lessons) -> ForecastParameters:
    """Return what these courses teach. Each course has the same say, however many took it.

    The doubt is learned from courses from which the level that is doubted was not: a school's
    subject, too, is none of those that were learned from.
    """
    others = {name: _level(lessons.without(name)) for name in lessons.courses}
    foreseen = {
        id(one): [level(student.seen, others[one.course]) for student in one.students]
        for one in lessons.anywhere
    }
    return _with_doubt(lessons.anywhere, foreseen, _level(lessons))


def write(learned: ForecastParameters, file: Path) -> None:
    """Write the numbers that ship."""
    says = "Learned from the marks of others. Written by `python -m benchmarks.forecast --fit`."
    numbers = [f"    {one.name}={getattr(learned, one.name)!r}," for one in fields(learned)]
    lines = [
        f'"""{says}"""',
        "",
        "from core.diary.forecast.outlook import ForecastParameters",
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


def _level(lessons: Lessons) -> ForecastParameters:
    """Return the level that was least wrong: of classes first, then of students in them."""
    usual = _by_course(lessons.anywhere, lambda one: one.final)
    tries = [
        replace(_BEGIN, usual=round(usual, 3), recency=recency, class_doubt=doubt)
        for recency in _RECENCY
        for doubt in _CLASS_DOUBT
    ]
    best = min(tries, key=lambda tried: _by_course(lessons.anywhere, _class_error(tried)))
    tries = [replace(best, pupil_doubt=doubt) for doubt in _PUPIL_DOUBT]
    return min(tries, key=lambda tried: _by_course(lessons.at_cuts, _error(tried)))


def _class_error(learned: ForecastParameters) -> Callable[[Lesson], float]:
    def of(lesson: Lesson) -> float:
        # Those who count did more works than the class on that day, and stand a little above it.
        ahead = lesson.mean - sum(one * by for one, by in lesson.works) / lesson.weight
        rest = class_level(lesson.works, learned) + ahead
        return abs(lesson.at_the_end(lesson.mean, rest) - lesson.final)

    return of


def _error(learned: ForecastParameters) -> Callable[[Lesson], float]:
    def of(lesson: Lesson) -> float:
        return fmean(
            abs(lesson.at_the_end(one.mean, level(one.seen, learned)) - one.final)
            for one in lesson.students
        )

    return of


def _with_doubt(
    lessons: Sequence[Lesson], foreseen: dict[int, list[float]], learned: ForecastParameters
) -> ForecastParameters:
    """Return the doubt under which what came was likeliest: a search by ever smaller steps."""

    def loss(tried: ForecastParameters) -> float:
        return _by_course(lessons, lambda one: _surprise(one, foreseen[id(one)], tried))

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


def _surprise(lesson: Lesson, foreseen: Sequence[float], learned: ForecastParameters) -> float:
    """Return how little chance was given to what came, by the mean logarithm."""
    total = 0.0
    for student, middle in zip(lesson.students, foreseen, strict=True):
        ahead = outlook(middle, seen=lesson.weight, coming=lesson.coming, learned=learned)
        edges = _EDGES[: student.band + 1]
        reached = [ahead.reaches(lesson.need(edge, student.mean)) for edge in edges]
        tails = [1.0, *reached, 0.0]
        total -= log(max(tails[student.band] - tails[student.band + 1], _LEAST))
    return total / len(lesson.students)
