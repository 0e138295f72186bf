"""What reviews need known, and what is said once only: the same on every store."""

from datetime import date, timedelta

from core.access.people import Name
from core.diary.totals.ports import Guardian, InHand
from core.ids import PersonId, SchoolId
from core.notices.printing import NewRun, OnPaper
from tests.contracts.conftest import Ground
from tests.school.records import LONG_AGO
from tests.school.seed import DAY
from tests.school.stores import NOW

MONDAY = DAY - timedelta(days=4)
SUNDAY = MONDAY + timedelta(days=6)


async def test_guardians_are_all_who_have_the_right_now(ground: Ground) -> None:
    seed = ground.seed
    masha, orphan = seed.a_pupil(), seed.a_pupil()
    father = seed.a_guardian(given="Пётр")
    mother = seed.a_guardian()
    seed.a_guardianship(masha, father, position=1)
    seed.a_guardianship(masha, mother, position=0)
    seed.a_guardianship(masha, seed.a_guardian(), gone_at=LONG_AGO)
    seed.a_guardianship(masha, seed.a_guardian(gone_at=LONG_AGO))
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.reviews.guardians([masha, orphan])

    assert found == {
        masha: [
            Guardian(mother, Name("Анна", "Орлова")),
            Guardian(father, Name("Пётр", "Орлова")),
        ]
    }


async def test_leaders_lead_on_the_day_and_have_come_in(ground: Ground) -> None:
    seed = ground.seed
    class_7a, class_7b = seed.a_class("7А"), seed.a_class("7Б")
    leader, former = seed.a_teacher(class_7a), seed.a_teacher()
    seed.enrolled(former, class_7a, role="teacher", ends=DAY - timedelta(days=1))
    seed.a_teacher(class_7b)
    for person in (leader, former):
        seed.an_account(person)
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.reviews.leaders(seed.school, DAY)

    assert found == {class_7a: [PersonId(leader)]}


async def test_sheets_in_hand_are_known_by_the_days_that_they_tell_of(ground: Ground) -> None:
    seed = ground.seed
    class_id = seed.a_class()
    masha, petya = seed.a_pupil(class_id=class_id), seed.a_pupil("Пётр", class_id=class_id)
    teacher = seed.a_teacher(class_id)
    await ground.plant()
    week, before = timedelta(days=7), MONDAY - timedelta(days=7)

    async with ground.turn() as tx:
        for first in (before, MONDAY):
            run = await tx.paper_runs.add_run(
                NewRun(seed.school, class_id, first, first + timedelta(days=6), NOW)
            )
            both = dict.fromkeys([masha, petya], OnPaper.DECLINED)
            await tx.paper_runs.put_on(run, seed.school, both, at=NOW)
            await tx.paper_runs.hand_over(run, [masha], at=NOW, by=teacher)
        found = await tx.reviews.on_paper([masha, petya], MONDAY, SUNDAY)
        of_both = await tx.reviews.on_paper([masha], before, MONDAY)
        later = await tx.reviews.on_paper([masha], MONDAY + week, SUNDAY + week)

    this, last = InHand(masha, MONDAY, SUNDAY), InHand(masha, before, MONDAY - timedelta(days=1))
    assert found == [this]
    assert of_both == [last, this]
    assert later == []


async def test_school_days_are_recorded_ones_and_those_of_the_timetable(ground: Ground) -> None:
    seed = ground.seed
    class_id = seed.a_class()
    pupil = seed.a_pupil(class_id=class_id)
    course = seed.a_course(pupil)
    for weekday in (1, 2, 3, 4):
        seed.a_slot(course, weekday=weekday)
    seed.a_slot(seed.a_course(), weekday=5)
    seed.a_lesson(course, day=MONDAY, state="cancelled")
    seed.a_lesson(course, day=MONDAY + timedelta(days=5))
    seed.a_holiday("День школы", MONDAY + timedelta(days=2), MONDAY + timedelta(days=2))
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.reviews.school_days(class_id, MONDAY, SUNDAY)

    assert found == [MONDAY + timedelta(days=ahead) for ahead in (1, 3, 5)]


async def test_a_day_whose_lesson_moved_away_is_none_and_one_it_moved_to_keeps_its_own(
    ground: Ground,
) -> None:
    seed = ground.seed
    class_id = seed.a_class()
    pupil = seed.a_pupil(class_id=class_id)
    course, other = seed.a_course(pupil), seed.a_course(pupil)
    tuesday, thursday = (MONDAY + timedelta(days=ahead) for ahead in (1, 3))
    seed.a_slot(course, weekday=2)
    seed.a_slot(other, weekday=4)
    seed.a_lesson(
        course,
        day=thursday,
        number=5,
        state="cancelled",
        moved_from_day=tuesday,
        moved_from_number=1,
    )
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.reviews.school_days(class_id, MONDAY, SUNDAY)

    assert found == [thursday]


async def test_a_week_of_holidays_has_no_school_days(ground: Ground) -> None:
    seed = ground.seed
    class_id = seed.a_class()
    seed.a_slot(seed.a_course(seed.a_pupil(class_id=class_id)))
    seed.a_holiday("Каникулы", MONDAY, SUNDAY)
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.reviews.school_days(class_id, MONDAY, SUNDAY)

    assert found == []


async def test_a_class_without_pupils_has_no_school_days(ground: Ground) -> None:
    class_id = ground.seed.a_class()
    ground.seed.a_slot(ground.seed.a_course())
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.reviews.school_days(class_id, date(2026, 9, 1), SUNDAY)

    assert found == []


async def test_an_occasion_is_new_once_for_each_school_and_kind(ground: Ground) -> None:
    seed = ground.seed
    school, other = seed.school, seed.a_school()
    await ground.plant()

    async with ground.turn() as tx:
        first = await tx.reminders.note(school, "nudge", ["a", "b", "a"], at=NOW)
        again = await tx.reminders.note(school, "nudge", ["b", "c"], at=NOW)
        of_other = await tx.reminders.note(SchoolId(other), "nudge", ["a"], at=NOW)
        of_kind = await tx.reminders.note(school, "marks", ["a"], at=NOW)
        nothing = await tx.reminders.note(school, "marks", [], at=NOW)

    assert (first, again) == ({"a", "b"}, {"c"})
    assert (of_other, of_kind, nothing) == ({"a"}, {"a"}, frozenset())


async def test_to_ask_which_occasions_are_new_notes_none(ground: Ground) -> None:
    school = ground.seed.school
    await ground.plant()

    async with ground.turn() as tx:
        await tx.reminders.note(school, "nudge", ["a"], at=NOW)
        new = [await tx.reminders.unnoted(school, "nudge", ["a", "b", "b"]) for _ in range(2)]
        of_kind = await tx.reminders.unnoted(school, "marks", ["a"])
        nothing = await tx.reminders.unnoted(school, "nudge", [])

    assert (new, of_kind, nothing) == ([{"b"}, {"b"}], {"a"}, frozenset())
