"""Duty over midnight is kept as two windows, and is one to people: 23:00–01:00 (H2)."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from typing import Final

from core.helpdesk.duty.window import Hours, Window
from core.ids import DutyId

END_OF_DAY: Final = time(23, 59)
"""As the end of a window it is midnight: files know no 24:00."""

MORNING: Final = DutyId(-1)
"""The number of the second part of a window, while it is not kept yet."""

_DAY: Final = timedelta(days=1)
_WEEK: Final = 7


def parts(window: Window) -> tuple[Window, ...]:
    """Return a window as it is kept: one that ends on the day after as two."""
    starts, ends = window.hours.starts, window.hours.ends
    if starts <= ends:
        return (window,)
    evening = replace(window, hours=Hours(starts, END_OF_DAY))
    if ends == time():
        return (evening,)
    morning = replace(
        window,
        id=MORNING,
        weekday=_after(window.weekday),
        hours=Hours(time(), ends),
        begins=_next(window.begins),
        ends=_next(window.ends),
    )
    return evening, morning


def goes_on(evening: Window, morning: Window) -> bool:
    """Say whether a window is the second part of another: the same goes on over midnight."""
    return (
        evening.hours.ends == END_OF_DAY
        and replace(
            evening,
            id=morning.id,
            weekday=_after(evening.weekday),
            hours=Hours(time(), morning.hours.ends),
            begins=_next(evening.begins),
            ends=_next(evening.ends),
        )
        == morning
    )


def together(windows: Sequence[Window]) -> list[Window]:
    """Return windows as people speak of them: two parts as one, under the number of the first."""
    second = {one.id: other for one in windows if (other := rest_of(one, windows))}
    later = {one.id for one in second.values()}
    return [
        replace(one, hours=Hours(one.hours.starts, second[one.id].hours.ends))
        if one.id in second
        else one
        for one in windows
        if one.id not in later
    ]


def rest_of(evening: Window, windows: Iterable[Window]) -> Window | None:
    """Return the second part of a window, where it has one."""
    return next((one for one in windows if goes_on(evening, one)), None)


def _after(weekday: int) -> int:
    return weekday % _WEEK + 1


def _next(day: date | None) -> date | None:
    return day + _DAY if day else None
