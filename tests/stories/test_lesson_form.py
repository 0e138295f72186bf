"""A teacher writes in the chat, and the families hear once, with the files at hand."""

from tests.stories.town import Town


async def test_homework_is_told_once_when_it_is_saved(town: Town) -> None:
    mother, teacher = await town.comes_in("g1"), await town.comes_in("t1")
    await teacher.sends("/lessons")
    await teacher.taps("1")
    await teacher.taps("Задание")
    await teacher.sends("Решить № 7")
    await teacher.taps("Сохранить")

    await town.outbox_ticks()

    assert mother.screen.text.startswith("🏠 Яна · алгебра, задание изменено\n")
    assert mother.screen.text.endswith("Решить\xa0№\xa07")
    assert await town.delivered() == 1


async def test_a_recommendation_to_all_is_told_to_each_family(town: Town) -> None:
    mother, other = await town.comes_in("g1"), await town.comes_in("g3")
    teacher = await town.comes_in("t1")
    await teacher.sends("/lessons")
    await teacher.taps("1")
    await teacher.taps("Рекомендация")
    await teacher.taps("Всем на уроке")
    await teacher.sends("Повторить дроби")

    await town.outbox_ticks()

    assert mother.screen.text == (
        "Яна · алгебра, рекомендация учителя\nПовторить дроби\nНина Грачёва, после урока 20 ноября"
    )
    assert other.screen.text.startswith("Лев · алгебра")
