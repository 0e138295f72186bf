"""A family opens how far each subject has come."""

from bot.callbacks.diary import OpenProgramme
from tests.handlers.chat import Chat, Town
from tests.handlers.test_class_life import added, more
from tests.school import records
from tests.screens.views import RU


async def test_the_programme_is_shown_in_hours_and_per_cent(town: Town, father: Chat) -> None:
    course = next(one.id for one in town.school.world.all(records.Group) if one.kind == "course")
    for number, topic in enumerate(("Дроби", "Корни", "Степени")):
        added(town, records.LessonPlan, course_id=course, number=number, topic=topic)

    assert await more(father, "Программа") == [
        "Программа по предметам",
        "Алгебра: 1 из 3 ч, 33\xa0%; дальше: Корни",
    ]


async def test_a_subject_without_a_plan_says_so(father: Chat) -> None:
    assert (await more(father, "Программа"))[1] == (
        "Алгебра: проведено уроков: 1; план школа не внесла"
    )


async def test_another_family_s_programme_is_refused(town: Town, father: Chat) -> None:
    screen = await father.taps(OpenProgramme(pupil=town.vera))

    assert screen.toast == RU.label("refusal-access")
