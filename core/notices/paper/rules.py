"""Who gets paper, and over which days a print run goes (F10: A1.2, C4.3.5, E3 1.6). Pure."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Final, Literal, NamedTuple

from core.notices.printing import OnPaper

FROM: Final = time(7)
"""When a run is made by itself: before the first lesson, and after all was entered."""

_DAY: Final = timedelta(days=1)
_WEEK: Final = timedelta(days=7)

Every = Literal["week", "month"]


class Stretch(NamedTuple):
    """The days that a run tells of, both included."""

    first: date
    last: date


def stretch_over(day: date, every: Every) -> Stretch:
    """Return the last whole week, or the last whole month, that is over on a day."""
    if every == "month":
        last = day.replace(day=1) - _DAY
        return Stretch(last.replace(day=1), last)
    monday = day - timedelta(days=day.weekday())
    return Stretch(monday - _WEEK, monday - _DAY)


def stretch_to(day: date, every: Every) -> Stretch:
    """Return the days up to and with a day, as many as a run by itself has."""
    days = timedelta(days=monthrange(day.year, day.month)[1]) if every == "month" else _WEEK
    return Stretch(day - days + _DAY, day)


def is_regular(stretch: Stretch, every: Every) -> bool:
    """Say whether a stretch is a whole week or month: the run over it is made once."""
    return stretch == stretch_over(stretch.last + _DAY, every)


@dataclass(frozen=True, slots=True)
class GuardianWay:
    """How a guardian is told: declined electronic news, ever came in, hears what we send.

    `asked`: for paper, as who has no network does in writing. Who gets letters alone has come in
    for this.
    """

    declined: bool = False
    asked: bool = False
    ever_in: bool = False
    hears: bool = False


def why_on_paper(guardians: Sequence[GuardianWay], *, missed: bool = False) -> OnPaper | None:
    """Return why a family gets paper, or None where it does not need it.

    Who declined in writing, or asked for paper, has a right to it, whatever the other guardian
    chose. `missed`: a forecast did not reach the family in time.
    """
    if any(one.declined for one in guardians):
        return OnPaper.DECLINED
    if any(one.asked for one in guardians):
        return OnPaper.ASKED
    if any(one.hears for one in guardians):
        return OnPaper.NOT_REACHED if missed else None
    if any(one.ever_in for one in guardians):
        return OnPaper.UNREACHABLE
    return OnPaper.NEVER_IN
