"""The duty schedule is the administration's to change; old buttons and bad input harm nothing."""

from datetime import UTC, date, datetime, time

import pytest
from aiogram.filters.callback_data import CallbackData

from bot.callbacks import duty
from core.access.people import Role
from core.helpdesk.duty.asking import AskedStandIn, NewStandIn, StandInState
from core.helpdesk.duty.schedule import DutySchedule
from core.helpdesk.duty.shift import ShiftKey
from core.helpdesk.duty.window import StandIn
from core.ids import DutyId, PersonId, SchoolId, StandInId
from tests.core.builders import NOW
from tests.handlers.chat import Chat, Town

MONDAY = date(2026, 11, 23)
ON = MONDAY.toordinal()


class Duty:
    """Two consultants, of whom the first has Mondays."""

    def __init__(self, town: Town) -> None:
        self.town = town
        seed = town.seed
        self.anna: PersonId = seed.a_consultant("Анна", family="Первая")
        self.boris: PersonId = seed.a_consultant("Борис", family="Второй")
        self.window: DutyId = seed.a_duty(self.anna, room="4")

    def turn(self, kind: type[CallbackData], **more: object) -> CallbackData:
        return kind(window=self.window, day=ON, **more)


@pytest.fixture
async def on_duty(town: Town) -> Duty:
    made = Duty(town)
    await town.seed.plant(town.school)
    return made


@pytest.fixture
async def deputy(town: Town) -> Chat:
    """The deputy head, who answers for the schedule."""
    return await town.known(town.deputy)


async def _refused(chat: Chat, button: CallbackData) -> bool:
    shown = await chat.taps(button)
    return bool(shown.alert) and shown.toast is not None


@pytest.mark.parametrize("who", ["mother", "leader"])
async def test_nobody_else_opens_or_changes_the_schedule(
    town: Town, on_duty: Duty, who: str
) -> None:
    chat = await town.known(getattr(town, who))
    school = SchoolId(town.school_id)

    refused = [
        await _refused(chat, duty.OpenDutySchedule(school=school)),
        await _refused(chat, duty.OpenDutyFlaws(school=school)),
        await _refused(chat, duty.FillDuty(school=school, document="a")),
        await _refused(chat, duty.BeginDutyWindow(school=school)),
        await _refused(chat, duty.OpenDutyWindow(window=on_duty.window)),
        await _refused(chat, duty.ChangeDutyWindow(window=on_duty.window)),
        await _refused(chat, duty.EndDutyWindow(window=on_duty.window, sure=True)),
        await _refused(chat, duty.OpenDutyTurns(window=on_duty.window)),
        await _refused(chat, on_duty.turn(duty.OpenDutyTurn)),
        await _refused(chat, on_duty.turn(duty.ChangeDutyTurn, deed=duty.DayDeed.OFF)),
        await _refused(chat, on_duty.turn(duty.AskTurnHours)),
        await _refused(chat, on_duty.turn(duty.ChooseStandIn)),
        await _refused(chat, on_duty.turn(duty.GiveDutyTurn, to=on_duty.boris)),
        await _refused(chat, on_duty.turn(duty.ChooseSwap)),
        await _refused(chat, duty.OpenOwnDuty()),
        await _refused(chat, duty.SendDutyCalendar()),
        await _refused(chat, duty.SendScheduleCalendar(school=school)),
        await _refused(chat, duty.AnswerStandIn(number=StandInId(1), agrees=True)),
        await _refused(chat, duty.TakeBackStandIn(number=StandInId(1))),
    ]

    assert all(refused)


async def test_a_consultant_changes_no_day_and_asks_only_for_the_own_turn(
    town: Town, on_duty: Duty
) -> None:
    anna, boris = await town.known(on_duty.anna), await town.known(on_duty.boris)

    refused = [
        await _refused(anna, on_duty.turn(duty.ChangeDutyTurn, deed=duty.DayDeed.OFF)),
        await _refused(boris, on_duty.turn(duty.GiveDutyTurn, to=on_duty.boris)),
        await _refused(boris, on_duty.turn(duty.OpenDutyTurn)),
    ]

    assert all(refused)


async def test_only_who_was_asked_answers_and_only_once(town: Town, on_duty: Duty) -> None:
    anna, boris = await town.known(on_duty.anna), await town.known(on_duty.boris)
    await anna.taps(on_duty.turn(duty.GiveDutyTurn, to=on_duty.boris))
    async with town.school.transaction() as turn:
        (asked,) = await turn.stand_ins.waiting_for(on_duty.boris)
    yes = duty.AnswerStandIn(number=asked.id, agrees=True)

    by_another = await _refused(anna, yes)
    first = await boris.taps(yes)
    again = await _refused(boris, yes)

    assert (by_another, again) == (True, True)
    assert "дежурите вы" in first.text


async def test_a_turn_that_was_given_elsewhere_is_not_taken(
    town: Town, on_duty: Duty, deputy: Chat
) -> None:
    anna, boris = await town.known(on_duty.anna), await town.known(on_duty.boris)
    await anna.taps(on_duty.turn(duty.GiveDutyTurn, to=on_duty.boris))
    async with town.school.transaction() as turn:
        (asked,) = await turn.stand_ins.waiting_for(on_duty.boris)
    await deputy.taps(on_duty.turn(duty.ChangeDutyTurn, deed=duty.DayDeed.OFF, sure=True))

    late = await boris.taps(duty.AnswerStandIn(number=asked.id, agrees=True))

    assert "График уже изменили" in late.text


async def test_who_is_no_consultant_does_not_stand_in(
    town: Town, on_duty: Duty, deputy: Chat
) -> None:
    shown = await deputy.taps(on_duty.turn(duty.GiveDutyTurn, to=town.mother))

    assert "не консультант" in shown.text


async def test_two_who_edit_one_window_do_not_overwrite_each_other(
    town: Town, on_duty: Duty, deputy: Chat
) -> None:
    seed = town.seed
    head = seed.a_person("Олег")
    seed.a_role(head, Role.HEAD)
    await seed.plant(town.school)
    other = await town.known(head)
    for chat in (deputy, other):
        await chat.taps(duty.ChangeDutyWindow(window=on_duty.window))
        await chat.taps(duty.SetDutyPart(stamp=_now(town), part=duty.Part.ROOM, value=0))
    town.clock.at = NOW.replace(hour=10)
    first = await _saved(deputy)

    second = await _saved(other)

    assert "Окно сохранено" in first
    assert "График уже изменили" in second


def _now(town: Town) -> int:
    """Return the stamp of what is begun now."""
    return int(town.clock.now().timestamp())


async def test_an_old_button_changes_no_window_that_is_being_made(
    town: Town, on_duty: Duty, deputy: Chat
) -> None:
    await deputy.taps(duty.ChangeDutyWindow(window=on_duty.window))
    old = _now(town)
    town.clock.at = NOW.replace(hour=10)
    await deputy.taps(duty.ChangeDutyWindow(window=on_duty.window))

    refused = [
        await _refused(deputy, duty.SetDutyPart(stamp=old, part=duty.Part.DAY, value=5)),
        await _refused(deputy, duty.AskDutyPart(stamp=old, part=duty.Part.DAY)),
        await _refused(deputy, duty.SaveDutyWindow(stamp=old)),
    ]
    kept = await deputy.taps(duty.AskDutyPart(stamp=_now(town), part=duty.Part.ALL))

    assert all(refused)
    assert "пн, 14:00" in kept.text


async def _saved(chat: Chat) -> str:
    shown = await chat.taps("Сохранить")
    if "Сохранить всё равно" in [one.label for row in shown.buttons for one in row]:
        shown = await chat.taps("Сохранить всё равно")
    return str(shown.text)


async def test_a_button_of_a_day_without_the_window_says_that_it_is_not_there(
    on_duty: Duty, deputy: Chat
) -> None:
    tuesday = duty.OpenDutyTurn(window=on_duty.window, day=ON + 1)

    shown = await deputy.taps(tuesday)

    assert shown.alert


async def test_a_button_of_a_draft_that_is_no_more_is_answered(deputy: Chat) -> None:
    shown = await deputy.taps(duty.SaveDutyWindow(stamp=1))

    assert shown.text


async def test_a_past_turn_is_not_changed(town: Town, on_duty: Duty, deputy: Chat) -> None:
    town.clock.at = NOW.replace(day=24)

    shown = await deputy.taps(on_duty.turn(duty.ChangeDutyTurn, deed=duty.DayDeed.OFF))

    assert "это дежурство прошло" in shown.text


async def test_a_stand_in_can_be_taken_back(town: Town, on_duty: Duty, deputy: Chat) -> None:
    key = ShiftKey(on_duty.window, MONDAY)
    async with town.school.transaction() as turn:
        stands = StandIn(key, on_duty.anna, on_duty.boris)
        new = NewStandIn(SchoolId(town.school_id), stands, StandInState.AGREED, town.deputy, NOW)
        (number,) = await turn.stand_ins.put([new])

    before = await deputy.taps(on_duty.turn(duty.OpenDutyTurn))
    after = await deputy.taps(duty.TakeBackStandIn(number=number))

    assert "вместо: Первая Анна" in before.text
    assert "Дежурит Первая Анна, каб. 4" in after.text


LEAP = date(2028, 2, 29)


@pytest.fixture
async def leap(town: Town, deputy: Chat) -> Chat:
    """The deputy head before the 29th of February; a consultant has Tuesdays."""
    town.clock.at = NOW.replace(year=2028, month=2, day=21)
    return deputy


async def test_a_window_for_the_29th_of_february_is_of_that_day_only(
    town: Town, on_duty: Duty, leap: Chat
) -> None:
    await leap.taps(duty.BeginDutyWindow(school=SchoolId(town.school_id)))
    await leap.taps(duty.SetDutyPart(stamp=_now(town), part=duty.Part.WHO, value=on_duty.anna))
    await leap.taps(duty.AskDutyPart(stamp=_now(town), part=duty.Part.TERM))
    wrong = await leap.sends("29.02.2027")
    right = await leap.sends("29.02.2028")
    await _saved(leap)

    async with town.school.transaction() as turn:
        schedule = await turn.duty.schedule(SchoolId(town.school_id))
    days = [day for day in (LEAP, date(2028, 3, 7)) if _has_it(schedule, day, on_duty.window)]
    assert "Не понимаю срок" in wrong.text
    assert "Только 29.02.2028" in right.text
    assert days == [LEAP]


def _has_it(schedule: DutySchedule, day: date, but: DutyId) -> bool:
    return any(one.window != but for one in schedule.shifts_of(day))


async def test_the_29th_of_february_differs_and_the_week_after_does_not(
    town: Town, on_duty: Duty, leap: Chat
) -> None:
    tuesdays = town.seed.a_duty(on_duty.boris, weekday=2)
    await town.seed.plant(town.school)
    turn = {"window": tuesdays, "day": LEAP.toordinal()}

    await leap.taps(duty.AskTurnHours(**turn))
    bad = await leap.sends("12:00–11:00")
    moved = await leap.sends("10:00–11:30")
    later = await leap.taps(duty.OpenDutyTurn(window=tuesdays, day=LEAP.toordinal() + 7))

    assert "конец раньше начала" in bad.text
    assert "вт, 29 февраля, 10:00–11:30" in moved.text
    assert "10:00–11:30" not in later.text


async def test_a_swap_is_of_both_turns_or_of_none(town: Town, on_duty: Duty, deputy: Chat) -> None:
    tuesdays = town.seed.a_duty(on_duty.boris, weekday=2)
    await town.seed.plant(town.school)
    swap = on_duty.turn(duty.SwapDutyTurns, other=tuesdays, on=ON + 1, sure=True)

    swapped = await deputy.taps(swap)
    other = await deputy.taps(duty.OpenDutyTurn(window=tuesdays, day=ON + 1))
    again = await deputy.taps(duty.OpenDutyTurn(window=on_duty.window, day=ON))
    await deputy.taps("Отменить замену")
    back = await deputy.taps(duty.OpenDutyTurn(window=tuesdays, day=ON + 1))

    assert "Дежурит Второй Борис вместо: Первая Анна" in swapped.text
    assert "Дежурит Первая Анна вместо: Второй Борис" in other.text
    assert again.text.endswith(swapped.text.split("\n", 1)[1])
    assert "вместо" not in back.text


async def test_who_asks_for_a_swap_does_not_agree_to_it_alone(town: Town, on_duty: Duty) -> None:
    anna = await town.known(on_duty.anna)
    halves = await _swap_asked(town, on_duty)

    own = await anna.taps(duty.OpenOwnDuty())
    refused = [
        await _refused(anna, duty.AnswerStandIn(number=one.id, agrees=True)) for one in halves
    ]

    assert refused == [True, True]
    assert "Согласен" not in str(own.buttons)


async def test_a_swap_of_which_one_turn_was_given_elsewhere_is_not_agreed(
    town: Town, on_duty: Duty
) -> None:
    boris = await town.known(on_duty.boris)
    halves = await _swap_asked(town, on_duty)
    vera = town.seed.a_consultant("Вера")
    await town.seed.plant(town.school)
    await boris.taps(_of(duty.GiveDutyTurn, halves[1].of.key, to=vera, sure=True))

    late = await boris.taps(duty.AnswerStandIn(number=halves[0].id, agrees=True))

    assert "График уже изменили" in late.text
    async with town.school.transaction() as turn:
        schedule = await turn.duty.schedule(SchoolId(town.school_id))
    assert schedule.stand_ins == ()


async def _swap_asked(town: Town, on_duty: Duty) -> list[AskedStandIn]:
    """Return both halves of a swap for which the first asks the second."""
    tuesdays = town.seed.a_duty(on_duty.boris, weekday=2)
    await town.seed.plant(town.school)
    anna = await town.known(on_duty.anna)
    swap = on_duty.turn(duty.SwapDutyTurns, other=tuesdays, on=ON + 1, sure=True)
    await anna.taps(swap)
    async with town.school.transaction() as turn:
        (asked,) = await turn.stand_ins.waiting_for(on_duty.boris)
        return list(await turn.stand_ins.swap(asked.pair))


def _of(kind: type[CallbackData], key: ShiftKey, **more: object) -> CallbackData:
    return kind(window=key.window, day=key.day.toordinal(), **more)


async def test_a_request_for_a_turn_that_is_over_does_not_hide_the_next_one(
    town: Town, on_duty: Duty
) -> None:
    anna, boris = await town.known(on_duty.anna), await town.known(on_duty.boris)
    await anna.taps(on_duty.turn(duty.GiveDutyTurn, to=on_duty.boris))
    week_later = duty.GiveDutyTurn(window=on_duty.window, day=ON + 7, to=on_duty.boris)
    await anna.taps(week_later)
    town.clock.at = NOW.replace(day=24)

    shown = await boris.taps(duty.OpenOwnDuty())
    agreed = await boris.taps("Согласен(на)")

    assert shown.text.count("Первая") == 1
    assert "30 ноября" in agreed.text


async def test_a_consultant_of_two_schools_sees_the_duty_at_both(
    town: Town, on_duty: Duty
) -> None:
    anna = await town.known(on_duty.anna)
    town.seed.a_school()
    elsewhere = town.seed.a_consultant("Анна")
    town.seed.a_duty(elsewhere, room="9")
    await town.seed.plant(town.school)
    await anna.sends(await town.code_for(elsewhere))

    shown = await anna.taps(duty.OpenOwnDuty())

    assert "каб. 4" in shown.text
    assert "каб. 9" in shown.text


async def test_a_window_has_no_turns_before_its_first_day_nor_after_its_last(
    town: Town, deputy: Chat, on_duty: Duty
) -> None:
    begins, ends = date(2026, 12, 7), date(2026, 12, 14)
    window = town.seed.a_duty(on_duty.boris, begins=begins, ends=ends)
    await town.seed.plant(town.school)

    shown = await deputy.taps(duty.OpenDutyTurns(window=window))
    before = await deputy.taps(duty.OpenDutyTurn(window=window, day=ON))

    days = [one.label for row in shown.buttons for one in row]
    assert days[:2] == ["07.12", "14.12"]
    assert "21.12" not in days
    assert before.alert


async def test_a_window_over_midnight_that_is_changed_keeps_its_first_part(
    town: Town, on_duty: Duty, deputy: Chat
) -> None:
    await deputy.taps(duty.ChangeDutyWindow(window=on_duty.window))
    await deputy.taps(duty.AskDutyPart(stamp=_now(town), part=duty.Part.HOURS))
    await deputy.sends("22:00–01:30")

    said = await _saved(deputy)

    assert "Понедельник, 22:00–23:59" in said
    assert "Продолжается после полуночи: 00:00–01:30" in said


async def test_what_is_no_hours_is_refused_by_the_linter(
    town: Town, on_duty: Duty, deputy: Chat
) -> None:
    await deputy.taps(duty.ChangeDutyWindow(window=on_duty.window))
    await deputy.taps(duty.AskDutyPart(stamp=_now(town), part=duty.Part.HOURS))
    await deputy.sends("10:00–10:00")

    stopped = await deputy.taps("Сохранить")

    assert "Конец раньше начала" in stopped.text


async def test_a_day_off_that_leaves_topics_without_an_answer_is_warned_of_before(
    town: Town, on_duty: Duty, deputy: Chat
) -> None:
    in_a_month = duty.ChangeDutyTurn(window=on_duty.window, day=ON + 28, deed=duty.DayDeed.OFF)

    warned = await deputy.taps(in_a_month)
    before = await _off(town)
    done = await deputy.taps("Сохранить всё равно")
    ever = await deputy.taps("Как обычно")

    assert warned.text.count("В ближайшие дни никто не отвечает") == 4
    assert "… и ещё 5" in warned.text
    assert (before, "дежурства нет" in done.text) == (0, True)
    assert "Дежурит Первая Анна" in ever.text


async def _off(town: Town) -> int:
    async with town.school.transaction() as turn:
        return len((await turn.duty.schedule(SchoolId(town.school_id))).one_days)


@pytest.mark.parametrize("swaps", [False, True])
async def test_a_turn_for_who_cannot_be_reached_is_warned_of_before(
    town: Town, on_duty: Duty, deputy: Chat, *, swaps: bool
) -> None:
    await town.known(on_duty.anna)
    tuesdays = town.seed.a_duty(on_duty.boris, weekday=2)
    await town.seed.plant(town.school)
    tapped = (
        on_duty.turn(duty.SwapDutyTurns, other=tuesdays, on=ON + 1)
        if swaps
        else on_duty.turn(duty.GiveDutyTurn, to=on_duty.boris)
    )

    warned = await deputy.taps(tapped)
    done = await deputy.taps("Сохранить всё равно")

    assert "Дежурит Первая Анна" in warned.text
    assert "⚠️ Ещё не в чате или не получает сообщений: пн, 23 ноября" in warned.text
    assert "Второй Борис" in warned.text
    assert "Дежурит Второй Борис вместо: Первая Анна" in done.text


async def test_the_end_of_the_last_window_of_a_topic_says_what_it_leaves(
    on_duty: Duty, deputy: Chat
) -> None:
    asked = await deputy.taps(duty.EndDutyWindow(window=on_duty.window))
    done = await deputy.taps("Да, закончить")

    assert asked.text.count("никто не отвечает") == 3
    assert "… и ещё 6" in asked.text
    assert "Закончить?" in asked.text
    assert "Окно закончится сегодня." in done.text


async def test_the_end_of_one_window_of_two_is_not_warned_of(
    town: Town, on_duty: Duty, deputy: Chat
) -> None:
    town.seed.a_duty(on_duty.boris, weekday=2)
    await town.seed.plant(town.school)

    asked = await deputy.taps(duty.EndDutyWindow(window=on_duty.window))

    assert "никто не отвечает" not in asked.text


async def test_hours_that_were_written_are_warned_of_as_any_change_is(
    town: Town, on_duty: Duty, deputy: Chat
) -> None:
    await town.known(on_duty.anna)
    town.seed.a_duty(on_duty.boris, weekday=1, room="4", starts=time(16), finishes=time(17))
    await town.seed.plant(town.school)
    await deputy.taps(on_duty.turn(duty.AskTurnHours))

    warned = await deputy.sends("16:30–17:30")
    before = await _off(town)
    done = await deputy.taps("Сохранить всё равно")

    assert "16:30–17:30" in warned.text
    assert (before, await _off(town)) == (0, 1)
    assert "В этот день другие часы." in done.text


async def test_hours_that_are_over_are_refused(town: Town, on_duty: Duty, deputy: Chat) -> None:
    town.clock.at = datetime(2026, 11, 23, 9, tzinfo=UTC)
    await deputy.taps(on_duty.turn(duty.AskTurnHours))

    refused = await deputy.sends("08:00–09:00")

    assert "они уже прошли" in refused.text
    assert await _off(town) == 0
