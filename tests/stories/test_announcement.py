"""The school announces that it goes electronic: all families once, and who comes in later too."""

import pytest

from sandbox.in_process import Person
from tests.exchange.builders import Files
from tests.stories.bundle import a_school
from tests.stories.town import Town


def with_a_head() -> Files:
    return a_school().add(
        "roles",
        sourcedId="r-head",
        userSourcedId="x1",
        roleType="primary",
        role="principal",
        orgSourcedId="s",
    )


@pytest.fixture
async def head(town: Town) -> Person:
    """The head of the school."""
    await town.imports(with_a_head())
    return await town.comes_in("x1")


async def announces(head: Person, words: str, day: str = "01.12.2026") -> None:
    await head.sends("/start")
    await head.taps("Классы школы")
    await head.taps("Ещё")
    await head.taps("Объявить переход")
    await head.taps("Написать объявление")
    await head.sends(words)
    await head.sends(day)
    await head.taps("Отправить всем семьям")


async def test_all_families_hear_once_and_it_stays_on_record(town: Town, head: Person) -> None:
    mother, other = await town.comes_in("g1"), await town.comes_in("g3")

    await announces(head, "Бумажных дневников больше нет.")
    await town.outbox_ticks()

    told = (
        "📣 Школа «Заречная» · электронный журнал\n"
        "Школа переходит на электронный журнал с 1 декабря.\n"
        "Бумажных дневников больше нет."
    )
    assert mother.screen.text == other.screen.text == told
    assert await town.endings() == {"delivered": 2}
    assert "20 ноября, Ольга Дальняя: с 1 декабря. Бумажных" in head.screen.text


async def test_who_comes_in_later_reads_it_then_and_once(town: Town, head: Person) -> None:
    town.clock.moves(hours=-1)
    await announces(head, "Дневник здесь.")
    town.clock.moves(hours=1)

    mother = await town.comes_in("g1")
    await town.outbox_ticks()
    again = await town.comes_in("g1")
    await town.outbox_ticks()

    assert mother.screen.text.startswith("📣 Школа «Заречная»")
    assert len(again.messages) == 1
    assert await town.endings() == {"delivered": 1}


async def test_staff_who_come_in_later_are_no_family(town: Town, head: Person) -> None:
    town.clock.moves(hours=-1)
    await announces(head, "Дневник здесь.")
    town.clock.moves(hours=1)

    await town.comes_in("t1")

    assert await town.ledger() == []


@pytest.mark.parametrize("day", ["завтра", "31.02.2027", "1.13.2026"])
async def test_a_day_that_is_none_is_asked_for_again(town: Town, head: Person, day: str) -> None:
    await head.sends("/start")
    await head.taps("Классы школы")
    await head.taps("Ещё")
    await head.taps("Объявить переход")
    await head.taps("Написать объявление")
    await head.sends("Дневник здесь.")

    await head.sends(day)
    asked = head.screen.text
    await head.taps("1 декабря")

    assert asked.startswith("Такой даты нет.")
    assert "с 1 декабря" in head.screen.text


async def test_cancelled_it_tells_nobody(town: Town, head: Person) -> None:
    await town.comes_in("g1")
    await head.sends("/start")
    await head.taps("Классы школы")
    await head.taps("Ещё")
    await head.taps("Объявить переход")
    await head.taps("Написать объявление")
    await head.sends("Дневник здесь.")
    await head.sends("/cancel")

    assert await town.ledger() == []
