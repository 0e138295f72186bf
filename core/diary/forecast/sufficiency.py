"""Whether there are marks enough to certify a pupil in a subject (J9)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from math import ceil
from typing import assert_never

from core.journal.values import NOT_CERTIFIED, MarkValue, PeriodKind
from core.regulation.profile import Sufficiency as Rule

_ONE_HOUR = 1


def is_at_one_hour(hours: int) -> bool:
    """Say whether so many lessons a week are as few as one."""
    return hours <= _ONE_HOUR


def marks_needed(rule: Rule, period: PeriodKind, hours: int) -> int:
    """Return how many marks certify in a period at so many lessons a week.

    A year is certified by its periods: it has no number of its own.
    """
    one_hour = is_at_one_hour(hours)
    match period:
        case PeriodKind.QUARTER:
            return rule.quarter_at_one_hour if one_hour else rule.quarter_at_more
        case PeriodKind.HALF_YEAR:
            return rule.half_year_at_one_hour if one_hour else rule.half_year_at_more
        case PeriodKind.YEAR:
            return 0
        case _:
            assert_never(period)


def counts_from(rule: Rule, begins: date, hours: int) -> date:
    """Return the day from which a lack of marks is a lack: a period is too young at first."""
    one_hour = is_at_one_hour(hours)
    weeks = rule.free_weeks_at_one_hour if one_hour else rule.free_weeks_at_more
    return begins + timedelta(weeks=weeks)


@dataclass(frozen=True, slots=True)
class Sufficiency:
    """How many marks there are and have to be by a day; `judged`: the period is old enough.

    `to_come`: how many more are to be expected by the day; `at_one_hour`: the subject is taught
    once a week, and fewer marks certify.
    """

    have: int
    needed: int
    by: date
    judged: bool
    to_come: int = 0
    at_one_hour: bool = False

    @property
    def missing(self) -> int:
        """Return how many marks are still to come before the subject can be certified."""
        return max(self.needed - self.have, 0)

    @property
    def threatens(self) -> bool:
        """Say whether the marks to be expected will not make up for those that are missing."""
        return self.judged and self.missing > self.to_come


def sufficiency(
    marks: Iterable[MarkValue], needed: int, *, by: date, judged: bool, to_come: int = 0
) -> Sufficiency:
    """Return whether the marks certify."""
    return Sufficiency(marks_that_certify(marks), needed, by, judged, to_come)


def marks_that_certify(marks: Iterable[MarkValue]) -> int:
    """Return how many marks these are: `3/5` is two, a pass or a fail one, not certified none."""
    return sum(max(len(mark.numbers), 1) for mark in marks if mark.text != NOT_CERTIFIED)


def marks_to_come(have: int, *, planned: int, begins: date, today: date, by: date) -> int:
    """Return how many more marks are to be expected by the day.

    Works that are planned until then, or as many as come at the pace so far: most marks are given
    in lessons, and nobody plans them. Part of a mark is one: who is short of it gets asked.
    """
    passed, left = (today - begins).days + 1, (by - today).days
    at_this_pace = ceil(Fraction(have * left, passed)) if passed > 0 and left > 0 else 0
    return max(planned, at_this_pace)
