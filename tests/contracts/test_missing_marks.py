"""Where period marks are missing: the same on every store."""

from datetime import date, timedelta

from core.access.people import Name, Role
from core.ids import ClassId, PeriodId, PersonId
from core.journal.calendar import Holiday
from core.journal.marked_periods import MarkedPeriod, PeriodsToMark
from core.journal.missing_marks import Gap, Scope
from core.journal.missing_of_year import Lack
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


async def gaps(
    ground: Ground, period: int, class_id: int | None = None, *, day: date = DAY
) -> list[Gap]:
    await ground.plant()
    async with ground.turn() as tx:
        of_class = ClassId(class_id) if class_id else None
        asked = await tx.missing_marks.period(PeriodId(period))
        assert asked is not None
        return list(await tx.missing_marks.gaps(asked, day, of_class))


async def test_periods_that_end_in_some_days_are_found(ground: Ground) -> None:
    seed = ground.seed
    seed.a_year()
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


async def test_a_year_ends_as_its_last_quarter_does(ground: Ground) -> None:
    year = ground.seed.a_year(ends=ENDS)
    quarter = ground.seed.a_period()
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.missing_marks.ending(ground.seed.school, ENDS, ENDS)

    assert [(one.id, one.is_year) for one in found] == [(year, True), (quarter, False)]


async def test_a_class_has_the_periods_of_its_courses_in_the_year_of_a_day(
    ground: Ground,
) -> None:
    seed = ground.seed
    class_id, masha, _ = a_class(seed)
    seed.a_year(date(2025, 9, 1), date(2026, 5, 28))
    year = seed.a_year()
    course, music = seed.a_course(masha), seed.a_course(masha, title="Музыка")
    seed.a_period(course, title="За тот год", begins=date(2025, 9, 1), ends=date(2025, 10, 25))
    first = seed.a_period(course, title="I четверть", begins=FIRST[0], ends=FIRST[1])
    second = seed.a_period(course)
    seed.taught_in(second, music)
    half = seed.a_period(music, title="I полугодие", kind=PeriodKind.HALF_YEAR)
    seed.a_period(title="II полугодие", kind=PeriodKind.HALF_YEAR)
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.missing_marks.periods_of(class_id, DAY)

    assert [one.id for one in found.usual] == [first, second]
    assert [one.id for one in found.others] == [half]
    assert found.year is not None
    assert (found.year.id, found.year.is_year) == (year, True)


async def test_a_class_without_courses_is_summed_up_by_nothing(ground: Ground) -> None:
    class_id, _, _ = a_class(ground.seed)
    ground.seed.a_year()
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.missing_marks.periods_of(class_id, DAY)

    assert found == PeriodsToMark()


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
        Gap(
            class_id,
            "7А",
            "Физика",
            (VERA, MASHA),
            frozenset({teacher}),
            frozenset({leader}),
            frozenset({course}),
        )
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
        (found,) = (await tx.missing_marks.periods_of(class_id, DAY)).usual
        (ending,) = [
            one
            for one in await tx.missing_marks.ending(seed.school, ENDS, ENDS)
            if one.id == quarter
        ]

    assert (found.id, ending) == (quarter, found)
    assert found.holidays == (Holiday("Каникулы", ENDS, ENDS + timedelta(days=9)),)


MAY = date(2027, 5, 21)
IN_DECEMBER = date(2026, 12, 27)


def lacks(found: list[Gap]) -> list[tuple[Lack, str, tuple[str, ...]]]:
    return [(one.lack, one.subject, tuple(it.given for it in one.pupils)) for one in found]


async def test_a_course_of_any_part_of_a_year_has_a_mark_of_the_year(ground: Ground) -> None:
    seed = ground.seed
    _, masha, vera = a_class(seed)
    year = seed.a_year()
    whole, early = seed.a_course(masha, title="Физика"), seed.a_course(title="Музыка")
    teacher, before = seed.a_teacher(whole), seed.a_teacher()
    seed.enrolled(masha, early, ends=IN_DECEMBER)
    seed.enrolled(vera, early, ends=date(2026, 11, 1))
    seed.enrolled(before, early, role="teacher", ends=IN_DECEMBER)
    for person in (teacher, before):
        seed.an_account(person)
    second = seed.a_period(whole, early)
    seed.a_period(whole, title="IV четверть", begins=date(2027, 3, 29), ends=date(2027, 5, 28))
    seed.a_period_mark(second, whole, masha)

    found = await gaps(ground, year, day=MAY)

    assert lacks(found) == [
        (Lack.YEAR, "Музыка", ("Маша",)),
        (Lack.YEAR, "Физика", ("Маша",)),
    ]
    assert [one.teachers for one in found] == [{before}, {teacher}]
    assert [one.courses for one in found] == [{early}, {whole}]


async def test_a_mark_of_the_year_counts_wherever_a_file_has_put_it(ground: Ground) -> None:
    seed = ground.seed
    class_id, masha, vera = a_class(seed)
    peter, anna = (seed.a_pupil(one, class_id=class_id) for one in ("Пётр", "Анна"))
    year, last = seed.a_year(), seed.a_year(date(2025, 9, 1), date(2026, 5, 28))
    subject = seed.a_subject("Физика")
    course = seed.a_course(masha, vera, peter, anna, subject=subject)
    other = seed.a_course(subject=subject)
    quarter = seed.a_period(course)
    seed.a_period_mark(year, course, masha, kind="year")
    seed.a_period_mark(quarter, other, vera, kind="year")
    seed.a_period_mark(year, course, peter)
    seed.a_period_mark(year, course, anna, kind="year", gone_at=LONG_AGO)
    seed.a_period_mark(last, course, anna, kind="year")

    found = await gaps(ground, year, class_id)

    assert lacks(found) == [(Lack.YEAR, "Физика", ("Анна",))]


async def test_an_exam_asks_for_a_final_mark_and_those_of_most_for_the_rest(
    ground: Ground,
) -> None:
    seed = ground.seed
    class_id, masha, vera = a_class(seed)
    peter = seed.a_pupil("Пётр", class_id=class_id)
    year = seed.a_year()
    physics = seed.a_course(masha, vera, title="Физика")
    history = [seed.a_course(masha, vera), seed.a_course(peter)]
    history_title = seed.a_subject("История")
    algebra = [seed.a_course(one, subject=history_title) for one in (masha, vera, peter)]
    seed.a_period(physics, *history, *algebra)
    for course, pupil in [
        *((physics, one) for one in (masha, vera)),
        *((history[0], one) for one in (masha, vera)),
        (history[1], peter),
        *zip(algebra, (masha, vera, peter), strict=True),
    ]:
        seed.a_period_mark(year, course, pupil, kind="year")
    seed.a_period_mark(year, physics, masha, kind="exam")
    for course, pupil in zip(algebra[:2], (masha, vera), strict=True):
        seed.a_period_mark(year, course, pupil, kind="final")

    found = await gaps(ground, year)

    assert lacks(found) == [
        (Lack.FINAL, "Физика", ("Маша",)),
        (Lack.FINAL_OF_OTHERS, "История", ("Пётр",)),
    ]


async def test_no_year_is_asked_of_electives_first_forms_and_who_left(ground: Ground) -> None:
    seed = ground.seed
    class_id, masha, _ = a_class(seed)
    small = seed.a_pupil(class_id=seed.a_class("1А", grades="01"))
    left = seed.a_pupil("Пётр")
    seed.enrolled(left, class_id, ends=DAY)
    year = seed.a_year()
    seed.a_period(
        seed.a_course(masha, teaching="elective"), seed.a_course(small), seed.a_course(left)
    )

    assert await gaps(ground, year, day=MAY) == []


async def test_who_teaches_a_subgroup_hears_by_what_the_whole_class_has(ground: Ground) -> None:
    seed = ground.seed
    class_id, masha, vera = a_class(seed)
    peter = seed.a_pupil("Пётр", class_id=class_id)
    subject = seed.a_subject("Физика")
    first = seed.a_course(masha, vera, subject=subject)
    second = seed.a_course(peter, subject=subject)
    foreign = seed.a_course(masha, title="Химия")
    year, quarter = seed.a_year(), seed.a_period(first, second, foreign)
    teacher = seed.a_teacher(second)
    seed.an_account(teacher)
    for pupil in (masha, vera):
        for kind in ("year", "final"):
            seed.a_period_mark(year, first, pupil, kind=kind)
    await ground.plant()

    async with ground.turn() as tx:
        both = [await tx.missing_marks.period(PeriodId(one)) for one in (year, quarter)]
        asked = [one for one in both if one]
        found = await tx.missing_marks.gaps_of(asked, DAY, teacher, Scope.COURSE)
        nothing = await tx.missing_marks.gaps_of(asked, DAY, PersonId(masha), Scope.CLASS)

    assert lacks(list(found[PeriodId(year)])) == [
        (Lack.YEAR, "Физика", ("Пётр",)),
        (Lack.FINAL_OF_OTHERS, "Физика", ("Пётр",)),
    ]
    assert lacks(list(found[PeriodId(quarter)])) == [(Lack.PERIOD, "Физика", ("Пётр",))]
    assert nothing == {}
