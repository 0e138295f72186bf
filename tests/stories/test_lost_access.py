"""Somebody lost access and says so to the bot; the administrator hands over a new code (S3)."""

import pytest

from sandbox.in_process import Person
from tests.stories.bundle import a_second_school
from tests.stories.conftest import ON_BOTH
from tests.stories.test_breach import with_an_administrator
from tests.stories.town import Town

ASKED = "Администратор получил обращение. Новый код выдают лично."


@pytest.fixture
async def boss(town: Town) -> Person:
    """The administrator of the journal."""
    await town.imports(with_an_administrator())
    return await town.comes_in("x1")


async def asks(stranger: Person, words: str) -> None:
    await stranger.sends("/start")
    await stranger.taps("Потерян доступ")
    await stranger.sends(words)


@ON_BOTH
async def test_the_administrator_hears_and_the_new_code_ends_the_old_account(
    town: Town, boss: Person
) -> None:
    old, new = await town.comes_in("t1"), town.somebody("Новый телефон")

    await asks(new, "Грачёва Нина, учитель алгебры. Пароль: qwerty12")
    await town.outbox_ticks()
    heard = boss.screen
    await boss.taps("Отвечено")
    await new.sends(await town.code_of("t1"))
    await old.sends("/start")

    assert heard.text.startswith("🆘 Потерян доступ: обращение из незнакомого чата\n")
    assert "Грачёва Нина, учитель алгебры" in heard.text
    assert "qwerty12" not in heard.text
    assert {"Сотрудники", "Отвечено"} <= set(heard.buttons)
    assert boss.screen.text == "Обращений о потерянном доступе нет."
    assert new.screen.text.startswith("Вход открыт: Грачёва Нина")
    assert old.screen.text.startswith("Это бот школы")


async def test_the_stranger_learns_nothing_about_anybody(town: Town, boss: Person) -> None:
    known, unknown = town.somebody(), town.somebody()

    await asks(known, "Грачёва Нина")
    await asks(unknown, "Никто Никтович")

    assert boss.screen.text
    assert known.screen.text == unknown.screen.text == ASKED
    assert known.screen.buttons == unknown.screen.buttons


async def test_what_is_no_words_is_asked_for_again(town: Town) -> None:
    stranger = town.somebody()

    await asks(stranger, "х" * 501)

    assert "не длиннее 500" in stranger.screen.text


async def test_an_account_asks_three_times_a_day(town: Town) -> None:
    stranger = town.somebody()
    for number in range(3):
        await asks(stranger, f"Это снова я, {number}")

    await asks(stranger, "И ещё раз")
    refused = stranger.screen.text
    town.clock.moves(days=1, minutes=1)
    await asks(stranger, "Наутро")

    assert "слишком много" in refused
    assert stranger.screen.text == ASKED


async def test_where_several_schools_are_served_one_is_chosen_first(town: Town) -> None:
    await town.imports(a_second_school())
    stranger = town.somebody()
    await stranger.sends("/start")

    await stranger.taps("Потерян доступ")
    chosen = stranger.screen.text
    await stranger.taps("Лицей")
    await stranger.sends("Лугова Ева, мама Веры")

    assert chosen == "В какой школе потерян доступ?"
    assert stranger.screen.text == ASKED


async def test_a_code_in_the_middle_of_it_lets_the_person_in(town: Town) -> None:
    stranger = town.somebody()
    await stranger.sends("/start")
    await stranger.taps("Потерян доступ")

    await stranger.sends(await town.code_of("g1"))

    assert stranger.screen.text.startswith("Вход открыт")


async def test_the_administrator_finds_who_waits_in_the_list_of_staff(
    town: Town, boss: Person
) -> None:
    await asks(town.somebody(), "Грачёва Нина, учитель")
    await boss.sends("/start")
    await boss.taps("Классы школы")
    await boss.taps("Ещё")
    await boss.taps("Сотрудники")

    await boss.taps("Потерян доступ")
    waiting = boss.screen.text
    await boss.taps("Отвечено 1")

    assert "1. 20 ноября: Грачёва Нина, учитель" in waiting
    assert boss.screen.text == "Обращений о потерянном доступе нет."
