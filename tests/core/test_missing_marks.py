"""Missing period marks: by when families see them, who hears, and of which."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest

from core.access.people import LedClass, Name
from core.errors import AccessRefused
from core.ids import ClassId, PeriodId, PersonId, SchoolId
from core.journal.calendar import Holiday
from core.journal.missing_marks import (
    Gap,
    Hearer,
    MarkedPeriod,
    ReadMissing,
    Scope,
    by_subject,
    hearers,
    is_told,
    must_be_shown,
    of_scope,
    shown_by,
)
from core.regulation.profile import PeriodMarkRule
from tests.core.builders import CLASS_7A, StoppedClock, a_class_teacher, a_guardian, an_actor

ENDS = date(2026, 12, 27)
LEADER, TEACHER, DEPUTY = PersonId(1), PersonId(2), PersonId(3)
MASHA, VERA = Name("Маша", "Орлова"), Name("Вера", "Белова")
SECOND = MarkedPeriod(PeriodId(2), "II четверть", date(2026, 11, 2), ENDS)
FIRST = MarkedPeriod(PeriodId(1), "I четверть", date(2026, 9, 1), date(2026, 10, 25))


def a_gap(
    subject: str = "Алгебра", *pupils: Name, teacher: PersonId = TEACHER, led: bool = True
) -> Gap:
    leaders = frozenset({LEADER}) if led else frozenset[PersonId]()
    return Gap(CLASS_7A, "7А", subject, pupils or (MASHA,), frozenset({teacher}), leaders)


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


class Book:
    """A class with two quarters, in whichever is asked about one pupil misses a mark."""

    def __init__(self, *periods: MarkedPeriod) -> None:
        self.known = periods
        self.asked: list[tuple[PeriodId, date]] = []

    async def periods_of(self, class_id: ClassId, day: date) -> Sequence[MarkedPeriod]:
        return self.known

    async def gaps(
        self, period: PeriodId, day: date, class_id: ClassId | None = None
    ) -> Sequence[Gap]:
        self.asked.append((period, day))
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
    assert (found.gaps, found.periods) == ((a_gap(),), (FIRST, SECOND))


async def test_a_class_without_periods_misses_nothing() -> None:
    found = await reading(Book())(an_actor(a_class_teacher(CLASS_7A)), CLASS_7A)

    assert (found.period, found.gaps) == (None, ())


async def test_a_parent_does_not_see_what_a_class_misses() -> None:
    with pytest.raises(AccessRefused):
        await reading(Book(FIRST))(an_actor(a_guardian()), CLASS_7A)
