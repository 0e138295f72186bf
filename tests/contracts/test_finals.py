"""A pupil's final marks of all years: the same on every store."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from core.diary.totals.finals import FinalChange, FinalMark, SchoolYear
from core.diary.views import Period
from core.facts import Origin
from core.ids import SubjectId
from core.journal.period_marking import PeriodCell
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


EARLIER, LATER, LATEST = (
    NOW - timedelta(seconds=1),
    NOW + timedelta(hours=1),
    NOW + timedelta(days=1),
)
Told = tuple[str, PeriodMarkKind, datetime, str | None, str | None]


def told(found: Sequence[FinalChange]) -> list[Told]:
    return [
        (
            one.cell.period.title,
            one.cell.kind,
            one.at,
            one.before and one.before.text,
            one.value and one.value.text,
        )
        for one in found
    ]


async def test_what_became_of_marks_since_a_moment_stands_by_pupil_oldest_first(
    ground: Ground,
) -> None:
    seed, kinds = ground.seed, PeriodMarkKind
    _, this = two_years(ground)
    masha, petya, other = (seed.a_pupil() for _ in range(3))
    course = seed.a_course(masha, petya, other, subject=seed.a_subject("Алгебра"))
    quarter = seed.a_period(course)
    seed.a_period_mark(this, course, masha, "5", kind="exam", set_at=LATER)
    seed.a_period_mark(quarter, course, masha, "4", set_at=NOW)
    seed.a_period_mark(quarter, course, masha, "3", kind="final", set_at=EARLIER)
    put_right = seed.a_period_mark(quarter, course, petya, "5")
    seed.changed(put_right, EARLIER, "2", "3")
    seed.changed(put_right, NOW, "3", "5")
    slip = seed.a_period_mark(this, course, petya, "2", set_at=LATER, gone_at=LATEST)
    seed.changed(slip, LATEST, "2", None)
    seed.a_period_mark(quarter, course, other, "2", set_at=NOW)
    await ground.plant()

    async with ground.turn() as tx:
        found = dict(await tx.finals.changes_since([masha, petya], NOW, ended=THIS.begins))
        nobody = dict(await tx.finals.changes_since([], NOW, ended=THIS.begins))

    assert {pupil: told(changes) for pupil, changes in found.items()} == {
        masha: [
            (QUARTER.title, kinds.PERIOD, NOW, None, "4"),
            (THIS.title, kinds.EXAM, LATER, None, "5"),
        ],
        petya: [
            (QUARTER.title, kinds.PERIOD, NOW, "3", "5"),
            (THIS.title, kinds.PERIOD, LATER, None, "2"),
            (THIS.title, kinds.PERIOD, LATEST, "2", None),
        ],
    }
    assert nobody == {}


async def test_what_became_of_marks_of_periods_that_ended_long_ago_is_left_out(
    ground: Ground,
) -> None:
    seed = ground.seed
    last, _ = two_years(ground)
    pupil = seed.a_pupil()
    course = seed.a_course(pupil, subject=seed.a_subject("Алгебра"))
    seed.a_period_mark(last, course, pupil, "4", set_at=LATER)
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.finals.changes_since([pupil], NOW, ended=LAST.ends)
        after = await tx.finals.changes_since([pupil], NOW, ended=LAST.ends + timedelta(days=1))

    assert told(found[pupil]) == [(LAST.title, PeriodMarkKind.PERIOD, LATER, None, "4")]
    assert found[pupil][0].cell.counts_as is PeriodMarkKind.YEAR
    assert not after


async def test_a_mark_that_somebody_sets_changes_and_takes_back_leaves_what_it_was(
    ground: Ground,
) -> None:
    seed = ground.seed
    pupil, teacher = seed.a_pupil(), seed.a_teacher()
    course = seed.a_course(pupil, subject=seed.a_subject())
    cell = PeriodCell(course, seed.a_period(course), pupil, PeriodMarkKind.PERIOD)
    await ground.plant()
    by = Origin(teacher)

    async with ground.turn() as tx:
        book = tx.period_markbook
        made = await book.set_period_mark(cell, MarkValue("4"), day=DAY, by=by, at=NOW)
        assert made is not None
        await book.change_period_mark(made.id, MarkValue("5"), day=DAY, by=by, at=LATER)
        await book.take_back_period_mark(made.id, by=by, at=LATEST)
        found = await tx.finals.changes_since([pupil], NOW, ended=QUARTER.ends)
        since = await tx.finals.changes_since([pupil], LATER, ended=QUARTER.ends)

    changes = [(one[3], one[4]) for one in told(found[pupil])]
    assert changes == [(None, "4"), ("4", "5"), ("5", None)]
    assert found[pupil][1:] == since[pupil]


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


async def test_what_the_first_import_brought_is_no_change(ground: Ground) -> None:
    seed = ground.seed
    seed.a_school(imported_at=NOW)
    pupil = seed.a_pupil()
    course = seed.a_course(pupil, subject=seed.a_subject())
    quarter, year = seed.a_period(course), seed.a_year()
    restored = seed.a_period_mark(quarter, course, pupil, "4", set_at=NOW)
    seed.changed(restored, EARLIER, "3", "4")
    seed.a_period_mark(year, course, pupil, "5", kind="year", set_at=LATER)
    await ground.plant()

    async with ground.turn() as tx:
        since = NOW - timedelta(days=1)
        found = await tx.finals.changes_since([pupil], since, ended=QUARTER.begins)

    assert [(one[2], one[4]) for one in told(found[pupil])] == [(LATER, "5")]
