"""When a draft about missed lessons is brought to mind."""

from datetime import date

import pytest

from core.diary.truancy.waiting import reminders_due
from core.journal.calendar import Holiday
from core.regulation.profile import TruancyRule

FRIDAY = date(2026, 11, 20)
RULE = TruancyRule(reminded_after_days=3)
FREE = (Holiday("Каникулы", date(2026, 11, 23), date(2026, 11, 29)),)

WAITED = {
    "on its own day": (FRIDAY, (), 0),
    "over a Sunday": (date(2026, 11, 23), (), 0),
    "three school days on": (date(2026, 11, 24), (), 1),
    "a day before the deputy head hears": (date(2026, 11, 26), (), 1),
    "as long again": (date(2026, 11, 27), (), 2),
    "for months": (date(2027, 3, 1), (), 2),
    "through holidays": (date(2026, 12, 1), FREE, 1),
}


@pytest.mark.parametrize(("today", "holidays", "due"), WAITED.values(), ids=WAITED)
def test_reminders_are_due_by_school_days(
    today: date, holidays: tuple[Holiday, ...], due: int
) -> None:
    assert reminders_due(FRIDAY, today, RULE, holidays) == due
