"""The timetable, the holidays and the lesson plans: what is taught when, and what comes next."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from bot.lived.records import Records
from core.exchange.rows.companions import HolidayRow, LessonPlanRow, SlotRow
from core.ids import SourceId
from core.journal.calendar import Holiday, days_between, holiday_on, in_force

_FAR: Final = timedelta(days=28)
_DAY: Final = timedelta(days=1)


class Hours:
    """When courses are taught, and by which plan."""

    def __init__(self, records: Records) -> None:
        rows = records.of("x_holidays", HolidayRow)
        self._holidays = [Holiday(one.title, one.begins, one.ends) for one in rows]
        self._slots: dict[int, list[SlotRow]] = defaultdict(list)
        for one in records.of("x_timetable", SlotRow):
            self._slots[one.weekday].append(one)
        plans = records.of("x_lessonPlans", LessonPlanRow)
        self._plans = {(one.group, one.number): one for one in plans}

    def on(self, day: date) -> Sequence[SlotRow]:
        """Return the lessons of a day, in their order; none on a holiday."""
        if holiday_on(day, self._holidays):
            return []
        slots = self._slots[day.isoweekday()]
        held = [one for one in slots if in_force(one.begins_on, one.ends_on, day)]
        return sorted(held, key=lambda one: (one.number, one.group))

    def next_day(self, group: SourceId, day: date) -> date | None:
        """Return the day of a course's next lesson, if there is one soon."""
        ahead = days_between(day + _DAY, day + _FAR)
        return next((one for one in ahead if any(it.group == group for it in self.on(one))), None)

    def plan(self, group: SourceId, number: int) -> LessonPlanRow | None:
        """Return what a course's lesson of this number is about."""
        return self._plans.get((group, number))
