"""The period of a class that is looked at: the running one, one before it, and those beside."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from core.errors import NotFound
from core.ids import ClassId, PeriodId
from core.journal.calendar import last_begun
from core.journal.marked_periods import MarkedPeriod, PeriodsToMark
from core.journal.missing_marks import MissingMarks


@dataclass(frozen=True, slots=True)
class Turned:
    """A period with those of its kind beside it; what lies ahead has nothing to show yet."""

    period: MarkedPeriod | None = None
    before: MarkedPeriod | None = None
    after: MarkedPeriod | None = None

    def is_over(self, today: date) -> bool:
        """Say whether the period has ended."""
        return self.period is not None and self.period.ends < today

    def day(self, today: date) -> date:
        """Return today, or the last day of a period that has ended."""
        return min(self.period.ends, today) if self.period else today


NOT_TURNED: Final = Turned()
"""Before the first period there is none, and nothing beside."""


@dataclass(frozen=True, slots=True)
class TurnPeriods:
    """Finds the period of a class to look at; who asks has passed a gate."""

    periods: MissingMarks

    async def __call__(
        self, class_id: ClassId, today: date, asked: PeriodId | None = None
    ) -> Turned:
        """Return the period asked for, or the running one, or else the last before today.

        Before the first period there is none. Raise NotFound for a period by which the class is
        not summed up, and for one that lies ahead.
        """
        known = await self.periods.period(asked) if asked else None
        found = await self.periods.periods_of(class_id, known.begins if known else today)
        if asked is None:
            return _among(found.usual, last_begun(found.usual, today), today)
        period = found.numbered(asked)
        if period is None or period.is_year or period.begins > today:
            raise NotFound
        return _among(_of_kind(found, period), period, today)


def _of_kind(found: PeriodsToMark, period: MarkedPeriod) -> Sequence[MarkedPeriod]:
    return found.usual if period in found.usual else found.others


def _among(kind: Sequence[MarkedPeriod], period: MarkedPeriod | None, today: date) -> Turned:
    if period is None:
        return NOT_TURNED
    begun = [one for one in kind if one.begins <= today]
    at = begun.index(period)
    before, after = begun[max(0, at - 1) : at], begun[at + 1 : at + 2]
    return Turned(period, next(iter(before), None), next(iter(after), None))
