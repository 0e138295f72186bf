"""Who is on duty, and when the next window opens: what the schedule says of single days."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from core.helpdesk.duty.schedule import DutySchedule
from core.helpdesk.duty.shift import ShiftKey
from core.helpdesk.duty.window import (
    DayOff,
    Held,
    Hours,
    OtherHours,
    StandIn,
    Window,
    swapped,
)
from core.helpdesk.topics import ANY, Topic, covers, unknown, words
from core.ids import DutyId, PersonId
from core.journal.calendar import Holiday

MOSCOW, BERLIN = ZoneInfo("Europe/Moscow"), ZoneInfo("Europe/Berlin")
ANNA, BORIS, VERA = PersonId(1), PersonId(2), PersonId(3)
MONDAY = date(2026, 11, 23)
FIRST, SECOND = DutyId(1), DutyId(2)


def a_window(
    number: int = 1, consultant: PersonId = ANNA, day: int = 1, said: str = "14:00-15:00"
) -> Window:
    starts, ends = said.split("-")
    between = Hours(time.fromisoformat(starts), time.fromisoformat(ends))
    return Window(DutyId(number), consultant, ANY, day, between, room="4")


def at(day: date, hour: str, zone: ZoneInfo = MOSCOW) -> datetime:
    return datetime.combine(day, time.fromisoformat(hour), zone)


@pytest.mark.parametrize(
    ("hour", "is_on"),
    [("13:59", False), ("14:00", True), ("14:59", True), ("15:00", False)],
)
def test_a_window_holds_its_first_minute_and_not_its_end(hour: str, *, is_on: bool) -> None:
    schedule = DutySchedule(MOSCOW, (a_window(),))

    found = schedule.on_duty(Topic.DIARY, at(MONDAY, hour))

    assert bool(found) == is_on


def test_any_is_every_topic_but_lost_access() -> None:
    schedule = DutySchedule(MOSCOW, (a_window(),))

    found = {topic for topic in Topic if schedule.on_duty(topic, at(MONDAY, "14:30"))}

    assert found == set(Topic) - {Topic.LOST_ACCESS}


def test_the_next_window_is_the_one_after_that_which_runs() -> None:
    schedule = DutySchedule(MOSCOW, (a_window(), a_window(2, BORIS, day=4)))

    found = schedule.next_shift(Topic.DIARY, at(MONDAY, "14:00"))

    assert found is not None
    assert (found.consultant, found.day) == (BORIS, MONDAY + timedelta(days=3))
    assert found.starts_at == at(found.day, "14:00")


def test_nobody_answers_a_topic_that_no_window_covers() -> None:
    schedule = DutySchedule(MOSCOW, (a_window(),))

    assert schedule.next_shift(Topic.LOST_ACCESS, at(MONDAY, "12:00")) is None


def test_a_window_is_not_held_on_holidays_and_an_extra_one_is() -> None:
    free = Holiday("Каникулы", MONDAY, MONDAY + timedelta(days=6))
    extra = Window(SECOND, BORIS, ANY, 1, Hours(time(10), time(11)), begins=MONDAY, ends=MONDAY)
    schedule = DutySchedule(MOSCOW, (a_window(), extra), holidays=(free,))

    assert [one.window for one in schedule.shifts_of(MONDAY)] == [SECOND]


def test_the_next_window_is_found_beyond_the_summer() -> None:
    summer = Holiday("Лето", date(2027, 5, 29), date(2027, 8, 31))
    schedule = DutySchedule(MOSCOW, (a_window(),), holidays=(summer,))

    found = schedule.next_shift(Topic.DIARY, at(date(2027, 5, 29), "12:00"))

    assert found is not None
    assert found.day == date(2027, 9, 6)


def test_a_window_is_held_on_the_29th_of_february() -> None:
    leap = date(2028, 2, 29)
    schedule = DutySchedule(MOSCOW, (a_window(day=leap.isoweekday()),))

    assert schedule.on_duty(Topic.DIARY, at(leap, "14:30"))


@pytest.mark.parametrize("said", ["00:00-01:00", "23:00-23:59"])
def test_a_window_may_touch_midnight(said: str) -> None:
    schedule = DutySchedule(MOSCOW, (a_window(said=said),))

    inside = at(MONDAY, said[:5]) + timedelta(minutes=30)

    assert [one.day for one in schedule.on_duty(Topic.DIARY, inside)] == [MONDAY]


def test_a_window_is_valid_from_its_first_day_to_its_last() -> None:
    last = MONDAY + timedelta(days=7)
    window = Window(FIRST, ANNA, ANY, 1, Hours(time(14), time(15)), begins=MONDAY, ends=last)
    schedule = DutySchedule(MOSCOW, (window,))

    found = schedule.shifts(
        at(MONDAY - timedelta(days=30), "00:00"), at(MONDAY + timedelta(days=30), "00:00")
    )

    assert [one.day for one in found] == [MONDAY, last]


def test_a_day_off_and_other_hours_change_that_day_only() -> None:
    key = ShiftKey(FIRST, MONDAY)
    off = DutySchedule(MOSCOW, (a_window(),), (DayOff(key),))
    moved = DutySchedule(MOSCOW, (a_window(),), (OtherHours(key, Hours(time(9), time(10))),))

    assert off.shifts_of(MONDAY) == []
    assert moved.shifts_of(MONDAY)[0].starts_at == at(MONDAY, "09:00")
    assert moved.shifts_of(MONDAY + timedelta(days=7))[0].starts_at == at(
        MONDAY + timedelta(days=7), "14:00"
    )


def test_a_substitute_may_have_a_substitute() -> None:
    key = ShiftKey(FIRST, MONDAY)
    handed = (StandIn(key, ANNA, BORIS), StandIn(key, BORIS, VERA))

    (found,) = DutySchedule(MOSCOW, (a_window(),), stand_ins=handed).shifts_of(MONDAY)

    assert (found.consultant, found.stands_in_for) == (VERA, ANNA)


def test_a_substitute_of_who_has_not_taken_over_changes_nothing() -> None:
    key = ShiftKey(FIRST, MONDAY)

    (found,) = DutySchedule(
        MOSCOW, (a_window(),), stand_ins=(StandIn(key, BORIS, VERA),)
    ).shifts_of(MONDAY)

    assert (found.consultant, found.stands_in_for) == (ANNA, None)


def test_two_who_swap_have_each_other_s_turn() -> None:
    other = MONDAY + timedelta(days=3)
    both = (a_window(), a_window(2, BORIS, day=4))
    swap = swapped(Held(ShiftKey(FIRST, MONDAY), ANNA), Held(ShiftKey(SECOND, other), BORIS))

    schedule = DutySchedule(MOSCOW, both, stand_ins=swap)

    assert [one.consultant for one in schedule.shifts_of(MONDAY)] == [BORIS]
    assert [one.consultant for one in schedule.shifts_of(other)] == [ANNA]


@pytest.mark.parametrize(
    ("said", "starts", "ends"),
    [
        ("02:30-04:00", "01:00", "02:00"),
        ("01:30-02:30", "00:30", "01:00"),
        ("01:00-03:30", "00:00", "01:30"),
    ],
)
def test_a_window_in_the_hour_that_clocks_pass_over_begins_and_ends_with_it(
    said: str, starts: str, ends: str
) -> None:
    forward = date(2027, 3, 28)

    (found,) = DutySchedule(BERLIN, (a_window(day=7, said=said),)).shifts_of(forward)

    assert found.starts_at == datetime.combine(forward, time.fromisoformat(starts), UTC)
    assert found.ends_at == datetime.combine(forward, time.fromisoformat(ends), UTC)


def test_a_window_that_lies_in_that_hour_is_not_held_that_day() -> None:
    schedule = DutySchedule(BERLIN, (a_window(day=7, said="02:15-02:45"),))

    assert schedule.shifts_of(date(2027, 3, 28)) == []


@pytest.mark.parametrize(
    ("said", "starts", "ends"),
    [
        ("02:15-02:45", "00:15", "00:45"),
        ("02:30-03:30", "00:30", "02:30"),
    ],
)
def test_a_window_in_the_hour_that_clocks_show_twice_is_held_once(
    said: str, starts: str, ends: str
) -> None:
    back = date(2026, 10, 25)

    (found,) = DutySchedule(BERLIN, (a_window(day=7, said=said),)).shifts_of(back)

    assert found.starts_at == datetime.combine(back, time.fromisoformat(starts), UTC)
    assert found.ends_at == datetime.combine(back, time.fromisoformat(ends), UTC)


def test_time_in_which_two_are_on_duty_is_counted_once() -> None:
    both = (a_window(), a_window(2, BORIS, said="14:30-16:00"))
    schedule = DutySchedule(MOSCOW, both)

    counted = schedule.window_time(
        Topic.DIARY, at(MONDAY, "14:10"), at(MONDAY + timedelta(days=1), "00:00")
    )

    assert counted == timedelta(hours=1, minutes=50)


def test_a_key_comes_back_as_it_was_written() -> None:
    key = ShiftKey(DutyId(12), date(2028, 2, 29))

    assert ShiftKey.of(key.written) == key


@pytest.mark.parametrize(
    "said",
    [("any",), ("diary", "reports"), ("any", "lost-access"), ("lost-access",), ()],
)
def test_topics_come_back_as_they_were_written(said: tuple[str, ...]) -> None:
    named = covers(said)

    assert covers(words(named)) == named


def test_a_word_that_is_no_topic_is_told() -> None:
    said = ("diary", "cooking", "any")

    assert unknown(said) == ("cooking",)
    assert covers(("cooking",)) == frozenset()
