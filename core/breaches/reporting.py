"""By when head and support are told of a breach: so many working days on (S4, E3 4.3)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from core.ids import SchoolId
from core.journal.calendar import Holiday, SchoolCalendar, SchoolDays
from core.regulation.ports import Regulations

LOOK_AHEAD: Final = timedelta(days=60)
"""Further on no working day is looked for: a rule says at most thirty."""

PUPILS_ALONE: Final = timedelta(days=14)
"""Holidays that last longer are those of summer, in which the school's office works."""

_PUBLIC: Final = frozenset(
    {*((1, day) for day in range(1, 9)), (2, 23), (3, 8), (5, 1), (5, 9), (6, 12), (11, 4)}
)
"""Month and day of the country's holidays (Labour Code, article 112): nobody works on them."""
_DAY: Final = timedelta(days=1)


def report_by(day: date, days: int, school: SchoolDays) -> date:
    """Return the day by which they are told of a breach of a day.

    A working day is one of the school's week, in no holidays but those of summer.
    """
    short = SchoolDays(_but_for_summer(school.holidays), school.weekdays)
    left, by = days, day
    while left:
        by += _DAY
        left -= short.holds(by) and (by.month, by.day) not in _PUBLIC
    return by


def _but_for_summer(holidays: Sequence[Holiday]) -> Sequence[Holiday]:
    return [one for one in holidays if one.ends - one.begins < PUPILS_ALONE]


@dataclass(frozen=True, slots=True)
class ReportBy:
    """Finds that day by the school's rule, holidays and week."""

    calendar: SchoolCalendar
    regulations: Regulations

    async def __call__(self, school: SchoolId, at: datetime, zone: ZoneInfo) -> date:
        """Return it for a breach that was reported at an instant."""
        day = at.astimezone(zone).date()
        rule = (await self.regulations.of(school)).breach
        days = await self.calendar.days(school, day, day + LOOK_AHEAD)
        return report_by(day, rule.reported_working_days, days)
