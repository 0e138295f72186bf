"""The marks of a whole class: the same on every store."""

from collections import Counter
from datetime import date, timedelta

from core.diary.papers.spread import ClassMark
from core.journal.values import MarkValue
from tests.contracts.conftest import Ground
from tests.school.records import LONG_AGO
from tests.school.seed import DAY

FIRST, LAST = date(2026, 11, 2), date(2026, 12, 27)


async def test_marks_of_all_in_the_class_come_with_their_subject(ground: Ground) -> None:
    seed = ground.seed
    class_id, subject = seed.a_class(), seed.a_subject()
    one, two = seed.a_pupil(class_id=class_id), seed.a_pupil(class_id=class_id)
    work = seed.a_work(seed.a_course(one, two, subject=subject))
    seed.a_mark(work, one, "4")
    seed.a_mark(work, two, "3/5")
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.class_marks.marks_in_class(class_id, first=FIRST, last=LAST)

    assert Counter(found) == Counter(
        [ClassMark(one, subject, MarkValue("4")), ClassMark(two, subject, MarkValue("3/5"))]
    )


async def test_marks_from_elsewhere_and_those_taken_back_do_not_come(ground: Ground) -> None:
    seed = ground.seed
    class_id, other = seed.a_class(), seed.a_class("7Б")
    stranger, pupil = seed.a_pupil(class_id=other), seed.a_pupil(class_id=class_id)
    newcomer = seed.a_pupil()
    seed.enrolled(newcomer, class_id, begins=DAY + timedelta(days=1))
    course = seed.a_course(stranger, pupil, newcomer)
    work, early = seed.a_work(course), seed.a_work(course, day=FIRST - timedelta(days=1))
    seed.a_mark(work, stranger)
    seed.a_mark(work, newcomer)
    seed.a_mark(work, pupil, gone_at=LONG_AGO)
    seed.a_mark(early, pupil)
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.class_marks.marks_in_class(class_id, first=FIRST, last=LAST)

    assert list(found) == []


async def test_who_left_and_came_back_is_counted_once(ground: Ground) -> None:
    seed = ground.seed
    class_id = seed.a_class()
    pupil = seed.a_pupil()
    seed.enrolled(pupil, class_id, begins=FIRST)
    seed.enrolled(pupil, class_id)
    seed.a_mark(seed.a_work(seed.a_course(pupil)), pupil)
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.class_marks.marks_in_class(class_id, first=FIRST, last=LAST)

    assert len(found) == 1


async def test_a_column_counts_by_the_session_that_it_names(ground: Ground) -> None:
    seed = ground.seed
    class_id, subject = seed.a_class(), seed.a_subject()
    pupil = seed.a_pupil(class_id=class_id)
    course = seed.a_course(pupil, subject=subject)
    quarter = seed.a_period(course)
    late = seed.a_work(course, day=date(2026, 12, 29), period_id=quarter)
    of_another = seed.a_work(course, day=date(2026, 12, 30))
    seed.a_mark(late, pupil, "4")
    seed.a_mark(of_another, pupil, "2")
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.class_marks.marks_in_class(class_id, first=FIRST, last=LAST)

    assert list(found) == [ClassMark(pupil, subject, MarkValue("4"))]
