"""The answers of families: the same on every store."""

from dataclasses import replace
from datetime import timedelta

from core.diary.acknowledging import Acknowledged, Acknowledgement
from core.ids import PersonId, PupilId
from tests.contracts.conftest import Ground
from tests.school.stores import NOW

FORECAST, REVIEW = Acknowledged.FORECAST, Acknowledged.REVIEW
LATER = NOW + timedelta(hours=1)


def an_answer(ground: Ground, pupil: PupilId, person: PersonId) -> Acknowledgement:
    return Acknowledgement(ground.seed.school, person, pupil, FORECAST, 3, NOW, "digest")


async def test_an_answer_is_found_as_it_was_given(ground: Ground) -> None:
    pupil = ground.seed.a_pupil()
    answer = an_answer(ground, pupil, ground.seed.a_guardian(pupil))
    await ground.plant()

    async with ground.turn() as tx:
        new = await tx.acknowledgements.add(answer)
        given = await tx.acknowledgements.given(FORECAST, [pupil], 3, 3)

    assert new is not None
    assert given == [answer]


async def test_the_first_answer_stands(ground: Ground) -> None:
    pupil = ground.seed.a_pupil()
    answer = an_answer(ground, pupil, ground.seed.a_guardian(pupil))
    await ground.plant()

    async with ground.turn() as tx:
        await tx.acknowledgements.add(answer)
        again = await tx.acknowledgements.add(replace(answer, at=LATER, digest="another"))
        given = await tx.acknowledgements.given(FORECAST, [pupil], 3, 3)

    assert (again, given) == (None, [answer])


async def test_what_is_asked_for_anew_is_answered_anew_and_once(ground: Ground) -> None:
    pupil = ground.seed.a_pupil()
    answer = an_answer(ground, pupil, ground.seed.a_guardian(pupil))
    renewed = replace(answer, at=LATER, digest="another")
    await ground.plant()

    async with ground.turn() as tx:
        first = await tx.acknowledgements.add(answer)
        anew = await tx.acknowledgements.add(renewed, since=LATER)
        again = await tx.acknowledgements.add(replace(renewed, digest="third"), since=LATER)
        given = await tx.acknowledgements.given(FORECAST, [pupil], 3, 3)

    assert first == anew
    assert (again, given) == (None, [renewed])


async def test_each_person_answers_apart(ground: Ground) -> None:
    pupil = ground.seed.a_pupil()
    mother, father = ground.seed.a_guardian(pupil), ground.seed.a_guardian(pupil, given="Пётр")
    of_mother = replace(an_answer(ground, pupil, mother), at=LATER)
    of_father = an_answer(ground, pupil, father)
    await ground.plant()

    async with ground.turn() as tx:
        await tx.acknowledgements.add(of_mother)
        await tx.acknowledgements.add(of_father)
        given = await tx.acknowledgements.given(FORECAST, [pupil], 3, 3)

    assert given == [of_father, of_mother]


async def test_answers_about_other_records_and_pupils_are_left_out(ground: Ground) -> None:
    pupil, brother = ground.seed.a_pupil(), ground.seed.a_pupil("Петя")
    mother = ground.seed.a_guardian(pupil, brother)
    answer = an_answer(ground, pupil, mother)
    others = [
        replace(answer, about=brother),
        replace(answer, kind=REVIEW),
        replace(answer, subject=2),
        replace(answer, subject=5),
    ]
    await ground.plant()

    async with ground.turn() as tx:
        kept = [await tx.acknowledgements.add(one) for one in (*others, answer)]
        given = await tx.acknowledgements.given(FORECAST, [pupil], 3, 4)

    assert len({*kept} - {None}) == 5
    assert given == [answer]
