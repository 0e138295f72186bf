"""Lesson plans and lessons taught: the same on every store."""

from datetime import date
from decimal import Decimal

from core.diary.school_life.programme import CourseProgramme, PlannedTopic
from tests.contracts.conftest import Ground
from tests.school.records import LONG_AGO
from tests.school.seed import DAY

MONDAY = date(2026, 11, 16)


async def test_a_programme_is_its_plan_and_the_lessons_held(ground: Ground) -> None:
    seed = ground.seed
    pupil = seed.a_pupil()
    physics = seed.a_course(pupil, title="Физика")
    left = seed.a_course(title="Химия")
    seed.enrolled(pupil, left, ends=MONDAY)
    seed.a_planned_topic(physics, 2, "Масса")
    seed.a_planned_topic(physics, 1, "Силы", hours=Decimal("1.5"))
    seed.a_planned_topic(physics, 3, "Опыт", gone_at=LONG_AGO)
    seed.a_lesson(physics, topic="Масса", number=2)
    seed.a_lesson(physics, day=MONDAY, topic="Силы")
    seed.a_lesson(physics, topic="Отмена", state="cancelled")
    seed.a_lesson(physics, topic="Завтра", day=date(2026, 11, 23))
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.programme.of_pupil(pupil, DAY)

    plan = (PlannedTopic("Силы", Decimal("1.5")), PlannedTopic("Масса"))
    assert found == [CourseProgramme("Физика", plan, ("Силы", "Масса"))]
