"""The periods that marks sum up, the school year among them, and by when families see these."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from core.ids import PeriodId
from core.journal.calendar import (
    LOOK_BACK,
    Holiday,
    days_before_end,
    is_school_day,
    last_school_day,
    period_of,
)
from core.journal.missing_of_year import Lack
from core.journal.values import PeriodMarkKind
from core.regulation.profile import PeriodMarkRule

_MONDAY: Final = 1
_EXAMS: Final = timedelta(weeks=8)
"""So long after the year's last lesson exams go on, and final marks after them are set (J13)."""
_LONGEST: Final = timedelta(weeks=26)
"""No half-year is longer; the order may name any day of it."""
_LAST_WEEKS: Final = timedelta(weeks=8)
"""No quarter is shorter: a day of the order within it before a year's end is that year's too."""


@dataclass(frozen=True, slots=True)
class MarkedPeriod:
    """A quarter, half-year or school year with its number, and the holidays near its end."""

    id: PeriodId
    title: str
    begins: date
    ends: date
    holidays: tuple[Holiday, ...] = ()
    is_year: bool = False


@dataclass(frozen=True, slots=True)
class PeriodsToMark:
    """What is summed up in a school year: the usual periods, any of the other kind, the year."""

    usual: tuple[MarkedPeriod, ...] = ()
    others: tuple[MarkedPeriod, ...] = ()
    year: MarkedPeriod | None = None

    @property
    def in_order(self) -> Sequence[MarkedPeriod]:
        """Return them as they end, the longer after the shorter, and the year last."""
        together = (*self.usual, *self.others)
        ordered = sorted(together, key=lambda it: (it.ends, it.ends - it.begins, it.id))
        return [*ordered, self.year] if self.year else ordered

    def numbered(self, number: PeriodId) -> MarkedPeriod | None:
        """Return one by its number; None for a period of another year, or of other classes."""
        return next((one for one in self.in_order if one.id == number), None)

    def of_day(self, day: date) -> MarkedPeriod | None:
        """Return the usual period that holds the day, or the last before it, or the first.

        Where nothing runs by the usual ones it is one of the other kind, and else the year.
        """
        return period_of(self.usual or self.others, day) or self.year


def is_told(rule: PeriodMarkRule, period: MarkedPeriod, day: date) -> bool:
    """Say whether the school is to hear on a day what is missing (F8).

    Every school day from some days before its last one, or before the day that the order names;
    then on Mondays, for some weeks after its end. It is over for people before the holidays or
    the Sunday with which it ends.
    """
    over = last_school_day(period.ends, period.holidays)
    if day > over:
        return day.isoweekday() == _MONDAY and day <= _told_until(rule, period)
    last = min(over, _ordered(rule, period, over))
    first = days_before_end(last, rule.missing_told_days_before, period.holidays)
    return day >= first and is_school_day(day, period.holidays)


def told_of(rule: PeriodMarkRule, day: date) -> tuple[date, date]:
    """Return between which days a period ends of which the school may hear on a day."""
    before = timedelta(days=rule.missing_told_days_before) + 2 * LOOK_BACK
    after = max(timedelta(days=rule.missing_told_days_after), _EXAMS)
    return day - after, day + max(before, _LONGEST if rule.ordered else before)


def is_still_asked(rule: PeriodMarkRule, period: MarkedPeriod, lack: Lack, day: date) -> bool:
    """Say whether a mark that lacks is asked for on a day: after exams, as long as these last."""
    usual = timedelta(days=rule.missing_told_days_after)
    return day <= period.ends + usual or lack.kind is PeriodMarkKind.FINAL


def _told_until(rule: PeriodMarkRule, period: MarkedPeriod) -> date:
    usual = timedelta(days=rule.missing_told_days_after)
    return period.ends + (max(usual, _EXAMS) if period.is_year else usual)


def must_be_shown(rule: PeriodMarkRule, period: MarkedPeriod, day: date) -> bool:
    """Say whether families should have the marks by now (A1.4)."""
    return day >= shown_by(rule, period)


def shown_by(rule: PeriodMarkRule, period: MarkedPeriod) -> date:
    """Return the day by which families see the marks of a period: on the order's at the latest."""
    usual = days_before_end(period.ends, rule.shown_days_before, period.holidays)
    return min(usual, _ordered(rule, period, usual))


def set_by(rule: PeriodMarkRule, period: MarkedPeriod) -> date:
    """Return the day by which teachers set the marks of a period (J13): the order's, if any."""
    usual = days_before_end(period.ends, rule.set_days_before, period.holidays)
    return _ordered(rule, period, usual)


def ordered_since(begins: date, ends: date, *, is_year: bool) -> date:
    """Return the first day on which a day of the school's order is that of the period.

    An order that names the first quarters alone says nothing of the year that holds them.
    """
    return ends - _LAST_WEEKS if is_year else begins


def _ordered(rule: PeriodMarkRule, period: MarkedPeriod, usual: date) -> date:
    since = ordered_since(period.begins, period.ends, is_year=period.is_year)
    return rule.set_by(since, period.ends, usual)
