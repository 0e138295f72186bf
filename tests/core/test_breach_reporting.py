"""By when a breach is reported, and who of a school hears of it (S4, E3 4.3)."""

from datetime import date

import pytest

from core.access.people import Role
from core.breaches.reporting import report_by
from core.ids import PersonId
from core.journal.calendar import Holiday, SchoolDays
from core.notices.telling.breaches import who_hears

FRIDAY = date(2026, 11, 20)
NEW_YEAR_S_EVE = date(2026, 12, 31)
WINTER = Holiday("Зимние каникулы", date(2026, 12, 31), date(2027, 1, 10))
SUMMER = Holiday("Летние каникулы", date(2026, 5, 27), date(2026, 8, 31))
SIX_DAYS, FIVE_DAYS = SchoolDays(), SchoolDays((), frozenset(range(1, 6)))
BOSS, HEAD, DEPUTY = PersonId(3), PersonId(2), PersonId(1)
OF_BOSS = {BOSS: frozenset({Role.ADMINISTRATOR})}
OF_HEAD = {HEAD: frozenset({Role.HEAD})}
OF_DEPUTY = {DEPUTY: frozenset({Role.DEPUTY_HEAD})}


@pytest.mark.parametrize(
    ("of", "days", "school", "day"),
    [
        (FRIDAY, 0, SIX_DAYS, FRIDAY),
        (FRIDAY, 1, SIX_DAYS, date(2026, 11, 21)),
        (FRIDAY, 2, SIX_DAYS, date(2026, 11, 23)),
        (FRIDAY, 1, FIVE_DAYS, date(2026, 11, 23)),
        (NEW_YEAR_S_EVE, 1, SIX_DAYS, date(2027, 1, 9)),
        (NEW_YEAR_S_EVE, 1, SchoolDays((WINTER,)), date(2027, 1, 11)),
        (date(2026, 6, 1), 1, SchoolDays((SUMMER,)), date(2026, 6, 2)),
        (date(2026, 11, 3), 1, SIX_DAYS, date(2026, 11, 5)),
    ],
    ids=[
        "at once",
        "the next working day",
        "over a Sunday",
        "over a free Saturday",
        "over the country's holidays",
        "over the school's holidays",
        "in summer the office works",
        "over the day of unity",
    ],
)
def test_head_and_support_know_within_the_rule_s_working_days(
    of: date, days: int, school: SchoolDays, day: date
) -> None:
    assert report_by(of, days, school) == day


@pytest.mark.parametrize(
    ("in_reach", "told"),
    [
        ({**OF_BOSS, **OF_HEAD, **OF_DEPUTY}, (HEAD, BOSS)),
        ({**OF_BOSS, **OF_DEPUTY}, (DEPUTY, BOSS)),
        ({}, ()),
    ],
)
def test_the_head_hears_else_the_deputies_and_the_administrators(
    in_reach: dict[PersonId, frozenset[Role]], told: tuple[PersonId, ...]
) -> None:
    assert who_hears(in_reach) == told


def test_who_reported_it_is_not_told_of_it() -> None:
    assert who_hears({**OF_BOSS, **OF_HEAD}, but=BOSS) == (HEAD,)
