"""A quarter as it commonly is: fourteen subjects, ten marks in each, six lessons a day."""

import random
from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Final

from core.access.people import Child, Name
from core.diary.papers.agenda import Agenda, AgendaLesson
from core.diary.papers.attendance import Attendance, days_of
from core.diary.papers.charting import Curve, MarkChart, running_means
from core.diary.papers.report_card import ReportCard, ReportLine
from core.diary.papers.spread import Spread
from core.diary.views import Period, ShownAbsence, ShownMark
from core.ids import CourseId, LessonId, PersonId, PupilId, SchoolId
from core.journal.values import AbsenceCode, MarkValue, PeriodKind, ReasonState
from core.regulation.profile import Rounding

_QUARTER: Final = Period("II четверть", PeriodKind.QUARTER, date(2026, 11, 2), date(2026, 12, 27))
_CHILD: Final = Child(PupilId(PersonId(1)), Name("Маша", "Орлова"), "7А")
_MADE_AT: Final = datetime(2026, 12, 20, 12, tzinfo=UTC)
_SUBJECTS: Final = [f"Предмет с названием {number}" for number in range(1, 15)]
_MARKS: Final = 10
_LESSONS: Final = 6
_DAYS: Final = 70
_SATURDAY: Final = 6


def chart() -> MarkChart:
    """Return the chart of the quarter."""
    return MarkChart(_CHILD, _QUARTER, tuple(_curve(title) for title in _SUBJECTS))


def _curve(title: str) -> Curve:
    chance = random.Random(title)
    days = sorted(_QUARTER.begins + timedelta(days=chance.randrange(50)) for _ in range(_MARKS))
    marks = tuple(
        ShownMark(MarkValue(chance.choice("2333444455")), "Ответ", Decimal(1), day) for day in days
    )
    means = running_means(marks, Rounding())
    return Curve(title, marks, means, means[-1], Spread(Decimal(3), Decimal(4), Decimal("4.5")))


def attendance() -> Attendance:
    """Return the quarter's attendance, with two weeks missed."""
    missed = [
        ShownAbsence(_QUARTER.begins + timedelta(days=ahead), 1, title, code, ReasonState.UNKNOWN)
        for ahead, code in zip(range(0, 40, 3), list(AbsenceCode) * 4, strict=False)
        for title in _SUBJECTS[:_LESSONS]
    ]
    sums = Counter(one.code for one in missed)
    return Attendance(_CHILD, _QUARTER, days_of(_QUARTER, missed, []), sums)


def report_card() -> ReportCard:
    """Return the quarter's table."""
    lines = tuple(
        ReportLine(title, (MarkValue("4"),) * _MARKS, Decimal("4.00"), MarkValue("4"), missed=3)
        for title in _SUBJECTS
    )
    return ReportCard(_CHILD, "Школа № 1", _MADE_AT, _QUARTER, lines)


def agenda() -> Agenda:
    """Return ten weeks of lessons."""
    days = [_QUARTER.begins + timedelta(days=ahead) for ahead in range(_DAYS)]
    lessons = tuple(
        _lesson(day, number)
        for day in days
        if day.isoweekday() < _SATURDAY
        for number in range(1, _LESSONS + 1)
    )
    return Agenda(_CHILD, SchoolId(1), "Europe/Moscow", _MADE_AT, lessons)


def _lesson(day: date, number: int) -> AgendaLesson:
    return AgendaLesson(
        course=CourseId(number),
        day=day,
        number=number,
        subject=_SUBJECTS[number],
        starts=time(8 + number, 30),
        ends=time(9 + number, 15),
        room="12",
        teacher=Name("Нина", "Грачёва", "Ивановна"),
        id=LessonId(day.toordinal() * 10 + number),
        changed_at=_MADE_AT,
    )
