"""What reports read of whole classes, and the days of use: the same on every store."""

from datetime import UTC, date, datetime
from decimal import Decimal

from core.access.people import Name, Role
from core.ids import CourseId, PeriodId, PersonId, SubjectId
from core.journal.values import (
    AbsenceCode,
    CourseKind,
    MarkValue,
    PeriodKind,
    PeriodMarkKind,
    ReasonState,
)
from core.reports.ports import (
    Course,
    Family,
    GivenMarks,
    MarksOfPupil,
    Missed,
    Place,
    PoorMark,
    Stay,
    SummedUp,
    Taught,
    User,
)
from core.reports.terms import Term
from tests.contracts.conftest import Ground
from tests.school.records import LONG_AGO
from tests.school.seed import DAY, YEAR

BEFORE, AFTER = date(2026, 10, 1), date(2027, 2, 1)


async def test_terms_are_all_periods_of_the_school_in_order(ground: Ground) -> None:
    seed = ground.seed
    year, quarter = seed.a_year(), seed.a_period()
    school = seed.school
    seed.a_school(name="Другая")
    seed.a_year()
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.reports.terms(school)

    assert found == [
        Term(PeriodId(year), "2026/2027", PeriodKind.YEAR, *YEAR),
        Term(
            PeriodId(quarter),
            "II четверть",
            PeriodKind.QUARTER,
            date(2026, 11, 2),
            date(2026, 12, 27),
        ),
    ]


async def test_stays_are_those_of_the_class_and_of_its_pupils_elsewhere(ground: Ground) -> None:
    seed = ground.seed
    here, there = seed.a_class("7А"), seed.a_class("7Б")
    moved, other, early = seed.a_pupil(), seed.a_pupil(class_id=there), seed.a_pupil()
    seed.enrolled(moved, here, ends=DAY)
    seed.enrolled(moved, there, begins=date(2026, 11, 21))
    seed.enrolled(early, here, ends=date(2026, 8, 1))
    seed.a_teacher(here)
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.reports.stays([here], *YEAR)
        both = await tx.reports.stays([here, there], *YEAR)

    name = Name("Маша", "Орлова")
    assert found == [
        Stay(moved, name, here, "7А", None, DAY),
        Stay(moved, name, there, "7Б", date(2026, 11, 21), None),
    ]
    assert {one.pupil for one in both} == {moved, other}


async def test_who_was_dropped_within_the_days_comes_with_the_day(ground: Ground) -> None:
    seed = ground.seed
    here = seed.a_class("7А")
    left, gone = seed.a_pupil(), seed.a_pupil()
    seed.enrolled(left, here, gone_at=datetime(2026, 11, 10, 22, tzinfo=UTC))
    seed.enrolled(gone, here, gone_at=LONG_AGO)
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.reports.stays([here], *YEAR)

    assert [(one.pupil, one.dropped) for one in found] == [(left, date(2026, 11, 11))]


async def test_places_are_the_courses_of_pupils(ground: Ground) -> None:
    seed = ground.seed
    pupil, other = seed.a_pupil(class_id=seed.a_class()), seed.a_pupil()
    course = seed.a_course(other)
    seed.enrolled(pupil, course, begins=DAY)
    seed.enrolled(pupil, seed.a_course(), gone_at=LONG_AGO)
    seed.a_teacher(course)
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.reports.places([pupil])

    assert found == [Place(pupil, CourseId(course), DAY)]


async def test_a_course_tells_its_subject_first_teacher_terms_and_hours(ground: Ground) -> None:
    seed = ground.seed
    subject = seed.a_subject("Физика")
    course = seed.a_course(subject=subject, teaching="home", weekly_hours=Decimal("1.5"))
    second = seed.a_person("Олег", "Второй")
    seed.enrolled(second, course, role="teacher", is_primary=False)
    first = seed.a_person("Нина", "Первая")
    seed.enrolled(first, course, role="teacher")
    quarter = seed.a_period(course)
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.reports.courses([course])

    assert found == [
        Course(
            CourseId(course),
            SubjectId(subject),
            "Физика",
            CourseKind.HOME,
            Name("Нина", "Первая"),
            frozenset({PeriodId(quarter)}),
            Decimal("1.5"),
        )
    ]


async def test_lessons_held_are_counted_by_day_with_what_they_lack(ground: Ground) -> None:
    seed = ground.seed
    course, other = seed.a_course(), seed.a_course()
    seed.a_lesson(course, topic="Тема", homework="§ 1")
    seed.a_lesson(course, number=2, topic=" ")
    seed.a_lesson(course, number=3, state="planned")
    seed.a_lesson(course, number=4, state="cancelled")
    seed.a_lesson(course, number=5, gone_at=LONG_AGO)
    seed.a_lesson(course, day=AFTER, topic="Тема")
    seed.a_lesson(other)
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.reports.taught([course], BEFORE, DAY)

    assert found == [Taught(CourseId(course), DAY, 2, 1, 1)]


async def test_missed_lessons_come_with_topic_letter_and_reason(ground: Ground) -> None:
    seed = ground.seed
    pupil, other = seed.a_pupil(source="masha"), seed.a_pupil()
    subject = seed.a_subject("Физика")
    course = seed.a_course(pupil, subject=subject)
    late = seed.a_lesson(course, number=2, topic="Сила")
    first = seed.a_lesson(course, number=1, topic="Масса")
    seed.an_absence(late, pupil, AbsenceCode.LATE)
    seed.an_absence(first, pupil, AbsenceCode.ILL, ReasonState.CONFIRMED)
    seed.an_absence(first, other)
    seed.an_absence(seed.a_lesson(course, state="planned"), pupil)
    seed.an_absence(seed.a_lesson(course), pupil, gone_at=LONG_AGO)
    seed.an_absence(seed.a_lesson(course, day=AFTER), pupil)
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.reports.missed([pupil], BEFORE, DAY)

    of = (CourseId(course), SubjectId(subject), "Физика")
    assert found == [
        Missed(pupil, DAY, 1, *of, "Масса", AbsenceCode.ILL, ReasonState.CONFIRMED, "masha"),
        Missed(pupil, DAY, 2, *of, "Сила", AbsenceCode.LATE, ReasonState.UNKNOWN, "masha"),
    ]


async def test_final_marks_are_those_of_terms_within_the_days_the_latest_last(
    ground: Ground,
) -> None:
    seed = ground.seed
    pupil, other = seed.a_pupil(), seed.a_pupil()
    subject = seed.a_subject("Физика")
    one, two = seed.a_course(subject=subject), seed.a_course(subject=subject)
    quarter, year = seed.a_period(), seed.a_year()
    seed.a_period_mark(quarter, two, pupil, "5", day=DAY)
    seed.a_period_mark(quarter, one, pupil, "3", day=BEFORE)
    seed.a_period_mark(year, one, pupil, "none", kind="year")
    seed.a_period_mark(quarter, seed.a_course(), pupil, gone_at=LONG_AGO)
    seed.a_period_mark(quarter, one, other)
    last_year = seed.a_year(date(2025, 9, 1), date(2026, 5, 28))
    seed.a_period_mark(last_year, one, pupil, "4", kind="year")
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.reports.summed_up([pupil], *YEAR)

    of = (SubjectId(subject), "Физика")
    assert found == [
        SummedUp(pupil, PeriodId(year), PeriodMarkKind.YEAR, *of, MarkValue("none")),
        SummedUp(pupil, PeriodId(quarter), PeriodMarkKind.PERIOD, *of, MarkValue("3")),
        SummedUp(pupil, PeriodId(quarter), PeriodMarkKind.PERIOD, *of, MarkValue("5")),
    ]


async def test_marks_are_counted_by_course_and_day_and_by_pupil(ground: Ground) -> None:
    seed = ground.seed
    pupil, other = seed.a_pupil(), seed.a_pupil()
    course = seed.a_course(pupil, other)
    work = seed.a_work(course)
    seed.a_mark(work, pupil)
    seed.a_mark(work, other)
    seed.a_mark(seed.a_work(course, day=BEFORE), pupil)
    seed.a_mark(seed.a_work(course, day=AFTER), pupil)
    seed.a_mark(seed.a_work(course, gone_at=LONG_AGO), pupil)
    seed.a_mark(seed.a_work(course), pupil, gone_at=LONG_AGO)
    await ground.plant()

    async with ground.turn() as tx:
        by_day = await tx.reports.given([course], BEFORE, DAY)
        by_pupil = await tx.reports.marks_of([pupil], BEFORE, DAY)

    number = CourseId(course)
    assert by_day == [GivenMarks(number, BEFORE, 1), GivenMarks(number, DAY, 2)]
    assert by_pupil == [MarksOfPupil(pupil, number, 2)]


async def test_marks_are_counted_as_they_certify(ground: Ground) -> None:
    seed = ground.seed
    pupil = seed.a_pupil()
    course, other = seed.a_course(pupil), seed.a_course(pupil)
    for value in ("3/5", "4", "fail", "none"):
        seed.a_mark(seed.a_work(course), pupil, value)
    seed.a_mark(seed.a_work(other), pupil, "none")
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.reports.marks_of([pupil], DAY, DAY)

    assert found == [
        MarksOfPupil(pupil, CourseId(course), 4),
        MarksOfPupil(pupil, CourseId(other), 0),
    ]


async def test_a_mark_of_the_holidays_counts_in_the_session_that_its_column_names(
    ground: Ground,
) -> None:
    seed = ground.seed
    pupil = seed.a_pupil()
    course = seed.a_course(pupil)
    first = seed.a_period(course, begins=BEFORE, ends=DAY)
    seed.a_mark(seed.a_work(course, day=AFTER, period_id=first), pupil, "2")
    await ground.plant()

    async with ground.turn() as tx:
        here = await tx.reports.marks_of([pupil], BEFORE, DAY)
        poor = await tx.reports.poor([pupil], BEFORE, DAY)
        later = await tx.reports.marks_of([pupil], AFTER, AFTER)

    assert here == [MarksOfPupil(pupil, CourseId(course), 1)]
    assert [(one.pupil, one.day) for one in poor] == [(pupil, AFTER)]
    assert later == []


async def test_poor_marks_come_with_work_and_topic(ground: Ground) -> None:
    seed = ground.seed
    pupil = seed.a_pupil()
    course = seed.a_course(pupil, title="Физика")
    lesson = seed.a_lesson(course, topic="Сила")
    seed.a_mark(seed.a_work(course, lesson_id=lesson, title="Ответ"), pupil, "2")
    seed.a_mark(seed.a_work(course, title="Тест", day=BEFORE), pupil, "2/4")
    seed.a_mark(seed.a_work(course, title="Зачёт"), pupil, "fail")
    seed.a_mark(seed.a_work(course), pupil, "3")
    seed.a_mark(seed.a_work(course), pupil, "pass")
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.reports.poor([pupil], BEFORE, DAY)

    assert found == [
        PoorMark(pupil, BEFORE, "Физика", "Тест", "", MarkValue("2/4")),
        PoorMark(pupil, DAY, "Физика", "Ответ", "Сила", MarkValue("2")),
        PoorMark(pupil, DAY, "Физика", "Зачёт", "", MarkValue("fail")),
    ]


async def test_of_nobody_there_is_nothing(ground: Ground) -> None:
    await ground.plant()

    async with ground.turn() as tx:
        found = [
            await tx.reports.stays([], *YEAR),
            await tx.reports.places([]),
            await tx.reports.courses([]),
            await tx.reports.missed([], *YEAR),
            await tx.visits.families([], *YEAR),
        ]

    assert found == [[]] * 5


async def test_a_day_of_use_is_counted_once(ground: Ground) -> None:
    seed = ground.seed
    mother = seed.a_guardian(masha := seed.a_pupil())
    await ground.plant()

    async with ground.turn() as tx:
        noted = [
            await tx.visits.note(seed.school, mother, day)
            for day in (BEFORE, DAY, DAY, date(2026, 11, 19), date(2026, 11, 21))
        ]
        (family,) = await tx.visits.families([masha], DAY, DAY)

    assert noted == [True, True, False, False, True]
    assert family.guardians == (User(mother, Name("Анна", "Орлова"), None, 2, date(2026, 11, 21)),)


async def test_a_family_says_who_came_in_and_when(ground: Ground) -> None:
    seed = ground.seed
    masha, petya = seed.a_pupil(), seed.a_pupil("Петя")
    mother = seed.a_guardian(masha)
    seed.an_account(mother)
    seed.a_link(masha, seed.an_account(), ended_at=LONG_AGO)
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.visits.families([petya, masha], *YEAR)

    name = Name("Анна", "Орлова")
    assert found == [
        Family(User(PersonId(petya), Name("Петя", "Орлова"))),
        Family(
            User(PersonId(masha), Name("Маша", "Орлова")),
            (User(mother, name, date(2026, 8, 1)),),
        ),
    ]


async def test_staff_are_who_works_at_the_school_and_is_in(ground: Ground) -> None:
    seed = ground.seed
    teacher, deputy = seed.a_teacher(given="Яна"), seed.a_person("Алла")
    seed.a_role(deputy, Role.DEPUTY_HEAD)
    seed.a_teacher(given="Бывшая", enabled=False)
    seed.a_guardian(seed.a_pupil())
    school = seed.school
    seed.a_school(name="Другая")
    seed.a_teacher()
    await ground.plant()

    async with ground.turn() as tx:
        await tx.visits.note(school, teacher, DAY)
        found = await tx.visits.staff(school, *YEAR)

    assert found == [
        User(deputy, Name("Алла", "Орлова")),
        User(teacher, Name("Яна", "Орлова"), None, 1, DAY),
    ]
