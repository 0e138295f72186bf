"""Cells of final marks: the same on every store."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

from core.facts import Origin
from core.ids import PeriodId, PersonId
from core.journal.period_marking import PeriodCell, PeriodColumn
from core.journal.values import MarkValue, PeriodMarkKind
from tests.contracts.conftest import Ground
from tests.school.records import LONG_AGO
from tests.school.seed import DAY
from tests.school.stores import NOW

FOUR, FIVE = MarkValue("4"), MarkValue("5")
TEACHER = Origin(None)
LAST_DAY = date(2026, 12, 27)
"""Of the second quarter, in which the course is taught."""


def a_cell(ground: Ground, kind: PeriodMarkKind = PeriodMarkKind.PERIOD) -> PeriodCell:
    pupil = ground.seed.a_pupil()
    course = ground.seed.a_course(pupil)
    return PeriodCell(course, PeriodId(ground.seed.a_period(course)), pupil, kind)


async def test_a_cell_is_of_a_course_that_the_pupil_takes(ground: Ground) -> None:
    cell = a_cell(ground)
    other = ground.seed.a_pupil()
    await ground.plant()

    async with ground.turn() as tx:
        own = await tx.period_markbook.column(cell)
        foreign = await tx.period_markbook.column(
            PeriodCell(cell.course, cell.period, other, cell.kind)
        )

    assert own == PeriodColumn(ground.seed.school, ZoneInfo("Europe/Moscow"), LAST_DAY)
    assert foreign is None


async def test_a_cell_is_of_a_period_of_the_same_school(ground: Ground) -> None:
    cell = a_cell(ground)
    ground.seed.a_school()
    other = PeriodId(ground.seed.a_period())
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.period_markbook.column(PeriodCell(cell.course, other, cell.pupil))

    assert found is None


async def test_a_course_is_taught_by_its_teacher_of_the_day(ground: Ground) -> None:
    cell = a_cell(ground)
    now, before = ground.seed.a_teacher(cell.course), ground.seed.a_teacher()
    ground.seed.enrolled(before, cell.course, role="teacher", ends=DAY - timedelta(days=1))
    gone = ground.seed.a_teacher()
    ground.seed.enrolled(gone, cell.course, role="teacher", gone_at=LONG_AGO)
    await ground.plant()

    async with ground.turn() as tx:
        teaching = [
            await tx.period_markbook.teaches_course(PersonId(one), cell.course, DAY)
            for one in (now, before, gone, cell.pupil)
        ]

    assert teaching == [True, False, False, False]


async def test_a_mark_that_is_set_stands_in_its_cell_alone(ground: Ground) -> None:
    cell, year = a_cell(ground), a_cell(ground, PeriodMarkKind.YEAR)
    await ground.plant()

    async with ground.turn() as tx:
        made = await tx.period_markbook.set_period_mark(cell, FIVE, day=DAY, by=TEACHER, at=NOW)
        found = await tx.period_markbook.period_mark(cell)
        other = await tx.period_markbook.period_mark(year)

    assert found == made
    assert other is None


async def test_a_mark_is_put_right(ground: Ground) -> None:
    cell = a_cell(ground)
    await ground.plant()

    async with ground.turn() as tx:
        made = await tx.period_markbook.set_period_mark(
            cell, FIVE, day=date(2026, 12, 20), by=TEACHER, at=NOW
        )
        await tx.period_markbook.change_period_mark(made.id, FOUR, day=DAY, by=TEACHER, at=NOW)
        found = await tx.period_markbook.period_mark(cell)

    assert found is not None
    assert (found.id, found.value) == (made.id, FOUR)


async def test_a_mark_taken_back_leaves_its_cell_for_another(ground: Ground) -> None:
    cell = a_cell(ground)
    await ground.plant()

    async with ground.turn() as tx:
        first = await tx.period_markbook.set_period_mark(cell, FIVE, day=DAY, by=TEACHER, at=NOW)
        await tx.period_markbook.take_back_period_mark(first.id, by=TEACHER, at=NOW)
        empty = await tx.period_markbook.period_mark(cell)
        second = await tx.period_markbook.set_period_mark(cell, FOUR, day=DAY, by=TEACHER, at=NOW)
        found = await tx.period_markbook.period_mark(cell)

    assert empty is None
    assert found == second


async def test_a_cell_takes_one_mark_of_a_kind(ground: Ground) -> None:
    cell = a_cell(ground)
    await ground.plant()

    async with ground.turn() as tx:
        told = {"day": DAY, "by": TEACHER, "at": NOW}
        first = await tx.period_markbook.set_period_mark(cell, FOUR, **told)
        second = await tx.period_markbook.set_period_mark(cell, FIVE, **told)
        await tx.period_markbook.take_back_period_mark(first.id, by=TEACHER, at=NOW)
        third = await tx.period_markbook.set_period_mark(cell, FIVE, **told)

    assert second is None
    assert third.value == FIVE
