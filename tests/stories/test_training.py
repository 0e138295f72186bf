"""A training is planned, invited to, moved, reminded of, held; one that lacks is told (H6)."""

import pytest

from sandbox.in_process import Person
from tests.stories.conftest import ON_BOTH
from tests.stories.test_breach import with_an_administrator
from tests.stories.town import Town


@pytest.fixture
async def boss(town: Town) -> Person:
    """The administrator of the journal."""
    await town.imports(with_an_administrator())
    return await town.comes_in("x1")


async def plans(boss: Person, *, when: str = "27.11 14:00") -> None:
    """Say topics, time and place of a new training for all teachers."""
    await boss.sends("/training")
    await boss.taps("Запланировать")
    await boss.taps("Темы")
    await boss.taps("дневник")
    await boss.taps("‹ К плану")
    await boss.taps("Когда")
    await boss.sends(when)
    await boss.taps("Где")
    await boss.sends("каб. 4")


async def the_evening_comes(town: Town, at: str) -> None:
    """Let the job tick twice on the evening before: once is told."""
    town.clock.strikes(at)
    for _ in range(2):
        await town.program.tick("training-tick")
        await town.outbox_ticks()


async def ticks_off(boss: Person) -> str:
    """Tick everybody who promised to come; return the list, and go back to the training."""
    await boss.sends("/training")
    for label in ("Прошедшие", "1", "Кто пришёл", "Пришли все, кто обещал"):
        await boss.taps(label)
    ticked = boss.screen.text
    await boss.taps("‹ К обучению")
    return ticked


@ON_BOTH
async def test_teachers_are_invited_reply_are_reminded_and_ticked_off(
    town: Town, boss: Person
) -> None:
    nina, yuri = await town.comes_in("t1"), await town.comes_in("t2")

    await plans(boss)
    await boss.taps("Пригласить (2)")
    planned = boss.screen.text
    await town.outbox_ticks()
    invited = nina.screen
    await nina.taps("Приду")
    await yuri.taps("Не смогу")
    heard = len(yuri.messages)
    await the_evening_comes(town, "2026-11-26T18:00")
    reminded = nina.screen.text
    town.clock.strikes("2026-11-27T14:05")
    ticked = await ticks_off(boss)

    assert planned.startswith("Приглашения уходят.\n🆘 Обучение · пт, 27 ноября, 14:00")
    assert "Придут: 0, не смогут: 0, без ответа: 2" in planned
    assert invited.text == (
        "🆘 Вас приглашают на обучение\nпт, 27 ноября, 14:00, каб. 4\n"
        "Темы: дневник\nПроводит Ольга Дальняя"
    )
    assert reminded.startswith("🆘 Напоминание: обучение\n")
    assert "Вы ответили: придёте." in reminded
    assert len(yuri.messages) == heard
    assert "1. ✓ Грачёва Нина — придёт\n2. Полевой Юрий — не сможет" in ticked
    assert "Пришли: 1 из 2" in boss.screen.text
    assert await town.endings() == {"delivered": 3}


async def moves(boss: Person, *said: str) -> list[str]:
    """Say another time, perhaps more than once; return what was answered to each."""
    await boss.taps("Перенести")
    answered = []
    for words in said:
        await boss.sends(words)
        answered.append(boss.screen.text)
    return answered


@ON_BOTH
async def test_who_is_invited_hears_of_another_time_and_replies_anew(
    town: Town, boss: Person
) -> None:
    nina = await town.comes_in("t1")
    await plans(boss)
    await boss.taps("Пригласить (2)")
    await town.outbox_ticks()
    invitation = nina.screen
    await nina.taps("Приду")
    refused, moved = await moves(boss, "вчера", "30.11 15:00, каб. 5")
    await town.outbox_ticks()
    told = nina.screen.text
    await nina.taps("Приду", on=invitation)
    late = nina.toast

    await boss.taps("Отменить")
    await boss.taps("Да, отменить")
    await town.outbox_ticks()

    assert "написано иначе" in refused
    assert "пн, 30 ноября, 15:00" in moved
    assert "без ответа: 2" in moved
    assert told.startswith("🆘 Обучение перенесено\nпн, 30 ноября, 15:00, каб. 5")
    assert "Было: пт, 27 ноября, 14:00" in told
    assert "больше не действует" in late
    assert nina.screen.text.startswith("🆘 Обучение отменено")
    assert "Приду" not in nina.screen.buttons


async def test_what_is_moved_before_it_was_told_is_told_once_as_it_is(
    town: Town, boss: Person
) -> None:
    nina = await town.comes_in("t1")
    await plans(boss)
    await boss.taps("Пригласить (2)")
    await boss.taps("Перенести")
    await boss.sends("30.11 15:00")
    so_far = len(nina.messages)

    await town.outbox_ticks()

    (told,) = nina.messages[so_far:]
    assert told.text.startswith("🆘 Вас приглашают на обучение\nпн, 30 ноября, 15:00, каб. 4")


async def test_parents_of_a_class_are_invited_as_the_families_of_its_pupils(
    town: Town, boss: Person
) -> None:
    mother, pupil = await town.comes_in("g1"), await town.comes_in("p1")
    other = len(pupil.messages)
    await plans(boss)
    await boss.taps("Кого")
    await boss.taps("Родители класса")
    await boss.taps("7А")
    plan = boss.screen.text
    await boss.taps("Пригласить (4)")

    await town.outbox_ticks()
    told = mother.screen.text
    await mother.taps("Приду")

    assert "Кого: родители 7А — 4" in plan
    assert "Не подключены к боту: 3" in plan
    assert told.startswith("🆘 Обучение для родителей 7А\n")
    assert "Вы ответили: придёте." in mother.screen.text
    assert len(pupil.messages) == other


async def test_who_is_no_guardian_any_more_opens_no_invitation(town: Town, boss: Person) -> None:
    mother = await town.comes_in("g1")
    await plans(boss)
    await boss.taps("Кого")
    await boss.taps("Родители класса")
    await boss.taps("7А")
    await boss.taps("Пригласить (4)")
    await town.outbox_ticks()
    invited = mother.screen
    await town.imports(with_an_administrator().change("users", "p1", agentSourcedIds="g2"))
    await mother.taps("Приду", on=invited)
    refused = mother.screen.text
    await mother.sends("/training")

    assert refused.startswith("Этот экран вам не открыт")
    assert "Обучение для родителей" not in mother.screen.text


async def test_a_plan_says_what_it_lacks_and_takes_no_nonsense(town: Town, boss: Person) -> None:
    await boss.sends("/training")
    await boss.taps("Запланировать")
    empty = boss.screen
    await boss.sends("завтра в два")
    aside = boss.screen.text
    await boss.taps("Когда")
    await boss.sends("31.02 14:00")
    wrong = boss.screen.text
    await boss.sends_sticker()
    await boss.sends("19.11.2026 14:00")

    assert "Осталось указать: темы, время, место." in empty.text
    assert not any(one.startswith("Пригласить") for one in empty.buttons)
    assert aside.startswith("Выберите, что указать")
    assert "Это время уже прошло" in wrong
    assert "Это время уже прошло" in boss.screen.text


async def test_a_teacher_plans_nothing_and_sees_who_invites(town: Town, boss: Person) -> None:
    nina = await town.comes_in("t1")
    await nina.sends("/training")
    empty = nina.screen
    await plans(boss)
    await boss.taps("Пригласить (2)")

    await nina.sends("/training")
    await nina.taps("1")

    assert empty.text == "🆘 Обучения\nПредстоящих обучений нет."
    assert "Запланировать" not in empty.buttons
    assert nina.screen.text.startswith("🆘 Вас приглашают на обучение")


@ON_BOTH
async def test_the_administrator_hears_once_of_a_quarter_without_a_training(
    town: Town, boss: Person
) -> None:
    so_far = len(boss.messages)
    town.clock.strikes("2026-12-05T09:00")
    await town.program.tick("training-tick")
    early = len(boss.messages)
    town.clock.strikes("2026-12-07T09:00")

    for _ in range(2):
        await town.program.tick("training-tick")
        await town.outbox_ticks()

    assert early == so_far
    (told,) = boss.messages[so_far:]
    assert told.text.startswith("🆘 В этой четверти нет обучения\n")
    assert "27 декабря" in told.text
    await boss.taps("Запланировать")
    assert boss.screen.text.startswith("🆘 Новое обучение")


async def test_what_is_planned_counts_for_the_quarter(town: Town, boss: Person) -> None:
    await plans(boss, when="25.12 14:00")
    await boss.taps("Пригласить (2)")
    so_far = len(boss.messages)
    town.clock.strikes("2026-12-07T09:00")

    await town.program.tick("training-tick")
    await town.outbox_ticks()

    assert len(boss.messages) == so_far
