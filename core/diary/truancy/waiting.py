"""How long a draft about missed lessons waits before somebody is reminded. Pure."""

from collections.abc import Sequence
from datetime import date, timedelta

from core.journal.calendar import Holiday, days_between, is_school_day
from core.regulation.profile import TruancyRule

_DAY = timedelta(days=1)


def reminders_due(made: date, today: date, rule: TruancyRule, holidays: Sequence[Holiday]) -> int:
    """Return how many reminders are due: 1, that of who decides; 2, that of the deputy head too.

    Days without school bring nobody closer to a decision, and are not counted.
    """
    waited = sum(is_school_day(day, holidays) for day in days_between(made + _DAY, today))
    return min(waited // rule.reminded_after_days, 2)
