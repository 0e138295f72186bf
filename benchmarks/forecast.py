"""The forecast against real marks, beside the weighted mean so far.

    python -m benchmarks.forecast DIR           the numbers that ship, and fitted on other courses
    python -m benchmarks.forecast --fit DIR     writes the numbers that ship, then the same

DIR holds assessments.csv and results.csv. "Held out" is the row that counts: each course is
forecast with what was learned from the others; where there are too few courses for that, "shipped"
is. The process fails where that row misses a goal. "Pupil alone" knows no marks of the class.
"""

import sys
from argparse import ArgumentParser
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from benchmarks.forecast_data import CUTS, Cut, at_cuts, read
from benchmarks.forecast_fit import Lessons, fit, write
from benchmarks.forecast_score import Guess, Score, naive, ours, score, shares_elsewhere, usual
from core.diary.forecast import fitted

_CALIBRATED = 0.03
_FEWEST = 3
"""Courses with which one can be held out: two others are needed to learn how wrong a level is."""

Method = Callable[[Cut], list[Guess]]


def main(folder: Path, *, fitting: bool) -> bool:
    """Print the tables; return whether every goal is met."""
    courses = read(folder)
    lessons, learned = Lessons.of(courses), fitted.FITTED
    if fitting:
        learned = fit(lessons)
        write(learned, Path(fitted.__file__))
    print(f"shipped: {learned}")
    methods: dict[str, Method] = {"shipped": partial(ours, learned=learned)}
    if len(lessons.courses) >= _FEWEST:
        methods = {"held out": _held_out(lessons), **methods}
    methods["pupil alone"] = partial(ours, learned=learned, alone=True)
    met = [_told(at_cuts(courses, days), days, methods) for days in CUTS]
    return all(met)


def _told(cuts: Sequence[Cut], days: int, methods: dict[str, Method]) -> bool:
    beside: dict[str, Method] = {
        "mean so far": naive,
        "frequencies": partial(usual, shares=shares_elsewhere(cuts)),
    }
    found = {name: _scored(cuts, method) for name, method in (methods | beside).items()}
    students = sum(len(cut.students) for cut in cuts)
    _show(f"{days} days before the last work, {students} students", found)
    counts = next(iter(methods))
    missed = _missed(found[counts], found["mean so far"], found["frequencies"])
    print(f"goals, {counts}: {', '.join(missed) or 'none'} missed")
    return not missed


def _held_out(lessons: Lessons) -> Method:
    learned = {name: fit(lessons.without(name)) for name in lessons.courses}
    for name, one in learned.items():
        print(f"without {name}: {one}")
    return lambda cut: ours(cut, learned[cut.course.name])


def _scored(cuts: Sequence[Cut], method: Method) -> Score:
    return score([guess for cut in cuts for guess in method(cut)])


def _missed(ours_: Score, naive_: Score, usual_: Score) -> list[str]:
    goals = {
        "right bands": ours_.right > naive_.right,
        "mean error": ours_.error < naive_.error,
        "Brier": ours_.brier < usual_.brier,
        "calibration": ours_.calibration <= _CALIBRATED,
    }
    return [goal for goal, met in goals.items() if not met]


def _show(title: str, found: dict[str, Score]) -> None:
    print(f"\n{title}")
    print(f"{'':12} {'right bands':>12} {'mean error':>11} {'Brier':>7} {'calibration':>12}")
    for name, one in found.items():
        print(
            f"{name:12} {one.right:12.4f} {one.error:11.3f} {one.brier:7.4f} "
            f"{one.calibration:12.4f}"
        )


if __name__ == "__main__":
    asked = ArgumentParser(prog="python -m benchmarks.forecast")
    asked.add_argument("folder", type=Path, metavar="DIR")
    asked.add_argument("--fit", action="store_true", help="write the numbers that ship")
    given = asked.parse_args()
    sys.exit(not main(given.folder, fitting=given.fit))
