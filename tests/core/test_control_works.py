"""Of which control works families are warned on a day, and which are told once."""

from datetime import date

import pytest

from core.diary.school_life.control_works import ControlWork, each_once
from core.ids import CourseId, LessonId, WorkId
from core.journal.calendar import Holiday
from core.notices.ledger import NoticeKind
from core.notices.telling.control_works import SchoolDays, record_of, warned_until

FRIDAY, SATURDAY, SUNDAY = date(2026, 11, 20), date(2026, 11, 21), date(2026, 11, 22)
MONDAY, WEDNESDAY = date(2026, 11, 23), date(2026, 11, 25)
FIVE = SchoolDays(frozenset({1, 2, 3, 4, 5}))
SIX = SchoolDays(frozenset({1, 2, 3, 4, 5, 6}))
UNKNOWN = SchoolDays(frozenset())
OFF_TILL_TUESDAY = SchoolDays(FIVE.weekdays, (Holiday("Праздник", MONDAY, date(2026, 11, 24)),))
SUMMER = SchoolDays(FIVE.weekdays, (Holiday("Лето", FRIDAY, date(2027, 8, 31)),))

TERMS = {
    "three school days over a weekend": (FIVE, FRIDAY, 3, WEDNESDAY),
    "Saturday is a school day": (SIX, FRIDAY, 3, date(2026, 11, 24)),
    "without a timetable Sunday is off": (UNKNOWN, FRIDAY, 2, MONDAY),
    "holidays do not count": (OFF_TILL_TUESDAY, FRIDAY, 1, WEDNESDAY),
    "from a Sunday": (FIVE, SUNDAY, 1, MONDAY),
    "no warning at all": (FIVE, FRIDAY, 0, FRIDAY),
    "a long summer ends the look ahead": (SUMMER, FRIDAY, 1, date(2027, 1, 19)),
}


@pytest.mark.parametrize(("days", "today", "before", "last"), TERMS.values(), ids=TERMS)
def test_families_are_warned_school_days_ahead(
    days: SchoolDays, today: date, before: int, last: date
) -> None:
    assert warned_until(today, before, days.__contains__) == last


def a_control(day: date = MONDAY, *, course: int = 1, **more: object) -> ControlWork:
    told = {"number": 1} | more
    return ControlWork(CourseId(course), "Физика", "Контрольная", "Силы", day, **told)  # type: ignore[arg-type]  # a builder's freedom


COLUMN, LESSON = a_control(work=WorkId(5)), a_control(lesson=LessonId(6))


def test_a_lesson_whose_column_is_planned_is_not_told_again() -> None:
    assert each_once([LESSON, COLUMN]) == (COLUMN,)


def test_lessons_of_other_days_and_courses_stay_in_order() -> None:
    later, other = a_control(WEDNESDAY, lesson=LessonId(7)), a_control(course=2, number=0)

    assert each_once([later, COLUMN, other]) == (other, COLUMN, later)


def test_a_notice_is_about_the_column_or_else_the_lesson() -> None:
    assert record_of(COLUMN) == (NoticeKind.CONTROL_WORK, 5)
    assert record_of(LESSON) == (NoticeKind.CONTROL_LESSON, 6)
