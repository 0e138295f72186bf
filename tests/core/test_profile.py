"""A profile that no school could mean is refused, with what is wrong."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from core.regulation.profile import Codes, Delivery, Profile, Rounding, WrongProfile

WRONG = {
    "rounding.places: -1": lambda: Rounding(places=-1),
    "rounding.places: 5": lambda: Rounding(places=5),
    "delivery.correction_window: -1 day": lambda: Delivery(timedelta(seconds=-1)),
    "delivery.correction_window: 1 day, 0:00:01": lambda: Delivery(timedelta(days=1, seconds=1)),
    "codes: lifetime": lambda: Codes(lifetime=timedelta()),
    "codes: .*wrong_tries": lambda: Codes(wrong_tries=0),
}


@pytest.mark.parametrize("says", WRONG)
def test_a_wrong_value_is_refused_by_name(says: str) -> None:
    make: Callable[[], object] = WRONG[says]

    with pytest.raises(WrongProfile, match=says):
        make()


def test_a_profile_that_sets_nothing_has_the_house_s_rules() -> None:
    profile = Profile("A")

    assert profile.rounding.half == "up"
    assert profile.delivery.correction_window == timedelta(minutes=10)
