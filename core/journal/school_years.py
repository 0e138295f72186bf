"""By which periods courses are summed up in a school year: quarters, or half-years.

A class goes by those of the kind that prevails; a subject that runs by the other kind alone, as
one of an hour a week may (J9), is summed up by its own.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Generic, Protocol, TypeVar

from core.ids import SubjectId
from core.journal.values import PeriodKind

_DAY = timedelta(days=1)


class Begins(Protocol):
    """What begins on a day."""

    @property
    def begins(self) -> date:
        """Return the first day."""
        ...


P = TypeVar("P", bound=Begins)


@dataclass(frozen=True, slots=True)
class CountedTerm(Generic[P]):
    """A quarter or half-year with the days of its school year.

    `courses` are how many of the courses asked about run by it, `subjects` what they teach.
    """

    period: P
    kind: PeriodKind
    begins: date
    year_begins: date
    year_ends: date
    courses: int
    subjects: frozenset[SubjectId] = frozenset()

    @property
    def year(self) -> tuple[date, date]:
        """Return both ends of the school year."""
        return self.year_begins, self.year_ends


@dataclass(frozen=True, slots=True)
class YearOfPeriods(Generic[P]):
    """The periods of a school year in order, the last one before it, the first after (F2).

    `others` are the year's periods of the other kind, by which fewer courses run; `apart` are
    the subjects that run by these alone, each with its own periods. `next_year` is the day on
    which the first period of a later year begins.
    """

    periods: tuple[P, ...] = ()
    before: P | None = None
    after: P | None = None
    others: tuple[P, ...] = ()
    apart: Mapping[SubjectId, tuple[P, ...]] = field(default_factory=dict)
    next_year: date | None = None

    def counted(self, period: P) -> tuple[date, date]:
        """Return the first and last day of the marks that count in one of the periods.

        A mark of the holidays counts in the period before them; what stands before the first
        period of all counts in that.
        """
        beside = self.periods if period in self.periods else self.others
        later = [one.begins for one in beside if one.begins > period.begins]
        next_begins = min(later, default=self.next_year)
        is_first = self.before is None and all(period.begins <= one.begins for one in beside)
        return (
            date.min if is_first else period.begins,
            date.max if next_begins is None else next_begins - _DAY,
        )


def counts_on(day: date, session: tuple[date, date] | None) -> date:
    """Return the day by which a column counts in a period.

    It is the column's own day, or the nearest one of the session that the column names: a mark of
    the first quarter, given in the holidays after it, is one of the first quarter.
    """
    if session is None:
        return day
    begins, ends = session
    return min(max(day, begins), ends)


def prevailing(courses: Iterable[tuple[PeriodKind, int]]) -> PeriodKind:
    """Return the kind of period by which more courses run; of two alike always the same one.

    A year has four quarters and two half-years, so it is not the courses of all that are summed.
    """
    counted = dict[PeriodKind, int]()
    for kind, count in courses:
        counted[kind] = max(counted.get(kind, 0), count)
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
    of_year = _in_order(term for term in terms if term.year == chosen)
    kind = prevailing((term.kind, term.courses) for term in of_year)
    return [term.period for term in of_year if term.kind is kind]


def year_of_periods(terms: Sequence[CountedTerm[P]], day: date) -> YearOfPeriods[P]:
    """Return the periods of the day's school year with those beside it."""
    shown = of_one_year(terms, day)
    if not shown:
        return YearOfPeriods()
    begins, ends = next(term.year for term in terms if term.period in shown)
    of_year = [term for term in terms if term.year == (begins, ends)]
    before = of_one_year([term for term in terms if term.year_ends < begins], begins)
    later = [term for term in terms if term.year_begins > ends]
    after = of_one_year(later, ends)
    return YearOfPeriods(
        tuple(shown),
        before[-1] if before else None,
        after[0] if after else None,
        others=tuple(term.period for term in _in_order(of_year) if term.period not in shown),
        apart=_apart(_in_order(of_year), shown),
        next_year=min((term.begins for term in later), default=None),
    )


def _in_order(terms: Iterable[CountedTerm[P]]) -> list[CountedTerm[P]]:
    return sorted(terms, key=lambda term: term.begins)


def _apart(
    of_year: Sequence[CountedTerm[P]], shown: Sequence[P]
) -> Mapping[SubjectId, tuple[P, ...]]:
    together = {one for term in of_year if term.period in shown for one in term.subjects}
    found = defaultdict[SubjectId, list[P]](list)
    for term in of_year:
        for subject in term.subjects - together:
            found[subject].append(term.period)
    return {subject: tuple(periods) for subject, periods in found.items()}
