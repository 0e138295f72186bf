"""Courses with dated, weighted works and scores, cut at a day: what was known by then."""

import csv
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from pathlib import Path
from statistics import mean

from core.diary.forecast.scale import band_scale
from core.diary.forecast.views import Counted

SCALE = band_scale(100, (50, 70, 85))
CUTS = (14, 42, 90)
"""Days before a course's last weighted work."""


@dataclass(frozen=True, slots=True)
class Assessment:
    """A weighted work of a course, due so many days after the course began."""

    id: str
    due: int
    weight: Decimal


@dataclass(frozen=True, slots=True)
class Course:
    """One run of a course: its weighted works, oldest first, and each student's scores."""

    name: str
    run: str
    works: tuple[Assessment, ...]
    students: tuple[dict[str, Decimal], ...]

    @property
    def last(self) -> int:
        """Return the day of the last weighted work."""
        return self.works[-1].due

    def cut(self, day: int) -> "Cut":
        """Return what was known on a day."""
        known = tuple(work for work in self.works if work.due <= day)
        return Cut(self, known, self.works[len(known) :])


@dataclass(frozen=True)
class Cut:
    """A course on a day. Known are the works that were due, whenever they were handed in."""

    course: Course
    known: tuple[Assessment, ...]
    coming: tuple[Assessment, ...]

    @cached_property
    def students(self) -> list[dict[str, Decimal]]:
        """Return who counts: who has a result for every weighted work of the course."""
        return [one for one in self.course.students if len(one) == len(self.course.works)]

    @cached_property
    def of_class(self) -> list[Decimal]:
        """Return the means of the known works among those who had done all of them by now.

        Nothing of later is used here: who will give up is not known on this day.
        """
        ids = [work.id for work in self.known]
        here = [one for one in self.course.students if all(id_ in one for id_ in ids)]
        return [mean(one[id_] for one in here) for id_ in ids]

    @cached_property
    def marks(self) -> list[list[Counted]]:
        """Return what a forecast is made of, for each student who counts."""
        pairs = list(zip(self.known, self.of_class, strict=True))
        return [
            [Counted(one[work.id], work.weight, of_class) for work, of_class in pairs]
            for one in self.students
        ]

    @cached_property
    def means(self) -> list[Fraction]:
        """Return the weighted mean so far of each; the scale's middle where nothing is known."""
        if not self.known:
            return [Fraction(SCALE.middle)] * len(self.students)
        return [_mean(one, self.known) for one in self.students]

    @cached_property
    def finals(self) -> list[Fraction]:
        """Return the weighted mean of all works, as it came out."""
        return [_mean(one, self.course.works) for one in self.students]

    @property
    def share(self) -> float:
        """Return how much of the course's weight is known."""
        return float(sum(work.weight for work in self.known) / _weight(self.course.works))


def read(folder: Path) -> list[Course]:
    """Read courses as OULAD keeps them: assessments.csv and results.csv."""
    works = defaultdict[tuple[str, str], list[Assessment]](list)
    for row in _rows(folder / "assessments.csv"):
        if Decimal(row["weight"]):
            work = Assessment(row["assessment"], int(row["due_day"]), Decimal(row["weight"]))
            works[row["course"], row["presentation"]].append(work)
    home = {work.id: run for run, found in works.items() for work in found}
    scores = defaultdict[tuple[str, str], dict[str, dict[str, Decimal]]](dict)
    for row in _rows(folder / "results.csv"):
        if row["assessment"] in home and row["score"]:
            of_run = scores[home[row["assessment"]]]
            of_run.setdefault(row["student"], {})[row["assessment"]] = Decimal(row["score"])
    return [
        Course(
            *run,
            tuple(sorted(found, key=lambda work: (work.due, work.id))),
            tuple(scores[run].values()),
        )
        for run, found in sorted(works.items())
    ]


def at_cuts(courses: Sequence[Course], days: int) -> list[Cut]:
    """Return every course so many days before its last weighted work."""
    return [course.cut(course.last - days) for course in courses]


def everywhere(courses: Sequence[Course]) -> list[Cut]:
    """Return every course after each of its works but the last."""
    days = [(course, sorted({work.due for work in course.works})) for course in courses]
    return [course.cut(day) for course, found in days for day in found[:-1]]


def _rows(file: Path) -> Iterator[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def _weight(works: Sequence[Assessment]) -> Decimal:
    return sum((work.weight for work in works), Decimal(0))


def _mean(scores: dict[str, Decimal], works: Sequence[Assessment]) -> Fraction:
    total = sum((scores[work.id] * work.weight for work in works), Decimal(0))
    return Fraction(total) / Fraction(_weight(works))
