"""Who and what is around a pupil's lessons: the same on every store."""

from datetime import date, timedelta

from core.access.people import Name
from core.diary.school_life.class_life import CourseTeacher, SchoolEvent
from tests.contracts.conftest import Ground
from tests.school.records import LONG_AGO
from tests.school.seed import DAY

YESTERDAY = DAY - timedelta(days=1)
TOMORROW = DAY + timedelta(days=1)


async def test_teachers_come_by_subject_after_the_class_teacher(ground: Ground) -> None:
    seed = ground.seed
    class_7a = seed.a_class("7А")
    pupil = seed.a_pupil("Маша", class_id=class_7a)
    physics, algebra = seed.a_course(pupil, title="Физика"), seed.a_course(pupil)
    second = seed.a_teacher(given="Олег")
    seed.enrolled(second, algebra, role="teacher", is_primary=False)
    seed.a_teacher(physics, given="Юрий")
    seed.a_teacher(algebra, given="Инна")
    seed.a_teacher(class_7a, given="Нина")
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.class_life.teachers(pupil, DAY)

    assert found == [
        CourseTeacher("", Name("Нина", "Орлова")),
        CourseTeacher("Алгебра", Name("Инна", "Орлова")),
        CourseTeacher("Алгебра", Name("Олег", "Орлова")),
        CourseTeacher("Физика", Name("Юрий", "Орлова")),
    ]


async def test_who_teaches_no_more_or_others_is_no_teacher_of_the_pupil(ground: Ground) -> None:
    seed = ground.seed
    pupil, other = seed.a_pupil("Маша"), seed.a_pupil("Петя")
    algebra = seed.a_course(pupil)
    left = seed.a_course(title="Химия")
    seed.enrolled(pupil, left, ends=YESTERDAY)
    seed.a_teacher(left)
    seed.a_teacher(seed.a_course(other, title="Физика"))
    seed.a_teacher(algebra, gone_at=LONG_AGO)
    seed.enrolled(seed.a_teacher(), algebra, role="teacher", ends=YESTERDAY)
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.class_life.teachers(pupil, DAY)

    assert list(found) == []


async def test_events_are_those_of_the_school_and_of_the_pupil_s_class(ground: Ground) -> None:
    seed = ground.seed
    class_7a, class_5b = seed.a_class("7А"), seed.a_class("5Б")
    pupil = seed.a_pupil("Маша", class_id=class_7a)
    fair = seed.an_event(title="Ярмарка", begins=TOMORROW, text="В 17:00")
    trip = seed.an_event(class_5b, class_7a, title="Поход", begins=DAY, ends=TOMORROW)
    seed.an_event(class_5b, title="Музей")
    seed.an_event(title="Отменено", gone_at=LONG_AGO)
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.class_life.events(pupil, DAY, TOMORROW, today=DAY)

    assert found == [
        SchoolEvent(trip, "Поход", "", DAY, TOMORROW, of_school=False),
        SchoolEvent(fair, "Ярмарка", "В 17:00", TOMORROW, TOMORROW, of_school=True),
    ]


async def test_events_of_other_days_classes_left_and_schools_are_not_shown(
    ground: Ground,
) -> None:
    seed = ground.seed
    left = seed.a_class("7А")
    pupil = seed.a_pupil("Маша")
    seed.enrolled(pupil, left, ends=YESTERDAY)
    seed.an_event(left)
    seed.an_event(begins=date(2026, 11, 1))
    seed.an_event(begins=date(2026, 12, 1))
    seed.a_school()
    seed.an_event()
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.class_life.events(pupil, DAY, TOMORROW, today=DAY)

    assert list(found) == []
