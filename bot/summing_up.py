"""The demo's teachers sum up a period: each sets the mark that the mean gives, as they would."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final, Protocol

from core.access.people import Child
from core.clock import Clock
from core.diary.ports import DiaryBook
from core.facts import Facts
from core.ids import PeriodId, SchoolId
from core.journal.means import WeightedMark, mark_of, weighted_mean
from core.journal.missing_marks import MarkedPeriod, MissingMarks
from core.journal.period_marking import PeriodCell, PeriodMarkbook, SetPeriodMark
from core.journal.ports import Register
from core.journal.records import Lesson
from core.journal.values import NOT_CERTIFIED, MarkValue
from core.regulation.profile import Rounding

_LATELY: Final = timedelta(days=60)
_SOON: Final = timedelta(days=7)
_LEAST: Final = 2


class Books(Protocol):
    """What summing up needs of a transaction."""

    diary: DiaryBook
    register: Register
    missing_marks: MissingMarks
    period_markbook: PeriodMarkbook


async def sum_up(books: Books, child: Child, *, facts: Facts, clock: Clock, today: date) -> int:
    """Set the child's marks of the period that ends soon; return how many there are."""
    lessons = await _own_lessons(books, child, today)
    if not lessons:
        return 0
    period = await _ending(books, next(iter(lessons.values())).school, today)
    if period is None:
        return 0
    given = dict[str, list[WeightedMark]]()
    for one in await books.diary.marks(child.pupil, period.begins, period.ends):
        given.setdefault(one.subject_title, []).append(WeightedMark(one.value, one.weight))
    enter = SetPeriodMark(books.period_markbook, facts, clock)
    for subject, lesson in lessons.items():
        if lesson.teacher is not None:
            cell = PeriodCell(lesson.course, PeriodId(period.id), child.pupil)
            await enter(lesson.teacher, cell, value=_value(given.get(subject, [])))
    return len(lessons)


async def _own_lessons(books: Books, child: Child, today: date) -> Mapping[str, Lesson]:
    """Return for each subject a lesson that its own teacher gave."""
    found = dict[str, Lesson]()
    for shown in await books.diary.lessons(child.pupil, today - _LATELY, today):
        if shown.id is not None and not shown.replaced and shown.subject not in found:
            lesson = await books.register.lesson(shown.id)
            if lesson is not None:
                found[shown.subject] = lesson
    return found


async def _ending(books: Books, school: SchoolId, today: date) -> MarkedPeriod | None:
    return next(iter(await books.missing_marks.ending(school, today, today + _SOON)), None)


def _value(marks: list[WeightedMark]) -> MarkValue:
    mean = weighted_mean(marks, Rounding())
    if mean is None:
        return MarkValue(NOT_CERTIFIED)
    return MarkValue.of(str(max(mark_of(mean, Rounding()), _LEAST)))
