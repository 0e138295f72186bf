"""A pupil's final marks of all years: the same on every store."""

from datetime import date, timedelta

from core.diary.totals.finals import FinalMark, SchoolYear
from core.diary.views import Period
from core.ids import SubjectId
from core.journal.values import MarkValue, PeriodKind, PeriodMarkKind
from tests.contracts.conftest import Ground
from tests.school.records import LONG_AGO
from tests.school.seed import DAY, YEAR
from tests.school.stores import NOW

LAST_YEAR = (date(2025, 9, 1), date(2026, 5, 28))
THIS, LAST = SchoolYear("2026/2027", *YEAR), SchoolYear("2025/2026", *LAST_YEAR)
QUARTER = Period("II четверть", PeriodKind.QUARTER, date(2026, 11, 2), date(2026, 12, 27))


def two_years(ground: Ground) -> tuple[int, int]:
    """Build two school years; return their numbers, the last one first."""
    last = ground.seed.a_period(
        title=LAST.title, kind=PeriodKind.YEAR, begins=LAST.begins, ends=LAST.ends
    )
    return last, ground.seed.a_year()


async def test_years_are_those_of_teaching_and_of_marks(ground: Ground) -> None:
    seed = ground.seed
    last, _ = two_years(ground)
    seed.a_year(date(2024, 9, 1), date(2025, 5, 28))
    pupil = seed.a_pupil()
    course, gone = seed.a_course(pupil), seed.a_course()
    seed.a_period(course)
    seed.a_period_mark(last, gone, pupil, kind="year")
    await ground.plant()

    async with ground.turn() as tx:
        years = await tx.finals.years(pupil)

    assert years == [LAST, THIS]


async def test_who_was_never_taught_has_no_years(ground: Ground) -> None:
    two_years(ground)
    pupil, other = ground.seed.a_pupil(), ground.seed.a_pupil()
    ground.seed.a_period(ground.seed.a_course(other))
    await ground.plant()

    async with ground.turn() as tx:
        years = await tx.finals.years(pupil)

    assert years == []


async def test_final_marks_of_a_year_come_with_their_kind(ground: Ground) -> None:
    seed = ground.seed
    last, this = two_years(ground)
    pupil, other = seed.a_pupil(), seed.a_pupil()
    algebra = seed.a_subject("Алгебра")
    course = seed.a_course(pupil, other, subject=algebra)
    quarter = seed.a_period(course)
    seed.a_period_mark(quarter, course, pupil, "4")
    seed.a_period_mark(this, course, pupil, "5", kind="exam")
    seed.a_period_mark(quarter, course, pupil, "3", gone_at=LONG_AGO)
    seed.a_period_mark(quarter, course, other, "2")
    seed.a_period_mark(last, course, pupil, "3", kind="year")
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.finals.finals(pupil, THIS)

    of_year = Period(THIS.title, PeriodKind.YEAR, THIS.begins, THIS.ends)
    subject = SubjectId(algebra)
    assert found == [
        FinalMark(subject, "Алгебра", of_year, PeriodMarkKind.EXAM, MarkValue("5")),
        FinalMark(subject, "Алгебра", QUARTER, PeriodMarkKind.PERIOD, MarkValue("4")),
    ]


async def test_marks_set_since_a_moment_stand_by_pupil_in_order_of_their_periods(
    ground: Ground,
) -> None:
    seed, later = ground.seed, NOW + timedelta(hours=1)
    last, this = two_years(ground)
    masha, petya, vera, other = (seed.a_pupil() for _ in range(4))
    algebra = seed.a_subject("Алгебра")
    course = seed.a_course(masha, petya, vera, other, subject=algebra)
    quarter = seed.a_period(course)
    seed.a_period_mark(quarter, course, masha, "4", changed_at=NOW)
    seed.a_period_mark(this, course, masha, "5", kind="exam", changed_at=later)
    seed.a_period_mark(last, course, masha, "3", changed_at=NOW - timedelta(seconds=1))
    seed.a_period_mark(this, course, petya, "3", changed_at=later, gone_at=later)
    seed.a_period_mark(last, course, vera, "4", changed_at=later)
    seed.a_period_mark(quarter, course, other, "2", changed_at=NOW)
    await ground.plant()

    async with ground.turn() as tx:
        found = dict(await tx.finals.set_since([masha, petya, vera], NOW))
        nobody = dict(await tx.finals.set_since([], NOW))

    assert {
        pupil: [(it.mark.period.title, it.mark.kind, it.mark.value.text, it.at) for it in told]
        for pupil, told in found.items()
    } == {
        masha: [
            (THIS.title, PeriodMarkKind.EXAM, "5", later),
            (QUARTER.title, PeriodMarkKind.PERIOD, "4", NOW),
        ],
        vera: [(LAST.title, PeriodMarkKind.PERIOD, "4", later)],
    }
    assert found[vera][0].mark.counts_as is PeriodMarkKind.YEAR
    assert nobody == {}


async def test_of_two_marks_of_a_subject_one_without_a_day_is_the_earlier(
    ground: Ground,
) -> None:
    seed = ground.seed
    pupil = seed.a_pupil()
    subject = seed.a_subject()
    dated, undated = seed.a_course(pupil, subject=subject), seed.a_course(pupil, subject=subject)
    seed.a_year()
    period = seed.a_period(dated, undated)
    seed.a_period_mark(period, dated, pupil, "4", day=DAY)
    seed.a_period_mark(period, undated, pupil, "3")
    await ground.plant()

    async with ground.turn() as tx:
        finals = await tx.finals.finals(pupil, THIS)
        of_period = await tx.diary.period_marks(pupil, QUARTER)
        foreseen = list(await tx.forecast.set_marks([pupil], QUARTER))

    assert [one.value.text for one in finals] == ["3", "4"]
    assert of_period[subject].text == "4"
    assert foreseen[-1].value.text == "4"


async def test_what_the_first_import_brought_is_set_since_no_moment(ground: Ground) -> None:
    seed, later = ground.seed, NOW + timedelta(hours=1)
    seed.a_school(imported_at=NOW)
    pupil = seed.a_pupil()
    course = seed.a_course(pupil, subject=seed.a_subject())
    quarter, year = seed.a_period(course), seed.a_year()
    seed.a_period_mark(quarter, course, pupil, "4", changed_at=NOW)
    seed.a_period_mark(year, course, pupil, "5", kind="year", changed_at=later)
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.finals.set_since([pupil], NOW - timedelta(days=1))

    assert [(one.mark.value.text, one.at) for one in found[pupil]] == [("5", later)]
