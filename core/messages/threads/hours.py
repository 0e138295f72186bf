"""When a teacher answers: the hours of school days, the teacher's own or the school's."""

from datetime import datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from core.errors import RuleBroken
from core.journal.calendar import SchoolDays
from core.regulation.forms import QuietHours

LOOK_AHEAD: Final = timedelta(days=130)
"""No holidays last longer, not even those of summer."""
_DAY: Final = timedelta(days=1)


class HoursWrong(RuleBroken):
    """Hours begin before they end."""

    code = "hours-wrong"


def answered_from(
    at: datetime, hours: QuietHours | None, days: SchoolDays, zone: ZoneInfo
) -> datetime | None:
    """Return when the next hours begin; None within them, where none are set, or none come."""
    if hours is None:
        return None
    local = at.astimezone(zone)
    if days.holds(local.date()) and hours.begin <= local.time() < hours.end:
        return None
    day = local.date()
    while day <= local.date() + LOOK_AHEAD:
        begins = datetime.combine(day, hours.begin, zone)
        if days.holds(day) and begins > local:
            return begins
        day += _DAY
    return None


def checked_hours(begin: time, end: time) -> QuietHours:
    """Return hours of a day; raise HoursWrong where they do not begin before they end."""
    if begin >= end:
        raise HoursWrong
    return QuietHours(begin, end)
