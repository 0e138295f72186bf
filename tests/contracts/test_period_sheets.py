"""Sheets of final marks: the same on every store."""

from datetime import date, timedelta

from core.access.people import Name
from core.ids import ClassId, CourseId, PeriodId, PersonId
from core.journal.period_sheets import SheetLine, TaughtYear
from core.journal.values import MarkValue, PeriodKind, PeriodMarkKind
from tests.contracts.conftest import Ground
from tests.school.records import LONG_AGO
from tests.school.seed import DAY, Seed

YEAR, EXAM = PeriodMarkKind.YEAR, PeriodMarkKind.EXAM
IN_DECEMBER = date(2026, 12, 27)
MAY = date(2027, 5, 21)


def a_class(seed: Seed) -> tuple[ClassId, int, int]:
    class_id = seed.a_class("7А", grades="07")
    masha = seed.a_pupil("Маша", class_id=class_id)
    vera = seed.a_pupil("Вера", class_id=class_id, family="Белова")
    return class_id, masha, vera


async def taught(ground: Ground, teacher: int, day: date = DAY) -> TaughtYear:
    await ground.plant()
    async with ground.turn() as tx:
        return await tx.period_sheets.taught(PersonId(teacher), day)


async def sheet(ground: Ground, course: int, period: int, day: date = DAY) -> list[SheetLine]:
    await ground.plant()
    async with ground.turn() as tx:
        asked = await tx.missing_marks.period(PeriodId(period))
        assert asked is not None
        return list(await tx.period_sheets.sheet(CourseId(course), asked, day))


async def test_a_teacher_has_the_own_courses_in_the_periods_begun(ground: Ground) -> None:
    seed = ground.seed
    year = seed.a_year()
    seed.a_year(date(2025, 9, 1), date(2026, 5, 28))
    physics, music = seed.a_course(title="Физика"), seed.a_course(title="Музыка")
    teacher = seed.a_teacher(physics, music)
    seed.a_teacher(foreign := seed.a_course(title="Химия"))
    quarter = seed.a_period(physics, music, foreign)
    seed.a_period(physics, title="III четверть", begins=date(2027, 1, 11), ends=MAY)
    half = seed.a_period(
        music, title="I полугодие", kind=PeriodKind.HALF_YEAR, begins=date(2026, 9, 1)
    )

    found = await taught(ground, teacher)

    assert [one.id for one in found.periods.in_order] == [quarter, half, year]
    titles = {period: [one.subject for one in of] for period, of in found.courses.items()}
    assert titles == {
        quarter: ["Музыка", "Физика"],
        half: ["Музыка"],
        year: ["Музыка", "Физика"],
    }
    assert found.course(PeriodId(half), physics) is None


async def test_a_course_that_is_over_is_still_its_last_teacher_s(ground: Ground) -> None:
    seed = ground.seed
    seed.a_year()
    course = seed.a_course()
    teacher, before = seed.a_teacher(), seed.a_teacher()
    seed.enrolled(teacher, course, role="teacher", begins=DAY, ends=IN_DECEMBER)
    seed.enrolled(before, course, role="teacher", ends=DAY - timedelta(days=1))
    seed.a_period(course, ends=IN_DECEMBER)

    found = [await taught(ground, one, MAY) for one in (teacher, before)]

    assert [len(one.courses) for one in found] == [2, 0]


async def test_what_ends_in_no_mark_is_summed_up_by_nobody(ground: Ground) -> None:
    seed = ground.seed
    seed.a_year()
    elective = seed.a_course(teaching="elective")
    first_form, gone = seed.a_course(grades="01"), seed.a_course(gone_at=LONG_AGO)
    teacher = seed.a_teacher(elective, first_form, gone)
    seed.a_period(elective, first_form, gone)

    found = await taught(ground, teacher)

    assert found == TaughtYear()


async def test_before_the_first_school_year_nothing_is_summed_up(ground: Ground) -> None:
    seed = ground.seed
    seed.a_year()
    course = seed.a_course()
    teacher = seed.a_teacher(course)
    seed.a_period(course)

    found = await taught(ground, teacher, date(2026, 8, 1))

    assert found == TaughtYear()


async def test_a_course_that_runs_by_whole_years_has_the_year_to_be_summed_up(
    ground: Ground,
) -> None:
    seed = ground.seed
    year, course = seed.a_year(), seed.a_course()
    teacher = seed.a_teacher(course)
    seed.taught_in(year, course)

    found = await taught(ground, teacher)

    assert [one.id for one in found.periods.in_order] == [year]
    assert found.course(PeriodId(year), course) is not None


async def test_a_sheet_has_pupils_by_name_with_what_stands_in_the_subject(
    ground: Ground,
) -> None:
    seed = ground.seed
    _, masha, vera = a_class(seed)
    subject = seed.a_subject("Физика")
    course, other = seed.a_course(masha, vera, subject=subject), seed.a_course(subject=subject)
    foreign = seed.a_course(masha, title="Химия")
    quarter = seed.a_period(course)
    seed.a_period_mark(quarter, other, vera, "4")
    seed.a_period_mark(quarter, course, masha, "3", gone_at=LONG_AGO)
    seed.a_period_mark(quarter, foreign, masha, "5")

    found = await sheet(ground, course, quarter)

    assert [(one.name, one.pupil) for one in found] == [
        (Name("Вера", "Белова"), vera),
        (Name("Маша", "Орлова"), masha),
    ]
    stands = found[0].marks[PeriodMarkKind.PERIOD]
    assert (stands.value, stands.cell.course, stands.cell.pupil) == (MarkValue("4"), other, vera)
    assert (found[1].marks, found[1].earlier) == ({}, ())


async def test_a_year_s_sheet_has_its_marks_and_those_of_the_periods(ground: Ground) -> None:
    seed = ground.seed
    _, masha, _ = a_class(seed)
    course = seed.a_course(masha)
    year = seed.a_year()
    first = seed.a_period(
        course, title="I четверть", begins=date(2026, 9, 1), ends=date(2026, 10, 25)
    )
    second = seed.a_period(course)
    seed.a_period_mark(second, course, masha, "4")
    seed.a_period_mark(first, course, masha, "3")
    seed.a_period_mark(second, course, masha, "5", kind="year")
    seed.a_period_mark(year, course, masha, "2", kind="exam")

    (line,) = await sheet(ground, course, year)

    assert {kind: one.value.text for kind, one in line.marks.items() if kind in (YEAR, EXAM)} == {
        YEAR: "5",
        EXAM: "2",
    }
    assert (line.marks[YEAR].cell.period, line.marks[EXAM].cell.period) == (second, year)
    assert [one.text for one in line.earlier] == ["3", "4"]


async def test_who_left_a_course_before_its_end_is_on_no_sheet(ground: Ground) -> None:
    seed = ground.seed
    _, masha, vera = a_class(seed)
    course, year = seed.a_course(), seed.a_year()
    seed.a_period(course, ends=IN_DECEMBER)
    seed.enrolled(masha, course, ends=IN_DECEMBER)
    seed.enrolled(vera, course, ends=DAY)

    found = await sheet(ground, course, year, MAY)

    assert [one.pupil for one in found] == [masha]
