"""On which day homework is due: the one it names, or that of the course's next lesson. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from core.diary.timetable import Placed, days_of_courses, next_after
from core.diary.views import Assignment
from core.ids import CourseId, LessonId

LOOK_BACK: Final = timedelta(days=35)
"""Homework that names no day waits no longer for a lesson: not over the summer."""


@dataclass(frozen=True, slots=True)
class GivenHomework:
    """What a lesson set; `due` is the day that it names, if it does."""

    lesson: LessonId
    course: CourseId
    subject: str
    day: date
    text: str
    due: date | None = None


def due_between(
    given: Iterable[GivenHomework], lessons: Iterable[Placed], first: date, last: date
) -> Sequence[Assignment]:
    """Return what is due on the days, by subject; each lesson's homework once."""
    days = days_of_courses(lessons)
    found = dict[LessonId, Assignment]()
    for one in given:
        due = one.due or next_after(days.get(one.course, ()), one.day)
        if due is not None and first <= due <= last:
            found[one.lesson] = Assignment(one.subject, one.text, one.day, due, one.lesson)
    return sorted(found.values(), key=lambda task: (task.subject, task.set_on))
