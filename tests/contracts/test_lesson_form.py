"""What a teacher's form reads and keeps: the same on every store."""

from datetime import date, timedelta

from core.access.people import Child, Name
from core.diary.excuses.rules import FileKind
from core.diary.lessons.attachments import AttachedFile
from core.diary.lessons.form import TaughtLesson
from core.diary.recommendations import Recommendation
from tests.contracts.conftest import Ground
from tests.school.records import LONG_AGO
from tests.school.seed import DAY
from tests.school.stores import NOW

MONDAY = date(2026, 11, 16)
PHOTO = AttachedFile(FileKind.PHOTO, "photo-1", "", 2000)
SHEET = AttachedFile(FileKind.DOCUMENT, "file-2", "задачи.pdf", 3000)


async def test_a_teacher_s_lessons_are_those_of_the_course_and_those_given(
    ground: Ground,
) -> None:
    seed = ground.seed
    physics, algebra, other = (seed.a_course(title=one) for one in ("Физика", "Алгебра", "Химия"))
    teacher = seed.a_teacher(physics)
    seed.enrolled(teacher, other, role="teacher", ends=MONDAY)
    own = seed.a_lesson(physics, number=2, homework="§ 1")
    given = seed.a_lesson(algebra, day=MONDAY, number=3, teacher_id=teacher)
    seed.a_lesson(algebra, teacher_id=seed.a_teacher())
    seed.a_lesson(other)
    seed.a_lesson(physics, state="cancelled")
    seed.a_lesson(physics, day=MONDAY - timedelta(days=1))
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.lesson_forms.lessons_of(teacher, MONDAY, DAY)

    assert found == [
        TaughtLesson(own, DAY, 2, "Физика", "Физика, 7А", "§ 1"),
        TaughtLesson(given, MONDAY, 3, "Алгебра", "Алгебра, 7А", ""),
    ]


async def test_a_lesson_comes_with_its_pupils_and_one_that_is_gone_does_not(
    ground: Ground,
) -> None:
    seed = ground.seed
    petya, masha = seed.a_pupil("Петя", family="Яшин"), seed.a_pupil("Маша", family="Ёлкина")
    course = seed.a_course(petya, masha, title="Физика")
    seed.enrolled(seed.a_pupil(), course, ends=MONDAY)
    seed.a_teacher(course)
    lesson, gone = seed.a_lesson(course), seed.a_lesson(course, gone_at=LONG_AGO)
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.lesson_forms.taught_lesson(lesson)
        pupils = await tx.lesson_forms.pupils_of_lesson(lesson)
        missing = await tx.lesson_forms.taught_lesson(gone)

    assert (found.id, missing) == (lesson, None)
    assert list(pupils) == [
        Child(masha, Name("Маша", "Ёлкина")),
        Child(petya, Name("Петя", "Яшин")),
    ]


async def test_files_are_kept_in_their_order_and_taken_away_together(ground: Ground) -> None:
    seed = ground.seed
    pupil, other = seed.a_pupil(), seed.a_pupil("Петя")
    teacher, course = seed.a_teacher(), seed.a_course(pupil, title="Физика")
    lesson, empty = seed.a_lesson(course), seed.a_lesson(course, number=2)
    await ground.plant()

    async with ground.turn() as tx:
        await tx.lesson_forms.attach(lesson, [PHOTO], by=teacher, at=NOW)
        await tx.lesson_forms.attach(lesson, [SHEET], by=teacher, at=NOW)
        kept = await tx.lesson_forms.of_lesson(lesson)
        seen = [await tx.lesson_forms.of_pupil(one, lesson) for one in (pupil, other)]
        counted = await tx.lesson_forms.counts([lesson, empty])
        shown = await tx.lesson_forms.taught_lesson(lesson)
        await tx.lesson_forms.detach(lesson, at=NOW)
        left = await tx.lesson_forms.of_lesson(lesson), await tx.lesson_forms.counts([lesson])

    assert (list(kept), [list(one) for one in seen]) == ([PHOTO, SHEET], [[PHOTO, SHEET], []])
    assert (counted, shown.files) == ({lesson: 2}, 2)
    assert (list(left[0]), left[1]) == ([], {})


async def test_a_recommendation_is_for_its_pupil_or_for_all_of_the_lesson(
    ground: Ground,
) -> None:
    seed = ground.seed
    masha, petya, vera = (seed.a_pupil(one) for one in ("Маша", "Петя", "Вера"))
    teacher = seed.a_teacher(given="Нина")
    course = seed.a_course(masha, petya, title="Физика")
    lesson, before = seed.a_lesson(course), seed.a_lesson(course, day=MONDAY)
    await ground.plant()

    async with ground.turn() as tx:
        await tx.lesson_forms.give(lesson, None, "Повторить", by=teacher, at=NOW)
        await tx.lesson_forms.give(lesson, masha, "Олимпиада", by=teacher, at=NOW)
        await tx.lesson_forms.give(before, masha, "Раньше", by=teacher, at=NOW)
        found = [await tx.lesson_forms.recommended(one, DAY, DAY) for one in (masha, petya, vera)]

    of_all = Recommendation("Физика", Name("Нина", "Орлова"), "Повторить", DAY)
    own = Recommendation("Физика", Name("Нина", "Орлова"), "Олимпиада", DAY)
    assert [list(one) for one in found] == [[of_all, own], [of_all], []]


async def test_what_was_recommended_at_a_lesson_goes_with_it(ground: Ground) -> None:
    seed = ground.seed
    pupil, teacher = seed.a_pupil(), seed.a_teacher()
    course = seed.a_course(pupil)
    seed.a_recommendation(seed.a_lesson(course, gone_at=LONG_AGO), teacher, pupil=pupil)
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.lesson_forms.recommended(pupil, DAY, DAY)

    assert list(found) == []
