"""Each day of a period has its letter: the gravest, and of how many lessons."""

from datetime import date, timedelta

import pytest

from core.diary.papers.attendance import AttendanceDay, days_of
from core.diary.views import Period, ShownAbsence
from core.journal.calendar import Holiday
from core.journal.values import AbsenceCode, PeriodKind, ReasonState

MONDAY = date(2026, 11, 16)
WEEK = Period("Неделя", PeriodKind.QUARTER, MONDAY, MONDAY + timedelta(days=6))
ABSENT, ILL, EXCUSED, LATE = (
    AbsenceCode.ABSENT,
    AbsenceCode.ILL,
    AbsenceCode.EXCUSED,
    AbsenceCode.LATE,
)


def missed(*codes: AbsenceCode, day: date = MONDAY) -> list[ShownAbsence]:
    return [
        ShownAbsence(day, number, "Алгебра", code, ReasonState.UNKNOWN)
        for number, code in enumerate(codes, start=1)
    ]


@pytest.mark.parametrize(
    ("codes", "code", "lessons"),
    [
        ((), None, 0),
        ((LATE,), LATE, 1),
        ((ILL, ILL, ILL), ILL, 3),
        ((LATE, EXCUSED, EXCUSED), EXCUSED, 2),
        ((EXCUSED, ILL), ILL, 1),
        ((ILL, ABSENT, LATE), ABSENT, 1),
    ],
)
def test_a_day_shows_its_gravest_letter(
    codes: tuple[AbsenceCode, ...], code: AbsenceCode | None, lessons: int
) -> None:
    first, *_ = days_of(WEEK, missed(*codes), [])

    assert first == AttendanceDay(MONDAY, code, lessons)


def test_every_day_of_the_period_is_there_and_holidays_are_marked() -> None:
    off = Holiday("Каникулы", MONDAY + timedelta(days=5), MONDAY + timedelta(days=20))

    days = days_of(WEEK, [], [off])

    assert [one.day for one in days] == [MONDAY + timedelta(days=ahead) for ahead in range(7)]
    assert [one.is_off for one in days] == [False] * 5 + [True] * 2
