"""Until when a ticket can be set aside: an hour, this evening, the morning, the next window."""

from datetime import datetime, time, timedelta
from typing import Final

from core.helpdesk.duty.clocks import first_shown
from core.helpdesk.tickets.gate import Opened
from core.helpdesk.tickets.rules import SNOOZED_AT_MOST

_HOUR: Final = timedelta(hours=1)
_DAY: Final = timedelta(days=1)
EVENING: Final = time(18)
MORNING: Final = time(9)


def in_an_hour(opened: Opened) -> datetime:
    """Return the instant an hour from now."""
    return opened.at + _HOUR


def this_evening(opened: Opened) -> datetime | None:
    """Return this evening by the own clock, or None where that is past."""
    evening = _at(opened, EVENING)
    return evening if evening > opened.at else None


def in_the_morning(opened: Opened) -> datetime:
    """Return the morning to come."""
    morning = _at(opened, MORNING)
    return morning if morning > opened.at else _at(opened, MORNING, days=1)


def next_window(opened: Opened) -> datetime | None:
    """Return when the own next window opens, where there is one within reach."""
    until = opened.at + SNOOZED_AT_MOST
    coming = opened.desk.schedule.shifts(opened.at, until)
    own = (one for one in coming if one.consultant == opened.me and one.starts_at > opened.at)
    first = next(own, None)
    return first.starts_at if first else None


def today_at(opened: Opened, at: time) -> datetime:
    """Return when the own clock shows an hour of today."""
    return _at(opened, at)


def _at(opened: Opened, at: time, *, days: int = 0) -> datetime:
    zone = opened.member.zones.here
    day = opened.at.astimezone(zone).date() + days * _DAY
    return first_shown(day, at, zone).astimezone(zone)
