"""Who sees who has come in: a class teacher the own class, the administrator the staff too."""

import pytest
from aiogram.filters.callback_data import CallbackData

from bot.callbacks.connections import OpenConnection, OpenRoll, PrintCodes, TakeCodeBack
from core.access.people import Role
from tests.handlers.chat import Town

NOT_YOURS = "недоступно"


@pytest.fixture
async def administrator(town: Town) -> object:
    boss = town.seed.a_person("Роза")
    town.seed.a_role(boss, Role.ADMINISTRATOR)
    await town.seed.plant(town.school)
    return await town.known(boss)


async def test_a_class_teacher_sees_the_families_of_the_own_class(town: Town) -> None:
    leader = await town.known(town.leader)

    shown = await leader.taps(OpenRoll(of=town.class_7a))

    assert shown.text.startswith("🔑 Вход · <b>7А</b>\nВошли 0 из 3")
    assert "1. Орлова Маша: кода ещё не было" in shown.text
    assert "3. Орлова Пётр, родитель (Маша): кода ещё не было" in shown.text


@pytest.mark.parametrize("kind", ["roll", "connection", "print", "revoke"])
async def test_another_class_is_not_shown_nor_given_codes(town: Town, kind: str) -> None:
    leader = await town.known(town.leader)
    buttons: dict[str, CallbackData] = {
        "roll": OpenRoll(of=town.class_5b),
        "connection": OpenConnection(of=town.class_5b, staff=False, person=town.petya),
        "print": PrintCodes(of=town.class_5b, staff=False),
        "revoke": TakeCodeBack(of=town.class_5b, staff=False, person=town.petya),
    }

    shown = await leader.taps(buttons[kind])

    assert shown.enclosed is None
    assert "Вход ·" not in shown.text
    assert "Петя" not in shown.text


async def test_somebody_of_another_class_is_not_reached_through_the_own(town: Town) -> None:
    leader = await town.known(town.leader)

    shown = await leader.taps(OpenConnection(of=town.class_7a, staff=False, person=town.petya))

    assert "Петя" not in shown.text


async def test_the_staff_is_the_administrators(town: Town, administrator: object) -> None:
    leader, deputy = await town.known(town.leader), await town.known(town.deputy)
    staff = OpenRoll(of=town.school_id, staff=True)

    told = [(await one.taps(staff)).text for one in (leader, deputy, administrator)]  # type: ignore[attr-defined]  # a chat

    assert ["🔑 Сотрудники" in one for one in told] == [False, False, True]


async def test_where_all_have_come_in_no_paper_is_made(town: Town) -> None:
    leader = await town.known(town.leader)
    for person in (town.masha, town.mother, town.father):
        await town.known(person)

    shown = await leader.taps(PrintCodes(of=town.class_7a, staff=False))

    assert shown.enclosed is None
    assert "Все из этого списка уже вошли" in shown.text
