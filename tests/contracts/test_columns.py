"""Works in which marks are missing: the same on every store."""

from datetime import date

from core.journal.records import OpenCell
from tests.contracts.conftest import Ground
from tests.school.records import LONG_AGO
from tests.school.seed import DAY

MONDAY = date(2026, 11, 16)


async def test_works_without_a_mark_come_newest_first_with_their_teacher(ground: Ground) -> None:
    seed = ground.seed
    pupil, other = seed.a_pupil(), seed.a_pupil()
    course = seed.a_course(pupil, other, title="Физика")
    teacher = seed.a_teacher(course)
    seed.enrolled(seed.a_teacher(), course, role="teacher", is_primary=False)
    older = seed.a_work(course, day=MONDAY, title="Опыт")
    newer = seed.a_work(course, title="Зачёт")
    seed.a_mark(newer, other)
    seed.a_mark(newer, pupil, gone_at=LONG_AGO)
    await ground.plant()

    async with ground.turn() as tx:
        cells = await tx.columns.unmarked(pupil, MONDAY, DAY)

    assert list(cells) == [
        OpenCell(newer, DAY, "Зачёт", "Физика", teacher),
        OpenCell(older, MONDAY, "Опыт", "Физика", teacher),
    ]


async def test_a_marked_work_and_one_of_others_or_of_other_days_are_not_open(
    ground: Ground,
) -> None:
    seed = ground.seed
    pupil = seed.a_pupil()
    course, elsewhere = seed.a_course(pupil), seed.a_course()
    seed.a_teacher(course, elsewhere)
    seed.a_mark(seed.a_work(course), pupil)
    seed.a_work(elsewhere)
    seed.a_work(course, day=date(2026, 11, 15))
    seed.a_work(course, gone_at=LONG_AGO)
    await ground.plant()

    async with ground.turn() as tx:
        cells = await tx.columns.unmarked(pupil, MONDAY, DAY)

    assert list(cells) == []
