"""When class teachers hear who has not checked the data (W2)."""

from datetime import UTC, datetime

import pytest

from core.notices.personal_data.of_classes import is_due


@pytest.mark.parametrize(
    ("asked_on", "now", "due"),
    [
        (5, (11, 11, 9), False),
        (5, (11, 12, 7), False),
        (5, (11, 12, 8), True),
        (5, (11, 18, 23), True),
        (5, (11, 19, 9), False),
        (28, (11, 29, 9), False),
        (28, (11, 30, 9), True),
        (0, (11, 12, 9), False),
    ],
    ids=[
        "within the week",
        "too early",
        "a week later",
        "after a standstill",
        "no more after a week",
        "not before the month's end",
        "at the month's end",
        "nobody is asked",
    ],
)
def test_a_week_after_the_asking(asked_on: int, now: tuple[int, int, int], *, due: bool) -> None:
    month, day, hour = now

    assert is_due(datetime(2026, month, day, hour, tzinfo=UTC), asked_on) is due
