"""Where period marks are missing: the same on every store."""

from datetime import date, timedelta

from core.access.people import Name, Role
from core.ids import ClassId, PeriodId, PersonId
from core.journal.calendar import Holiday
from core.journal.missing_marks import Gap, MarkedPeriod
from core.journal.values import PeriodKind
from tests.contracts.conftest import Ground
from tests.school.records import LONG_AGO
from tests.school.seed import DAY, Seed

ENDS = date(2026, 12, 27)
FIRST = (date(2026, 9, 1), date(2026, 10, 25))
MASHA, VERA = Name("Маша", "Орлова"), Name("Вера", "Белова")


def a_class(seed: Seed) -> tuple[ClassId, int, int]:
    """Build 7А with two pupils."""
    class_id = seed.a_class("7А", grades="07")
    masha = seed.a_pupil("Маша", class_id=class_id)
    vera = seed.a_pupil("Вера", class_id=class_id, family="Белова")
    return class_id, masha, vera


async def gaps(ground: Ground, period: int, class_id: int | None = None) -> list[Gap]:
    await ground.plant()
    async with ground.turn() as tx:
        of_class = ClassId(class_id) if class_id else None
        return list(await tx.missing_marks.gaps(PeriodId(period), DAY, of_class))


async def test_periods_that_end_in_some_days_are_found(ground: Ground) -> None:
    seed = ground.seed
    seed.a_year(ends=ENDS)
    seed.a_period(begins=FIRST[0], ends=FIRST[1])
    period = seed.a_period()
    seed.a_school()
    seed.a_period()
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.missing_marks.ending(seed.school, ENDS - timedelta(days=7), ENDS)
        one = await tx.missing_marks.period(PeriodId(period))

    expected = MarkedPeriod(PeriodId(period), "II четверть", date(2026, 11, 2), ENDS)
    assert found == [expected]
    assert one == expected


async def test_a_year_is_no_period_to_be_marked(ground: Ground) -> None:
    year = ground.seed.a_year()
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.missing_marks.period(PeriodId(year))

    assert found is None


async def test_a_class_has_the_periods_of_its_courses_in_the_year_of_a_day(
    ground: Ground,
) -> None:
    seed = ground.seed
    class_id, masha, _ = a_class(seed)
    seed.a_year(date(2025, 9, 1), date(2026, 5, 28))
    seed.a_year()
    course = seed.a_course(masha)
    seed.a_period(course, title="За тот год", begins=date(2025, 9, 1), ends=date(2025, 10, 25))
    first = seed.a_period(course, title="I четверть", begins=FIRST[0], ends=FIRST[1])
    second = seed.a_period(course)
    seed.a_period(title="I полугодие", kind=PeriodKind.HALF_YEAR)
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.missing_marks.periods_of(class_id, DAY)

    assert [one.id for one in found] == [first, second]


async def test_who_takes_a_course_and_has_no_mark_is_missing_one(ground: Ground) -> None:
    seed = ground.seed
    class_id, masha, vera = a_class(seed)
    leader, teacher = seed.a_teacher(class_id), seed.a_teacher()
    seed.an_account(leader)
    seed.an_account(teacher)
    course = seed.a_course(masha, vera, subject=seed.a_subject("Физика"))
    seed.enrolled(teacher, course, role="teacher")
    period = seed.a_period(course)

    found = await gaps(ground, period)

    assert found == [
        Gap(class_id, "7А", "Физика", (VERA, MASHA), frozenset({teacher}), frozenset({leader}))
    ]


async def test_only_marks_of_the_period_that_stand_fill_a_gap(ground: Ground) -> None:
    seed = ground.seed
    _, masha, vera = a_class(seed)
    course = seed.a_course(masha, vera)
    first, period = seed.a_period(course, begins=FIRST[0], ends=FIRST[1]), seed.a_period(course)
    seed.a_period_mark(period, course, masha)
    seed.a_period_mark(period, course, vera, gone_at=LONG_AGO)
    seed.a_period_mark(period, course, vera, kind="exam")
    seed.a_period_mark(first, course, vera)

    found = await gaps(ground, period)

    assert [one.pupils for one in found] == [(VERA,)]


async def test_who_was_summed_up_in_another_subgroup_misses_nothing(ground: Ground) -> None:
    seed = ground.seed
    _, masha, _ = a_class(seed)
    subject = seed.a_subject("Английский язык")
    before, now = seed.a_course(subject=subject), seed.a_course(masha, subject=subject)
    period = seed.a_period(before, now)
    seed.a_period_mark(period, before, masha)

    assert await gaps(ground, period) == []


async def test_electives_and_first_forms_get_no_marks(ground: Ground) -> None:
    seed = ground.seed
    _, masha, _ = a_class(seed)
    small = seed.a_pupil(class_id=seed.a_class("1А", grades="01"))
    elective = seed.a_course(masha, teaching="elective")
    period = seed.a_period(elective, seed.a_course(small))

    assert await gaps(ground, period) == []


async def test_who_left_the_class_or_the_course_misses_nothing(ground: Ground) -> None:
    seed = ground.seed
    class_id, masha, _ = a_class(seed)
    left = seed.a_pupil("Пётр")
    seed.enrolled(left, class_id, ends=DAY - timedelta(days=1))
    course = seed.a_course(left)
    seed.enrolled(masha, course, ends=DAY - timedelta(days=1))
    period = seed.a_period(course)

    assert await gaps(ground, period) == []


async def test_one_class_can_be_asked_for(ground: Ground) -> None:
    seed = ground.seed
    class_id, masha, _ = a_class(seed)
    other = seed.a_class("7Б")
    course = seed.a_course(masha, seed.a_pupil(class_id=other))
    period = seed.a_period(course)

    found = await gaps(ground, period, class_id)

    assert [one.class_title for one in found] == ["7А"]


async def test_who_answers_for_a_school_holds_a_role_and_has_come_in(ground: Ground) -> None:
    seed = ground.seed
    deputy, absent, head = seed.a_person(), seed.a_person(), seed.a_person()
    for person, role in (
        (deputy, Role.DEPUTY_HEAD),
        (absent, Role.DEPUTY_HEAD),
        (head, Role.HEAD),
    ):
        seed.a_role(person, role)
    seed.an_account(deputy)
    seed.an_account(head)
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.missing_marks.answering(seed.school, Role.DEPUTY_HEAD)

    assert found == [PersonId(deputy)]


async def test_a_gap_names_no_teacher_whom_the_school_has_shut_out(ground: Ground) -> None:
    seed = ground.seed
    class_id, masha, _ = a_class(seed)
    course = seed.a_course(masha)
    teacher = seed.a_teacher(course, class_id)
    disabled = seed.a_teacher(course, class_id, enabled=False)
    for person in (teacher, disabled):
        seed.an_account(person)

    (gap,) = await gaps(ground, seed.a_period(course))

    assert (gap.teachers, gap.class_teachers) == ({teacher}, {teacher})


async def test_gaps_come_as_the_school_lists_classes_and_pupils(ground: Ground) -> None:
    seed = ground.seed
    oldest, youngest = seed.a_class("10А", grades="10"), seed.a_class("7А", grades="07")
    pupils = [
        seed.a_pupil(given, class_id=class_id, family=family)
        for given, family, class_id in (
            ("Пётр", "Жуков", youngest),
            ("Яна", "Ёлкина", youngest),
            ("Ольга", "Дроздова", oldest),
        )
    ]
    course = seed.a_course(*pupils)
    period = seed.a_period(course)

    found = await gaps(ground, period)

    assert [one.class_title for one in found] == ["7А", "10А"]
    assert [one.family for one in found[0].pupils] == ["Ёлкина", "Жуков"]


async def test_the_periods_of_a_class_are_of_the_kind_by_which_more_courses_run(
    ground: Ground,
) -> None:
    seed = ground.seed
    class_id, masha, vera = a_class(seed)
    seed.a_year()
    courses = [seed.a_course(masha), seed.a_course(vera)]
    quarter = seed.a_period(*courses)
    seed.a_period(seed.a_course(masha), title="I полугодие", kind=PeriodKind.HALF_YEAR)
    seed.a_holiday("Каникулы", ENDS, ENDS + timedelta(days=9))
    await ground.plant()

    async with ground.turn() as tx:
        (found,) = await tx.missing_marks.periods_of(class_id, DAY)
        (ending,) = [
            one
            for one in await tx.missing_marks.ending(seed.school, ENDS, ENDS)
            if one.id == quarter
        ]

    assert (found.id, ending) == (quarter, found)
    assert found.holidays == (Holiday("Каникулы", ENDS, ENDS + timedelta(days=9)),)
