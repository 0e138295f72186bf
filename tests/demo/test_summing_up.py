"""The demo's teachers sum up all that ends: each course by its own period, and the year."""

from datetime import UTC, date, datetime

from bot.summing_up import sum_up
from core.access.people import Child, Name
from core.facts import Unheard
from core.journal.values import PeriodKind
from tests.school import School, Seed, records
from tests.school.stores import StoppedClock

MAY = date(2027, 5, 25)
LAST = date(2027, 5, 28)


async def test_a_quarter_a_half_year_and_the_year_are_summed_up_at_once() -> None:
    seed, clock = Seed(), StoppedClock(datetime(2027, 5, 25, 9, tzinfo=UTC))
    masha = seed.a_pupil("Маша", class_id=seed.a_class("7А"))
    algebra, music = (seed.a_course(masha, title=one) for one in ("Алгебра", "Музыка"))
    teacher = seed.a_teacher(algebra, music)
    for number, course in enumerate((algebra, music), start=1):
        seed.a_lesson(course, day=date(2027, 5, 20), number=number, teacher_id=teacher)
    year = seed.a_year()
    quarter = seed.a_period(algebra, title="IV", begins=date(2027, 3, 29), ends=LAST)
    half = seed.a_period(
        music, title="II", kind=PeriodKind.HALF_YEAR, begins=date(2027, 1, 11), ends=LAST
    )
    seed.a_period_mark(year, algebra, masha, "3", kind="year")
    for value in ("5", "4", "5"):
        seed.a_mark(seed.a_work(algebra, day=date(2027, 5, 20)), masha, value)
    school = School(clock)
    await seed.plant(school)

    async with school.transaction() as books:
        child = Child(masha, Name("Маша", "Орлова"))
        count = await sum_up(books, child, facts=Unheard(), clock=clock, today=MAY)

    found = {
        (one.period_id, one.course_id, one.kind): one.value
        for one in school.world.all(records.PeriodMark)
    }
    assert count == 3
    assert found == {
        (quarter, algebra, "period"): "5",
        (half, music, "period"): "none",
        (year, algebra, "year"): "3",
        (year, music, "year"): "none",
    }
