"""Templates of answers: the same on every store."""

import pytest

from core.helpdesk.templates.template import AnswerTemplate
from core.ids import PersonId, SchoolId
from tests.contracts.conftest import Ground
from tests.school.stores import NOW

LATER = NOW.replace(hour=23)


class Desk:
    """Two consultants of a school."""

    def __init__(self, ground: Ground) -> None:
        self.ground, seed = ground, ground.seed
        self.school = SchoolId(seed.school)
        self.nina: PersonId = seed.a_person("Нина", source="Нина")
        self.olga: PersonId = seed.a_person("Ольга", source="Ольга")

    async def adds(self, text: str, owner: PersonId | None) -> AnswerTemplate:
        async with self.ground.turn() as tx:
            number = await tx.answer_templates.add(
                self.school, text, owner=owner, by=self.nina, at=NOW
            )
            return AnswerTemplate(number, self.school, owner, text, NOW)

    async def of(self, person: PersonId) -> list[AnswerTemplate]:
        async with self.ground.turn() as tx:
            return list(await tx.answer_templates.of(self.school, person))


@pytest.fixture
async def desk(ground: Ground) -> Desk:
    made = Desk(ground)
    await ground.plant()
    return made


async def test_own_templates_come_first_and_others_are_not_seen(desk: Desk) -> None:
    of_school = await desk.adds("Ближайшее окно", None)
    later = await desk.adds("Сбросьте пароль", desk.nina)
    first = await desk.adds("Откройте «Отчёты»", desk.nina)
    await desk.adds("Чужая", desk.olga)

    assert await desk.of(desk.nina) == [first, later, of_school]


async def test_a_template_is_changed_once_from_what_was_read(desk: Desk) -> None:
    kept = await desk.adds("Сбросьте пароль", desk.nina)

    async with desk.ground.turn() as tx:
        first = await tx.answer_templates.change(kept, "Смените пароль", by=desk.nina, at=LATER)
        second = await tx.answer_templates.change(kept, "Иначе", by=desk.nina, at=LATER)
    (found,) = await desk.of(desk.nina)

    assert (first, second) == (True, False)
    assert (found.text, found.changed_at) == ("Смените пароль", LATER)


async def test_a_template_that_was_taken_away_is_gone(desk: Desk) -> None:
    kept = await desk.adds("Сбросьте пароль", None)

    async with desk.ground.turn() as tx:
        first = await tx.answer_templates.change(kept, None, by=desk.nina, at=LATER)
        second = await tx.answer_templates.change(kept, None, by=desk.nina, at=LATER)

    assert (first, second) == (True, False)
    assert await desk.of(desk.olga) == []
