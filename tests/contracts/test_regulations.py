"""Each school goes by a document, and by its own word over it."""

from datetime import time, timedelta

import pytest

from core.errors import NotFound
from core.ids import SchoolId
from core.regulation.forms import QuietHours
from core.regulation.profile import DecidedBy, WrongProfile
from tests.contracts.conftest import Ground
from tests.school.stores import NOW


async def test_a_school_goes_by_its_document_until_it_decides_otherwise(ground: Ground) -> None:
    school = ground.seed.school
    await ground.plant()

    async with ground.turn() as tx:
        before = await tx.regulations.of(school)
        await tx.schools.decide(school, "c", {"review.times_a_week": "1"}, at=NOW)
        after = await tx.regulations.of(school)
        kept = await tx.schools.decided(school)

    assert (before.name, before.review.times_a_week) == ("a", 2)
    assert (after.name, after.review.times_a_week) == ("c", 1)
    assert after.basis("review.times_a_week").by is DecidedBy.SCHOOL
    assert kept == ("c", {"review.times_a_week": 1})


async def test_a_school_s_word_on_delivery_is_in_force_at_once(ground: Ground) -> None:
    school = ground.seed.school
    await ground.plant()

    async with ground.turn() as tx:
        decided = {"delivery.quiet_hours": "22:00-06:00", "delivery.correction_window": 1}
        await tx.schools.decide(school, "a", decided, at=NOW)
        (rules,) = [one.rules for one in await tx.delivery.all() if one.school == school]

    assert rules.correction_window == timedelta(minutes=1)
    assert rules.quiet_hours == QuietHours(time(22), time(6))


async def test_a_wrong_word_changes_nothing(ground: Ground) -> None:
    school = ground.seed.school
    await ground.plant()

    async with ground.turn() as tx:
        with pytest.raises(WrongProfile):
            await tx.schools.decide(school, "c", {"review.times_a_week": 9}, at=NOW)
        rules = await tx.regulations.of(school)

    assert rules.name == "a"


async def test_a_school_that_is_none_has_no_rules(ground: Ground) -> None:
    await ground.plant()

    async with ground.turn() as tx:
        with pytest.raises(NotFound):
            await tx.regulations.of(SchoolId(999))
