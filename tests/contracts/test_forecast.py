"""What the forecast reads of pupils: the same on every store."""

from datetime import date, timedelta
from decimal import Decimal

from core.diary.forecast.ports import GivenMark, MarksOfWork, PlannedWork, SetMark, TaughtCourse
from core.diary.views import Period
from core.journal.calendar import Holiday
from core.journal.values import ControlKind, CourseKind, MarkValue, PeriodKind
from tests.contracts.conftest import Ground
from tests.school.records import LONG_AGO
from tests.school.seed import DAY

FIRST, LAST = date(2026, 11, 2), date(2026, 12, 27)
QUARTER = Period("II четверть", PeriodKind.QUARTER, FIRST, LAST)
HALF = Period("I полугодие", PeriodKind.HALF_YEAR, date(2026, 9, 1), LAST)
LATER = DAY + timedelta(days=4)
FIVE, FOUR = MarkValue("5"), MarkValue("4")


async def test_marks_of_several_pupils_come_oldest_first(ground: Ground) -> None:
    seed = ground.seed
    masha, petya, other = seed.a_pupil("Маша"), seed.a_pupil("Петя"), seed.a_pupil("Вера")
    algebra = seed.a_subject("Алгебра")
    course = seed.a_course(masha, petya, other, subject=algebra)
    control = seed.a_category("4", kind="control")
    later = seed.a_work(course, category_id=control)
    earlier = seed.a_work(course, day=FIRST)
    seed.a_mark(later, masha, "5")
    seed.a_mark(earlier, petya, "3/5")
    seed.a_mark(later, other, "2")
    seed.a_mark(seed.a_work(course, day=LAST + timedelta(days=1)), masha, "2")
    seed.a_mark(seed.a_work(course), masha, "2", gone_at=LONG_AGO)
    seed.a_mark(seed.a_work(course, gone_at=LONG_AGO), masha, "2")
    await ground.plant()

    async with ground.turn() as tx:
        marks = await tx.forecast.marks([masha, petya], FIRST, LAST)

    weight, kind = Decimal(4), ControlKind.CONTROL
    assert list(marks) == [
        GivenMark(petya, algebra, "Алгебра", earlier, MarkValue("3/5"), Decimal(1), None),
        GivenMark(masha, algebra, "Алгебра", later, FIVE, weight, kind),
    ]


async def test_marks_of_a_former_course_count_as_well(ground: Ground) -> None:
    seed = ground.seed
    pupil = seed.a_pupil()
    english = seed.a_subject("Английский язык")
    former = seed.a_course(subject=english)
    seed.enrolled(pupil, former, ends=date(2026, 11, 10))
    lost = seed.a_course(subject=english)
    seed.enrolled(pupil, lost, gone_at=LONG_AGO)
    now = seed.a_course(subject=english)
    seed.enrolled(pupil, now, begins=date(2026, 11, 11))
    for course, value in ((former, "3"), (lost, "4"), (now, "5")):
        seed.a_mark(seed.a_work(course), pupil, value)
    await ground.plant()

    async with ground.turn() as tx:
        marks = await tx.forecast.marks([pupil], FIRST, LAST)

    assert [mark.value.text for mark in marks] == ["3", "4", "5"]
    assert {mark.subject for mark in marks} == {english}


async def test_the_marks_of_all_who_wrote_the_same_works_are_counted(ground: Ground) -> None:
    seed = ground.seed
    masha, petya, vera = (seed.a_pupil() for _ in range(3))
    course = seed.a_course(masha, petya, vera)
    shared, foreign = seed.a_work(course), seed.a_work(course)
    seed.a_mark(shared, masha, "5")
    seed.a_mark(shared, petya, "4")
    seed.a_mark(shared, vera, "4")
    seed.a_mark(shared, seed.a_pupil(), "4", gone_at=LONG_AGO)
    seed.a_mark(foreign, petya, "2")
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.forecast.of_works([shared])
        nothing = await tx.forecast.of_works([])

    assert list(nothing) == []
    assert set(found) == {MarksOfWork(shared, FIVE, 1), MarksOfWork(shared, FOUR, 2)}


async def test_columns_and_planned_lessons_with_a_kind_are_still_to_come(ground: Ground) -> None:
    seed = ground.seed
    pupil = seed.a_pupil()
    course, foreign = seed.a_course(pupil), seed.a_course()
    control = seed.a_category("4", kind="control")
    column = seed.a_work(course, day=LATER, category_id=control)
    seed.a_work(course, day=LATER, corrects_id=column)
    seed.a_work(course, day=LATER, gone_at=LONG_AGO)
    seed.a_work(foreign, day=LATER)
    seed.a_lesson(course, day=LAST, state="planned", category_id=control)
    plain = {"day": LATER, "state": "planned"}
    seed.a_lesson(course, **plain)
    seed.a_lesson(course, day=LATER, state="cancelled", category_id=control)
    seed.a_work(course, day=LATER, lesson_id=seed.a_lesson(course, category_id=control, **plain))
    await ground.plant()

    async with ground.turn() as tx:
        planned = await tx.forecast.planned([pupil], DAY, LAST)

    assert [(one.course, one.day) for one in planned] == [
        (course, LATER),
        (course, LATER),
        (course, LAST),
    ]
    kind = ControlKind.CONTROL
    assert PlannedWork(course, column, kind, Decimal(4), LATER) in planned
    assert planned[-1] == PlannedWork(course, None, kind, Decimal(4), LAST)


async def test_a_lesson_that_was_held_stays_a_work_until_it_has_a_column(ground: Ground) -> None:
    seed = ground.seed
    pupil = seed.a_pupil()
    course = seed.a_course(pupil)
    control = seed.a_category("4", kind="control")
    seed.a_lesson(course, day=DAY, state="held", category_id=control)
    with_column = seed.a_lesson(course, day=LATER, state="held", category_id=control)
    column = seed.a_work(course, day=LATER, lesson_id=with_column, category_id=control)
    await ground.plant()

    async with ground.turn() as tx:
        planned = await tx.forecast.planned([pupil], DAY, LAST)

    assert [(one.work, one.day) for one in planned] == [(None, DAY), (column, LATER)]


async def test_a_course_has_its_own_hours_or_those_of_the_timetable(ground: Ground) -> None:
    seed = ground.seed
    pupil = seed.a_pupil()
    algebra, music = seed.a_subject("Алгебра"), seed.a_subject("Музыка")
    own = seed.a_course(pupil, subject=algebra, weekly_hours=Decimal("4.5"))
    slots = seed.a_course(subject=music, teaching="elective")
    seed.enrolled(pupil, slots, begins=FIRST, ends=DAY)
    seed.a_period(own)
    seed.a_slot(slots)
    seed.a_slot(slots, weekday=1)
    seed.a_slot(slots, weekday=2, ends=FIRST)
    await ground.plant()

    async with ground.turn() as tx:
        courses = await tx.forecast.courses([pupil], QUARTER, DAY)

    lesson, elective = CourseKind.LESSON, CourseKind.ELECTIVE
    hours = Decimal("4.5")
    assert sorted(courses, key=lambda one: one.course) == [
        TaughtCourse(pupil, own, algebra, "Алгебра", lesson, hours, True, None, None),
        TaughtCourse(pupil, slots, music, "Музыка", elective, Decimal(2), False, FIRST, DAY),
    ]


async def test_the_later_period_mark_of_a_subject_comes_last(ground: Ground) -> None:
    seed = ground.seed
    pupil = seed.a_pupil()
    algebra = seed.a_subject("Алгебра")
    course = seed.a_course(pupil, subject=algebra)
    seed.a_period_mark(seed.a_period(course), course, pupil, "4")
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.forecast.set_marks([pupil], QUARTER)
        elsewhere = await tx.forecast.set_marks([pupil], HALF)

    assert list(found) == [SetMark(pupil, algebra, FOUR)]
    assert list(elsewhere) == []


async def test_a_class_goes_by_the_periods_of_most_of_its_courses(ground: Ground) -> None:
    seed = ground.seed
    masha, petya = seed.a_pupil(), seed.a_pupil()
    first, second = seed.a_course(masha, petya), seed.a_course(masha, petya)
    seed.a_year()
    seed.a_period(first, second)
    seed.a_period(second, title=HALF.title, kind=HALF.kind, begins=HALF.begins, ends=HALF.ends)
    await ground.plant()

    async with ground.turn() as tx:
        periods = await tx.forecast.periods([masha, petya], DAY)

    assert (periods.periods, periods.others) == ((QUARTER,), (HALF,))


async def test_free_days_are_those_of_the_pupils_school(ground: Ground) -> None:
    seed = ground.seed
    pupil = seed.a_pupil()
    seed.a_holiday("Каникулы", date(2026, 12, 26), date(2027, 1, 10))
    seed.a_holiday("Осенние каникулы", date(2026, 10, 26), date(2026, 11, 1))
    seed.a_school(name="Лицей")
    seed.a_holiday("Чужой праздник", DAY, DAY)
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.forecast.free_days([pupil], FIRST, LAST)

    assert list(found) == [Holiday("Каникулы", date(2026, 12, 26), date(2027, 1, 10))]


async def test_a_mark_counts_in_the_session_of_its_column_or_else_by_its_day(
    ground: Ground,
) -> None:
    seed = ground.seed
    pupil = seed.a_pupil()
    course = seed.a_course(pupil)
    quarter, before = seed.a_period(course), FIRST - timedelta(days=4)
    for value, day, session in (
        ("5", before, quarter),
        ("4", before, None),
        ("3", LAST + timedelta(days=2), quarter),
        ("2", DAY, None),
    ):
        seed.a_mark(seed.a_work(course, day=day, period_id=session), pupil, value)
    await ground.plant()

    async with ground.turn() as tx:
        counted = await tx.forecast.marks_counted([pupil], FIRST, LAST)
        of_diary = await tx.diary.marks_counted(pupil, FIRST, LAST)
        by_day = await tx.diary.marks(pupil, FIRST, LAST)

    assert [one.value.text for one in counted] == ["5", "2", "3"]
    assert [(one.value.text, one.counts_on) for one in of_diary] == [
        ("5", FIRST),
        ("2", DAY),
        ("3", LAST),
    ]
    assert [one.value.text for one in by_day] == ["2"]


async def test_a_subject_by_half_years_alone_is_known_to_the_diary(ground: Ground) -> None:
    seed = ground.seed
    pupil = seed.a_pupil()
    algebra, music = seed.a_subject("Алгебра"), seed.a_subject("Музыка")
    seed.a_year()
    seed.a_period(seed.a_course(pupil, subject=algebra), seed.a_course(pupil))
    half = {"title": HALF.title, "kind": HALF.kind, "begins": HALF.begins, "ends": HALF.ends}
    seed.a_period(seed.a_course(pupil, subject=music), **half)
    await ground.plant()

    async with ground.turn() as tx:
        year = await tx.diary.periods(pupil, DAY)

    assert (year.periods, year.others) == ((QUARTER,), (HALF,))
    assert year.apart == {music: (HALF,)}


async def test_a_column_moves_and_is_cancelled_with_its_lesson(ground: Ground) -> None:
    seed = ground.seed
    pupil = seed.a_pupil()
    course = seed.a_course(pupil)
    beyond, gone = LAST + timedelta(days=1), {"state": "planned", "gone_at": LONG_AGO}
    moved, moved_away, cancelled, without = (
        seed.a_work(course, day=LATER, lesson_id=lesson)
        for lesson in (
            seed.a_lesson(course, day=LAST, state="planned"),
            seed.a_lesson(course, day=beyond, state="planned"),
            seed.a_lesson(course, day=LATER, state="cancelled"),
            seed.a_lesson(course, day=beyond, **gone),
        )
    )
    await ground.plant()

    async with ground.turn() as tx:
        planned = await tx.forecast.planned([pupil], DAY, LAST)

    assert [(one.work, one.day) for one in planned] == [(without, LATER), (moved, LAST)]
    assert not {moved_away, cancelled} & {one.work for one in planned}
