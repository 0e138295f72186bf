"""Lessons, absences, homework and replacements: the same on every store."""

from datetime import date

from core.access.people import Role
from core.facts import Origin
from core.journal.values import AbsenceCode, LessonState, ReasonState
from tests.contracts.conftest import Ground
from tests.school.records import LONG_AGO
from tests.school.seed import DAY
from tests.school.stores import NOW


async def test_a_lesson_is_read_with_all_that_was_noted(ground: Ground) -> None:
    seed = ground.seed
    course, teacher, usual = seed.a_course(), seed.a_teacher(), seed.a_teacher()
    lesson = seed.a_lesson(
        course,
        number=3,
        state="planned",
        topic="Дроби",
        homework="§ 12",
        homework_due=date(2026, 11, 23),
        teacher_id=teacher,
        replaces_id=usual,
    )
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.register.lesson(lesson)

    assert found is not None
    assert (found.school, found.course, found.day, found.number) == (seed.school, course, DAY, 3)
    assert (found.state, found.topic) == (LessonState.PLANNED, "Дроби")
    assert (found.homework, found.homework_due) == ("§ 12", date(2026, 11, 23))
    assert (found.teacher, found.replaces) == (teacher, usual)


async def test_a_lesson_that_is_gone_is_none(ground: Ground) -> None:
    lesson = ground.seed.a_lesson(ground.seed.a_course(), gone_at=LONG_AGO)
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.register.lesson(lesson)

    assert found is None


async def test_the_administration_of_the_lesson_s_school_administers_it(ground: Ground) -> None:
    seed = ground.seed
    lesson = seed.a_lesson(seed.a_course())
    deputy_head, teacher, former = (seed.a_person() for _ in range(3))
    seed.a_role(deputy_head, Role.DEPUTY_HEAD)
    seed.a_role(teacher, Role.TEACHER)
    seed.a_role(former, Role.HEAD, gone_at=LONG_AGO)
    seed.a_school()
    elsewhere = seed.a_person()
    seed.a_role(elsewhere, Role.HEAD)
    await ground.plant()

    async with ground.turn() as tx:
        found = [
            await tx.register.administers(one, lesson)
            for one in (deputy_head, teacher, former, elsewhere)
        ]

    assert found == [True, False, False, False]


async def test_the_course_s_teacher_and_who_gives_the_lesson_teach_it(ground: Ground) -> None:
    seed = ground.seed
    course = seed.a_course()
    usual, replacing, other = seed.a_teacher(course), seed.a_teacher(), seed.a_teacher()
    lesson = seed.a_lesson(course, teacher_id=replacing)
    await ground.plant()

    async with ground.turn() as tx:
        teaching = [
            await tx.register.teaches(person, lesson) for person in (usual, replacing, other)
        ]

    assert teaching == [True, True, False]


async def test_a_teacher_who_left_the_course_before_teaches_it_no_more(ground: Ground) -> None:
    seed = ground.seed
    course, teacher = seed.a_course(), seed.a_teacher()
    seed.enrolled(teacher, course, role="teacher", ends=date(2026, 11, 19))
    lesson = seed.a_lesson(course)
    await ground.plant()

    async with ground.turn() as tx:
        teaching = await tx.register.teaches(teacher, lesson)

    assert not teaching


async def test_an_absence_is_noted_and_taken_back(ground: Ground) -> None:
    seed = ground.seed
    pupil, teacher = seed.a_pupil(), Origin(seed.a_teacher())
    lesson = seed.a_lesson(seed.a_course(pupil))
    await ground.plant()

    async with ground.turn() as tx:
        before = await tx.register.absence(lesson, pupil)
        noted = await tx.register.record_absence(
            lesson, pupil, AbsenceCode.LATE, reason=ReasonState.CLAIMED, by=teacher, at=NOW
        )
        stands = await tx.register.absence(lesson, pupil)
        await tx.register.take_back_absence(noted.id, by=teacher, at=NOW)
        after = await tx.register.absence(lesson, pupil)

    assert (before, after) == (None, None)
    assert stands == noted
    assert (noted.school, noted.lesson, noted.pupil) == (seed.school, lesson, pupil)
    assert (noted.code, noted.reason) == (AbsenceCode.LATE, ReasonState.CLAIMED)
    assert noted.origin == teacher


async def test_homework_is_set_and_taken_back(ground: Ground) -> None:
    seed = ground.seed
    lesson, teacher = seed.a_lesson(seed.a_course()), Origin(seed.a_teacher())
    due = date(2026, 11, 23)
    await ground.plant()

    async with ground.turn() as tx:
        await tx.register.set_homework(lesson, "§ 12", due=due, by=teacher, at=NOW)
        given = await tx.register.lesson(lesson)
        await tx.register.set_homework(lesson, "", due=None, by=teacher, at=NOW)
        empty = await tx.register.lesson(lesson)

    assert given is not None
    assert empty is not None
    assert (given.homework, given.homework_due) == ("§ 12", due)
    assert (empty.homework, empty.homework_due) == ("", None)


async def test_a_second_replacement_still_stands_in_for_the_usual_teacher(ground: Ground) -> None:
    seed = ground.seed
    usual, first, second = seed.a_teacher(), seed.a_teacher(), seed.a_teacher()
    lesson = seed.a_lesson(seed.a_course(), teacher_id=usual)
    by = Origin(seed.a_person())
    await ground.plant()

    async with ground.turn() as tx:
        await tx.register.replace_teacher(lesson, first, by=by, at=NOW)
        await tx.register.replace_teacher(lesson, second, by=by, at=NOW)
        replaced = await tx.register.lesson(lesson)
        await tx.register.replace_teacher(lesson, usual, by=by, at=NOW)
        back = await tx.register.lesson(lesson)

    assert replaced is not None
    assert back is not None
    assert (replaced.teacher, replaced.replaces) == (second, usual)
    assert (back.teacher, back.replaces) == (usual, None)


async def test_an_absence_is_revised_by_a_document(ground: Ground) -> None:
    seed = ground.seed
    pupil, teacher = seed.a_pupil(), Origin(seed.a_teacher())
    lesson = seed.a_lesson(seed.a_course(pupil))
    noted = seed.an_absence(lesson, pupil)
    await ground.plant()

    async with ground.turn() as tx:
        await tx.register.revise_absence(
            noted,
            AbsenceCode.ILL,
            reason=ReasonState.CONFIRMED,
            document="справка",
            by=teacher,
            at=NOW,
        )
        revised = await tx.register.absence(lesson, pupil)

    assert revised is not None
    assert (revised.id, revised.origin) == (noted, teacher)
    assert (revised.code, revised.reason) == (AbsenceCode.ILL, ReasonState.CONFIRMED)
