"""What lies ahead of a pupil: the same on every store."""

from datetime import date, time, timedelta

from core.ids import CourseId, PupilId
from core.journal.values import LessonState
from tests.contracts.conftest import Ground
from tests.school.records import LONG_AGO
from tests.school.seed import DAY, Seed

WEEK = timedelta(days=7)
FIRST, LAST = date(2026, 11, 16), date(2026, 11, 29)


def taught(seed: Seed) -> tuple[PupilId, CourseId]:
    pupil = seed.a_pupil(class_id=seed.a_class())
    course = seed.a_course(pupil)
    seed.a_slot(course)
    return pupil, course


async def test_a_recorded_lesson_comes_with_its_course_and_its_hour(ground: Ground) -> None:
    pupil, course = taught(ground.seed)
    teacher = ground.seed.a_teacher(given="Нина")
    lesson = ground.seed.a_lesson(
        course, teacher_id=teacher, topic="Функции", homework="§ 12", homework_due=DAY + WEEK
    )
    await ground.plant()

    async with ground.turn() as tx:
        (found,) = await tx.agenda.lessons_given(pupil, FIRST, LAST)

    assert (found.id, found.course, found.subject) == (lesson, course, "Алгебра")
    assert (found.day, found.number, found.starts, found.ends) == (
        DAY,
        1,
        time(8, 30),
        time(9, 15),
    )
    assert (found.room, found.state, found.topic) == ("12", LessonState.HELD, "Функции")
    assert (found.homework, found.homework_due) == ("§ 12", DAY + WEEK)
    assert found.teacher is not None
    assert found.teacher.given == "Нина"
    assert not found.replaced
    assert found.changed_at == LONG_AGO


async def test_a_lesson_that_moved_says_where_it_was(ground: Ground) -> None:
    pupil, course = taught(ground.seed)
    ground.seed.a_lesson(
        course, day=DAY + timedelta(days=3), number=2, moved_from_day=DAY, moved_from_number=1
    )
    await ground.plant()

    async with ground.turn() as tx:
        (found,) = await tx.agenda.lessons_given(pupil, DAY, DAY)

    assert found.moved_from == (DAY, 1)
    assert found.slot == (course, DAY, 1)
    assert found.day == DAY + timedelta(days=3)


async def test_a_replaced_and_a_cancelled_lesson_say_so(ground: Ground) -> None:
    pupil, course = taught(ground.seed)
    absent, substitute = ground.seed.a_teacher(), ground.seed.a_teacher()
    ground.seed.a_lesson(course, teacher_id=substitute, replaces_id=absent)
    ground.seed.a_lesson(course, day=DAY + WEEK, state="cancelled")
    await ground.plant()

    async with ground.turn() as tx:
        replaced, cancelled = await tx.agenda.lessons_given(pupil, FIRST, LAST)

    assert (replaced.replaced, cancelled.replaced) == (True, False)
    assert cancelled.state is LessonState.CANCELLED


async def test_lessons_of_other_courses_and_those_that_are_gone_are_not_given(
    ground: Ground,
) -> None:
    pupil, course = taught(ground.seed)
    ground.seed.a_lesson(ground.seed.a_course())
    ground.seed.a_lesson(course, gone_at=LONG_AGO)
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.agenda.lessons_given(pupil, FIRST, LAST)

    assert list(found) == []


async def test_the_timetable_is_awaited_on_each_of_its_days(ground: Ground) -> None:
    pupil, course = taught(ground.seed)
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.agenda.lessons_awaited(pupil, FIRST, LAST)

    assert [(one.course, one.day, one.number, one.id) for one in found] == [
        (course, DAY, 1, None),
        (course, DAY + WEEK, 1, None),
    ]
