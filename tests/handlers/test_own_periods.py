"""A class goes by quarters, and one subject of it by half-years: each is shown in its own."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from bot.callbacks.diary import OpenMarks, OpenSubject
from core.ids import SubjectId
from core.journal.values import PeriodKind
from tests.handlers.chat import Chat, Town
from tests.screens.views import labels, read

FIRST_HALF = (date(2026, 9, 1), date(2026, 12, 27))
IN_HOLIDAYS = date(2026, 10, 28)
SECOND_HALF = datetime(2027, 1, 20, 9, tzinfo=UTC)
FIRST_QUARTER = (date(2026, 9, 1), date(2026, 10, 25))


@pytest.fixture
async def music(town: Town) -> SubjectId:
    """Маша has music an hour a week, by half-years: two fives in September, a two lately."""
    seed = town.seed
    subject = seed.a_subject("Музыка")
    course = seed.a_course(town.masha, subject=subject, weekly_hours=Decimal(1))
    begins, ends = FIRST_HALF
    kind = PeriodKind.HALF_YEAR
    seed.a_period(course, title="I полугодие", kind=kind, begins=begins, ends=ends)
    later = (date(2027, 1, 11), date(2027, 5, 28))
    seed.a_period(course, title="II полугодие", kind=kind, begins=later[0], ends=later[1])
    for day, value in ((8, "5"), (15, "5")):
        seed.a_mark(seed.a_work(course, day=date(2026, 9, day)), town.masha, value)
    seed.a_mark(seed.a_work(course), town.masha, "2")
    await seed.plant(town.school)
    return SubjectId(subject)


async def test_a_half_year_subject_is_foreseen_by_its_half_year(
    music: SubjectId, father: Chat
) -> None:
    screen = await father.sends("/forecast")
    await father.taps("2")

    assert read(screen)[0] == "📈 Прогноз на II четверть"
    assert read(screen)[2].startswith("2. Музыка (I полугодие): ")
    assert "сейчас 4,00" in read(screen)[2]
    assert read(father.screen)[0] == "📈 Музыка, прогноз на I полугодие"
    assert "Отметок: 3 из 5; не хватает 2, нужны до 23 декабря" in read(father.screen)


async def test_its_marks_and_mean_are_those_of_the_half_year(
    music: SubjectId, father: Chat
) -> None:
    screen = await father.sends("/marks")
    of_subject = await father.taps("2")

    assert read(screen)[0] == "📘 Отметки, II четверть"
    assert read(screen)[2] == "2. Музыка (I полугодие): средний 4,00; 5, 5, 2"
    assert read(of_subject)[:2] == ["📘 Музыка, I полугодие", "Средний: 4,00"]
    assert ["II полугодие ›"] not in labels(of_subject)


async def test_it_leads_to_its_own_periods_and_back_to_those_of_the_class(
    music: SubjectId, town: Town, father: Chat
) -> None:
    town.clock.at = SECOND_HALF
    await father.taps(OpenSubject(pupil=town.masha, day=SECOND_HALF.toordinal(), subject=music))
    later = father.screen

    before = await father.taps("‹ I полугодие")
    back = await father.taps("Все предметы")

    assert read(later)[0] == "📘 Музыка, II полугодие"
    assert read(before)[0] == "📘 Музыка, I полугодие"
    assert read(back)[0] == "📘 Отметки, II четверть"


async def test_why_names_the_rule_of_the_half_year(music: SubjectId, father: Chat) -> None:
    await father.sends("/forecast")
    await father.taps("2")

    screen = await father.taps("Почему так")

    assert any("полугод" in line for line in read(screen)[3:])


async def test_a_mark_of_the_holidays_counts_in_the_quarter_that_its_column_names(
    town: Town, father: Chat
) -> None:
    seed = town.seed
    first = seed.a_period(
        town.course, title="I четверть", begins=FIRST_QUARTER[0], ends=FIRST_QUARTER[1]
    )
    for session, value in ((first, "2"), (None, "3"), (town.quarter, "4")):
        work = seed.a_work(town.course, day=IN_HOLIDAYS, period_id=session)
        seed.a_mark(work, town.masha, value)
    await seed.plant(town.school)
    known = {"pupil": town.masha, "day": IN_HOLIDAYS.toordinal()}

    before = await father.taps(OpenMarks(**known))
    alone = await father.taps(OpenSubject(**known, subject=town.algebra))
    after = await father.sends("/marks")

    assert read(before)[:2] == ["📘 Отметки, I четверть", "1. Алгебра: средний 2,50; 2, 3"]
    assert "Средний: 2,50" in read(alone)
    assert read(after)[1].endswith("; 4, 4")
