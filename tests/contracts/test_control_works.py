"""Control works of a pupil and of a school: the same on every store."""

from dataclasses import replace
from datetime import date, timedelta

from core.diary.school_life.control_works import ControlWork
from core.ids import CourseId
from core.journal.calendar import Holiday
from core.notices.telling.control_works import SchoolDays
from tests.contracts.conftest import Ground
from tests.school.records import LONG_AGO
from tests.school.seed import DAY
from tests.school.stores import NOW

MONDAY = date(2026, 11, 23)
SUNDAY = date(2026, 11, 22)


async def test_columns_and_lessons_of_a_required_kind_are_control_works(ground: Ground) -> None:
    seed = ground.seed
    pupil = seed.a_pupil()
    course = seed.a_course(pupil, title="Физика")
    control, dictation = seed.a_category(kind="control"), seed.a_category(required=True)
    answer = seed.a_category(title="Ответ", kind="answer")
    planned = {"day": MONDAY, "number": 5, "state": "planned"}
    lesson = seed.a_lesson(course, category_id=control, topic="Силы", **planned)
    work = seed.a_work(course, title="Оптика", day=MONDAY, category_id=dictation, lesson_id=lesson)
    seed.a_work(course, day=MONDAY, category_id=answer)
    seed.a_work(course, day=MONDAY)
    seed.a_work(course, day=MONDAY, category_id=control, gone_at=LONG_AGO)
    seed.a_lesson(course, day=MONDAY, number=6, state="cancelled", category_id=control)
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.control_works.of_pupil(pupil, DAY, MONDAY)

    told = (course, "Физика", "Контрольная работа")
    assert list(found) == [
        ControlWork(*told, "Оптика", MONDAY, 5, work=work),
        ControlWork(*told, "Силы", MONDAY, 5, lesson=lesson),
    ]


async def test_other_days_and_courses_are_left_out(ground: Ground) -> None:
    seed = ground.seed
    pupil, other = seed.a_pupil(), seed.a_pupil()
    control = seed.a_category(kind="control")
    course, left = seed.a_course(pupil), seed.a_course()
    seed.enrolled(pupil, left, ends=DAY)
    for one in (seed.a_course(other), left):
        seed.a_work(one, day=MONDAY, category_id=control)
    for day in (DAY - timedelta(days=1), MONDAY + timedelta(days=1)):
        seed.a_work(course, day=day, category_id=control)
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.control_works.of_pupil(pupil, DAY, MONDAY)

    assert list(found) == []


async def test_a_control_work_moves_and_is_cancelled_with_its_lesson(ground: Ground) -> None:
    seed = ground.seed
    pupil = seed.a_pupil()
    course, control = seed.a_course(pupil, title="Физика"), seed.a_category(kind="control")
    moved = seed.a_lesson(course, day=MONDAY, number=3, moved_from_day=DAY, state="planned")
    cancelled = seed.a_lesson(course, day=DAY, number=2, state="cancelled")
    removed = seed.a_lesson(course, day=MONDAY, number=4, gone_at=LONG_AGO)
    with_it, _, alone = (
        seed.a_work(course, title="Силы", day=DAY, category_id=control, lesson_id=one)
        for one in (moved, cancelled, removed)
    )
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.control_works.of_pupil(pupil, DAY, MONDAY)
        before = await tx.control_works.unwarned(seed.school, DAY, SUNDAY)
        await tx.control_works.warned(seed.school, found, at=NOW)
        after = await tx.control_works.unwarned(seed.school, DAY, MONDAY)

    told = (course, "Физика", "Контрольная работа", "Силы")
    assert list(found) == [
        ControlWork(*told, DAY, None, work=alone),
        ControlWork(*told, MONDAY, 3, work=with_it),
    ]
    assert ([one.work for one in before], list(after)) == ([alone], [])


async def test_what_was_warned_of_is_not_again_unless_its_day_moves(ground: Ground) -> None:
    seed = ground.seed
    course = seed.a_course(seed.a_pupil())
    work = seed.a_work(course, day=MONDAY, category_id=seed.a_category(kind="control"))
    await ground.plant()

    async with ground.turn() as tx:
        new = await tx.control_works.unwarned(seed.school, DAY, MONDAY)
        await tx.control_works.warned(seed.school, new, at=NOW)
        await tx.control_works.warned(seed.school, new, at=NOW)
        again = await tx.control_works.unwarned(seed.school, DAY, MONDAY)

    assert ([one.work for one in new], list(again)) == ([work], [])


async def test_another_school_s_control_works_are_its_own(ground: Ground) -> None:
    seed = ground.seed
    school = seed.school
    seed.a_school()
    course = seed.a_course(seed.a_pupil())
    seed.a_work(course, day=MONDAY, category_id=seed.a_category(kind="control"))
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.control_works.unwarned(school, DAY, MONDAY)

    assert list(found) == []


async def test_school_days_are_those_of_the_timetable_outside_the_holidays(
    ground: Ground,
) -> None:
    seed = ground.seed
    course = seed.a_course()
    seed.a_slot(course, weekday=1)
    seed.a_slot(course, weekday=5)
    seed.a_slot(course, weekday=6, gone_at=LONG_AGO)
    seed.a_holiday("Каникулы", MONDAY, MONDAY)
    seed.a_holiday("Лето", date(2027, 6, 1), date(2027, 8, 31))
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.control_works.school_days(seed.school, DAY, MONDAY)

    assert found == SchoolDays(frozenset({1, 5}), (Holiday("Каникулы", MONDAY, MONDAY),))


async def test_the_pupils_of_a_course_are_those_of_the_day(ground: Ground) -> None:
    seed = ground.seed
    pupil, left = seed.a_pupil(), seed.a_pupil()
    course = seed.a_course(pupil, seed.a_pupil(gone_at=LONG_AGO))
    seed.enrolled(left, course, ends=DAY)
    seed.a_teacher(course)
    monday = ControlWork(CourseId(course), "Физика", "Контрольная", "Силы", MONDAY, 5)
    friday = replace(monday, day=DAY)
    of_nobody = replace(monday, course=CourseId(seed.a_course()))
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.control_works.taught([monday, friday, of_nobody])

    assert {work: list(pupils) for work, pupils in found.items()} == {
        monday: [pupil],
        friday: [pupil, left],
        of_nobody: [],
    }
