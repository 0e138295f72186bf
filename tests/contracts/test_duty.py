"""The duty schedule: the same on every store."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from core.access.people import Name, Role
from core.helpdesk.duty.asking import DutyPerson, NewStandIn, StandInState
from core.helpdesk.duty.ports import KeptWindow
from core.helpdesk.duty.schedule import DutySchedule
from core.helpdesk.duty.shift import ShiftKey
from core.helpdesk.duty.window import DayOff, Hours, OtherHours, StandIn, Window
from core.helpdesk.topics import ANY, Topic
from core.ids import DutyId, PersonId, SchoolId
from core.journal.calendar import Holiday
from tests.contracts.conftest import Ground
from tests.school.records import LONG_AGO
from tests.school.stores import NOW

MONDAY = date(2026, 11, 23)
LATER = NOW + timedelta(hours=1)
BETWEEN = Hours(time(14), time(15))


NEW = DutyId(0)


def a_window(person: PersonId, number: DutyId = NEW, **changed: object) -> Window:
    plain = Window(number, person, ANY, 1, BETWEEN, room="4")
    return replace(plain, **changed)  # type: ignore[arg-type]  # fields of a window


def stands_in(
    ground: Ground, key: ShiftKey, of: tuple[PersonId, PersonId], state: StandInState
) -> NewStandIn:
    giver, taker = of
    return NewStandIn(ground.seed.school, StandIn(key, giver, taker), state, giver, NOW)


async def test_a_schedule_is_all_that_a_school_has_and_no_other_s(ground: Ground) -> None:
    seed = ground.seed
    anna, vera = seed.a_consultant("Анна"), seed.a_consultant("Вера")
    own = seed.a_duty(anna, topics="diary,lost-access,cooking", room="4")
    moved = seed.a_duty(vera, weekday=2)
    seed.a_duty(anna, gone_at=LONG_AGO)
    seed.a_holiday("Каникулы", MONDAY, MONDAY)
    school = seed.school
    seed.a_school()
    seed.a_duty(seed.a_consultant())
    await ground.plant()
    first, second = ShiftKey(own, MONDAY), ShiftKey(moved, MONDAY + timedelta(days=1))

    async with ground.turn() as tx:
        await tx.duty_windows.differ(school, first, DayOff(first), by=anna, at=NOW)
        hours = OtherHours(second, Hours(time(9), time(10)))
        await tx.duty_windows.differ(school, second, hours, by=anna, at=NOW)
        agreed = replace(
            stands_in(ground, second, (vera, anna), StandInState.AGREED), school=school
        )
        await tx.stand_ins.put([agreed])
        found = await tx.duty.schedule(school)

    windows = (
        Window(
            own,
            anna,
            frozenset({Topic.DIARY, Topic.LOST_ACCESS}),
            1,
            BETWEEN,
            "4",
            unknown=("cooking",),
        ),
        Window(moved, vera, ANY, 2, BETWEEN),
    )
    assert found == DutySchedule(
        ZoneInfo("Europe/Moscow"),
        windows,
        (DayOff(first), hours),
        (agreed.of,),
        (Holiday("Каникулы", MONDAY, MONDAY),),
    )


async def test_a_day_that_was_made_to_differ_can_be_as_every_week_again(ground: Ground) -> None:
    seed = ground.seed
    anna = seed.a_consultant()
    key = ShiftKey(seed.a_duty(anna), MONDAY)
    await ground.plant()

    async with ground.turn() as tx:
        await tx.duty_windows.differ(seed.school, key, DayOff(key), by=anna, at=NOW)
        await tx.duty_windows.differ(seed.school, key, None, by=anna, at=LATER)
        found = await tx.duty.schedule(seed.school)

    assert found.one_days == ()


async def test_where_a_window_may_begin_soon_is_one_question_about_all_schools(
    ground: Ground,
) -> None:
    seed = ground.seed
    anna = seed.a_consultant()
    moved = ShiftKey(seed.a_duty(anna), MONDAY + timedelta(days=7))
    school = seed.school
    seed.a_school()
    await ground.plant()
    noon = datetime(2026, 11, 23, 9, tzinfo=UTC)
    ahead, day = timedelta(hours=4), timedelta(days=1)

    async with ground.turn() as tx:
        hours = OtherHours(moved, Hours(time(6), time(7)))
        await tx.duty_windows.differ(school, moved, hours, by=anna, at=NOW)
        ask = tx.duty.schools_with_windows
        begins = [noon, noon - 3 * ahead / 2, noon + 3 * ahead, noon + day]
        found = [list(await ask(at, at + ahead)) for at in begins]
        early = list(await ask(noon + 7 * day - 2 * ahead, noon + 7 * day - ahead))

    assert found == [[school], [], [], []]
    assert early == [school]


async def test_the_roster_says_who_is_a_consultant_and_who_can_be_reached(
    ground: Ground,
) -> None:
    seed = ground.seed
    anna, silent = seed.a_consultant("Анна"), seed.a_consultant("Вера")
    former, gone = seed.a_person("Борис"), seed.a_consultant("Глеб", gone_at=LONG_AGO)
    blocked, seen = seed.a_consultant("Дарья"), seed.a_consultant("Ева", enabled=False)
    seed.a_role(seed.a_person("Жанна"), Role.TEACHER)
    seed.an_account(anna)
    seed.an_account(former)
    seed.an_account(blocked, reachable=False)
    for one in (former, gone, seen):
        seed.a_duty(one)
    await ground.plant()

    async with ground.turn() as tx:
        found = await tx.duty.people(seed.school)

    assert list(found) == [
        DutyPerson(anna, Name("Анна", "Орлова"), True, True),
        DutyPerson(silent, Name("Вера", "Орлова"), True, False),
        DutyPerson(former, Name("Борис", "Орлова"), False, True),
        DutyPerson(gone, Name("Глеб", "Орлова"), False, False),
        DutyPerson(blocked, Name("Дарья", "Орлова"), True, False),
        DutyPerson(seen, Name("Ева", "Орлова"), False, False),
    ]


async def test_a_window_made_by_hand_says_who_made_it(ground: Ground) -> None:
    seed = ground.seed
    anna, boss = seed.a_consultant(), seed.a_person()
    await ground.plant()
    new = a_window(anna, begins=MONDAY, ends=MONDAY)

    async with ground.turn() as tx:
        made, other = await tx.duty_windows.add(
            seed.school, [new, a_window(anna, weekday=3)], by=boss, at=NOW
        )
        found = await tx.duty_windows.window(made)
        second = await tx.duty_windows.window(other)

    assert found == KeptWindow(seed.school, replace(new, id=made), boss, NOW)
    assert second is not None
    assert second.window.weekday == 3


async def test_a_window_is_changed_only_as_it_was_seen(ground: Ground) -> None:
    seed = ground.seed
    anna, boss = seed.a_consultant(), seed.a_person()
    number = seed.a_duty(anna)
    await ground.plant()
    changed = a_window(anna, number, weekday=5, covers=frozenset({Topic.DIARY}), room="")

    async with ground.turn() as tx:
        seen = await tx.duty_windows.window(number)
        assert seen is not None
        first = await tx.duty_windows.change(changed, since=seen.changed_at, by=boss, at=LATER)
        second = await tx.duty_windows.change(changed, since=seen.changed_at, by=boss, at=LATER)
        found = await tx.duty_windows.window(number)

    assert (seen.by, first, second) == (None, True, False)
    assert found == KeptWindow(SchoolId(seed.school), changed, boss, LATER)


async def test_a_window_is_taken_away_once(ground: Ground) -> None:
    seed = ground.seed
    anna, boss = seed.a_consultant(), seed.a_person()
    number = seed.a_duty(anna)
    await ground.plant()

    async with ground.turn() as tx:
        seen = await tx.duty_windows.window(number)
        assert seen is not None
        first = await tx.duty_windows.take_away(number, since=seen.changed_at, by=boss, at=LATER)
        second = await tx.duty_windows.take_away(number, since=LATER, by=boss, at=LATER)
        found = await tx.duty_windows.window(number)

    assert (first, second, found) == (True, False, None)


async def test_who_was_asked_is_asked_until_the_answer(ground: Ground) -> None:
    seed = ground.seed
    anna, vera = seed.a_consultant("Анна"), seed.a_consultant("Вера")
    key = ShiftKey(seed.a_duty(anna), MONDAY)
    await ground.plant()
    asks = stands_in(ground, key, (anna, vera), StandInState.ASKED)

    async with ground.turn() as tx:
        (number,) = await tx.stand_ins.put([asks])
        waiting = await tx.stand_ins.waiting_for(vera)
        move = (StandInState.ASKED, StandInState.AGREED)
        first = await tx.stand_ins.move(number, *move, at=LATER)
        second = await tx.stand_ins.move(number, *move, at=LATER)
        after = await tx.stand_ins.waiting_for(vera)
        schedule = await tx.duty.schedule(seed.school)

    assert [(one.id, one.of, one.by) for one in waiting] == [(number, asks.of, anna)]
    assert (first, second, list(after)) == (True, False, [])
    assert schedule.stand_ins == (asks.of,)


async def test_who_asks_somebody_else_takes_the_first_request_back(ground: Ground) -> None:
    seed = ground.seed
    anna, vera, gleb = (seed.a_consultant(one) for one in ("Анна", "Вера", "Глеб"))
    key = ShiftKey(seed.a_duty(anna), MONDAY)
    await ground.plant()

    async with ground.turn() as tx:
        await tx.stand_ins.put([stands_in(ground, key, (anna, vera), StandInState.ASKED)])
        await tx.stand_ins.put([stands_in(ground, key, (anna, gleb), StandInState.ASKED)])
        states = [(one.of.taker, one.state) for one in await tx.stand_ins.of_turn(key)]

    assert states == [(vera, StandInState.TAKEN_BACK), (gleb, StandInState.ASKED)]


async def test_both_halves_of_a_swap_begin_and_end_together(ground: Ground) -> None:
    seed = ground.seed
    anna, vera = seed.a_consultant("Анна"), seed.a_consultant("Вера")
    first = ShiftKey(seed.a_duty(anna), MONDAY)
    second = ShiftKey(seed.a_duty(vera), MONDAY)
    await ground.plant()
    halves = [
        stands_in(ground, first, (anna, vera), StandInState.AGREED),
        stands_in(ground, second, (vera, anna), StandInState.AGREED),
    ]

    async with ground.turn() as tx:
        numbers = await tx.stand_ins.put(halves)
        before = (await tx.duty.schedule(seed.school)).stand_ins
        pair = (await tx.stand_ins.stand_ins(numbers))[0].pair
        together = [one.id for one in await tx.stand_ins.swap(pair)]
        await tx.stand_ins.move(numbers[1], StandInState.AGREED, StandInState.TAKEN_BACK, at=LATER)
        after = (await tx.duty.schedule(seed.school)).stand_ins
        kept = await tx.stand_ins.stand_ins(numbers)

    assert before == tuple(one.of for one in halves)
    assert together == list(numbers)
    assert after == ()
    assert {one.state for one in kept} == {StandInState.TAKEN_BACK}
    assert len({one.pair for one in kept}) == 1


async def test_who_took_over_last_is_last(ground: Ground) -> None:
    seed = ground.seed
    anna, vera, gleb = (seed.a_consultant(one) for one in ("Анна", "Вера", "Глеб"))
    key = ShiftKey(seed.a_duty(anna), MONDAY)
    await ground.plant()

    async with ground.turn() as tx:
        (asked,) = await tx.stand_ins.put(
            [stands_in(ground, key, (vera, gleb), StandInState.ASKED)]
        )
        await tx.stand_ins.move(asked, StandInState.ASKED, StandInState.AGREED, at=LATER)
        await tx.stand_ins.put([stands_in(ground, key, (anna, vera), StandInState.AGREED)])
        schedule = await tx.duty.schedule(seed.school)

    assert [one.taker for one in schedule.stand_ins] == [vera, gleb]
    assert [one.consultant for one in schedule.shifts_of(MONDAY)] == [gleb]


async def test_who_asks_for_a_swap_is_not_asked_by_it(ground: Ground) -> None:
    seed = ground.seed
    anna, vera = seed.a_consultant("Анна"), seed.a_consultant("Вера")
    keys = [ShiftKey(seed.a_duty(one), MONDAY) for one in (anna, vera)]
    await ground.plant()

    async with ground.turn() as tx:
        await tx.stand_ins.put(_swap_asked_by(ground, keys, anna, vera))
        own = await tx.stand_ins.waiting_for(anna)
        other = await tx.stand_ins.waiting_for(vera)

    assert list(own) == []
    assert [one.of.key for one in other] == [keys[0]]


async def test_a_new_request_for_one_turn_takes_back_both_halves_of_a_swap(
    ground: Ground,
) -> None:
    seed = ground.seed
    anna, vera, gleb = (seed.a_consultant(one) for one in ("Анна", "Вера", "Глеб"))
    keys = [ShiftKey(seed.a_duty(one), MONDAY) for one in (anna, vera)]
    other = ShiftKey(seed.a_duty(gleb), MONDAY)
    await ground.plant()

    async with ground.turn() as tx:
        await tx.stand_ins.put([stands_in(ground, other, (gleb, anna), StandInState.ASKED)])
        halves = await tx.stand_ins.put(_swap_asked_by(ground, keys, anna, vera))
        anew = stands_in(ground, keys[1], (vera, gleb), StandInState.ASKED)
        await tx.stand_ins.put([replace(anew, at=LATER)])
        states = {one.state for one in await tx.stand_ins.stand_ins(halves)}
        (untouched,) = await tx.stand_ins.of_turn(other)

    assert states == {StandInState.TAKEN_BACK}
    assert untouched.state is StandInState.ASKED


def _swap_asked_by(
    ground: Ground, keys: list[ShiftKey], by: PersonId, other: PersonId
) -> list[NewStandIn]:
    first, second = keys
    return [
        stands_in(ground, first, (by, other), StandInState.ASKED),
        replace(stands_in(ground, second, (other, by), StandInState.ASKED), by=by),
    ]
