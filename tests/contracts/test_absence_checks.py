"""Questions about a week's absences: the same on every store."""

from dataclasses import replace
from datetime import date, timedelta

from core.access.people import Name
from core.ids import CheckId
from core.reports.checks import AbsenceCheck, CheckState, Step, SubjectTeacher
from tests.contracts.conftest import Ground
from tests.school.records import LONG_AGO
from tests.school.stores import NOW

MONDAY = date(2026, 11, 16)
SUNDAY = MONDAY + timedelta(days=6)


async def test_a_question_is_asked_once_for_class_course_and_week(ground: Ground) -> None:
    seed = ground.seed
    school, class_id, course, by = seed.school, seed.a_class(), seed.a_course(), seed.a_teacher()
    await ground.plant()
    step = Step(CheckState.ASKED, "two", by, NOW)

    async with ground.turn() as tx:
        book, head = tx.absence_checks, (school, class_id, course)
        made = await book.begin(*head, MONDAY, step)
        again = await book.begin(*head, MONDAY, step)
        await book.begin(*head, MONDAY - timedelta(days=7), step)
        found = await tx.absence_checks.of_week(class_id, MONDAY)

    assert made is not None
    assert again is None
    assert list(found) == [
        AbsenceCheck(made, school, class_id, course, MONDAY, CheckState.ASKED, "two")
    ]


async def test_what_became_of_it_moves_only_from_where_it_stood(ground: Ground) -> None:
    seed = ground.seed
    class_id, course, by = seed.a_class(), seed.a_course(), seed.a_teacher()
    await ground.plant()
    asked = Step(CheckState.ASKED, "two", by, NOW)
    right = replace(asked, state=CheckState.RIGHT)

    async with ground.turn() as tx:
        head = (seed.school, class_id, course, MONDAY)
        made = await tx.absence_checks.begin(*head, asked)
        assert made is not None
        before = await tx.absence_checks.one(made)
        assert before is not None
        first = await tx.absence_checks.move(before, right)
        second = await tx.absence_checks.move(before, replace(right, state=CheckState.FIXING))
        found = await tx.absence_checks.one(made)
        missing = await tx.absence_checks.one(CheckId(made + 1))

    assert (first, second, missing) == (True, False, None)
    assert found == replace(before, state=CheckState.RIGHT)


async def test_of_two_who_answer_over_different_absences_the_first_counts(ground: Ground) -> None:
    seed = ground.seed
    class_id, course, by = seed.a_class(), seed.a_course(), seed.a_teacher()
    await ground.plant()
    asked = Step(CheckState.ASKED, "two", by, NOW)

    async with ground.turn() as tx:
        made = await tx.absence_checks.begin(seed.school, class_id, course, MONDAY, asked)
        (before,) = await tx.absence_checks.of_week(class_id, MONDAY)
        first = await tx.absence_checks.move(before, replace(asked, digest="three"))
        second = await tx.absence_checks.move(before, replace(asked, digest="four"))
        found = await tx.absence_checks.of_week(class_id, MONDAY)

    assert (first, second) == (True, False)
    assert [(one.id, one.digest) for one in found] == [(made, "three")]


async def test_who_teaches_a_course_comes_with_the_primary_teacher_first(ground: Ground) -> None:
    seed = ground.seed
    course, other = seed.a_course(), seed.a_course()
    second, first = seed.a_teacher(given="Юрий"), seed.a_teacher(given="Нина")
    seed.enrolled(second, course, role="teacher", is_primary=False)
    seed.enrolled(first, course, role="teacher")
    left, before = seed.a_teacher(given="Лев"), MONDAY - timedelta(days=1)
    seed.enrolled(left, course, role="teacher", is_primary=False, ends=MONDAY)
    seed.enrolled(seed.a_teacher(), course, role="teacher", ends=before)
    seed.enrolled(seed.a_teacher(), course, role="teacher", begins=SUNDAY + timedelta(days=1))
    seed.enrolled(seed.a_teacher(gone_at=LONG_AGO), course, role="teacher")
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.absence_checks.teachers([course, other], MONDAY, SUNDAY)

    nina, yuri, lev = (Name(given, "Орлова") for given in ("Нина", "Юрий", "Лев"))
    assert dict(found) == {
        course: [
            SubjectTeacher(first, nina),
            SubjectTeacher(second, yuri),
            SubjectTeacher(left, lev),
        ]
    }
