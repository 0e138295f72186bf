"""A pupil's diary: the same on every store."""

from datetime import date, time, timedelta
from decimal import Decimal

from core.access.people import Name
from core.diary.views import Assignment, LooseMark, Period, ShownAbsence, ShownMark
from core.journal.values import AbsenceCode, LessonState, MarkValue, PeriodKind, ReasonState
from tests.contracts.conftest import Ground
from tests.school.records import LONG_AGO
from tests.school.seed import DAY

MONDAY, SUNDAY = date(2026, 11, 16), date(2026, 11, 22)
NEXT_FRIDAY = DAY + timedelta(days=7)
FIVE = MarkValue("5")


async def test_a_pupil_is_shown_with_the_class_of_now(ground: Ground) -> None:
    seed = ground.seed
    pupil = seed.a_pupil("Маша", middle="Ивановна")
    seed.a_course(pupil)
    seed.enrolled(pupil, seed.a_class("6А"), ends=date(2026, 8, 31))
    now = seed.a_class("7А")
    seed.enrolled(pupil, now, begins=date(2026, 9, 1))
    await ground.plant()

    async with ground.turn() as tx:
        child = await tx.diary.child(pupil)
        class_id = await tx.diary.class_of(pupil)

    assert child is not None
    assert (child.name, child.class_title) == (Name("Маша", "Орлова", "Ивановна"), "7А")
    assert class_id == child.class_id == now


async def test_who_left_has_no_class_and_who_is_gone_is_no_pupil(ground: Ground) -> None:
    seed = ground.seed
    left, gone = seed.a_pupil(), seed.a_pupil(gone_at=LONG_AGO)
    await ground.plant()

    async with ground.turn() as tx:
        child = await tx.diary.child(left)
        found = [await tx.diary.class_of(left), await tx.diary.child(gone)]

    assert child is not None
    assert child.class_title == ""
    assert found == [None, None]


async def test_a_lesson_shows_what_was_noted_and_when_the_bell_rings(ground: Ground) -> None:
    seed = ground.seed
    pupil, teacher = seed.a_pupil(), seed.a_teacher(given="Нина", family="Грачёва")
    course = seed.a_course(pupil, title="Физика")
    seed.a_slot(course, number=2, room="31")
    lesson = seed.a_lesson(
        course,
        number=2,
        topic="Сила",
        homework="§ 3",
        homework_due=NEXT_FRIDAY,
        teacher_id=teacher,
        replaces_id=seed.a_teacher(),
    )
    seed.an_absence(lesson, pupil, AbsenceCode.LATE, ReasonState.CLAIMED)
    await ground.plant()

    async with ground.turn() as tx:
        (shown,) = await tx.diary.lessons(pupil, MONDAY, SUNDAY)

    assert (shown.id, shown.day, shown.number, shown.subject) == (lesson, DAY, 2, "Физика")
    assert (shown.starts, shown.ends, shown.room) == (time(8, 30), time(9, 15), "31")
    assert (shown.state, shown.topic) == (LessonState.HELD, "Сила")
    assert (shown.homework, shown.homework_due) == ("§ 3", NEXT_FRIDAY)
    assert (shown.teacher, shown.replaced) == (Name("Нина", "Грачёва"), True)
    assert (shown.absence, shown.absence_reason) == (AbsenceCode.LATE, ReasonState.CLAIMED)


async def test_lessons_come_in_order_of_days_and_numbers(ground: Ground) -> None:
    seed = ground.seed
    pupil = seed.a_pupil()
    course = seed.a_course(pupil)
    last = seed.a_lesson(course, day=SUNDAY)
    second = seed.a_lesson(course, day=MONDAY, number=5)
    first = seed.a_lesson(course, day=MONDAY, number=4)
    seed.a_lesson(course, day=SUNDAY + timedelta(days=1))
    await ground.plant()

    async with ground.turn() as tx:
        shown = await tx.diary.lessons(pupil, MONDAY, SUNDAY)

    assert [one.id for one in shown] == [first, second, last]


async def test_only_courses_of_the_pupil_on_that_day_are_shown(ground: Ground) -> None:
    seed = ground.seed
    pupil = seed.a_pupil()
    seed.a_lesson(seed.a_course())
    left = seed.a_course()
    seed.enrolled(pupil, left, ends=DAY - timedelta(days=1))
    seed.a_lesson(left)
    joined = seed.a_course()
    seed.enrolled(pupil, joined, begins=DAY)
    own = seed.a_lesson(joined)
    seed.a_lesson(joined, day=DAY - timedelta(days=1))
    seed.a_lesson(joined, gone_at=LONG_AGO)
    await ground.plant()

    async with ground.turn() as tx:
        shown = await tx.diary.lessons(pupil, MONDAY, SUNDAY)

    assert [one.id for one in shown] == [own]


async def test_an_enrolment_written_twice_shows_a_lesson_once(ground: Ground) -> None:
    seed = ground.seed
    pupil = seed.a_pupil()
    course = seed.a_course(pupil)
    seed.enrolled(pupil, course)
    lesson = seed.a_lesson(course)
    seed.a_mark(seed.a_work(course, lesson_id=lesson), pupil)
    await ground.plant()

    async with ground.turn() as tx:
        (shown,) = await tx.diary.lessons(pupil, MONDAY, SUNDAY)

    assert len(shown.marks) == 1


async def test_a_mark_stands_at_the_lesson_of_its_work_whenever_it_was_set(
    ground: Ground,
) -> None:
    seed = ground.seed
    pupil = seed.a_pupil()
    course = seed.a_course(pupil)
    lesson = seed.a_lesson(course, day=MONDAY)
    seed.a_lesson(course)
    work = seed.a_work(course, lesson_id=lesson, day=DAY, weight="2", title="Диктант")
    seed.a_mark(work, pupil, "4/5")
    await ground.plant()

    async with ground.turn() as tx:
        monday, friday = await tx.diary.lessons(pupil, MONDAY, SUNDAY)

    assert monday.marks == (ShownMark(MarkValue("4/5"), "Диктант", Decimal(2), DAY),)
    assert friday.marks == ()


async def test_a_mark_of_a_work_without_a_lesson_is_loose(ground: Ground) -> None:
    seed = ground.seed
    pupil, other = seed.a_pupil(), seed.a_pupil()
    course = seed.a_course(pupil, other, title="Физика")
    work = seed.a_work(course, weight="2", title="Проект")
    seed.a_mark(work, pupil, "4")
    seed.a_mark(work, other)
    seed.a_mark(seed.a_work(course), pupil, "5")
    seed.a_mark(seed.a_work(course, day=SUNDAY + timedelta(days=1)), pupil)
    seed.a_mark(seed.a_work(course, lesson_id=seed.a_lesson(course)), pupil)
    await ground.plant()

    async with ground.turn() as tx:
        (lesson,) = await tx.diary.lessons(pupil, MONDAY, SUNDAY)
        project, answer = await tx.diary.loose_marks(pupil, MONDAY, SUNDAY)

    shown = ShownMark(MarkValue("4"), "Проект", Decimal(2), DAY)
    assert project == LooseMark(course, "Физика", shown)
    assert (answer.mark.value, len(lesson.marks)) == (FIVE, 1)


async def test_a_lesson_that_moved_away_from_the_days_comes_too(ground: Ground) -> None:
    seed = ground.seed
    pupil = seed.a_pupil()
    course = seed.a_course(pupil)
    moved = seed.a_lesson(
        course, day=NEXT_FRIDAY, number=3, moved_from_day=DAY, moved_from_number=1
    )
    seed.a_lesson(course, day=NEXT_FRIDAY, number=4)
    await ground.plant()

    async with ground.turn() as tx:
        (shown,) = await tx.diary.lessons(pupil, MONDAY, SUNDAY)

    assert (shown.id, shown.course, shown.day) == (moved, course, NEXT_FRIDAY)
    assert (shown.moved_from, shown.number) == ((DAY, 1), 3)


async def test_who_joined_a_course_again_is_expected_there_again(ground: Ground) -> None:
    seed = ground.seed
    pupil = seed.a_pupil()
    course = seed.a_course()
    seed.enrolled(pupil, course, ends=DAY - timedelta(days=30))
    seed.enrolled(pupil, course, begins=DAY)
    seed.a_slot(course)
    await ground.plant()

    async with ground.turn() as tx:
        expected = await tx.diary.expected(pupil, DAY - timedelta(days=14), DAY)

    assert [one.day for one in expected] == [DAY]


async def test_marks_and_absences_of_others_and_those_taken_back_are_not_shown(
    ground: Ground,
) -> None:
    seed = ground.seed
    pupil, other = seed.a_pupil(), seed.a_pupil()
    course = seed.a_course(pupil, other)
    lesson = seed.a_lesson(course)
    work, gone = seed.a_work(course, lesson_id=lesson), seed.a_work(course, gone_at=LONG_AGO)
    seed.a_mark(work, other)
    seed.a_mark(work, pupil, gone_at=LONG_AGO)
    seed.a_mark(gone, pupil)
    seed.an_absence(lesson, other)
    seed.an_absence(lesson, pupil, gone_at=LONG_AGO)
    await ground.plant()

    async with ground.turn() as tx:
        (shown,) = await tx.diary.lessons(pupil, MONDAY, SUNDAY)
        marks = await tx.diary.marks(pupil, MONDAY, SUNDAY)
        absences = await tx.diary.absences(pupil, MONDAY, SUNDAY)

    assert (shown.marks, shown.absence) == ((), None)
    assert (list(marks), list(absences)) == ([], [])


async def test_a_moved_lesson_rings_with_the_hour_it_was_moved_to(ground: Ground) -> None:
    seed = ground.seed
    pupil = seed.a_pupil()
    moved, usual = seed.a_course(pupil), seed.a_course(pupil)
    seed.a_slot(moved, weekday=1, number=6, starts=time(13, 15))
    seed.a_slot(usual, number=2, starts=time(9, 25), room="5")
    seed.a_lesson(moved, number=2)
    await ground.plant()

    async with ground.turn() as tx:
        (shown,) = await tx.diary.lessons(pupil, MONDAY, SUNDAY)

    assert (shown.starts, shown.room) == (time(9, 25), "")


async def test_the_timetable_says_what_to_expect(ground: Ground) -> None:
    seed = ground.seed
    pupil = seed.a_pupil()
    course = seed.a_course(pupil, title="Химия")
    seed.a_teacher(course, given="Нина", family="Грачёва")
    seed.a_slot(course, number=3, room="7")
    seed.a_slot(course, weekday=1, ends=date(2026, 11, 15))
    seed.a_slot(course, weekday=2, gone_at=LONG_AGO)
    await ground.plant()

    async with ground.turn() as tx:
        (expected,) = await tx.diary.expected(pupil, MONDAY, SUNDAY)

    assert (expected.day, expected.number, expected.subject) == (DAY, 3, "Химия")
    assert (expected.starts, expected.ends, expected.room) == (time(8, 30), time(9, 15), "7")
    assert (expected.id, expected.teacher) == (None, Name("Нина", "Грачёва"))


async def test_the_timetable_names_who_teaches_on_the_day(ground: Ground) -> None:
    seed = ground.seed
    pupil = seed.a_pupil()
    course = seed.a_course(pupil)
    for given, begins, ends in (
        ("Нина", None, DAY),
        ("Инна", DAY + timedelta(days=1), DAY + timedelta(days=7)),
    ):
        teacher = seed.a_teacher(given=given)
        seed.enrolled(teacher, course, role="teacher", is_primary=True, begins=begins, ends=ends)
    seed.a_slot(course)
    await ground.plant()

    async with ground.turn() as tx:
        expected = await tx.diary.expected(pupil, DAY, DAY + timedelta(days=14))

    assert [one.teacher.given if one.teacher else "" for one in expected] == ["Нина", "Инна", ""]


async def test_nothing_is_expected_where_the_pupil_is_not_enrolled(ground: Ground) -> None:
    seed = ground.seed
    pupil = seed.a_pupil()
    seed.a_slot(seed.a_course())
    left = seed.a_course()
    seed.enrolled(pupil, left, ends=DAY - timedelta(days=1))
    seed.a_slot(left)
    await ground.plant()

    async with ground.turn() as tx:
        expected = await tx.diary.expected(pupil, MONDAY, SUNDAY)

    assert list(expected) == []


async def test_holidays_that_touch_the_days_are_told_for_the_own_school(ground: Ground) -> None:
    seed = ground.seed
    pupil = seed.a_pupil()
    seed.a_holiday("Каникулы", date(2026, 11, 9), MONDAY)
    seed.a_holiday("Раньше", date(2026, 11, 1), date(2026, 11, 15))
    seed.a_holiday("Отменённый", MONDAY, MONDAY, gone_at=LONG_AGO)
    seed.a_school()
    seed.a_holiday("Чужой", MONDAY, MONDAY)
    await ground.plant()

    async with ground.turn() as tx:
        holidays = await tx.diary.holidays(pupil, MONDAY, SUNDAY)

    assert [(one.title, one.begins, one.ends) for one in holidays] == [
        ("Каникулы", date(2026, 11, 9), MONDAY)
    ]


async def test_periods_are_those_that_the_pupil_s_courses_run_by(ground: Ground) -> None:
    seed = ground.seed
    pupil, older = seed.a_pupil(), seed.a_pupil()
    own_class = seed.a_class()
    seed.enrolled(pupil, own_class)
    courses = [seed.a_course(pupil), seed.a_course(pupil), seed.a_course(older)]
    year = seed.a_year()
    seed.a_period(courses[0], courses[1], title="II")
    seed.a_period(
        courses[0],
        courses[1],
        title="I",
        begins=date(2026, 9, 1),
        ends=date(2026, 10, 25),
    )
    half = {"kind": PeriodKind.HALF_YEAR, "begins": date(2026, 9, 1), "ends": date(2026, 12, 27)}
    seed.a_period(courses[2], title="1-е полугодие", **half)
    assert year
    await ground.plant()

    async with ground.turn() as tx:
        quarters = (await tx.diary.periods(pupil, DAY)).periods
        halves = (await tx.diary.periods(older, DAY)).periods

    assert [one.title for one in quarters] == ["I", "II"]
    of_older = Period("1-е полугодие", PeriodKind.HALF_YEAR, half["begins"], half["ends"])
    assert halves == (of_older,)


async def test_periods_are_of_the_school_year_of_the_day(ground: Ground) -> None:
    seed = ground.seed
    pupil = seed.a_pupil()
    course = seed.a_course(pupil)
    seed.a_year(date(2025, 9, 1), date(2026, 5, 28))
    seed.a_period(course, title="прошлая", begins=date(2025, 9, 1), ends=date(2025, 10, 25))
    seed.a_year()
    seed.a_period(course, title="нынешняя")
    await ground.plant()

    async with ground.turn() as tx:
        found = {
            day: [one.title for one in (await tx.diary.periods(pupil, day)).periods]
            for day in (date(2025, 1, 1), date(2026, 7, 1), DAY)
        }

    assert found == {
        date(2025, 1, 1): ["прошлая"],
        date(2026, 7, 1): ["прошлая"],
        DAY: ["нынешняя"],
    }


async def test_subjects_are_those_taught_now_once_each_by_title(ground: Ground) -> None:
    seed = ground.seed
    pupil = seed.a_pupil()
    physics, algebra = seed.a_subject("Физика"), seed.a_subject("Алгебра")
    for subject in (physics, algebra, algebra):
        seed.a_course(pupil, subject=subject)
    seed.enrolled(pupil, seed.a_course(title="Черчение"), ends=DAY - timedelta(days=1))
    await ground.plant()

    async with ground.turn() as tx:
        subjects = await tx.diary.subjects(pupil)

    assert list(subjects) == [(algebra, "Алгебра"), (physics, "Физика")]


async def test_marks_of_the_days_come_oldest_first_with_subject_and_weight(
    ground: Ground,
) -> None:
    seed = ground.seed
    pupil = seed.a_pupil()
    subject = seed.a_subject("Физика")
    course = seed.a_course(pupil, subject=subject)
    seed.a_mark(seed.a_work(course, day=SUNDAY), pupil, "pass")
    seed.a_mark(seed.a_work(course, day=MONDAY, weight="0.5", title="Опыт"), pupil, "3")
    seed.a_mark(seed.a_work(course, day=SUNDAY + timedelta(days=1)), pupil)
    await ground.plant()

    async with ground.turn() as tx:
        marks = await tx.diary.marks(pupil, MONDAY, SUNDAY)

    first, second = marks
    assert (first.subject, first.subject_title, first.work) == (subject, "Физика", "Опыт")
    assert (first.value, first.weight, first.day) == (MarkValue("3"), Decimal("0.5"), MONDAY)
    assert (second.value, second.weight) == (MarkValue("pass"), Decimal(1))


async def test_period_marks_are_found_by_the_period_s_days(ground: Ground) -> None:
    seed = ground.seed
    pupil = seed.a_pupil()
    subject = seed.a_subject()
    course = seed.a_course(pupil, subject=subject)
    first = seed.a_period(course, begins=date(2026, 9, 1), ends=date(2026, 10, 25))
    seed.a_period(course)
    seed.a_period_mark(first, course, pupil, "none")
    days = (date(2026, 9, 1), date(2026, 10, 25))
    await ground.plant()

    async with ground.turn() as tx:
        set_so_far = await tx.diary.period_marks(pupil, Period("", PeriodKind.QUARTER, *days))
        not_yet = await tx.diary.period_marks(
            pupil, Period("", PeriodKind.QUARTER, date(2026, 11, 2), date(2026, 12, 27))
        )

    assert set_so_far == {subject: MarkValue("none")}
    assert not_yet == {}


async def test_homework_that_names_its_day_is_due_on_it(ground: Ground) -> None:
    seed = ground.seed
    pupil = seed.a_pupil()
    course = seed.a_course(pupil, title="Физика")
    lesson = seed.a_lesson(course, day=MONDAY, homework="§ 1", homework_due=DAY)
    seed.a_lesson(course, day=MONDAY, number=2, homework="§ 2", homework_due=SUNDAY)
    seed.a_lesson(course, day=MONDAY, number=3)
    await ground.plant()

    async with ground.turn() as tx:
        due = await tx.diary.homework(pupil, DAY, DAY)

    assert list(due) == [Assignment("Физика", "§ 1", MONDAY, DAY, lesson)]


async def test_homework_without_a_day_is_due_at_the_next_expected_lesson(ground: Ground) -> None:
    seed = ground.seed
    pupil = seed.a_pupil()
    course = seed.a_course(pupil, title="Физика")
    seed.a_slot(course)
    seed.a_lesson(course, day=MONDAY, homework="§ 1")
    await ground.plant()

    async with ground.turn() as tx:
        on_friday = await tx.diary.homework(pupil, DAY, DAY)
        a_week_later = await tx.diary.homework(pupil, NEXT_FRIDAY, NEXT_FRIDAY)

    assert [one.text for one in on_friday] == ["§ 1"]
    assert list(a_week_later) == []


async def test_a_lesson_that_moved_to_a_day_leaves_homework_of_the_others_due(
    ground: Ground,
) -> None:
    seed = ground.seed
    pupil = seed.a_pupil()
    physics, algebra = seed.a_course(pupil, title="Физика"), seed.a_course(pupil)
    seed.a_slot(physics)
    seed.a_lesson(physics, day=MONDAY, homework="§ 1")
    seed.a_lesson(algebra, number=5, moved_from_day=SUNDAY, moved_from_number=5)
    await ground.plant()

    async with ground.turn() as tx:
        due = await tx.diary.homework(pupil, DAY, DAY)

    assert [one.text for one in due] == ["§ 1"]


async def test_homework_waits_for_the_lesson_where_it_moved_to(ground: Ground) -> None:
    seed = ground.seed
    pupil = seed.a_pupil()
    course = seed.a_course(pupil, title="Физика")
    seed.a_slot(course)
    seed.a_lesson(course, day=MONDAY, homework="§ 1")
    seed.a_lesson(course, day=SUNDAY, moved_from_day=DAY, moved_from_number=1)
    await ground.plant()

    async with ground.turn() as tx:
        due = {day: len(await tx.diary.homework(pupil, day, day)) for day in (DAY, SUNDAY)}

    assert due == {DAY: 0, SUNDAY: 1}


async def test_homework_of_several_days_comes_with_the_day_that_each_is_due(
    ground: Ground,
) -> None:
    seed = ground.seed
    pupil = seed.a_pupil()
    physics, algebra = seed.a_course(pupil, title="Физика"), seed.a_course(pupil)
    seed.a_slot(physics)
    seed.a_lesson(physics, day=MONDAY, homework="§ 1")
    seed.a_lesson(physics, homework="§ 2")
    seed.a_lesson(algebra, day=MONDAY, homework="№ 5", homework_due=SUNDAY)
    seed.a_lesson(algebra, day=MONDAY, homework="№ 6", homework_due=NEXT_FRIDAY)
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.diary.homework(pupil, DAY, SUNDAY)

    assert [(one.text, one.due) for one in found] == [("№ 5", SUNDAY), ("§ 1", DAY)]


async def test_homework_waits_over_holidays_and_cancelled_lessons(ground: Ground) -> None:
    seed = ground.seed
    pupil = seed.a_pupil()
    course = seed.a_course(pupil, title="Физика")
    seed.a_slot(course)
    seed.a_lesson(course, day=MONDAY, homework="§ 1")
    seed.a_lesson(course, state="cancelled")
    seed.a_holiday("Каникулы", NEXT_FRIDAY, NEXT_FRIDAY)
    after = NEXT_FRIDAY + timedelta(days=7)
    await ground.plant()

    async with ground.turn() as tx:
        asked = (DAY, NEXT_FRIDAY, after)
        due = {day: len(await tx.diary.homework(pupil, day, day)) for day in asked}

    assert due == {DAY: 0, NEXT_FRIDAY: 0, after: 1}


async def test_absences_of_the_days_come_newest_first(ground: Ground) -> None:
    seed = ground.seed
    pupil = seed.a_pupil()
    course = seed.a_course(pupil, title="Физика")
    seed.an_absence(seed.a_lesson(course, day=MONDAY), pupil)
    seed.an_absence(seed.a_lesson(course, number=2), pupil, AbsenceCode.ILL, ReasonState.CONFIRMED)
    seed.an_absence(seed.a_lesson(course, number=1), pupil)
    seed.an_absence(seed.a_lesson(course, number=3, gone_at=LONG_AGO), pupil)
    await ground.plant()

    async with ground.turn() as tx:
        missed = await tx.diary.absences(pupil, MONDAY, SUNDAY)

    assert [(one.day, one.number) for one in missed] == [(DAY, 2), (DAY, 1), (MONDAY, 1)]
    assert missed[0] == ShownAbsence(DAY, 2, "Физика", AbsenceCode.ILL, ReasonState.CONFIRMED)


async def test_the_years_beside_are_found_by_their_nearest_periods(ground: Ground) -> None:
    seed = ground.seed
    pupil = seed.a_pupil()
    then, now = seed.a_course(pupil), seed.a_course(pupil)
    other = seed.a_course(seed.a_pupil())
    for begins in (2024, 2025, 2026, 2027):
        seed.a_year(date(begins, 9, 1), date(begins + 1, 5, 28))
    seed.a_period(then, title="Q1", begins=date(2025, 9, 1), ends=date(2025, 10, 25))
    seed.a_period(then, title="Q2", begins=date(2025, 11, 2), ends=date(2025, 12, 27))
    seed.a_period(now)
    seed.a_period(other, title="Чужой", begins=date(2024, 9, 1), ends=date(2024, 10, 25))
    await ground.plant()

    async with ground.turn() as tx:
        this_year = await tx.diary.periods(pupil, DAY)
        last_year = await tx.diary.periods(pupil, date(2025, 9, 1))
        nobody_s = await tx.diary.periods(seed.school, DAY)

    named = [
        (one.before and one.before.title, one.after and one.after.title)
        for one in (this_year, last_year, nobody_s)
    ]
    assert named == [("Q2", None), (None, "II четверть"), (None, None)]
