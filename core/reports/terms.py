"""Of which days a report is: a quarter or half-year of a class, or its whole school year."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from core.ids import PeriodId
from core.journal.values import PeriodKind


@dataclass(frozen=True, slots=True)
class Term:
    """A quarter, half-year or school year with its number, both days included."""

    id: PeriodId
    title: str
    kind: PeriodKind
    begins: date
    ends: date

    def holds(self, day: date) -> bool:
        """Say whether a day is one of the term's."""
        return self.begins <= day <= self.ends


@dataclass(frozen=True, slots=True)
class Span:
    """The term that a report is of, with the periods and the year that it stands among.

    `until` is the last day that can have records: today in a term that runs.
    """

    term: Term
    year: Term
    periods: tuple[Term, ...]
    today: date

    @property
    def until(self) -> date:
        """Return the last day that a report of now can tell of."""
        return max(self.term.begins, min(self.term.ends, self.today))

    @property
    def moves_from(self) -> date:
        """Return the day whose roll the movement of the term begins with.

        Of a period that follows another it is the last day of that one: who came or left in the
        holidays between them moved in the later one, and no pupil is lost between two reports.
        """
        before = [one.ends for one in self.periods if one.ends < self.term.begins]
        return self.term.begins if self.is_year else max(before, default=self.term.begins)

    @property
    def is_year(self) -> bool:
        """Say whether the whole year is meant."""
        return self.term.kind is PeriodKind.YEAR


def year_of(terms: Iterable[Term], day: date) -> Term | None:
    """Return the school year that holds the day, or the last one before it, or the first."""
    years = sorted(
        (one for one in terms if one.kind is PeriodKind.YEAR), key=lambda one: one.begins
    )
    begun = [one for one in years if one.begins <= day]
    return begun[-1] if begun else next(iter(years), None)


def periods_of(
    terms: Iterable[Term], year: Term, taught_in: Iterable[frozenset[PeriodId]]
) -> tuple[Term, ...]:
    """Return the year's periods by which most of the courses run: quarters or half-years."""
    known = {one.id: one for one in terms if year.begins <= one.begins and one.ends <= year.ends}
    runs = [known[one] for of_course in taught_in for one in of_course if one in known]
    by_kind = Counter(one.kind for one in runs if one.kind is not PeriodKind.YEAR)
    if not by_kind:
        return ()
    kind = max(by_kind, key=lambda one: (by_kind[one], one))
    return in_order({one for one in runs if one.kind is kind})


def school_periods(terms: Iterable[Term], year: Term) -> tuple[Term, ...]:
    """Return the periods by which a school as a whole is looked at: quarters, if it has any."""
    of_year = [one for one in terms if year.begins <= one.begins and one.ends <= year.ends]
    for kind in (PeriodKind.QUARTER, PeriodKind.HALF_YEAR):
        if found := in_order({one for one in of_year if one.kind is kind}):
            return found
    return ()


def ends_within(periods: Iterable[Term], term: Term) -> Term | None:
    """Return the period that is summed up within a term, as a half-year is with a quarter."""
    return next((one for one in periods if term.begins <= one.ends <= term.ends), None)


def in_order(terms: Iterable[Term]) -> tuple[Term, ...]:
    """Return terms as they follow each other."""
    return tuple(sorted(terms, key=lambda one: (one.begins, one.ends, one.id)))


def own_term(runs_in: Collection[PeriodId], terms: Iterable[Term], span: Span) -> Term:
    """Return the period by which a course is certified on the last day that a report tells of.

    It is the report's own where the course runs in it; a course by half-years in a class by
    quarters, or the other way round, has another.
    """
    if span.term.id in runs_in:
        return span.term
    own = (one for one in terms if one.id in runs_in and one.kind is not PeriodKind.YEAR)
    begun = [one for one in in_order(own) if one.begins <= span.until]
    held = [one for one in begun if one.holds(span.until)]
    return next(iter(held or reversed(begun)), span.term)


def last_marked(periods: Iterable[Term], marked: Collection[PeriodId], today: date) -> Term | None:
    """Return the last period that has begun and for which final marks stand."""
    found = [one for one in in_order(periods) if one.begins <= today and one.id in marked]
    return next(reversed(found), None)


def span_of(
    year: Term, periods: Sequence[Term], today: date, *, day: date | None, whole_year: bool
) -> Span:
    """Return the period that holds `day` (or today), or the last one before it; or the year."""
    asked = day or today
    begun = [one for one in periods if one.begins <= asked]
    period = begun[-1] if begun else next(iter(periods), year)
    return Span(year if whole_year else period, year, tuple(periods), today)
