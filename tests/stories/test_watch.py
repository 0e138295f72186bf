"""What a class teacher watches: how families use the diary, and who has not reviewed."""

from sandbox.in_process import Person
from tests.stories.town import Town


async def opens_use(teacher: Person) -> None:
    await teacher.sends("/class")
    await teacher.taps("Ещё")
    await teacher.taps("Кто заходит")


async def test_a_class_teacher_sees_who_uses_the_diary_the_least_first(town: Town) -> None:
    mother, teacher = await town.comes_in("g1"), await town.comes_in("t1")
    await mother.sends("/diary")

    await opens_use(teacher)

    lines = teacher.screen.text.splitlines()
    assert lines[:2] == ["7А · как семьи пользуются дневником", "С 1 октября заходили 1 из 3."]
    assert lines[-1] == "Лугова Яна: вошли 1 из 2, 1 день, последний раз 20 ноября"
    assert "О'Нил Лев: родители ещё не входили" in lines


async def test_one_tap_reminds_who_has_not_reviewed_and_a_second_one_nobody(town: Town) -> None:
    mother, teacher = await town.comes_in("g1"), await town.comes_in("t1")
    await opens_use(teacher)

    await teacher.taps("Напомнить об ознакомлении")
    first = teacher.screen.text
    await teacher.taps("Напомнить об ознакомлении")
    await town.outbox_ticks()

    assert first.startswith("Напомню об ознакомлении 1 родителю.")
    assert teacher.screen.text.startswith("Напоминать некому")
    assert mother.screen.text.startswith("✍️ Яна")
    assert await town.delivered() == 1
