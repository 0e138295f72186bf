"""Print runs, who holds their sheets, and what stands on these: the same on every store."""

from datetime import date, datetime, timedelta
from typing import Any

from core.diary.papers.sheet import SheetHomework
from core.ids import ClassId, PaperRunId, PupilId
from core.journal.values import AbsenceCode, ReasonState
from core.notices.printing import Beside, LeftSheet, NewRun, OnPaper, PaperSheet
from tests.contracts.conftest import Ground
from tests.school.records import LONG_AGO
from tests.school.seed import DAY, Seed
from tests.school.stores import NOW

LATER = NOW + timedelta(hours=1)
FIRST, LAST = DAY - timedelta(days=6), DAY


def a_run(ground: Ground, class_id: int, last: date = LAST, **told: object) -> NewRun:
    values = {"first": FIRST, "last": last, "made_at": NOW} | told
    return NewRun(ground.seed.school, class_id, **values)  # type: ignore[arg-type]  # by name


async def test_a_class_has_one_run_up_to_a_day(ground: Ground) -> None:
    class_7a, class_5b = ground.seed.a_class(), ground.seed.a_class("5Б")
    teacher = ground.seed.a_teacher(class_7a)
    await ground.plant()
    early = a_run(ground, class_7a, LAST - timedelta(days=7), by=teacher)

    async with ground.turn() as tx:
        made = await tx.paper_runs.add_run(a_run(ground, class_7a))
        again = await tx.paper_runs.add_run(a_run(ground, class_7a, made_at=LATER))
        before = await tx.paper_runs.add_run(early)
        latest, *earlier = await tx.paper_runs.of_class(class_7a)
        found = await tx.paper_runs.run_to(class_7a, early.last)
        nothing = [
            *await tx.paper_runs.of_class(class_5b),
            await tx.paper_runs.run_to(class_5b, LAST),
            await tx.paper_runs.run_to(class_7a, LAST + timedelta(days=1)),
        ]
        classes = await tx.paper_runs.classes_with_run(ground.seed.school, LAST)
        some = await tx.paper_runs.runs([made, PaperRunId(10**9)])

    assert again is None
    assert (latest.id, latest.class_title, latest.made) == (made, "7А", a_run(ground, class_7a))
    assert found is not None
    assert (found.id, found.made) == (before, early)
    assert nothing == [None, None]
    assert [one.id for one in earlier] == [before]
    assert set(classes) == {class_7a}
    assert some == {made: latest}


async def test_a_sheet_is_as_of_now_until_it_is_handed_over(ground: Ground) -> None:
    class_7a = ground.seed.a_class()
    masha, petya = ground.seed.a_pupil(class_id=class_7a), ground.seed.a_pupil(class_id=class_7a)
    teacher = ground.seed.a_teacher(class_7a)
    school = ground.seed.school
    await ground.plant()

    async with ground.turn() as tx:
        run = await tx.paper_runs.add_run(a_run(ground, class_7a))
        assert run is not None
        await tx.paper_runs.put_on(
            run, school, {masha: OnPaper.NEVER_IN, petya: OnPaper.DECLINED}, at=NOW
        )
        handed = [
            await tx.paper_runs.hand_over(run, [masha], at=NOW, by=teacher),
            await tx.paper_runs.hand_over(run, [masha], at=LATER, by=masha),
        ]
        await tx.paper_runs.put_on(
            run, school, dict.fromkeys([masha, petya], OnPaper.UNREACHABLE), at=LATER
        )
        await tx.paper_runs.put_on(run, school, {}, at=LATER)
        sheets = dict(await tx.paper_runs.sheets([run, PaperRunId(10**9)]))

    assert handed == [1, 0]
    assert sheets == {
        run: [
            PaperSheet(masha, OnPaper.NEVER_IN, NOW, NOW, teacher),
            PaperSheet(petya, OnPaper.UNREACHABLE, LATER),
        ]
    }


async def test_in_hand_is_the_last_sheet_handed_over_and_not_taken_back(ground: Ground) -> None:
    class_7a = ground.seed.a_class()
    masha, petya = ground.seed.a_pupil(class_id=class_7a), ground.seed.a_pupil(class_id=class_7a)
    teacher = ground.seed.a_teacher(class_7a)
    await ground.plant()
    both = dict.fromkeys([masha, petya], OnPaper.NEVER_IN)

    async with ground.turn() as tx:
        run = await tx.paper_runs.add_run(a_run(ground, class_7a))
        assert run is not None
        await tx.paper_runs.put_on(run, ground.seed.school, both, at=NOW)
        none = await tx.paper_runs.in_hand([masha, petya])
        await tx.paper_runs.hand_over(run, [masha, petya], at=LATER, by=teacher)
        await tx.paper_runs.take_back(run, [petya])
        first = await tx.paper_runs.in_hand([masha, petya])
        next_run = await tx.paper_runs.add_run(a_run(ground, class_7a, DAY + timedelta(days=7)))
        assert next_run is not None
        await tx.paper_runs.put_on(next_run, ground.seed.school, both, at=LATER)
        await tx.paper_runs.hand_over(next_run, [masha], at=LATER, by=teacher)
        both_held = await tx.paper_runs.in_hand([masha, petya])

    assert (dict(none), dict(first), dict(both_held)) == ({}, {masha: NOW}, {masha: LATER})


async def test_sheets_made_anew_tell_what_stands_now_but_those_in_hand(ground: Ground) -> None:
    seed = ground.seed
    class_7a = seed.a_class("7А")
    masha, petya = (seed.a_pupil(name, class_id=class_7a) for name in ("Маша", "Петя"))
    teacher = seed.a_teacher(class_7a)
    await ground.plant()

    async with ground.turn() as tx:
        run = await tx.paper_runs.add_run(a_run(ground, class_7a))
        assert run is not None
        both = {masha: OnPaper.NEVER_IN, petya: OnPaper.NEVER_IN}
        await tx.paper_runs.put_on(run, ground.seed.school, both, at=NOW)
        await tx.paper_runs.hand_over(run, [petya], at=NOW, by=teacher)
        await tx.paper_runs.printed(run, at=LATER)
        await tx.paper_runs.hand_over(run, [masha], at=LATER, by=teacher)
        held = await tx.paper_runs.in_hand([masha, petya])

    assert dict(held) == {masha: LATER, petya: NOW}


async def test_a_familys_runs_around_a_day_are_those_that_hold_its_sheets(ground: Ground) -> None:
    seed = ground.seed
    class_7a = seed.a_class()
    masha, petya, vera = (seed.a_pupil(class_id=class_7a) for _ in range(3))
    await ground.plant()
    made = {ahead: NOW + timedelta(weeks=ahead) for ahead in (-2, -1, 0, 1, 2)}

    async with ground.turn() as tx:
        for ahead, at in made.items():
            last = LAST + timedelta(weeks=ahead)
            run = await tx.paper_runs.add_run(a_run(ground, class_7a, last, made_at=at))
            assert run is not None
            on_it = [masha] if ahead else [masha, petya]
            await tx.paper_runs.put_on(
                run, seed.school, dict.fromkeys(on_it, OnPaper.NEVER_IN), at=LATER
            )
        found = dict(await tx.paper_runs.beside([masha, petya, vera], LAST))
        nobody = dict(await tx.paper_runs.beside([], LAST))

    assert found == {masha: Beside(made[-1], made[1], LATER), petya: Beside()}
    assert nobody == {}


async def test_sheets_of_who_moved_are_left_behind_until_the_class_of_now_has_them(
    ground: Ground,
) -> None:
    seed, gone = ground.seed, DAY - timedelta(days=1)
    before, now = seed.a_class("5А"), seed.a_class("5Б")
    moved, held, left, stays = (seed.a_pupil() for _ in range(4))
    for pupil in (moved, held, left):
        seed.enrolled(pupil, before, ends=gone)
    for pupil in (moved, held):
        seed.enrolled(pupil, now, begins=DAY)
    seed.enrolled(stays, before)
    teacher = seed.a_teacher(before)
    await ground.plant()
    school = seed.school

    async with ground.turn() as tx:
        run = await tx.paper_runs.add_run(a_run(ground, before))
        assert run is not None
        everyone = dict.fromkeys([moved, held, left, stays], OnPaper.DECLINED)
        await tx.paper_runs.put_on(run, school, everyone, at=NOW)
        await tx.paper_runs.hand_over(run, [held], at=NOW, by=teacher)
        day_before = await tx.paper_runs.left_behind(school, gone, LAST)
        found = await tx.paper_runs.left_behind(school, DAY, LAST)
        of_later = await tx.paper_runs.left_behind(school, DAY, LAST + timedelta(days=1))
        taken_on = await tx.paper_runs.add_run(a_run(ground, now))
        assert taken_on is not None
        await tx.paper_runs.put_on(taken_on, school, {moved: OnPaper.DECLINED}, at=LATER)
        after = await tx.paper_runs.left_behind(school, DAY, LAST)

    sheet = LeftSheet(now, FIRST, LAST, moved, OnPaper.DECLINED)
    assert list(found) == [sheet]
    assert not [*day_before, *of_later, *after]


def summed_up(seed: Seed, period: int, **told: Any) -> tuple[ClassId, PupilId]:
    """Build a class of one pupil with a final mark; return both."""
    class_id = seed.a_class()
    pupil = seed.a_pupil(class_id=class_id)
    seed.a_period_mark(period, seed.a_course(pupil), pupil, **told)
    return class_id, pupil


async def test_a_class_is_summed_up_by_a_mark_set_since_a_pupils_last_sheet(
    ground: Ground,
) -> None:
    seed, early = ground.seed, NOW - timedelta(days=1)
    period = seed.a_period()
    since_its_run, heard = summed_up(seed, period, set_at=early)
    before_its_run, told = summed_up(seed, period, set_at=NOW)
    of_another, _ = summed_up(seed, period, set_at=NOW)
    another = seed.a_pupil(class_id=of_another)
    (without, _), (served, _) = (summed_up(seed, period, set_at=NOW) for _ in range(2))
    summed_up(seed, period, set_at=early)
    left = seed.a_pupil()
    seed.enrolled(left, seed.a_class(), ends=DAY - timedelta(days=1))
    seed.a_period_mark(period, seed.a_course(left), left, set_at=NOW)
    await ground.plant()

    async with ground.turn() as tx:
        for class_id, pupil, made_at in (
            (since_its_run, heard, early),
            (before_its_run, told, LATER),
            (of_another, another, LATER),
        ):
            run = await tx.paper_runs.add_run(a_run(ground, class_id, made_at=made_at))
            assert run is not None
            await tx.paper_runs.put_on(run, seed.school, {pupil: OnPaper.NEVER_IN}, at=made_at)
        found = await tx.paper_runs.summed_up(
            seed.school, DAY, NOW, ended=LONG_AGO.date(), served={served}
        )
        nobody = await tx.paper_runs.summed_up(
            seed.school, DAY, NOW, ended=LONG_AGO.date(), served={served, *found}
        )

    assert set(found) == {since_its_run, without, of_another}
    assert not nobody


async def test_a_class_is_summed_up_by_a_mark_put_right_or_taken_back(ground: Ground) -> None:
    seed, early = ground.seed, NOW - timedelta(days=1)
    period = seed.a_period()

    def changed(at: datetime, value: str | None) -> ClassId:
        class_id, pupil = seed.a_class(), seed.a_pupil()
        seed.enrolled(pupil, class_id)
        gone_at = at if value is None else None
        mark = seed.a_period_mark(period, seed.a_course(pupil), pupil, gone_at=gone_at)
        seed.changed(mark, at, "4", value)
        return class_id

    put_right, taken_back = changed(NOW, "5"), changed(NOW, None)
    changed(early, "5")
    summed_up(seed, period, set_at=NOW, gone_at=NOW)
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.paper_runs.summed_up(
            seed.school, DAY, NOW, ended=LONG_AGO.date(), served=()
        )

    assert set(found) == {put_right, taken_back}


async def test_no_class_is_summed_up_by_the_first_import_or_a_period_of_long_ago(
    ground: Ground,
) -> None:
    seed, ended = ground.seed, date(2025, 5, 28)
    school = seed.a_school(imported_at=NOW)
    old, quarter = seed.a_period(begins=date(2025, 3, 1), ends=ended), seed.a_period()
    summed_up(seed, quarter, set_at=NOW)
    later, _ = summed_up(seed, quarter, set_at=LATER)
    of_old, _ = summed_up(seed, old, set_at=LATER)
    await ground.plant()

    async with ground.turn() as tx:
        asked = tx.paper_runs.summed_up
        found = await asked(school, DAY, NOW, ended=ended + timedelta(days=1), served=())
        with_old = await asked(school, DAY, NOW, ended=ended, served=())

    assert (set(found), set(with_old)) == ({later}, {later, of_old})


async def test_who_has_a_way_that_takes_messages_is_reachable(ground: Ground) -> None:
    seed = ground.seed
    chats, blocks, writes, never, away = (seed.a_person() for _ in range(5))
    shut_out = seed.a_person(enabled=False)
    seed.an_account(chats)
    seed.an_account(blocks, writes, reachable=False)
    seed.an_account(shut_out)
    seed.a_link(away, seed.an_account(), ended_at=LONG_AGO)
    await ground.plant()

    async with ground.turn() as tx:
        await tx.mailboxes.keep_mailbox(
            seed.school, writes, "a@example.org", language="ru", at=NOW
        )
        found = await tx.paper_runs.reachable([chats, blocks, writes, never, away, shut_out])
        nobody = await tx.paper_runs.reachable([])

    assert (set(found), set(nobody)) == ({chats, writes}, set())


async def test_absences_of_several_pupils_stand_by_pupil_oldest_first(ground: Ground) -> None:
    seed = ground.seed
    masha, petya, vera = seed.a_pupil(), seed.a_pupil("Петя"), seed.a_pupil("Вера")
    course = seed.a_course(masha, petya, vera, title="Алгебра")
    first = seed.a_lesson(course, day=FIRST, number=2)
    last = seed.a_lesson(course, day=LAST, number=1)
    late = seed.a_lesson(course, day=LAST + timedelta(days=1))
    for lesson in (last, first, late):
        seed.an_absence(lesson, masha)
    seed.an_absence(first, petya, gone_at=LONG_AGO)
    seed.an_absence(last, petya, code=AbsenceCode.ILL, reason=ReasonState.CONFIRMED)
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.sheets.absences_of([masha, petya, vera], FIRST, LAST)

    assert {
        pupil: [(it.day, it.number, it.code) for it in told] for pupil, told in found.items()
    } == {
        masha: [(FIRST, 2, AbsenceCode.ABSENT), (LAST, 1, AbsenceCode.ABSENT)],
        petya: [(LAST, 1, AbsenceCode.ILL)],
    }


async def test_homework_is_due_on_its_day_or_at_the_next_lesson_on_record(ground: Ground) -> None:
    seed = ground.seed
    masha, petya = seed.a_pupil(), seed.a_pupil("Петя")
    course = seed.a_course(masha, title="Алгебра")
    days = [FIRST, FIRST + timedelta(days=1), FIRST + timedelta(days=2)]
    given = seed.a_lesson(course, day=days[0], homework="§ 1")
    seed.a_lesson(course, day=days[1], state="cancelled")
    seed.a_lesson(course, day=days[2], homework="§ 2", homework_due=LAST)
    seed.a_lesson(course, day=LAST, homework="§ 3")
    await ground.plant()

    async with ground.turn() as tx:
        await tx.homework_ticks.tick(masha, given, "§ 1", at=NOW)
        found = await tx.sheets.homework_of([masha, petya], FIRST, LAST)

    assert dict(found) == {
        masha: [
            SheetHomework("Алгебра", "§ 1", days[2], done=True),
            SheetHomework("Алгебра", "§ 2", LAST),
        ]
    }
