"""Missing period marks: by when families see them, who hears, and of which."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest

from core.access.people import LedClass, Name
from core.errors import AccessRefused, NotFound
from core.ids import ClassId, PeriodId, PersonId, SchoolId
from core.journal.calendar import Holiday
from core.journal.marked_periods import (
    MarkedPeriod,
    PeriodsToMark,
    is_still_asked,
    is_told,
    must_be_shown,
    set_by,
    shown_by,
    told_of,
)
from core.journal.missing_marks import (
    Gap,
    Hearer,
    ReadMissing,
    Scope,
    by_subject,
    hearers,
    of_scope,
)
from core.journal.missing_of_year import Lack
from core.regulation.profile import PeriodMarkRule
from tests.core.builders import CLASS_7A, StoppedClock, a_class_teacher, a_guardian, an_actor

ENDS = date(2026, 12, 27)
LEADER, TEACHER, DEPUTY = PersonId(1), PersonId(2), PersonId(3)
MASHA, VERA = Name("Маша", "Орлова"), Name("Вера", "Белова")
SECOND = MarkedPeriod(PeriodId(2), "II четверть", date(2026, 11, 2), ENDS)
FIRST = MarkedPeriod(PeriodId(1), "I четверть", date(2026, 9, 1), date(2026, 10, 25))
HALF = MarkedPeriod(PeriodId(4), "I полугодие", date(2026, 9, 1), ENDS)
YEAR = MarkedPeriod(PeriodId(9), "2026/2027", date(2026, 9, 1), date(2027, 5, 28), is_year=True)


def a_gap(
    subject: str = "Алгебра", *pupils: Name, teacher: PersonId = TEACHER, led: bool = True
) -> Gap:
    leaders = frozenset({LEADER}) if led else frozenset[PersonId]()
    return Gap(CLASS_7A, "7А", subject, pupils or (MASHA,), frozenset({teacher}), leaders)


IN_HOLIDAYS = MarkedPeriod(
    PeriodId(3),
    "II четверть",
    date(2026, 11, 9),
    date(2027, 1, 10),
    (Holiday("Каникулы", date(2026, 12, 28), date(2027, 1, 10)),),
)
WINTER = Holiday("Каникулы", date(2026, 12, 21), date(2027, 1, 10))
SHOWN_BY = {
    "two days before the last school day": (SECOND, date(2026, 12, 24)),
    "before holidays that reach over the end": (
        replace(SECOND, holidays=(WINTER,)),
        date(2026, 12, 17),
    ),
}


@pytest.mark.parametrize(("period", "day"), SHOWN_BY.values(), ids=SHOWN_BY)
def test_families_see_marks_some_days_before_the_end(period: MarkedPeriod, day: date) -> None:
    rule = PeriodMarkRule()

    assert shown_by(rule, period) == day
    assert must_be_shown(rule, period, day)
    assert not must_be_shown(rule, period, day - timedelta(days=1))


def test_the_school_is_told_of_a_period_that_ends_in_holidays_in_time() -> None:
    rule = PeriodMarkRule(missing_told_days_before=7)
    period = replace(SECOND, holidays=(WINTER,))

    assert is_told(rule, period, date(2026, 12, 12))
    assert not is_told(rule, SECOND, date(2026, 12, 12))


def test_a_day_that_the_order_names_counts_in_its_period_alone() -> None:
    ordered = PeriodMarkRule(ordered=(date(2026, 10, 23), date(2026, 12, 21)))
    usual = PeriodMarkRule()

    assert shown_by(ordered, SECOND) == date(2026, 12, 21) < shown_by(usual, SECOND)
    assert ordered.set_by(date(2027, 1, 11), date(2027, 3, 24), date(2027, 3, 22)) == date(
        2027, 3, 22
    )


def test_a_day_of_the_order_right_after_a_period_is_still_that_period_s() -> None:
    ordered = PeriodMarkRule(ordered=(date(2026, 10, 30),))

    assert set_by(ordered, FIRST) == date(2026, 10, 30)
    assert shown_by(ordered, FIRST) == shown_by(PeriodMarkRule(), FIRST)
    assert set_by(ordered, SECOND) == set_by(PeriodMarkRule(), SECOND)


TOLD = {
    "a week before": (PeriodMarkRule(), SECOND, date(2026, 12, 19), True),
    "earlier": (PeriodMarkRule(), SECOND, date(2026, 12, 18), False),
    "before the order's day": (
        PeriodMarkRule(ordered=(date(2026, 12, 16),)),
        SECOND,
        date(2026, 12, 9),
        True,
    ),
    "earlier than that": (
        PeriodMarkRule(ordered=(date(2026, 12, 16),)),
        SECOND,
        date(2026, 12, 8),
        False,
    ),
    "on its last school day": (PeriodMarkRule(), SECOND, date(2026, 12, 26), True),
    "on its last day, a Sunday": (PeriodMarkRule(), SECOND, ENDS, False),
    "on a Sunday before it": (PeriodMarkRule(), SECOND, date(2026, 12, 20), False),
    "the day before holidays in which it ends": (
        PeriodMarkRule(),
        IN_HOLIDAYS,
        date(2026, 12, 26),
        True,
    ),
    "on their first Monday": (PeriodMarkRule(), IN_HOLIDAYS, date(2026, 12, 28), True),
    "on another day of theirs": (PeriodMarkRule(), IN_HOLIDAYS, date(2027, 1, 1), False),
    "on the first Monday after them": (PeriodMarkRule(), IN_HOLIDAYS, date(2027, 1, 11), True),
    "on the day after that": (PeriodMarkRule(), IN_HOLIDAYS, date(2027, 1, 12), False),
    "on a free day before it": (
        PeriodMarkRule(),
        replace(SECOND, holidays=(Holiday("", date(2026, 12, 23), date(2026, 12, 23)),)),
        date(2026, 12, 23),
        False,
    ),
    "on a Monday after it": (PeriodMarkRule(), SECOND, date(2026, 12, 28), True),
    "on a Tuesday after it": (PeriodMarkRule(), SECOND, date(2026, 12, 29), False),
    "four weeks after it": (PeriodMarkRule(), SECOND, date(2027, 1, 18), True),
    "later": (PeriodMarkRule(), SECOND, date(2027, 1, 25), False),
    "never after it": (
        PeriodMarkRule(missing_told_days_after=0),
        SECOND,
        date(2026, 12, 28),
        False,
    ),
    "of a year while exams go on": (PeriodMarkRule(), YEAR, date(2027, 7, 12), True),
    "of a year in the holidays": (PeriodMarkRule(), YEAR, date(2027, 7, 26), False),
}


@pytest.mark.parametrize(("rule", "period", "day", "told"), TOLD.values(), ids=TOLD)
def test_the_school_hears_before_a_period_ends_and_weekly_after(
    rule: PeriodMarkRule,
    period: MarkedPeriod,
    day: date,
    told: bool,
) -> None:
    first, last = told_of(rule, day)

    assert is_told(rule, period, day) == told
    assert first <= period.ends <= last or not told


def test_after_exams_only_final_marks_are_still_asked_for() -> None:
    june, rule = date(2027, 6, 28), PeriodMarkRule()

    asked = [lack for lack in Lack if is_still_asked(rule, YEAR, lack, june)]

    assert asked == [Lack.FINAL, Lack.FINAL_OF_OTHERS]


def test_a_year_goes_by_the_order_s_last_day_and_by_none_of_an_earlier_quarter() -> None:
    of_autumn = PeriodMarkRule(ordered=(date(2026, 10, 23), date(2026, 12, 21)))
    of_all = PeriodMarkRule(ordered=(*of_autumn.ordered, date(2027, 5, 21)))

    assert set_by(of_autumn, YEAR) == date(2027, 5, 26)
    assert set_by(of_all, YEAR) == shown_by(of_all, YEAR) == date(2027, 5, 21)


def test_periods_stand_as_they_end_and_the_year_last() -> None:
    periods = PeriodsToMark((FIRST, SECOND), (HALF,), YEAR)

    assert list(periods.in_order) == [FIRST, SECOND, HALF, YEAR]
    assert periods.numbered(YEAR.id) == YEAR
    assert periods.numbered(PeriodId(77)) is None


OPENED = {
    "a quarter, where most run by quarters": (PeriodsToMark((SECOND,), (HALF,), YEAR), SECOND),
    "a half-year, where nothing runs by quarters": (PeriodsToMark((), (HALF,), YEAR), HALF),
    "the year, where courses run by whole years": (PeriodsToMark((), (), YEAR), YEAR),
    "none, where nothing is summed up": (PeriodsToMark(), None),
}


@pytest.mark.parametrize(("periods", "opened"), OPENED.values(), ids=OPENED)
def test_what_opens_first_is_what_courses_run_by(
    periods: PeriodsToMark, opened: MarkedPeriod | None
) -> None:
    assert periods.of_day(date(2026, 11, 20)) == opened


def test_everybody_hears_once_of_what_each_answers_for() -> None:
    gaps = [a_gap(), a_gap("Физика"), a_gap("Химия", teacher=LEADER, led=False)]

    assert hearers(gaps, [DEPUTY]) == [
        Hearer(LEADER, Scope.CLASS),
        Hearer(TEACHER, Scope.COURSE),
        Hearer(LEADER, Scope.COURSE),
        Hearer(DEPUTY, Scope.SCHOOL),
    ]


def test_each_hears_of_the_own_class_or_course_and_the_school_of_all() -> None:
    gaps = [a_gap(), a_gap("Физика", teacher=DEPUTY), a_gap("Химия", led=False)]

    told = {scope: of_scope(gaps, TEACHER, scope) for scope in Scope}

    assert told[Scope.CLASS] == []
    assert told[Scope.COURSE] == [gaps[0], gaps[2]]
    assert told[Scope.SCHOOL] == gaps
    assert of_scope(gaps, LEADER, Scope.CLASS) == gaps[:2]


def test_subgroups_of_a_subject_are_one_line_of_a_class() -> None:
    gaps = [a_gap("Алгебра", MASHA), a_gap("Алгебра", VERA, teacher=DEPUTY), a_gap("Физика")]

    algebra, physics = by_subject(gaps)

    assert algebra.pupils == (VERA, MASHA)
    assert algebra.teachers == {TEACHER, DEPUTY}
    assert physics == gaps[2]


def test_each_kind_of_a_year_s_end_is_a_group_of_its_own() -> None:
    year, final = (replace(a_gap(), lack=one) for one in (Lack.YEAR, Lack.FINAL))
    of_others = replace(a_gap("Физика"), lack=Lack.FINAL_OF_OTHERS)

    found = by_subject([of_others, final, year, replace(year, pupils=(VERA,))])

    assert [one.lack for one in found] == [Lack.YEAR, Lack.FINAL, Lack.FINAL_OF_OTHERS]
    assert found[0].pupils == (VERA, MASHA)


class Book:
    """A class with two quarters, in whichever is asked about one pupil misses a mark."""

    def __init__(self, *periods: MarkedPeriod) -> None:
        self.known = PeriodsToMark(periods, (HALF,), YEAR) if periods else PeriodsToMark()
        self.asked: list[tuple[PeriodId, date]] = []

    async def period(self, period: PeriodId) -> MarkedPeriod | None:
        return self.known.numbered(period)

    async def periods_of(self, class_id: ClassId, day: date) -> PeriodsToMark:
        return self.known

    async def gaps(
        self, period: MarkedPeriod, day: date, class_id: ClassId | None = None
    ) -> Sequence[Gap]:
        self.asked.append((period.id, day))
        return [a_gap()]

    async def classes_of(self, school: SchoolId) -> Sequence[LedClass]:
        return []


def reading(book: Book) -> ReadMissing:
    return ReadMissing(book, book, StoppedClock())  # type: ignore[arg-type]  # what is asked


@pytest.mark.parametrize(
    ("day", "asked"),
    [
        (None, (SECOND.id, date(2026, 11, 20))),
        (date(2026, 9, 1), (FIRST.id, FIRST.ends)),
        (date(2026, 8, 1), (FIRST.id, FIRST.ends)),
    ],
)
async def test_a_class_is_looked_up_in_the_period_of_the_day(
    day: date | None, asked: tuple[PeriodId, date]
) -> None:
    book = Book(FIRST, SECOND)

    found = await reading(book)(an_actor(a_class_teacher(CLASS_7A)), CLASS_7A, day)

    assert book.asked == [asked]
    assert (found.gaps, found.periods) == ((a_gap(),), (FIRST, SECOND, HALF, YEAR))


@pytest.mark.parametrize("period", [HALF, YEAR])
async def test_a_class_is_looked_up_in_a_period_that_is_named(period: MarkedPeriod) -> None:
    book = Book(FIRST, SECOND)
    leader = an_actor(a_class_teacher(CLASS_7A))

    found = await reading(book)(leader, CLASS_7A, period=period.id)

    assert found.period == period
    assert book.asked == [(period.id, date(2026, 11, 20))]


async def test_a_class_is_looked_up_at_the_end_of_the_year() -> None:
    leader = an_actor(a_class_teacher(CLASS_7A))

    found = await reading(Book(FIRST))(leader, CLASS_7A, FIRST.begins, of_year=True)

    assert found.period == YEAR


async def test_a_period_of_other_classes_is_not_found() -> None:
    with pytest.raises(NotFound):
        await reading(Book(FIRST))(
            an_actor(a_class_teacher(CLASS_7A)), CLASS_7A, period=PeriodId(77)
        )


async def test_who_teaches_what_is_missing_can_set_it() -> None:
    book = Book(FIRST)
    member = a_class_teacher(CLASS_7A)

    found = await reading(book)(an_actor(replace(member, person=TEACHER)), CLASS_7A)
    of_others = await reading(book)(an_actor(replace(member, person=LEADER)), CLASS_7A)

    assert (found.own, of_others.own) == (True, False)


async def test_a_class_without_periods_misses_nothing() -> None:
    found = await reading(Book())(an_actor(a_class_teacher(CLASS_7A)), CLASS_7A)

    assert (found.period, found.gaps) == (None, ())


async def test_a_parent_does_not_see_what_a_class_misses() -> None:
    with pytest.raises(AccessRefused):
        await reading(Book(FIRST))(an_actor(a_guardian()), CLASS_7A)
