"""Warnings about missed lessons, and the lessons: the same on every store."""

from dataclasses import replace
from datetime import date, timedelta

from core.diary.issuing.drafts import WarningState
from core.diary.truancy.spells import MissedLesson, Spell
from core.ids import SchoolId, TruancyId
from core.journal.calendar import Holiday
from core.journal.values import AbsenceCode, ReasonState
from tests.contracts.conftest import Ground
from tests.school.seed import DAY
from tests.school.stores import NOW

LATER = NOW + timedelta(hours=1)
ABSENT, CONFIRMED = AbsenceCode.ABSENT, ReasonState.CONFIRMED
NO_TRUANCY = (
    (ABSENT, ReasonState.UNKNOWN),
    (ABSENT, ReasonState.CLAIMED),
    (AbsenceCode.ILL, CONFIRMED),
)
EARLIER, TOMORROW = DAY - timedelta(days=7), DAY + timedelta(days=1)


async def test_a_draft_is_made_once_of_a_pupil_and_the_day_on_which_it_began(
    ground: Ground,
) -> None:
    seed = ground.seed
    masha, petya = seed.a_pupil("Маша"), seed.a_pupil("Петя")
    of_masha, of_petya = Spell(masha, EARLIER, DAY), Spell(petya, DAY, DAY)
    await ground.plant()

    async with ground.turn() as tx:
        first = await tx.truancy_warnings.add(seed.school, [of_masha], at=NOW)
        second = await tx.truancy_warnings.add(seed.school, [of_masha, of_petya], at=LATER)
        nothing = await tx.truancy_warnings.add(seed.school, [], at=LATER)
        waiting = await tx.truancy_warnings.waiting(seed.school)
        of_others = await tx.truancy_warnings.of_pupils([petya])

    assert (list(first), list(second), nothing) == ([masha], [petya], {})
    assert [(one.child.pupil, one.begins, one.ends, one.made_at) for one in waiting] == [
        (masha, EARLIER, DAY, NOW),
        (petya, DAY, DAY, LATER),
    ]
    assert of_others == waiting[1:]


async def test_a_draft_reaches_further_is_adapted_and_decided_and_then_stays(
    ground: Ground,
) -> None:
    seed = ground.seed
    masha, teacher = seed.a_pupil(), seed.a_teacher()
    await ground.plant()

    async with ground.turn() as tx:
        (number,) = (
            await tx.truancy_warnings.add(seed.school, [Spell(masha, EARLIER, DAY)], at=NOW)
        ).values()
        await tx.truancy_warnings.reach_to({number: TOMORROW})
        adapted = await tx.truancy_warnings.adapt(number, "Приходите")
        sent = await tx.truancy_warnings.decide(number, WarningState.SENT, at=LATER, by=teacher)
        await tx.truancy_warnings.reach_to({number: DAY})
        await tx.truancy_warnings.withdraw([number], at=LATER)
        too_late = [
            await tx.truancy_warnings.adapt(number, "Иначе"),
            await tx.truancy_warnings.decide(number, WarningState.DROPPED, at=NOW, by=None),
        ]
        again = await tx.truancy_warnings.add(seed.school, [Spell(masha, EARLIER, DAY)], at=LATER)
        found, nobody = (
            await tx.truancy_warnings.one(number),
            await tx.truancy_warnings.one(TruancyId(10**9)),
        )
        some = dict(await tx.truancy_warnings.some([number, TruancyId(10**9)]))
        waiting = await tx.truancy_warnings.waiting(seed.school)

    assert (adapted, sent, too_late, again) == (True, True, [False, False], {})
    assert found is not None
    assert (found.words, found.state, found.ends) == ("Приходите", "sent", TOMORROW)
    assert (found.decided_at, found.decided_by) == (LATER, teacher)
    assert (nobody, some, waiting) == (None, {number: found}, [])


async def test_what_the_program_withdrew_may_wait_again_and_what_a_person_dropped_may_not(
    ground: Ground,
) -> None:
    seed = ground.seed
    masha, petya, teacher = seed.a_pupil("Маша"), seed.a_pupil("Петя"), seed.a_teacher()
    spells = [Spell(masha, EARLIER, EARLIER), Spell(petya, EARLIER, EARLIER)]
    await ground.plant()

    async with ground.turn() as tx:
        made = await tx.truancy_warnings.add(seed.school, spells, at=NOW)
        await tx.truancy_warnings.withdraw([made[masha]], at=NOW)
        await tx.truancy_warnings.withdraw([], at=NOW)
        await tx.truancy_warnings.decide(
            made[petya], WarningState.DROPPED, at=NOW, by=teacher, reason="Дежурил"
        )
        withdrawn = await tx.truancy_warnings.one(made[masha])
        again = [replace(one, ends=DAY) for one in spells]
        waits = await tx.truancy_warnings.add(seed.school, again, at=LATER)
        (found,) = await tx.truancy_warnings.waiting(seed.school)

    assert withdrawn is not None
    assert (withdrawn.state, withdrawn.decided_at, withdrawn.is_settled) == ("dropped", NOW, False)
    assert waits == {masha: made[masha]}
    assert (found.ends, found.made_at, found.decided_at) == (DAY, LATER, None)


async def test_what_was_sent_since_a_moment_is_found_and_nothing_of_another_school(
    ground: Ground,
) -> None:
    seed = ground.seed
    masha, petya, teacher = seed.a_pupil("Маша"), seed.a_pupil("Петя"), seed.a_teacher()
    spells = [Spell(masha, EARLIER, DAY), Spell(petya, EARLIER, DAY)]
    await ground.plant()

    async with ground.turn() as tx:
        made = await tx.truancy_warnings.add(seed.school, spells, at=NOW)
        await tx.truancy_warnings.decide(made[masha], WarningState.SENT, at=LATER, by=teacher)
        sent = await tx.truancy_warnings.sent_since(seed.school, LATER)
        later = await tx.truancy_warnings.sent_since(seed.school, LATER + timedelta(seconds=1))
        elsewhere = await tx.truancy_warnings.sent_since(SchoolId(10**9), NOW)

    assert [one.id for one in sent] == [made[masha]]
    assert (list(later), list(elsewhere)) == ([], [])


async def test_only_absences_confirmed_to_be_without_good_reason_are_found(
    ground: Ground,
) -> None:
    seed, school = ground.seed, ground.seed.school
    masha, petya = seed.a_pupil("Маша"), seed.a_pupil("Петя")
    course = seed.a_course(masha, petya)
    held, next_one = seed.a_lesson(course, number=2), seed.a_lesson(course, number=1)
    cancelled = seed.a_lesson(course, number=3, state="cancelled")
    later = seed.a_lesson(course, day=TOMORROW)
    for lesson in (held, next_one, cancelled, later):
        seed.an_absence(lesson, masha, ABSENT, CONFIRMED)
    for code, reason in NO_TRUANCY:
        lesson = seed.a_lesson(course, number=4)
        seed.an_absence(lesson, petya, code, reason)
    seed.a_holiday("Осенние каникулы", date(2026, 10, 26), date(2026, 11, 1))
    seed.a_school()
    stranger = seed.a_pupil("Чужой")
    elsewhere = seed.a_lesson(seed.a_course(stranger))
    seed.an_absence(elsewhere, stranger, ABSENT, CONFIRMED)
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.missed_lessons.of_school(school, DAY, DAY)
        of_petya = await tx.missed_lessons.of_pupils([petya], DAY, TOMORROW)
        of_masha = await tx.missed_lessons.of_pupils([masha], TOMORROW, TOMORROW)
        holidays = await tx.missed_lessons.holidays(school)

    assert found == [MissedLesson(masha, DAY, number, "Алгебра") for number in (1, 2)]
    assert (of_petya, [one.day for one in of_masha]) == ([], [TOMORROW])
    assert holidays == [Holiday("Осенние каникулы", date(2026, 10, 26), date(2026, 11, 1))]
