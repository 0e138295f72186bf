"""Ticks under homework: the same on every store."""

from datetime import timedelta

from tests.contracts.conftest import Ground
from tests.school.stores import NOW


async def test_a_tick_is_found_with_its_text_and_by_its_pupil(ground: Ground) -> None:
    seed = ground.seed
    masha, petya = seed.a_pupil("Маша"), seed.a_pupil("Петя")
    course = seed.a_course(masha, petya)
    lesson, other = seed.a_lesson(course), seed.a_lesson(course, number=2)
    await ground.plant()

    async with ground.turn() as tx:
        await tx.homework_ticks.tick(masha, lesson, "§ 1", at=NOW)
        await tx.homework_ticks.tick(masha, other, "§ 2", at=NOW)
        of_masha = await tx.homework_ticks.done(masha, [lesson])
        of_petya = await tx.homework_ticks.done(petya, [lesson, other])

    assert (of_masha, of_petya) == ({lesson: "§ 1"}, {})


async def test_a_tick_under_another_text_takes_the_place_of_the_first(ground: Ground) -> None:
    seed = ground.seed
    pupil = seed.a_pupil()
    lesson = seed.a_lesson(seed.a_course(pupil))
    await ground.plant()

    async with ground.turn() as tx:
        await tx.homework_ticks.tick(pupil, lesson, "§ 1", at=NOW)
        await tx.homework_ticks.tick(pupil, lesson, "§ 2", at=NOW + timedelta(hours=1))
        done = await tx.homework_ticks.done(pupil, [lesson])

    assert done == {lesson: "§ 2"}


async def test_a_tick_taken_back_is_gone_and_none_to_take_back_does_no_harm(
    ground: Ground,
) -> None:
    seed = ground.seed
    pupil = seed.a_pupil()
    course = seed.a_course(pupil)
    lesson, other = seed.a_lesson(course), seed.a_lesson(course, number=2)
    await ground.plant()

    async with ground.turn() as tx:
        await tx.homework_ticks.tick(pupil, lesson, "§ 1", at=NOW)
        await tx.homework_ticks.untick(pupil, lesson)
        await tx.homework_ticks.untick(pupil, other)
        done = await tx.homework_ticks.done(pupil, [lesson, other])

    assert done == {}
