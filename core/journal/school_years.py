"""By which periods courses are summed up in a school year: quarters, or half-years."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from core.journal.values import PeriodKind

P = TypeVar("P")


@dataclass(frozen=True, slots=True)
class CountedTerm(Generic[P]):
    """A quarter or half-year with the days of its school year.

    `courses` are how many of the courses asked about run by it.
    """

    period: P
    kind: PeriodKind
    begins: date
    year_begins: date
    year_ends: date
    courses: int

    @property
    def year(self) -> tuple[date, date]:
        """Return both ends of the school year."""
        return self.year_begins, self.year_ends


@dataclass(frozen=True, slots=True)
class YearOfPeriods(Generic[P]):
    """The periods of a school year in order, the last one before it, the first after (F2)."""

    periods: tuple[P, ...] = ()
    before: P | None = None
    after: P | None = None


def prevailing(courses: Iterable[tuple[PeriodKind, int]]) -> PeriodKind:
    """Return the kind of period by which more courses run; of two alike always the same one."""
    counted = Counter[PeriodKind]()
    for kind, count in courses:
        counted[kind] += count
    return max(counted, key=lambda one: (counted[one], one.value))


def of_one_year(terms: Sequence[CountedTerm[P]], day: date) -> list[P]:
    """Return the periods of the day's school year in order, of the kind that prevails.

    In summer that is the year that is over, before the first one the first.
    """
    years = sorted({term.year for term in terms})
    if not years:
        return []
    begun = [year for year in years if year[0] <= day]
    chosen = begun[-1] if begun else years[0]
    of_year = sorted((term for term in terms if term.year == chosen), key=lambda term: term.begins)
    kind = prevailing((term.kind, term.courses) for term in of_year)
    return [term.period for term in of_year if term.kind is kind]


def year_of_periods(terms: Sequence[CountedTerm[P]], day: date) -> YearOfPeriods[P]:
    """Return the periods of the day's school year with those beside it."""
    shown = of_one_year(terms, day)
    if not shown:
        return YearOfPeriods()
    begins, ends = next(term.year for term in terms if term.period in shown)
    before = of_one_year([term for term in terms if term.year_ends < begins], begins)
    after = of_one_year([term for term in terms if term.year_begins > ends], ends)
    return YearOfPeriods(tuple(shown), before[-1] if before else None, after[0] if after else None)
