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
    """Say whether a window is the second part of another: the same goes on over midnight.

    What lasts a whole day and more is two windows to people, too.
    """
    return (
        evening.hours.ends == END_OF_DAY
        and morning.hours.ends < evening.hours.starts
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
    later = {rest.id for one in windows if (rest := rest_of(one, windows))}
    return [whole(one, windows) for one in windows if one.id not in later]


def whole(window: Window, windows: Sequence[Window]) -> Window:
    """Return a window as people speak of it, by either part; it has the number of the first."""
    evening = next((one for one in windows if goes_on(one, window)), window)
    rest = rest_of(evening, windows)
    if rest is None:
        return evening
    return replace(evening, hours=Hours(evening.hours.starts, rest.hours.ends))


def put_in(window: Window, windows: Sequence[Window]) -> tuple[Window, ...]:
    """Return windows with one put in, or in place of what it was, with both parts of that."""
    before = next((one for one in windows if one.id == window.id), window)
    rest = rest_of(before, windows)
    numbers = {window.id} if rest is None else {window.id, rest.id}
    others = [one for one in windows if one.id not in numbers]
    first, *morning = parts(window)
    return (*others, first, *(replace(one, id=rest.id) if rest else one for one in morning))


def rest_of(evening: Window, windows: Iterable[Window]) -> Window | None:
    """Return the second part of a window, where it has one."""
    return next((one for one in windows if goes_on(evening, one)), None)


def _after(weekday: int) -> int:
    return weekday % _WEEK + 1


def _next(day: date | None) -> date | None:
    return day + _DAY if day else None
