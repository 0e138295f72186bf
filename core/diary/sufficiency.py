"""Whether there are marks enough to certify a pupil in a subject (J9)."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import assert_never

from core.journal.values import NOT_CERTIFIED, MarkValue, PeriodKind

_ONE_HOUR = 1


@dataclass(frozen=True, slots=True)
class Least:
    """The least number of marks: at one lesson a week, and at more."""

    at_one_hour: int
    at_more: int

    def at(self, hours: int) -> int:
        """Return the number for so many lessons a week."""
        return self.at_one_hour if hours <= _ONE_HOUR else self.at_more


@dataclass(frozen=True, slots=True)
class SufficiencyRule:
    """How many marks certify (C5.2; E3 2.14), and for how long a period is too young to tell.

    A year is certified by its periods: it has no number of its own.
    """

    quarter: Least = field(default_factory=lambda: Least(3, 5))
    half_year: Least = field(default_factory=lambda: Least(5, 10))
    weeks_free: Least = field(default_factory=lambda: Least(3, 2))

    def needed(self, period: PeriodKind, hours: int) -> int:
        """Return how many marks certify in a period at so many lessons a week."""
        match period:
            case PeriodKind.QUARTER:
                return self.quarter.at(hours)
            case PeriodKind.HALF_YEAR:
                return self.half_year.at(hours)
            case PeriodKind.YEAR:
                return 0
            case _:
                assert_never(period)

    def counts_from(self, begins: date, hours: int) -> date:
        """Return the day from which a lack of marks is a lack."""
        return begins + timedelta(weeks=self.weeks_free.at(hours))


@dataclass(frozen=True, slots=True)
class Sufficiency:
    """How many marks there are and have to be by a day; `judged`: the period is old enough."""

    have: int
    needed: int
    by: date
    judged: bool

    @property
    def missing(self) -> int:
        """Return how many marks are still to come before the subject can be certified."""
        return max(self.needed - self.have, 0)


def sufficiency(marks: Iterable[MarkValue], needed: int, *, by: date, judged: bool) -> Sufficiency:
    """Return whether the marks certify; `3/5` is two marks, a pass or a fail is one."""
    have = sum(max(len(mark.numbers), 1) for mark in marks if mark.text != NOT_CERTIFIED)
    return Sufficiency(have, needed, by, judged)
