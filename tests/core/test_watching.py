"""What a class teacher watches: how families use the diary, and which weeks stand beside."""

from datetime import date

import pytest

from core.access.people import Name
from core.ids import PersonId
from core.reports.family_use import UseOfFamily, use_of
from core.reports.ports import Family, User
from core.reports.verifying import weeks_around

MONDAY, BEFORE, AFTER = date(2026, 11, 16), date(2026, 11, 9), date(2026, 11, 23)


def a_user(
    number: int,
    *,
    days: int = 0,
    last: date | None = None,
    came: bool = True,
    letters: bool = False,
) -> User:
    since = date(2026, 9, 1) if came else None
    return User(PersonId(number), Name("Анна", "Орлова"), since, days, last, letters)


PUPIL = a_user(1, days=9, last=AFTER)
USES = {
    "nobody is known": ((), (0, 0, 0, None)),
    "one never came in": ((a_user(2, came=False),), (1, 0, 0, None)),
    "one came in and never returned": ((a_user(2),), (1, 1, 0, None)),
    "two on the same days are not twice as many": (
        (a_user(2, days=3, last=MONDAY), a_user(3, days=3, last=MONDAY)),
        (2, 2, 3, MONDAY),
    ),
    "who comes most often counts, and the last day of either": (
        (a_user(2, days=5, last=BEFORE), a_user(3, days=1, last=MONDAY)),
        (2, 2, 5, MONDAY),
    ),
    "one came in, the other did not": (
        (a_user(2, days=2, last=BEFORE), a_user(3, came=False)),
        (2, 1, 2, BEFORE),
    ),
}


def test_who_reads_letters_alone_is_counted_apart() -> None:
    alone, both = a_user(2, came=False, letters=True, days=1), a_user(3, letters=True)

    assert use_of(Family(PUPIL, (alone, both))).by_letters == 1


@pytest.mark.parametrize(("guardians", "expected"), USES.values(), ids=USES.keys())
def test_a_family_uses_the_diary_as_its_guardians_do_and_not_as_the_pupil_does(
    guardians: tuple[User, ...], expected: tuple[int, int, int, date | None]
) -> None:
    family = Family(PUPIL, guardians)

    assert use_of(family) == UseOfFamily(family, *expected)


@pytest.mark.parametrize(
    ("now", "weeks"),
    [
        (date(2026, 11, 20), [BEFORE]),
        (date(2026, 11, 22), [BEFORE]),
        (AFTER, [BEFORE, AFTER]),
        (date(2026, 12, 30), [BEFORE, AFTER]),
    ],
    ids=["this week", "its Sunday", "the next Monday", "long past"],
)
def test_no_week_that_lies_ahead_stands_beside(now: date, weeks: list[date]) -> None:
    assert list(weeks_around(MONDAY, now)) == weeks
