"""When the clocks of a zone show an hour: also where they are put forward, or back."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

_MINUTE = timedelta(minutes=1)


def first_shown(day: date, hour: time, zone: ZoneInfo) -> datetime:
    """Return the first instant at which the clocks show this hour of the day, or a later one.

    An hour that the clocks pass over begins when they have passed it; of an hour that they show
    twice the first one counts.
    """
    told = datetime.combine(day, hour, zone)
    instant = told.astimezone(UTC)
    if _shown(instant, zone) == told.replace(tzinfo=None):
        return instant
    # The clocks pass this hour over: with fold=1 the instant is before that, else after.
    before, after = told.replace(fold=1).astimezone(UTC), instant
    while after - before > _MINUTE:
        between = before + (after - before) // _MINUTE // 2 * _MINUTE
        if _shown(between, zone) < told.replace(tzinfo=None):
            before = between
        else:
            after = between
    return after


@dataclass(frozen=True, slots=True)
class Shown:
    """The hours of a day that clocks show, from the first to the last."""

    day: date
    first: time
    last: time


def shown_between(begin: datetime, end: datetime, zone: ZoneInfo) -> list[Shown]:
    """Return what the clocks of a zone show between two instants, a day each.

    Where they are put back meanwhile, the hours from the lower to the higher.
    """
    first, last = _shown(begin, zone), _shown(end, zone)
    if first.date() >= last.date():
        low, high = min(first, last), max(first, last)
        return [Shown(low.date(), low.time(), high.time())]
    days = (last.date() - first.date()).days
    between = [first.date() + timedelta(days=at) for at in range(1, days)]
    return [
        Shown(first.date(), first.time(), time.max),
        *(Shown(day, time.min, time.max) for day in between),
        Shown(last.date(), time.min, last.time()),
    ]


def _shown(instant: datetime, zone: ZoneInfo) -> datetime:
    return instant.astimezone(zone).replace(tzinfo=None)
