"""Profiles of the rules: read as core means them, or refused with what is wrong and why."""

from datetime import time, timedelta

import pytest

from core.regulation.profile import Delivery, QuietHours, WrongProfile
from storage.profiles import profile_of, read_profile


def test_the_profile_of_document_a_comes_with_the_program() -> None:
    profile = read_profile("a")

    assert profile.delivery == Delivery(timedelta(minutes=10), QuietHours(time(21), time(7)))
    assert profile.weighted
    assert dict(profile.clauses)["delivery"] == "A1.5"


def test_a_profile_that_does_not_exist_is_named() -> None:
    with pytest.raises(WrongProfile, match="zz"):
        read_profile("zz")


def test_what_a_profile_does_not_say_has_its_default() -> None:
    profile = profile_of('name = "Наша"')

    assert (profile.rounding.places, profile.codes.wrong_tries) == (2, 5)


def test_quiet_hours_may_be_off() -> None:
    profile = profile_of('name = "Наша"\n[delivery]\nquiet_hours = "off"')

    assert profile.delivery.quiet_hours is None


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("weighted = true", "name"),
        ('name = "Наша"\nwheighted = true', "wheighted"),
        ('name = "Наша"\nweighted = "no"', "weighted"),
        ('name = "Наша"\nrounding = 2', "rounding"),
        ('name = "Наша"\n[rounding]\nplaces = 9', "places"),
        ('name = "Наша"\n[rounding]\nplaces = "two"', "places"),
        ('name = "Наша"\n[rounding]\nhalf = "down"', "half"),
        ('name = "Наша"\n[rounding]\nhalf = ["up"]', "half"),
        ('name = "Наша"\n[delivery]\nquiet_hours = "evening"', "quiet_hours"),
        ('name = "Наша"\n[delivery]\ncorrection_window_minutes = -1', "correction_window"),
        ('name = "Наша"\n[codes]\nwrong_tries = 0', "wrong_tries"),
        ("name = ", "Invalid value"),
    ],
)
def test_a_wrong_profile_says_what_is_wrong(text: str, named: str) -> None:
    with pytest.raises(WrongProfile, match=named):
        profile_of(text)
