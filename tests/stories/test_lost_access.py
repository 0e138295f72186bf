"""Somebody lost access and says so to the bot; the administrator hands over a new code (S3)."""

import pytest

from core.helpdesk.log.chain import verify
from core.helpdesk.topics import Topic
from sandbox.in_process import Person
from tests.exchange.builders import Files
from tests.stories.bundle import a_second_school
from tests.stories.conftest import ON_BOTH
from tests.stories.test_breach import with_an_administrator
from tests.stories.town import Town

ASKED = "Обращение записано, администратору уходит сообщение. Новый код выдают лично."
TO_LEADERS = (
    "Обращение записано. Администратору журнала сообщение сейчас не доставить, о нём узнает "
    "руководство школы. Новый код выдают лично."
)
TO_NOBODY = (
    "Обращение записано, но сообщить о нём сейчас некому: оно ждёт, пока в бот войдёт "
    "администратор. Быстрее подойти к администратору школы лично."
)


@pytest.fixture
async def boss(town: Town) -> Person:
    """The administrator of the journal."""
    await town.imports(with_an_administrator())
    return await town.comes_in("x1")


def with_a_head(files: Files) -> Files:
    """Return the school whose t2 leads it as well."""
    return files.add(
        "roles",
        sourcedId="r-head",
        userSourcedId="t2",
        roleType="secondary",
        role="principal",
        orgSourcedId="s",
    )


async def ticks(town: Town) -> None:
    await town.program.tick("access-tick")
    await town.outbox_ticks()


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
    assert stranger.screen.text == TO_NOBODY


async def test_where_several_schools_are_served_one_is_chosen_first(town: Town) -> None:
    await town.imports(a_second_school())
    stranger = town.somebody()
    await stranger.sends("/start")

    await stranger.taps("Потерян доступ")
    chosen = stranger.screen.text
    await stranger.taps("Лицей")
    await stranger.sends("Лугова Ева, мама Веры")

    assert chosen == "В какой школе потерян доступ?"
    assert stranger.screen.text == TO_NOBODY


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


@ON_BOTH
async def test_where_no_administrator_is_reached_the_head_hears_and_passes_it_on(
    town: Town,
) -> None:
    await town.imports(with_a_head(with_an_administrator()))
    head, stranger = await town.comes_in("t2"), town.somebody()

    await asks(stranger, "Лугова Ева, мама Веры")
    await town.outbox_ticks()
    heard = head.screen
    boss = await town.comes_in("x1")
    await ticks(town)
    told_later = boss.screen.text
    await head.taps("Отвечено")

    assert stranger.screen.text == TO_LEADERS
    assert "Лугова Ева" in heard.text
    assert "передайте ему эти слова" in heard.text
    assert "Сотрудники" not in heard.buttons
    assert "Лугова Ева" in told_later
    assert "Личность проверьте сами" in told_later
    assert head.screen.text == "Обращений о потерянном доступе нет."


@ON_BOTH
async def test_what_nobody_could_be_told_of_is_told_once_somebody_comes_in(town: Town) -> None:
    await town.imports(with_an_administrator())
    stranger = town.somebody()

    await asks(stranger, "Лугова Ева, мама Веры")
    await ticks(town)
    boss = await town.comes_in("x1")
    await ticks(town)

    assert stranger.screen.text == TO_NOBODY
    assert boss.screen.text.startswith("🆘 Потерян доступ: обращение из незнакомого чата\n")


async def test_each_morning_until_it_is_answered_it_is_told_again(
    town: Town, boss: Person
) -> None:
    await asks(town.somebody(), "Лугова Ева, мама Веры")
    await ticks(town)
    await ticks(town)
    on_the_day = await town.delivered()
    town.clock.moves(days=1)
    await ticks(town)
    await ticks(town)
    next_day = await town.delivered()
    await boss.taps("Отвечено")
    town.clock.moves(days=1)
    await ticks(town)

    assert next_day == on_the_day + 1
    assert await town.delivered() == next_day


@ON_BOTH
async def test_what_was_answered_stands_in_the_log_of_consultations(
    town: Town, boss: Person
) -> None:
    await asks(town.somebody(), "Лугова Ева, мама Веры")
    await town.outbox_ticks()

    await boss.taps("Отвечено")
    async with town.store.transaction() as tx:
        (school,) = await tx.lost_access.served()
        (row,) = await tx.consultations.after(school.school, 0, most=9)

    assert (row.line.topic, row.line.role, row.line.consultant, row.line.said) == (
        Topic.LOST_ACCESS,
        None,
        "x1",
        "",
    )
    assert verify([row]) is None
