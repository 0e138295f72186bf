"""Who is on duty, found the slow way: a walk through the minutes with the school's clock in view.

It shares no line with `core.helpdesk.duty.schedule`: no weekday index, no conversion from the
hour of a window to an instant. Every minute it looks at the clock on the wall. When the clock
shows a day for the first time, the windows of that day are hung out; a window opens at the first
minute at which the clock shows its hour or a later one, and closes likewise.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from core.helpdesk.duty.schedule import DutySchedule
from core.helpdesk.duty.window import DayOff, OtherHours, Window
from core.helpdesk.topics import Topic

MINUTE = timedelta(minutes=1)
_LEAD = timedelta(days=3)
_NOT_YET = datetime.min.replace(tzinfo=UTC)


@dataclass
class Seen:
    """A turn of duty as the walk saw it."""

    window: int
    day: date
    person: int
    topics: frozenset[Topic]
    opens: datetime
    closes: datetime


def walk(schedule: DutySchedule, since: datetime, until: datetime) -> list[Seen]:
    """Return every turn that was open at some minute of the walk."""
    hung: list[tuple[datetime, datetime, Seen]] = []
    done: list[Seen] = []
    days: set[date] = set()
    minute = since - _LEAD
    while minute < until + _LEAD:
        shown = minute.astimezone(schedule.zone).replace(tzinfo=None)
        if shown.date() not in days:
            days.add(shown.date())
            hung += _hung_out(schedule, shown.date())
        if hung:
            hung = [one for one in hung if not _closed(one, shown, minute, done)]
        minute += MINUTE
    return [one for one in done if one.opens < until and one.closes > since]


def _closed(
    one: tuple[datetime, datetime, Seen], shown: datetime, minute: datetime, done: list[Seen]
) -> bool:
    opens, closes, seen = one
    if seen.opens is _NOT_YET and shown >= opens:
        seen.opens = minute
    if shown < closes:
        return False
    if seen.opens is not _NOT_YET and seen.opens < minute:
        seen.closes = minute
        done.append(seen)
    return True


def _hung_out(schedule: DutySchedule, day: date) -> Iterator[tuple[datetime, datetime, Seen]]:
    for window in schedule.windows:
        if not _takes_place(schedule, window, day):
            continue
        hours = window.hours
        for one in schedule.one_days:
            if (one.key.window, one.key.day) == (window.id, day) and isinstance(one, OtherHours):
                hours = one.hours
        opens = datetime.combine(day, hours.starts)
        closes = datetime.combine(day, hours.ends)
        if (closes.hour, closes.minute) == (23, 59):
            closes += MINUTE
        if opens < closes:
            person = _person(schedule, window, day)
            seen = Seen(window.id, day, person, window.covers, _NOT_YET, _NOT_YET)
            yield opens, closes, seen


def _takes_place(schedule: DutySchedule, window: Window, day: date) -> bool:
    if (day.weekday() + 1) != window.weekday:
        return False
    if day < (window.begins or day) or day > (window.ends or day):
        return False
    for one in schedule.one_days:
        if (one.key.window, one.key.day) == (window.id, day) and isinstance(one, DayOff):
            return False
    one_day_only = window.begins is not None and window.begins == window.ends
    return one_day_only or not any(it.begins <= day <= it.ends for it in schedule.holidays)


def _person(schedule: DutySchedule, window: Window, day: date) -> int:
    person: int = window.consultant
    for one in schedule.stand_ins:
        if (one.key.window, one.key.day) == (window.id, day) and one.giver == person:
            person = one.taker
    return person
