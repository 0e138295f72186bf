"""A parent leaves the messenger for good: Telegram tells the bot only when it writes."""

import pytest

from sandbox.in_process import Person
from tests.stories.conftest import ON_BOTH
from tests.stories.test_broadcasts import WORDS, looks, sends, writes
from tests.stories.town import Town


@pytest.fixture
async def teacher(town: Town) -> Person:
    """The class teacher of 7А."""
    return await town.comes_in("t1")


@ON_BOTH
async def test_who_deleted_the_account_is_refused_once_and_named_to_the_class_teacher(
    town: Town, teacher: Person
) -> None:
    mother, father, _ = await town.family()
    town.telegram.people.deletes_account(mother.id)
    await writes(teacher)
    before = teacher.screen
    await sends(town, teacher)
    await looks(town)
    told = teacher.screen.text

    await writes(teacher)
    after = teacher.screen.text
    await teacher.taps("Кто не получит")

    assert "Получат: 2 из 4" in before.text
    assert father.screen.text.startswith("📣 7А · Нина Грачёва")
    assert told.startswith("⚠️ Лугова Яна · сообщения не доходят")
    assert await town.endings() == {"delivered": 2, "refused: unreachable": 1}
    assert "Получат: 1 из 4" in after
    assert "не принимают сообщений — 1" in after
    assert "Ева — недоступно; Марк — получит" in teacher.screen.text


@ON_BOTH
async def test_who_deleted_the_account_comes_in_by_a_new_one_and_gets_what_still_counts(
    town: Town, teacher: Person
) -> None:
    old = await town.comes_in("g1")
    await town.comes_in("g3")
    town.telegram.people.deletes_account(old.id)
    await writes(teacher)
    await sends(town, teacher)

    anew = await town.comes_in("g1")
    await town.program.tick("broadcast-tick")
    await town.outbox_ticks()

    assert [one.text for one in anew.messages if one.text.startswith("📣")] == [
        f"📣 7А · Нина Грачёва\n{WORDS}"
    ]
