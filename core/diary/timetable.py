"""What the timetable expects, and what stands instead of it once lessons are recorded. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import NamedTuple, Protocol, TypeVar

from core.access.people import Name
from core.ids import CourseId
from core.journal.calendar import Holiday, days_between, holiday_on, in_force
from core.journal.values import LessonState

_OWN = 4

Place = tuple[date, int]
"""A day, and the number of its lesson."""


class Placed(Protocol):
    """A lesson at its place, recorded or expected; `moved_from` is where it was."""

    @property
    def course(self) -> CourseId | None:
        """Return whose lesson it is."""
        ...

    @property
    def day(self) -> date:
        """Return on which day it is."""
        ...

    @property
    def number(self) -> int:
        """Return which lesson of the day it is."""
        ...

    @property
    def state(self) -> LessonState:
        """Return whether it takes place."""
        ...

    @property
    def moved_from(self) -> Place | None:
        """Return where it was before it moved, if it did."""
        ...


_L = TypeVar("_L", bound=Placed)


@dataclass(frozen=True, slots=True)
class PlacedLesson:
    """A lesson of which no more is asked than where it is."""

    course: CourseId
    day: date
    number: int
    state: LessonState = LessonState.PLANNED
    moved_from: Place | None = None


@dataclass(frozen=True, slots=True)
class TaughtBy:
    """Who teaches a course, and in which days."""

    teacher: Name
    begins: date | None = None
    ends: date | None = None


@dataclass(frozen=True, slots=True)
class Slot:
    """One lesson of a week, for as long as the timetable holds.

    `enrolled` are the stretches of days in which the pupil takes the course; of its `teachers`
    the one who answers for it comes first.
    """

    course: CourseId
    weekday: int
    number: int
    subject: str
    enrolled: tuple[tuple[date | None, date | None], ...]
    starts: time | None = None
    finishes: time | None = None
    room: str = ""
    begins: date | None = None
    ends: date | None = None
    teachers: tuple[TaughtBy, ...] = ()

    def is_on(self, day: date) -> bool:
        """Say whether the slot expects a lesson of the pupil on the day."""
        return (
            day.isoweekday() == self.weekday
            and in_force(self.begins, self.ends, day)
            and any(in_force(joined, left, day) for joined, left in self.enrolled)
        )

    def teacher_on(self, day: date) -> Name | None:
        """Return who teaches the course on the day; who did before, or will, is not named."""
        return next(
            (one.teacher for one in self.teachers if in_force(one.begins, one.ends, day)), None
        )


class Hour(NamedTuple):
    """When the bell rings for a lesson, and in which room it is, as far as is known."""

    starts: time | None = None
    ends: time | None = None
    room: str = ""


def expected(slots: Sequence[Slot], first: date, last: date) -> Iterator[tuple[date, Slot]]:
    """Yield what the slots expect in the days, in order of the days."""
    for day in days_between(first, last):
        for slot in slots:
            if slot.is_on(day):
                yield day, slot


def hour_of(slots: Iterable[Slot], course: int, day: date, number: int) -> Hour:
    """Return a lesson's hour: by its own slot, or by one that at least tells when the bell rings.

    Only the own slot tells the room: a lesson that moved is not where another course is.
    """
    best: tuple[int, Slot] | None = None
    for slot in slots:
        if slot.number == number:
            of_day = slot.weekday == day.isoweekday()
            own = of_day and slot.course == course
            likeness = _OWN * own + 2 * of_day + in_force(slot.begins, slot.ends, day)
            if best is None or likeness > best[0]:
                best = likeness, slot
    if best is None:
        return Hour()
    likeness, slot = best
    return Hour(slot.starts, slot.finishes, slot.room if likeness >= _OWN else "")


def former_place(day: date | None, number: int | None, now: int) -> Place | None:
    """Return where a lesson was before it moved; a number that nobody kept is that of `now`."""
    return None if day is None else (day, now if number is None else number)


def slot_of(lesson: Placed) -> tuple[CourseId | None, date, int]:
    """Return where the timetable has a lesson: it stays itself when it moves."""
    day, number = lesson.moved_from or (lesson.day, lesson.number)
    return lesson.course, day, number


def lessons_of_days(
    given: Sequence[_L], awaited: Iterable[_L], holidays: Sequence[Holiday]
) -> Sequence[_L]:
    """Return what is recorded, and what is expected where nothing is recorded instead of it.

    A day with a recorded lesson is recorded as a whole, unless the lesson moved there: that one
    takes the place of its hour, and nothing is expected any more where it moved from.
    """
    recorded = {one.day for one in given if slot_of(one)[1] == one.day}
    places = {slot_of(one) for one in given}
    taken = {(one.day, one.number) for one in given if one.state is not LessonState.CANCELLED}
    still = [
        one
        for one in awaited
        if one.day not in recorded
        and slot_of(one) not in places
        and (one.day, one.number) not in taken
        and holiday_on(one.day, holidays) is None
    ]
    return sorted((*given, *still), key=lambda one: (one.day, one.number))


def days_of_courses(lessons: Iterable[Placed]) -> Mapping[CourseId | None, Sequence[date]]:
    """Return on which days each course has a lesson that is not cancelled, in order."""
    days = defaultdict[CourseId | None, set[date]](set)
    for one in lessons:
        if one.state is not LessonState.CANCELLED:
            days[one.course].add(one.day)
    return {course: sorted(of_course) for course, of_course in days.items()}


def next_after(days: Iterable[date], day: date) -> date | None:
    """Return the first of the days that comes after the day; they are in order."""
    return next((one for one in days if one > day), None)
