"""A setting that no school could mean is refused, with what was found and what would fit."""

from collections.abc import Callable
from datetime import date, time, timedelta
from decimal import Decimal

import pytest

from core.regulation.forms import QuietHours
from core.regulation.layers import Said, profile_of
from core.regulation.profile import (
    FORMS,
    Codes,
    Delivery,
    ForecastRule,
    HelpRule,
    Marking,
    PeriodMarkRule,
    Profile,
    Rounding,
    WrongProfile,
)

WRONG = {
    "rounding.places: -1": lambda: Rounding(places=-1),
    "rounding.places: 5": lambda: Rounding(places=5),
    "delivery.correction_window: .*-1": lambda: Delivery(timedelta(seconds=-1)),
    "delivery.correction_window: .*86401|days=1, seconds=1": lambda: Delivery(
        timedelta(days=1, seconds=1)
    ),
    "codes.lifetime": lambda: Codes(lifetime=timedelta()),
    "codes.wrong_tries": lambda: Codes(wrong_tries=0),
    "forecast": lambda: ForecastRule(in_hand_days_before=20),
    "period_marks: '1, 2, 2'": lambda: PeriodMarkRule(missing_told_days_before=1),
    "period_marks: '7, 1, 2'": lambda: PeriodMarkRule(set_days_before=1),
    "help: '10, 10, 5'": lambda: HelpRule(called_minutes_before=10),
    "help: '30, 10, 10'": lambda: HelpRule(alarmed_minutes_before=10),
}


@pytest.mark.parametrize("says", WRONG)
def test_a_wrong_value_is_refused_by_name(says: str) -> None:
    make: Callable[[], object] = WRONG[says]

    with pytest.raises(WrongProfile, match=says):
        make()


@pytest.mark.parametrize(
    ("setting", "found"),
    [
        ("review.times_a_week", 0),
        ("review.times_a_week", 8),
        ("review.times_a_week", "twice"),
        ("review.times_a_week", True),
        ("review.times_a_week", 2.0),
        ("review.told", "never"),
        ("review.told", ["each"]),
        ("marking.weighted", "yes"),
        ("marking.weighted", 1),
        ("delivery.quiet_hours", "evening"),
        ("delivery.quiet_hours", "21:00-21:00"),
        ("delivery.quiet_hours", 7),
        ("keeping.sections_ready_by", "02-29"),
        ("keeping.sections_ready_by", "september"),
        ("period_marks.ordered", "soon"),
        ("period_marks.ordered", "2026-12-25; 2027-03-20"),
        ("codes.lifetime", 0),
        ("help.first_answer_minutes", 0),
        ("help.kept_minutes_after", "soon"),
        ("reviews.told", "each"),
        ("review", 2),
    ],
)
def test_a_school_s_wrong_word_is_refused_by_the_setting(setting: str, found: object) -> None:
    with pytest.raises(WrongProfile) as refused:
        profile_of("a", [], {setting: found})

    assert (refused.value.setting, refused.value.found) == (setting, found)
    assert refused.value.expected


def test_a_wrong_word_is_refused_even_where_another_overrules_it() -> None:
    with pytest.raises(WrongProfile, match="times_a_week"):
        profile_of("a", [{"review.times_a_week": Said(9, "A1.6")}], {"review.times_a_week": 2})


@pytest.mark.parametrize(
    ("setting", "written", "meant"),
    [
        ("review.times_a_week", "3", 3),
        ("marking.weighted", "false", False),
        ("delivery.correction_window", 5, timedelta(minutes=5)),
        ("delivery.quiet_hours", "22:30-06:00", QuietHours(time(22, 30), time(6))),
        ("delivery.quiet_hours", "off", None),
        ("codes.lifetime", "7", timedelta(days=7)),
        ("keeping.sections_ready_by", "10-01", (10, 1)),
        (
            "period_marks.ordered",
            "2027-03-20, 2026-12-25",
            (date(2026, 12, 25), date(2027, 3, 20)),
        ),
        ("period_marks.ordered", "off", ()),
        ("review.done_by", "each", "each"),
    ],
)
def test_a_word_means_what_its_form_says(setting: str, written: object, meant: object) -> None:
    profile = profile_of("a", [], {setting: written})

    section, _, name = setting.partition(".")
    assert getattr(getattr(profile, section), name) == meant


def test_a_profile_that_sets_nothing_has_the_house_s_rules() -> None:
    profile = Profile("A")

    assert profile.rounding.half == "up"
    assert profile.delivery.correction_window == timedelta(minutes=10)


def test_where_nothing_is_weighted_every_work_counts_as_one() -> None:
    weighted, even = Profile(), Profile(marking=Marking(weighted=False))

    assert [one.weigh(Decimal(4)) for one in (weighted, even)] == [Decimal(4), Decimal(1)]


def test_every_default_fits_its_own_form() -> None:
    profile = Profile()

    written = {setting: profile.written(setting) for setting in FORMS}

    assert profile_of("", [], written).bases.keys() == FORMS.keys()
