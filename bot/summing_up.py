"""The demo's teachers sum up what ends: each sets the mark that the mean gives, as they would."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final, Protocol

from core.access.people import Child
from core.clock import Clock
from core.diary.ports import DiaryBook
from core.facts import Facts
from core.ids import CourseId, PupilId
from core.journal.marked_periods import MarkedPeriod
from core.journal.means import WeightedMark, mark_of, weighted_mean
from core.journal.missing_marks import MissingMarks
from core.journal.period_marking import PeriodCell, PeriodMarkbook, SetPeriodMark
from core.journal.period_sheets import PeriodSheets
from core.journal.ports import Register
from core.journal.records import Lesson
from core.journal.values import NOT_CERTIFIED, MarkValue, PeriodMarkKind
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
    period_sheets: PeriodSheets


async def sum_up(books: Books, child: Child, *, facts: Facts, clock: Clock, today: date) -> int:
    """Set the child's marks of all that ends soon: quarter, half-year, year; return how many."""
    lessons = await _own_lessons(books, child, today)
    if not lessons:
        return 0
    school = next(iter(lessons.values())).school
    enter = SetPeriodMark(books.period_markbook, facts, clock)
    count = 0
    for period in await books.missing_marks.ending(school, today, today + _SOON):
        given = await _given(books, child, period)
        for subject, lesson in lessons.items():
            cell = await _empty_cell(books, lesson.course, period, child.pupil, today)
            if cell is not None and lesson.teacher is not None:
                await enter(lesson.teacher, cell, value=_value(given.get(subject, [])))
                count += 1
    return count


async def _given(
    books: Books, child: Child, period: MarkedPeriod
) -> Mapping[str, list[WeightedMark]]:
    found = dict[str, list[WeightedMark]]()
    for one in await books.diary.marks(child.pupil, period.begins, period.ends):
        found.setdefault(one.subject_title, []).append(WeightedMark(one.value, one.weight))
    return found


async def _empty_cell(
    books: Books, course: CourseId, period: MarkedPeriod, pupil: PupilId, today: date
) -> PeriodCell | None:
    """Return where the mark is to stand; None where one stands, or the course runs otherwise."""
    kind = PeriodMarkKind.YEAR if period.is_year else PeriodMarkKind.PERIOD
    lines = await books.period_sheets.sheet(course, period, today)
    lacking = [one for one in lines if one.pupil == pupil and kind not in one.marks]
    return PeriodCell(course, period.id, pupil, kind) if lacking else None


async def _own_lessons(books: Books, child: Child, today: date) -> Mapping[str, Lesson]:
    """Return for each subject a lesson that its own teacher gave."""
    found = dict[str, Lesson]()
    for shown in await books.diary.lessons(child.pupil, today - _LATELY, today):
        if shown.id is not None and not shown.replaced and shown.subject not in found:
            lesson = await books.register.lesson(shown.id)
            if lesson is not None:
                found[shown.subject] = lesson
    return found


def _value(marks: list[WeightedMark]) -> MarkValue:
    mean = weighted_mean(marks, Rounding())
    if mean is None:
        return MarkValue(NOT_CERTIFIED)
    return MarkValue.of(str(max(mark_of(mean, Rounding()), _LEAST)))
