"""By which day something has to be done at school, counted back from a period's end."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from core.diary.ports import Holiday

LOOK_BACK: Final = timedelta(days=30)
"""No holidays within a year last longer, except those of summer."""

_SUNDAY: Final = 7
_DAY: Final = timedelta(days=1)


def last_school_day(until: date, holidays: Sequence[Holiday]) -> date:
    """Return the day, or the last one before it on which there is school.

    A term that ends on a holiday ends for people on the day before it. Where everything is
    free the day itself is returned.
    """
    day = until
    while day >= until - LOOK_BACK:
        if day.isoweekday() != _SUNDAY and not any(
            one.begins <= day <= one.ends for one in holidays
        ):
            return day
        day -= _DAY
    return until
