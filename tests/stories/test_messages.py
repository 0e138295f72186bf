"""A parent and a teacher write to each other, and nobody else reads along."""

import pytest

from sandbox.engine.faults import FaultRule, Reset
from sandbox.in_process import Person
from tests.stories.bundle import a_school
from tests.stories.conftest import ON_BOTH
from tests.stories.town import Town

ASKED = "Можно пересдать контрольную?"


@pytest.fixture
async def teacher(town: Town) -> Person:
    """The class teacher of 7А, who teaches algebra there."""
    return await town.comes_in("t1")


@pytest.fixture
async def mother(town: Town) -> Person:
    return await town.comes_in("g1")


async def chooses_teacher(parent: Person, index: str = "2") -> None:
    await parent.sends("/messages")
    await parent.taps("Написать")
    await parent.taps("Яна, 7А")
    await parent.taps(index)


async def asks(town: Town, parent: Person, words: str = ASKED, index: str = "2") -> None:
    await chooses_teacher(parent, index)
    await parent.sends(words)
    await town.outbox_ticks()


async def answers(town: Town, person: Person, words: str) -> None:
    await person.taps("Ответить")
    await person.sends(words)
    await town.outbox_ticks()


async def ticks(town: Town) -> None:
    await town.program.tell_lost()
    await town.outbox_ticks()


@ON_BOTH
async def test_a_parent_asks_and_the_teacher_answers(
    town: Town, teacher: Person, mother: Person
) -> None:
    await mother.sends("/messages")
    await mother.taps("Написать")
    await mother.taps("Яна, 7А")
    offered = mother.screen.text
    await mother.taps("2")
    desk = mother.screen.text
    await mother.sends(ASKED)
    sent = mother.screen.text
    await town.outbox_ticks()
    asked = teacher.screen.text
    await answers(town, teacher, "Да, в среду")

    assert offered == (
        "💬 Яна, 7А: кому написать?\n"
        "1. Нина Грачёва, классный руководитель\n"
        "2. Нина Грачёва, алгебра\n"
        "3. Юрий Полевой, русский язык — пока не принимает сообщений"
    )
    assert desk.startswith("💬 Нина Грачёва · Яна · алгебра\nНапишите сообщение")
    assert sent == "💬 Нина Грачёва · Яна · алгебра\nОтправлено. Дошло ли, видно в переписке."
    assert asked == f"💬 Лугова Ева · Лугова Яна · алгебра\n{ASKED}"
    assert mother.screen.text == "💬 Нина Грачёва · Яна · алгебра\nДа, в среду"
    assert await town.endings() == {"delivered": 2}
