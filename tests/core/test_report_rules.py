"""The rules that reports count by, case by case."""

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest

from core.access.people import Name
from core.ids import ClassId, CourseId, PeriodId, PersonId, PupilId, SubjectId
from core.journal.values import AbsenceCode, MarkValue, PeriodKind, ReasonState
from core.reports.attendance import ClassAttendance, GivenLessons
from core.reports.grades import Grade, Share, Standing, grade_of, share_of_marks, standing_of
from core.reports.kinds import WhichReport
from core.reports.ports import Missed, Place, Stay, Taught
from core.reports.roll import Move, Roll, movement_of, moves_of
from core.reports.shares import percent
from core.reports.terms import (
    Span,
    Term,
    ends_within,
    last_marked,
    periods_of,
    school_periods,
    span_of,
    year_of,
)

MASHA, PETYA = PupilId(PersonId(1)), PupilId(PersonId(2))
HERE, THERE = ClassId(7), ClassId(8)
FIRST, LAST = date(2026, 9, 1), date(2026, 12, 27)


def marks(*texts: str) -> list[MarkValue]:
    return [MarkValue(text) for text in texts]


@pytest.mark.parametrize(
    ("texts", "standing"),
    [
        ((), Standing.UNMARKED),
        (("5", "5"), Standing.EXCELLENT),
        (("5", "pass"), Standing.EXCELLENT),
        (("5", "4"), Standing.GOOD),
        (("5", "4", "3"), Standing.ONE_THREE),
        (("3", "3", "5"), Standing.FAIR),
        (("pass",), Standing.PASSED),
        (("5", "2"), Standing.POOR),
        (("5", "fail"), Standing.POOR),
        (("1", "none"), Standing.POOR),
        (("5", "none"), Standing.NOT_CERTIFIED),
        (("3/5",), Standing.ONE_THREE),
    ],
)
def test_a_pupil_stands_somewhere(texts: tuple[str, ...], standing: Standing) -> None:
    assert standing_of(marks(*texts)) is standing


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("5", Grade.FIVE),
        ("4/5", Grade.FOUR),
        ("1", Grade.POOR),
        ("fail", Grade.POOR),
        ("pass", Grade.PASSED),
        ("none", Grade.NOT_CERTIFIED),
    ],
)
def test_of_two_marks_in_a_cell_the_lower_one_counts(text: str, grade: Grade) -> None:
    assert grade_of(MarkValue(text)) is grade


def test_success_and_quality_are_shares_of_marks() -> None:
    grades = Counter(grade_of(one) for one in marks("5", "4", "3", "2", "pass", "none"))

    share = share_of_marks(grades)

    assert share == Share(counted=6, succeeded=4, good=2, in_words=1)
    assert (share.success, share.quality) == (Decimal("66.7"), Decimal("40.0"))


def test_only_threes_and_fives_are_a_quality_of_half() -> None:
    share = share_of_marks(Counter(grade_of(one) for one in marks("3", "5")))

    assert (share.success, share.quality) == (Decimal("100.0"), Decimal("50.0"))


def test_nothing_has_no_share() -> None:
    assert percent(0, 0) is None
    assert share_of_marks(Counter()).quality is None
    assert share_of_marks(Counter({Grade.PASSED: 3})).quality is None


def a_stay(pupil: PupilId = MASHA, class_id: ClassId = HERE, **days: date) -> Stay:
    title = "7А" if class_id == HERE else "7Б"
    return Stay(pupil, Name("Маша", "Орлова"), class_id, title, **days)


@pytest.mark.parametrize(
    ("stays", "moves"),
    [
        ([a_stay()], []),
        ([a_stay(begins=FIRST)], []),
        ([a_stay(begins=date(2026, 9, 2))], [(Move.ARRIVED, date(2026, 9, 2), "")]),
        ([a_stay(ends=date(2026, 10, 5))], [(Move.LEFT, date(2026, 10, 5), "")]),
        ([a_stay(ends=LAST)], []),
        (
            [
                a_stay(ends=date(2026, 10, 5)),
                a_stay(class_id=THERE, begins=date(2026, 10, 6)),
            ],
            [(Move.LEFT, date(2026, 10, 5), "7Б")],
        ),
        (
            [
                a_stay(class_id=THERE, ends=date(2026, 10, 5)),
                a_stay(begins=date(2026, 10, 6)),
            ],
            [(Move.ARRIVED, date(2026, 10, 6), "7Б")],
        ),
        ([a_stay(ends=date(2026, 10, 5)), a_stay(begins=date(2026, 10, 6))], []),
        ([a_stay(begins=date(2026, 9, 5)), a_stay(begins=date(2026, 9, 5))][:1] * 2, [
            (Move.ARRIVED, date(2026, 9, 5), ""),
        ]),
        ([a_stay(dropped=date(2026, 10, 5))], [(Move.LEFT, date(2026, 10, 4), "")]),
        ([a_stay(begins=date(2026, 10, 7), dropped=date(2026, 10, 5))], []),
    ],
)  # fmt: skip
def test_who_moves_is_told_once(stays: list[Stay], moves: list[object]) -> None:
    found = moves_of(Roll(HERE, tuple(stays)), FIRST, LAST)

    assert [(one.move, one.day, one.other) for one in found] == moves


def a_term(number: int, kind: PeriodKind, begins: date, ends: date) -> Term:
    return Term(PeriodId(number), f"{number}", kind, begins, ends)


YEAR = a_term(1, PeriodKind.YEAR, FIRST, date(2027, 5, 28))
ONE = a_term(2, PeriodKind.QUARTER, FIRST, date(2026, 10, 25))
TWO = a_term(3, PeriodKind.QUARTER, date(2026, 11, 2), LAST)
HALF = a_term(4, PeriodKind.HALF_YEAR, FIRST, LAST)
OLD = a_term(5, PeriodKind.YEAR, date(2025, 9, 1), date(2026, 5, 28))
TERMS = (OLD, YEAR, ONE, TWO, HALF)


@pytest.mark.parametrize(
    ("moved", "counts"),
    [
        (a_stay(ends=date(2026, 10, 24)), [(1, 0, 1, 0), (0, 0, 0, 0)]),
        (a_stay(ends=date(2026, 10, 25)), [(1, 0, 0, 1), (1, 0, 1, 0)]),
        (a_stay(ends=date(2026, 10, 28)), [(1, 0, 0, 1), (1, 0, 1, 0)]),
        (a_stay(dropped=date(2026, 10, 28)), [(1, 0, 0, 1), (1, 0, 1, 0)]),
        (a_stay(begins=date(2026, 10, 28)), [(0, 0, 0, 0), (0, 1, 0, 1)]),
        (a_stay(begins=date(2026, 11, 2)), [(0, 0, 0, 0), (0, 1, 0, 1)]),
    ],
)
def test_who_moves_in_the_holidays_moved_in_the_period_after_them(
    moved: Stay, counts: list[tuple[int, ...]]
) -> None:
    roll = Roll(HERE, (moved,))

    found = [movement_of(roll, Span(one, YEAR, (ONE, TWO), LAST)) for one in (ONE, TWO)]

    assert [(one.begun, one.arrived, one.left, one.ended) for one in found] == counts


def test_who_changed_class_in_mid_period_missed_there_what_was_missed_there() -> None:
    moved = date(2026, 10, 5)
    roll = Roll(HERE, (a_stay(ends=moved), a_stay(class_id=THERE, begins=date(2026, 10, 6))))
    days = [date(2026, 10, 5), date(2026, 10, 6)]
    course = CourseId(3)
    missed = [
        Missed(
            MASHA,
            day,
            1,
            course,
            SubjectId(1),
            "Алгебра",
            "",
            AbsenceCode.ILL,
            ReasonState.UNKNOWN,
            "p1",
        )
        for day in days
    ]
    lessons = GivenLessons([Taught(course, day, 1) for day in days])
    of = ClassAttendance(roll, (Place(MASHA, course),), lessons, tuple(missed))

    found = of.of(MASHA, FIRST, LAST)

    assert (found.given, found.missed, found.whole_days) == (1, 1, 1)


@pytest.mark.parametrize(
    ("day", "year"),
    [(FIRST, YEAR), (date(2026, 7, 1), OLD), (date(2030, 1, 1), YEAR), (date(2020, 1, 1), OLD)],
)
def test_the_year_of_a_day_is_the_one_that_holds_it_or_the_last_before(
    day: date, year: Term
) -> None:
    assert year_of(TERMS, day) == year


def test_a_class_goes_by_what_most_of_its_courses_go_by() -> None:
    quarters, halves = frozenset({ONE.id, TWO.id}), frozenset({HALF.id})

    assert periods_of(TERMS, YEAR, [quarters, halves]) == (ONE, TWO)
    assert periods_of(TERMS, YEAR, [halves]) == (HALF,)
    assert periods_of(TERMS, YEAR, []) == ()


def test_a_school_goes_by_quarters_and_a_half_year_ends_with_one() -> None:
    assert school_periods(TERMS, YEAR) == (ONE, TWO)
    assert ends_within((HALF,), ONE) is None
    assert ends_within((HALF,), TWO) == HALF


@pytest.mark.parametrize(
    ("day", "whole_year", "term"),
    [
        (None, False, TWO),
        (FIRST, False, ONE),
        (date(2026, 10, 28), False, ONE),
        (FIRST, True, YEAR),
        (date(2026, 1, 1), False, ONE),
    ],
)
def test_a_report_is_of_the_period_that_holds_the_day(
    day: date | None,
    whole_year: bool,
    term: Term,
) -> None:
    span = span_of(YEAR, (ONE, TWO), date(2026, 11, 20), day=day, whole_year=whole_year)

    assert span.term == term
    assert span.until <= max(date(2026, 11, 20), term.begins)


@pytest.mark.parametrize(
    ("marked", "today", "term"),
    [
        ({ONE.id}, date(2026, 11, 20), ONE),
        ({ONE.id, TWO.id}, date(2026, 11, 20), TWO),
        ({ONE.id, TWO.id}, date(2026, 10, 20), ONE),
        ({TWO.id}, date(2026, 10, 20), None),
        ({YEAR.id}, date(2026, 11, 20), None),
        (set(), date(2026, 11, 20), None),
    ],
)
def test_final_marks_are_looked_at_where_there_are_some(
    marked: set[PeriodId], today: date, term: Term | None
) -> None:
    assert last_marked((TWO, ONE), marked, today) == term


@pytest.mark.parametrize("which", [WhichReport("sum"), WhichReport("res", whole_year=True)])
def test_a_report_is_named_in_a_few_signs(which: WhichReport) -> None:
    assert WhichReport.of(which.text) == which
