"""A text that the messenger cut in two is refused as a whole: its tail is nobody's words."""

from collections.abc import Awaitable, Callable

import pytest

from sandbox.in_process import Person
from tests.stories.test_asking import begins, boss, consultant, said_in
from tests.stories.test_messages import asks as asks_teacher
from tests.stories.test_remarks import opens_remarks
from tests.stories.town import Town

__all__ = ["boss", "consultant"]

TAIL = "и это самый конец"


async def sends_cut(person: Person) -> None:
    """Send what a messenger cuts: two full messages and the rest."""
    for part in ("а" * 4096, "б" * 4096, TAIL):
        await person.sends(part)


async def begins_a_remark(teacher: Person) -> None:
    await opens_remarks(teacher)
    await teacher.taps("Добавить")
    await teacher.taps("Похвала")


async def begins_homework(teacher: Person) -> None:
    await teacher.sends("/lessons")
    await teacher.taps("1")
    await teacher.taps("Задание")


async def begins_a_recommendation(teacher: Person) -> None:
    await teacher.sends("/lessons")
    await teacher.taps("1")
    await teacher.taps("Рекомендация")
    await teacher.taps("Всем на уроке")


@pytest.mark.parametrize("begin", [begins_a_remark, begins_homework, begins_a_recommendation])
async def test_the_tail_of_a_text_that_was_cut_is_not_taken_for_the_words(
    town: Town, begin: Callable[[Person], Awaitable[None]]
) -> None:
    teacher = await town.comes_in("t1")
    await begin(teacher)
    before = len(teacher.messages)
    await sends_cut(teacher)
    refused = len(teacher.messages) - before
    town.clock.moves(seconds=6)
    await teacher.sends("Коротко")

    assert refused == 1
    assert "Коротко" in teacher.screen.text or "передана" in teacher.screen.text
    assert not any(TAIL in one.text for one in teacher.messages)


async def test_the_tail_of_a_question_is_not_gathered(town: Town, consultant: Person) -> None:
    mother = await town.comes_in("g1")
    await begins(mother)
    await sends_cut(mother)
    town.clock.moves(seconds=6)
    await mother.sends("Где задания?")
    await mother.taps("Отправить")

    assert await said_in(town) == ["Где задания?"]


async def test_the_tail_of_a_reply_goes_nowhere(town: Town) -> None:
    teacher, mother = await town.comes_in("t1"), await town.comes_in("g1")
    await asks_teacher(town, mother)
    await teacher.posts(text="а" * 4096, reply_to_message=teacher.screen.wire)
    refused = teacher.screen.text
    await teacher.sends(TAIL)
    await town.outbox_ticks()

    assert refused.startswith("Слишком длинно")
    assert teacher.screen.text == refused
    assert not any(TAIL in one.text for one in mother.messages)
