"""A school's calendar: holidays, school days, and days counted back from a period's end."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Protocol, TypeVar

from core.ids import SchoolId

LOOK_BACK: Final = timedelta(days=30)
"""No holidays within a year last longer, except those of summer."""

_SUNDAY: Final = 7
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Holiday:
    """A stretch of days without lessons, both ends included."""

    title: str
    begins: date
    ends: date


class _Stretch(Protocol):
    @property
    def begins(self) -> date:
        """Return the first day."""
        ...


_S = TypeVar("_S", bound=_Stretch)


def in_force(begins: date | None, ends: date | None, day: date) -> bool:
    """Say whether a stretch of days, open at either end, holds the day."""
    return (begins is None or begins <= day) and (ends is None or day <= ends)


def days_between(first: date, last: date) -> Sequence[date]:
    """Return both days and those between."""
    return [first + timedelta(days=ahead) for ahead in range((last - first).days + 1)]


def holiday_on(day: date, holidays: Iterable[Holiday]) -> Holiday | None:
    """Return the holiday that the day is in, if it is in any."""
    return next((one for one in holidays if one.begins <= day <= one.ends), None)


def is_school_day(
    day: date, holidays: Iterable[Holiday] = (), weekdays: Collection[int] = ()
) -> bool:
    """Say whether there is school on the day; `weekdays` are the timetable's, Monday is 1.

    Where no timetable is known, it is any day but a holiday and Sunday.
    """
    weekday = day.isoweekday()
    teaches = weekday in weekdays if weekdays else weekday != _SUNDAY
    return teaches and holiday_on(day, holidays) is None


@dataclass(frozen=True, slots=True)
class SchoolDays:
    """What says on which days there is school; `weekdays` are the timetable's, Monday is 1."""

    holidays: Sequence[Holiday] = ()
    weekdays: Collection[int] = ()

    def holds(self, day: date) -> bool:
        """Say whether there is school on a day."""
        return is_school_day(day, self.holidays, self.weekdays)


class SchoolCalendar(Protocol):
    """The holidays and the timetable of a school."""

    async def days(self, school: SchoolId, first: date, last: date) -> SchoolDays:
        """Return what says on which days between two there is school."""
        ...


def last_school_day(until: date, holidays: Sequence[Holiday]) -> date:
    """Return the day, or the last one before it on which there is school.

    A term that ends on a holiday ends for people on the day before it. Where everything is
    free the day itself is returned.
    """
    day = until
    while day >= until - LOOK_BACK:
        if is_school_day(day, holidays):
            return day
        day -= _DAY
    return until


def days_before_end(ends: date, days: int, holidays: Sequence[Holiday]) -> date:
    """Return the school day by which so many days are left to the last day of a period.

    Counted back from the last school day; one that falls on a free day comes before it.
    """
    last = last_school_day(ends, holidays)
    return last_school_day(last - timedelta(days=days), holidays)


def last_begun(stretches: Sequence[_S], day: date) -> _S | None:
    """Return the period or year that holds the day, or the last one before it; they are in order.

    None before the first of all.
    """
    return next((one for one in reversed(stretches) if one.begins <= day), None)


def period_of(stretches: Sequence[_S], day: date) -> _S | None:
    """Return the period or year that holds the day, or the last before it, or the first of all."""
    return last_begun(stretches, day) or next(iter(stretches), None)
