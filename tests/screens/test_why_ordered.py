"""Which of two rules is shown by which period marks are set: the one that decided."""

from datetime import date

import pytest

from bot.callbacks.why import About, OpenWhy, OpenWhyOf
from bot.screens.forecast.pupil import rules_behind
from bot.screens.people.why import decided_by
from core.diary.views import Period
from core.journal.values import PeriodKind
from storage.profiles import read_profile

USUAL, ORDERED = "period_marks.set_days_before", "period_marks.ordered"
ORDER = read_profile("e", {"period_marks.ordered": "2026-12-25"})
FIRST = (date(2026, 9, 1), date(2026, 10, 25))
SECOND = (date(2026, 11, 2), date(2026, 12, 27))
YEAR = (date(2026, 9, 1), date(2027, 5, 30))


def asked(about: About, days: tuple[date, date]) -> OpenWhyOf:
    return OpenWhyOf(about=about, of=1, day=days[0].toordinal(), until=days[1].toordinal())


CASES = {
    "a quarter with a day of the order": (asked(About.MISSING, SECOND), [ORDERED]),
    "a quarter without one": (asked(About.MISSING, FIRST), [USUAL]),
    "the order of a quarter is none of its year": (asked(About.MISSING_OF_YEAR, YEAR), [USUAL]),
    "a year table holds periods of both sorts": (asked(About.YEAR, YEAR), [ORDERED, USUAL]),
    "an old button knows no days": (OpenWhy(about=About.MISSING, of=1), [ORDERED, USUAL]),
}


@pytest.mark.parametrize(("why", "settings"), CASES.values(), ids=CASES)
def test_the_rule_that_decided_is_shown(why: OpenWhy | OpenWhyOf, settings: list[str]) -> None:
    assert decided_by([USUAL], why, ORDER) == settings


def test_where_the_order_names_no_day_it_is_not_spoken_of() -> None:
    for about in (About.MISSING, About.YEAR):
        assert decided_by([USUAL], asked(about, SECOND), read_profile("e")) == [USUAL]


@pytest.mark.parametrize(("days", "setting"), [(SECOND, ORDERED), (FIRST, USUAL)])
def test_a_forecast_names_the_rule_of_its_period(days: tuple[date, date], setting: str) -> None:
    shown = rules_behind(ORDER, Period("четверть", PeriodKind.QUARTER, *days), ())

    assert {USUAL, ORDERED} & set(shown) == {setting}
