"""What goes on around a pupil's lessons: who teaches, what the class and the school have ahead."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from core.access.people import Child, Name
from core.ids import EventId, PupilId
from core.journal.calendar import Holiday


@dataclass(frozen=True, slots=True)
class CourseTeacher:
    """Who teaches a pupil a subject; without a subject it is a class teacher."""

    subject: str
    name: Name


@dataclass(frozen=True, slots=True)
class SchoolEvent:
    """Something that the pupil's class or the whole school has ahead, both ends included (F3)."""

    id: EventId
    title: str
    text: str
    begins: date
    ends: date
    of_school: bool


class ClassLife(Protocol):
    """Who and what is around a pupil's lessons; nothing of another class is ever in it (F3)."""

    async def teachers(self, pupil: PupilId, day: date) -> Sequence[CourseTeacher]:
        """Return who teaches the pupil on the day: class teachers first, then by subject.

        Of several teachers of a course the primary one stands first.
        """
        ...

    async def events(
        self, pupil: PupilId, first: date, last: date, *, today: date
    ) -> Sequence[SchoolEvent]:
        """Return events that touch the days, of the school or of the pupil's class of today."""
        ...


@dataclass(frozen=True, slots=True)
class SubjectTeachers:
    """A subject with everybody who teaches it to the pupil."""

    subject: str
    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class ClassTeachers:
    """The teachers of a pupil; `leads` are the class teachers."""

    child: Child
    leads: tuple[Name, ...]
    subjects: tuple[SubjectTeachers, ...]


@dataclass(frozen=True, slots=True)
class HolidayCalendar:
    """The holidays of a school year in their order; `today` is the school's date."""

    child: Child
    today: date
    holidays: tuple[Holiday, ...]


@dataclass(frozen=True, slots=True)
class EventCalendar:
    """What is going on or ahead, the nearest first; or what is over, the latest first."""

    child: Child
    today: date
    over: bool
    events: tuple[SchoolEvent, ...]


def school_year_ahead(day: date) -> tuple[date, date]:
    """Return the days that a calendar of the school year shows; in summer the year to come."""
    begins = date(day.year if day.month >= _SUMMER else day.year - 1, _SEPTEMBER, 1)
    return min(day, begins), date(begins.year + 1, _SEPTEMBER - 1, 31)


def school_year_behind(day: date) -> tuple[date, date]:
    """Return the days of a school year that are over; in summer of the one that has ended."""
    begins = date(day.year if day.month >= _SEPTEMBER else day.year - 1, _SEPTEMBER, 1)
    return begins, day - timedelta(days=1)


_SUMMER = 6
_SEPTEMBER = 9
