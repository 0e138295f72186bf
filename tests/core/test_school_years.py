"""By which periods a year is summed up, and in which of them a mark counts."""

from datetime import date

import pytest

from core.diary.views import Period
from core.ids import SubjectId
from core.journal.school_years import CountedTerm, YearOfPeriods, counts_on, year_of_periods
from core.journal.values import PeriodKind

QUARTER, HALF = PeriodKind.QUARTER, PeriodKind.HALF_YEAR
YEAR = (date(2026, 9, 1), date(2027, 5, 28))
LAST_YEAR = (date(2025, 9, 1), date(2026, 5, 29))
Q1 = Period("I", QUARTER, date(2026, 9, 1), date(2026, 10, 25))
Q2 = Period("II", QUARTER, date(2026, 11, 2), date(2026, 12, 27))
H1 = Period("I полугодие", HALF, date(2026, 9, 1), date(2026, 12, 27))
H2 = Period("II полугодие", HALF, date(2027, 1, 11), date(2027, 5, 28))
Q4_BEFORE = Period("IV", QUARTER, date(2026, 3, 30), date(2026, 5, 29))
ALGEBRA, MUSIC = SubjectId(1), SubjectId(2)
NOVEMBER = date(2026, 11, 20)


def term(
    period: Period,
    *subjects: SubjectId,
    courses: int = 1,
    year: tuple[date, date] = YEAR,
) -> CountedTerm[Period]:
    return CountedTerm(period, period.kind, period.begins, *year, courses, frozenset(subjects))


MIXED = [term(one, ALGEBRA, courses=9) for one in (Q1, Q2)] + [
    term(one, MUSIC) for one in (H1, H2)
]


def test_a_subject_that_runs_by_half_years_alone_has_periods_of_its_own() -> None:
    year = year_of_periods(MIXED, NOVEMBER)

    assert (year.periods, year.others) == ((Q1, Q2), (H1, H2))
    assert year.apart == {MUSIC: (H1, H2)}


def test_a_subject_that_runs_by_both_goes_with_the_class() -> None:
    year = year_of_periods([*MIXED, term(H1, ALGEBRA)], NOVEMBER)

    assert year.apart == {MUSIC: (H1, H2)}


def test_six_courses_by_half_years_are_more_than_five_by_four_quarters() -> None:
    quarters = [term(one, courses=5) for one in (Q1, Q2)]
    halves = [term(H1, courses=6)]

    assert year_of_periods([*quarters, *halves], NOVEMBER).periods == (H1,)


@pytest.mark.parametrize(
    ("period", "counted"),
    [
        (Q1, (date.min, date(2026, 11, 1))),
        (Q2, (date(2026, 11, 2), date.max)),
        (H1, (date.min, date(2027, 1, 10))),
        (H2, (date(2027, 1, 11), date.max)),
    ],
)
def test_days_between_two_periods_count_in_the_one_before(
    period: Period, counted: tuple[date, date]
) -> None:
    assert year_of_periods(MIXED, NOVEMBER).counted(period) == counted


def test_days_of_summer_count_in_the_year_that_is_over() -> None:
    terms = [*MIXED, term(Q4_BEFORE, ALGEBRA, year=LAST_YEAR)]

    over, running = year_of_periods(terms, date(2026, 4, 1)), year_of_periods(terms, NOVEMBER)

    assert over.counted(Q4_BEFORE) == (date.min, date(2026, 8, 31))
    assert running.counted(Q1) == (date(2026, 9, 1), date(2026, 11, 1))


def test_without_periods_nothing_is_beside() -> None:
    nothing: YearOfPeriods[Period] = year_of_periods([], NOVEMBER)

    assert nothing == YearOfPeriods()


@pytest.mark.parametrize(
    ("day", "session", "counts"),
    [
        (date(2026, 10, 28), None, date(2026, 10, 28)),
        (date(2026, 10, 28), Q1, date(2026, 10, 25)),
        (date(2026, 10, 28), Q2, date(2026, 11, 2)),
        (date(2026, 10, 28), H1, date(2026, 10, 28)),
        (date(2026, 12, 1), Q1, date(2026, 10, 25)),
    ],
)
def test_a_column_counts_in_the_session_that_it_names(
    day: date, session: Period | None, counts: date
) -> None:
    named = (session.begins, session.ends) if session else None

    assert counts_on(day, named) == counts
