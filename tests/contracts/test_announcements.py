"""What schools announced: the same on every store."""

from datetime import date, timedelta

import pytest

from core.access.people import Name
from core.diary.school_life.announcing import Announcement
from tests.contracts.conftest import Ground
from tests.school.stores import NOW

DECEMBER = date(2026, 12, 1)
BEFORE, AFTER = NOW - timedelta(days=1), NOW + timedelta(days=1)


async def test_announcements_are_a_school_s_own_and_the_latest_comes_first(
    ground: Ground,
) -> None:
    seed = ground.seed
    head, school = seed.a_person("Алла"), seed.school
    other = seed.a_school()
    stranger = seed.a_person()
    await ground.plant()

    async with ground.turn() as tx:
        first = await tx.announcements.announce(school, "Скоро", DECEMBER, by=head, at=NOW)
        await tx.announcements.announce(other, "Чужое", DECEMBER, by=stranger, at=NOW)
        second = await tx.announcements.announce(school, "Уже", DECEMBER, by=head, at=AFTER)
        found = await tx.announcements.announced(school)

    by = Name("Алла", "Орлова")
    assert list(found) == [
        Announcement(second, "Уже", DECEMBER, by, AFTER),
        Announcement(first, "Скоро", DECEMBER, by, NOW),
    ]


LINKS = {
    "came in later": ([(AFTER, None)], True),
    "was in": ([(BEFORE, None)], False),
    "came in at that very instant": ([(NOW, None)], False),
    "was in, and comes with another phone": ([(BEFORE, AFTER), (AFTER, None)], False),
    "had left before": ([(BEFORE, BEFORE), (AFTER, None)], True),
    "came in later twice": ([(AFTER, AFTER), (AFTER, None)], False),
    "never came in": ([], False),
}


@pytest.mark.parametrize("case", LINKS)
async def test_who_came_in_since_was_not_in_before(ground: Ground, case: str) -> None:
    links, came = LINKS[case]
    person = ground.seed.a_person()
    for linked_at, ended_at in links:
        account = ground.seed.an_account()
        ground.seed.a_link(person, account, ended_at=ended_at, linked_at=linked_at)
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.announcements.came_in_since(person, NOW)

    assert found is came
