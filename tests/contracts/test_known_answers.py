"""Known answers: the same on every store."""

from datetime import timedelta

from core.helpdesk.answers.known import KnownAnswer, OwnAnswer, Seen, Wording
from core.helpdesk.topics import Topic
from tests.contracts.conftest import Ground
from tests.school.stores import NOW

LATER = NOW + timedelta(minutes=1)
ASKED = Wording(Topic.DIARY, "Где задание на завтра?", "В меню ребёнка:\n«Задания».")
OTHER = Wording(Topic.DIARY, "Где задания?", "В меню.")


async def test_an_answer_is_kept_and_said_in_other_words_by_one_at_a_time(ground: Ground) -> None:
    anna, school = ground.seed.a_consultant("Анна"), ground.seed.school
    other = ground.seed.a_school()
    await ground.plant()

    async with ground.turn() as tx:
        number = await tx.known_answers.add(school, ASKED, by=anna, at=NOW)
        first = await tx.known_answers.of_school(school)
        seen = Seen(number, NOW)
        elsewhere = await tx.known_answers.change(other, seen, OTHER, by=anna, at=LATER)
        changed = await tx.known_answers.change(school, seen, OTHER, by=anna, at=LATER)
        late = await tx.known_answers.change(school, seen, ASKED, by=anna, at=LATER)

        assert first == [
            KnownAnswer(number, Topic.DIARY, ASKED.question, ASKED.answer, changed_at=NOW)
        ]
        assert (elsewhere, changed, late) == (False, True, False)
        assert await tx.known_answers.of_school(school) == [
            KnownAnswer(number, Topic.DIARY, OTHER.question, OTHER.answer, changed_at=LATER)
        ]


async def test_it_is_retired_offered_again_and_counted(ground: Ground) -> None:
    anna = ground.seed.a_consultant("Анна")
    await ground.plant()
    school = ground.seed.school

    async with ground.turn() as tx:
        number = await tx.known_answers.add(school, ASKED, by=anna, at=NOW)
        for _ in range(2):
            await tx.known_answers.count(school, number, at=LATER)
        await tx.known_answers.retire(school, number, retired=True, by=anna, at=LATER)
        (retired,) = await tx.known_answers.of_school(school)
        await tx.known_answers.retire(school, number, retired=False, by=anna, at=LATER)
        (again,) = await tx.known_answers.of_school(school)

        assert (retired.helped, retired.is_retired, retired.changed_at) == (2, True, LATER)
        assert (again.helped, again.is_retired) == (2, False)


async def test_of_the_bot_s_own_only_what_a_school_did_is_kept(ground: Ground) -> None:
    anna = ground.seed.a_consultant("Анна")
    await ground.plant()
    school = ground.seed.school

    async with ground.turn() as tx:
        before = await tx.known_answers.of_school(school)
        await tx.known_answers.count(school, OwnAnswer.FORECASTS, at=NOW)
        await tx.known_answers.retire(school, OwnAnswer.FORECASTS, retired=True, by=anna, at=LATER)
        await tx.known_answers.count(school, OwnAnswer.FORECASTS, at=LATER)

        assert before == []
        assert await tx.known_answers.of_school(school) == [
            KnownAnswer(
                OwnAnswer.FORECASTS,
                Topic.FINAL_MARKS,
                helped=2,
                is_retired=True,
                changed_at=LATER,
            )
        ]
