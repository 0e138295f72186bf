"""Works and marks: the same on every store."""

from datetime import timedelta
from decimal import Decimal

from core.facts import BY_IMPORT, Origin
from core.journal.values import MarkValue
from tests.contracts.conftest import Ground
from tests.school.records import LONG_AGO
from tests.school.seed import DAY
from tests.school.stores import NOW

LAST_WEEK = DAY - timedelta(days=7)
FOUR, FIVE = MarkValue("4"), MarkValue("5")


async def test_a_work_has_the_weight_of_its_kind_of_control(ground: Ground) -> None:
    seed = ground.seed
    course = seed.a_course()
    lesson = seed.a_lesson(course)
    work = seed.a_work(course, weight="1.5", title="Контрольная", lesson_id=lesson)
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.markbook.work(work)

    assert found is not None
    assert (found.school, found.course, found.day) == (seed.school, course, DAY)
    assert (found.title, found.weight, found.lesson) == ("Контрольная", Decimal("1.5"), lesson)


async def test_a_work_without_a_kind_of_control_weighs_one(ground: Ground) -> None:
    work = ground.seed.a_work(ground.seed.a_course())
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.markbook.work(work)

    assert found is not None
    assert (found.weight, found.lesson) == (Decimal(1), None)


async def test_a_work_that_is_gone_or_of_a_course_that_is_gone_is_none(ground: Ground) -> None:
    seed = ground.seed
    gone = seed.a_work(seed.a_course(), gone_at=LONG_AGO)
    orphan = seed.a_work(seed.a_course(gone_at=LONG_AGO))
    await ground.plant()

    async with ground.turn() as tx:
        found = [await tx.markbook.work(gone), await tx.markbook.work(orphan)]

    assert found == [None, None]


async def test_the_course_s_teacher_of_the_day_and_who_gave_the_lesson_teach_a_work(
    ground: Ground,
) -> None:
    seed = ground.seed
    course = seed.a_course()
    usual, replacing, former, other = (
        seed.a_teacher(course),
        seed.a_teacher(),
        seed.a_teacher(),
        seed.a_teacher(),
    )
    seed.enrolled(former, course, role="teacher", ends=LAST_WEEK)
    lesson = seed.a_lesson(course, teacher_id=replacing)
    work, own = seed.a_work(course, lesson_id=lesson), seed.a_work(course)
    gone = seed.a_work(course, gone_at=LONG_AGO)
    await ground.plant()

    async with ground.turn() as tx:
        of_work = [
            await tx.markbook.teaches_work(one, work) for one in (usual, replacing, former, other)
        ]
        of_own = [await tx.markbook.teaches_work(one, own) for one in (usual, replacing)]
        of_gone = await tx.markbook.teaches_work(usual, gone)

    assert of_work == [True, True, False, False]
    assert (of_own, of_gone) == ([True, False], False)


async def test_an_empty_cell_takes_a_mark(ground: Ground) -> None:
    seed = ground.seed
    pupil, teacher = seed.a_pupil(), seed.a_teacher()
    work = seed.a_work(seed.a_course(pupil))
    await ground.plant()

    async with ground.turn() as tx:
        before = await tx.markbook.in_cell(work, pupil)
        mark = await tx.markbook.enter(work, pupil, FIVE, by=Origin(teacher), at=NOW)
        after = await tx.markbook.in_cell(work, pupil)

    assert before is None
    assert after == mark
    assert (mark.school, mark.work, mark.pupil) == (seed.school, work, pupil)
    assert (mark.value, mark.origin, mark.taken_back) == (FIVE, Origin(teacher), False)


async def test_an_imported_mark_says_that_no_person_made_it(ground: Ground) -> None:
    seed = ground.seed
    pupil = seed.a_pupil()
    mark = seed.a_mark(seed.a_work(seed.a_course(pupil)), pupil, "3/5")
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.markbook.mark(mark)

    assert found is not None
    assert (found.value, found.origin) == (MarkValue("3/5"), BY_IMPORT)


async def test_a_corrected_mark_has_the_new_value_and_who_set_it(ground: Ground) -> None:
    seed = ground.seed
    pupil, teacher = seed.a_pupil(), seed.a_teacher()
    mark = seed.a_mark(seed.a_work(seed.a_course(pupil)), pupil, "5")
    await ground.plant()

    async with ground.turn() as tx:
        await tx.markbook.correct(mark, FOUR, by=Origin(teacher), at=NOW)
        found = await tx.markbook.mark(mark)

    assert found is not None
    assert (found.value, found.origin) == (FOUR, Origin(teacher))


async def test_a_mark_taken_back_empties_the_cell_for_another(ground: Ground) -> None:
    seed = ground.seed
    pupil, teacher = seed.a_pupil(), Origin(seed.a_teacher())
    work = seed.a_work(seed.a_course(pupil))
    mark = seed.a_mark(work, pupil, "5")
    await ground.plant()

    async with ground.turn() as tx:
        await tx.markbook.take_back(mark, by=teacher, at=NOW)
        cell = await tx.markbook.in_cell(work, pupil)
        old = await tx.markbook.mark(mark)
        new = await tx.markbook.enter(work, pupil, FOUR, by=teacher, at=NOW)

    assert cell is None
    assert old is not None
    assert (old.value, old.taken_back) == (FIVE, True)
    assert new.id != mark
