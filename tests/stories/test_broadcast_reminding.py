"""«Напомнить» under a broadcast does what it says, also at night and after the day."""

import pytest

from sandbox.in_process import Person
from tests.stories.conftest import ON_BOTH
from tests.stories.test_broadcasts import asks, sends, taps_from_elsewhere, ticks
from tests.stories.town import Town


@pytest.fixture
async def teacher(town: Town) -> Person:
    """The class teacher of 7А."""
    return await town.comes_in("t1")


async def sent_until_the_20th(town: Town, teacher: Person) -> None:
    """Send a broadcast on the day before; in the evening of that day it was nudged already."""
    town.clock.strikes("2026-11-19T12:00")
    await asks(teacher, "До 20 ноября")
    await sends(town, teacher)
    town.clock.strikes("2026-11-20T21:00")
    await ticks(town)


@ON_BOTH
async def test_what_is_reminded_at_night_comes_in_the_morning_after_the_day(
    town: Town, teacher: Person
) -> None:
    mother = await town.comes_in("g1")
    await sent_until_the_20th(town, teacher)
    card = next(one for one in teacher.messages if "Отправлена" in one.text)
    town.clock.strikes("2026-11-20T22:30")
    said = len(mother.messages)

    await teacher.taps("Напомнить", on=card)
    promised = teacher.toast
    await town.outbox_ticks()
    at_night = len(mother.messages)
    town.clock.strikes("2026-11-21T07:00")
    await town.outbox_ticks()

    assert promised == (
        "Сейчас тихие часы. Напоминания (1) начнут приходить сб, 21 ноября в 07:00."
    )
    assert (at_night, len(mother.messages)) == (said, said + 1)
    assert mother.screen.text.startswith("✍️ Напоминание: нужен ваш ответ.")
    assert mother.screen.text.endswith("✍️ Срок был до пт, 20 ноября, ответить можно и сейчас.")


@ON_BOTH
async def test_who_is_late_is_reminded_and_can_still_answer(town: Town, teacher: Person) -> None:
    mother = await town.comes_in("g1")
    await sent_until_the_20th(town, teacher)
    card = next(one for one in teacher.messages if "Отправлена" in one.text)
    town.clock.strikes("2026-11-21T12:00")

    await teacher.taps("Напомнить", on=card)
    said = teacher.toast
    await town.outbox_ticks()
    reminded = mother.screen.text
    await mother.taps("Ознакомлен(а)")

    assert said == "Напоминаний отправлено: 1."
    assert reminded.startswith("✍️ Напоминание: нужен ваш ответ.")
    assert reminded.endswith("✍️ Срок был до пт, 20 ноября, ответить можно и сейчас.")
    assert mother.toast == "Спасибо, ответ записан."


@ON_BOTH
async def test_where_nobody_who_owes_can_be_told_that_is_said(town: Town, teacher: Person) -> None:
    mother, other = await town.comes_in("g1"), await town.comes_in("g3")
    await asks(teacher)
    await sends(town, teacher)
    await mother.taps("Ознакомлен(а)")
    await other.blocks()

    await teacher.taps("Напомнить")

    assert teacher.toast == (
        "Не ответили, но бот никому из них написать сейчас не может. "
        "Телефоны — в «Кто не ответил»."
    )


async def test_what_was_taken_back_is_not_reminded_of(town: Town, teacher: Person) -> None:
    await town.comes_in("g1")
    await asks(teacher)
    await sends(town, teacher)
    remind = teacher.screen.data_of("Напомнить")
    for label in ("Ещё", "Отозвать", "Да, отозвать"):
        await teacher.taps(label)

    await taps_from_elsewhere(town, teacher, remind)

    assert teacher.toast.startswith("Рассылка уже отозвана или изменена.")
