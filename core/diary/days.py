"""A pupil's days as the diary shows them: lessons in order, each mark at its place. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from core.diary.timetable import lessons_of_days
from core.diary.views import DiaryDay, DiaryLesson, LooseMark
from core.ids import CourseId
from core.journal.calendar import Holiday, days_between, holiday_on

_Of = tuple[CourseId | None, date]


def diary_days(
    days: tuple[date, date],
    given: Sequence[DiaryLesson],
    awaited: Iterable[DiaryLesson],
    holidays: Sequence[Holiday],
    loose: Iterable[LooseMark] = (),
) -> tuple[DiaryDay, ...]:
    """Return both days and those between: recorded, or else as the timetable expects them."""
    by_day = defaultdict[date, list[DiaryLesson]](list)
    for lesson in lessons_of_days(given, awaited, holidays):
        by_day[lesson.day].append(lesson)
    marks = defaultdict[_Of, list[LooseMark]](list)
    for one in loose:
        marks[one.course, one.mark.day].append(one)
    return tuple(
        _day(day, by_day[day], holiday_on(day, holidays), marks) for day in days_between(*days)
    )


def _day(
    day: date,
    lessons: Iterable[DiaryLesson],
    off: Holiday | None,
    marks: dict[_Of, list[LooseMark]],
) -> DiaryDay:
    in_order = sorted(lessons, key=lambda one: (one.number, one.subject))
    shown = tuple(_with_marks(one, marks.pop((one.course, day), ())) for one in in_order)
    left = [one for of in [key for key in marks if key[1] == day] for one in marks.pop(of)]
    return DiaryDay(day, shown, off.title if off else "", tuple(left))


def _with_marks(lesson: DiaryLesson, loose: Sequence[LooseMark]) -> DiaryLesson:
    """Return a lesson with marks of works without one: its course's first of the day has them."""
    if not loose:
        return lesson
    return replace(lesson, marks=(*lesson.marks, *(one.mark for one in loose)))
