"""Who is on duty, and when the next window opens: the schedule of a school as a value."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import cached_property
from typing import Final
from zoneinfo import ZoneInfo

from core.helpdesk.duty.clocks import first_shown
from core.helpdesk.duty.midnight import END_OF_DAY
from core.helpdesk.duty.shift import Shift, ShiftKey
from core.helpdesk.duty.window import DayOff, Hours, OneDay, StandIn, Window
from core.helpdesk.topics import Topic
from core.journal.calendar import Holiday, days_between, holiday_on

HORIZON: Final = timedelta(days=130)
"""How far ahead a window is looked for: no holidays last longer, not even those of summer."""

_DAY: Final = timedelta(days=1)
_NOTHING: Final = timedelta()


@dataclass(frozen=True)
class DutySchedule:
    """The windows of a school with all that changes them (H2).

    A window takes place on its weekday while it is valid, but not on holidays; one that is for a
    single day takes place there anyway. `stand_ins` are in the order in which they were made:
    who took a window over may give it on.
    """

    zone: ZoneInfo
    windows: tuple[Window, ...] = ()
    one_days: tuple[OneDay, ...] = ()
    stand_ins: tuple[StandIn, ...] = ()
    holidays: tuple[Holiday, ...] = ()

    def on_duty(self, topic: Topic, at: datetime) -> tuple[Shift, ...]:
        """Return who answers the topic at the instant, in the order in which they began."""
        return tuple(one for one in self._near(at) if topic in one.covers and one.holds(at))

    def next_shift(self, topic: Topic, after: datetime) -> Shift | None:
        """Return the first shift for the topic that begins after the instant.

        None where none begins within the horizon.
        """
        first = self._day_of(after) - _DAY
        for ahead in range(HORIZON.days + 2):
            for shift in self.shifts_of(first + ahead * _DAY):
                if shift.starts_at > after and topic in shift.covers:
                    return shift
        return None

    def shifts(self, since: datetime, until: datetime) -> tuple[Shift, ...]:
        """Return the shifts of which some part is within, in the order in which they begin."""
        return tuple(self._between(since, until))

    def has_windows_for(self, topic: Topic) -> bool:
        """Say whether any window, past or to come, is for the topic."""
        return any(topic in one.covers for one in self.windows)

    def window_time(self, topic: Topic, since: datetime, until: datetime) -> timedelta:
        """Return for how long within anybody was on duty for the topic.

        Time in which several were is counted once.
        """
        counted, reached = _NOTHING, since
        for shift in self._between(since, until):
            if topic in shift.covers:
                ends = min(shift.ends_at, until)
                counted += max(ends - max(shift.starts_at, reached), _NOTHING)
                reached = max(reached, ends)
        return counted

    def whole(self, shift: Shift) -> Shift:
        """Return a shift from its beginning to its end, where it goes on over midnight as one."""
        before = (it for it in self.shifts_of(shift.day - _DAY) if it.ends_at == shift.starts_at)
        after = (it for it in self.shifts_of(shift.day + _DAY) if it.starts_at == shift.ends_at)
        first = next((it for it in before if _is_same(it, shift)), shift)
        last = next((it for it in after if _is_same(it, shift)), shift)
        return replace(shift, starts_at=first.starts_at, ends_at=last.ends_at)

    def shifts_of(self, day: date) -> list[Shift]:
        """Return the shifts of a day of the school, in the order in which they begin."""
        held = (self._held(window, day) for window in self._of_weekday(day.isoweekday()))
        found = [shift for shift in held if shift is not None]
        return sorted(found, key=lambda one: (one.starts_at, one.window))

    def shift(self, key: ShiftKey) -> Shift | None:
        """Return one turn, or None where it does not take place."""
        return next((one for one in self.shifts_of(key.day) if one.key == key), None)

    def _held(self, window: Window, day: date) -> Shift | None:
        if not window.falls_on(day):
            return None
        if not window.is_extra and holiday_on(day, self.holidays):
            return None
        hours = self._hours(window, day)
        if hours is None:
            return None
        starts = first_shown(day, hours.starts, self.zone)
        ends = self._end(day, hours.ends)
        return self._shift(window, day, starts, ends) if starts < ends else None

    def _end(self, day: date, ends: time) -> datetime:
        if ends == END_OF_DAY:
            return first_shown(day + _DAY, time(), self.zone)
        return first_shown(day, ends, self.zone)

    def _shift(self, window: Window, day: date, starts: datetime, ends: datetime) -> Shift:
        person = window.consultant
        for one in self._handed.get(ShiftKey(window.id, day), ()):
            person = one.taker if person == one.giver else person
        return Shift(
            person,
            window.covers,
            starts,
            ends,
            window.room,
            window.id,
            day,
            stands_in_for=None if person == window.consultant else window.consultant,
        )

    def _hours(self, window: Window, day: date) -> Hours | None:
        match self._differing.get(ShiftKey(window.id, day)):
            case None:
                return window.hours
            case DayOff():
                return None
            case other:
                return other.hours

    def _near(self, at: datetime) -> Iterator[Shift]:
        # Clocks put back over midnight show the day before once more.
        day = self._day_of(at)
        for near in (day - _DAY, day, day + _DAY):
            yield from self.shifts_of(near)

    def _between(self, since: datetime, until: datetime) -> Iterator[Shift]:
        for day in days_between(self._day_of(since) - _DAY, self._day_of(until) + _DAY):
            for shift in self.shifts_of(day):
                if shift.starts_at < until and shift.ends_at > since:
                    yield shift

    def _day_of(self, at: datetime) -> date:
        return at.astimezone(self.zone).date()

    def _of_weekday(self, weekday: int) -> tuple[Window, ...]:
        return self._weekly.get(weekday, ())

    @cached_property
    def _weekly(self) -> Mapping[int, tuple[Window, ...]]:
        return {
            weekday: tuple(one for one in self.windows if one.weekday == weekday)
            for weekday in {one.weekday for one in self.windows}
        }

    @cached_property
    def _differing(self) -> Mapping[ShiftKey, OneDay]:
        return {one.key: one for one in self.one_days}

    @cached_property
    def _handed(self) -> Mapping[ShiftKey, list[StandIn]]:
        found = dict[ShiftKey, list[StandIn]]()
        for one in self.stand_ins:
            found.setdefault(one.key, []).append(one)
        return found


def _is_same(one: Shift, other: Shift) -> bool:
    mine, its = (
        (one.consultant, one.covers, one.room),
        (other.consultant, other.covers, other.room),
    )
    return mine == its
