"""Duty over midnight: kept as two windows, one to people; whatever is cut in two is one again."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.helpdesk.duty.midnight import (
    END_OF_DAY,
    MORNING,
    goes_on,
    parts,
    put_in,
    rest_of,
    together,
    whole,
)
from core.helpdesk.duty.reading import coming
from core.helpdesk.duty.schedule import DutySchedule
from core.helpdesk.duty.window import Hours, Window
from core.helpdesk.topics import ANY, Topic
from core.ids import DutyId, PersonId

ZONE = ZoneInfo("Europe/Moscow")
SUNDAY = 7


def a_window(opens: str, closes: str, **more: object) -> Window:
    hours = Hours(time.fromisoformat(opens), time.fromisoformat(closes))
    told = {"weekday": 1, "room": "4", **more}
    return Window(DutyId(5), PersonId(1), ANY, hours=hours, **told)  # type: ignore[arg-type]  # by name


def test_a_window_of_one_day_stays_one() -> None:
    window = a_window("09:00", "12:00")

    assert parts(window) == (window,)
    assert rest_of(window, [window]) is None


def test_a_window_over_midnight_is_two_with_days_of_their_own() -> None:
    window = a_window(
        "23:00", "01:00", weekday=SUNDAY, begins=date(2028, 2, 27), ends=date(2028, 2, 28)
    )

    evening, morning = parts(window)

    assert (evening.hours, morning.hours) == (
        Hours(time(23), END_OF_DAY),
        Hours(time(), time(1)),
    )
    assert (evening.weekday, morning.weekday, morning.id) == (SUNDAY, 1, MORNING)
    assert (morning.begins, morning.ends) == (date(2028, 2, 28), date(2028, 2, 29))
    assert (evening.begins, evening.ends) == (window.begins, window.ends)


def test_a_window_until_midnight_needs_no_second_part() -> None:
    (evening,) = parts(a_window("22:00", "00:00"))

    assert evening.hours == Hours(time(22), END_OF_DAY)


@given(
    starts=st.times().map(lambda it: it.replace(second=0, microsecond=0)),
    ends=st.times().map(lambda it: it.replace(second=0, microsecond=0)),
    weekday=st.integers(1, 7),
    begins=st.none() | st.dates(date(2026, 1, 1), date(2030, 1, 1)),
)
def test_what_is_cut_in_two_is_told_as_one(
    starts: time, ends: time, weekday: int, begins: date | None
) -> None:
    window = Window(DutyId(5), PersonId(1), ANY, weekday, Hours(starts, ends), "4", begins, begins)

    kept = parts(window)

    whole = time(23, 59) if ends == time() else ends
    assert (
        together(kept)
        == [
            Window(DutyId(5), PersonId(1), ANY, weekday, Hours(starts, whole), "4", begins, begins)
        ]
        or starts == time() == ends
    )
    assert all(goes_on(kept[0], one) for one in kept[1:])


def test_what_lasts_a_day_and_more_is_two_windows() -> None:
    evening, morning = parts(a_window("10:00", "09:59"))
    longer = replace(morning, hours=Hours(time(), time(12)))

    assert len(together([evening, morning])) == 1
    assert together([evening, longer]) == [evening, longer]


def test_either_part_names_the_whole() -> None:
    evening, rest = parts(a_window("23:00", "01:00"))
    kept = (evening, replace(rest, id=DutyId(6)))

    assert {whole(one, kept) for one in kept} == {a_window("23:00", "01:00")}
    assert whole(a_window("09:00", "12:00"), kept) == a_window("09:00", "12:00")


@pytest.mark.parametrize(
    ("said", "numbers"),
    [
        (("22:00", "01:00"), [5, 6]),
        (("23:30", "00:30"), [5, 6]),
        (("20:00", "22:00"), [5]),
        (("20:00", "00:00"), [5]),
    ],
)
def test_a_change_is_one_of_both_parts(said: tuple[str, str], numbers: list[int]) -> None:
    evening, rest = parts(a_window("23:00", "01:00"))
    other = replace(a_window("09:00", "12:00"), id=DutyId(9))

    found = put_in(a_window(*said), (evening, replace(rest, id=DutyId(6)), other))

    assert found[0] == other
    assert [one.id for one in found[1:]] == numbers
    assert [replace(one, id=DutyId(0)) for one in found[1:]] == [
        replace(one, id=DutyId(0)) for one in parts(a_window(*said))
    ]


def test_windows_of_others_are_not_put_together() -> None:
    evening, morning = parts(a_window("23:00", "01:00"))
    other = Window(DutyId(6), PersonId(2), ANY, morning.weekday, morning.hours, morning.room)

    assert together([evening, other]) == [evening, other]


def test_nobody_is_off_duty_in_the_minute_before_midnight() -> None:
    evening, morning = parts(a_window("23:00", "01:00"))
    schedule = DutySchedule(ZONE, (evening, morning))
    midnight = datetime(2026, 11, 23, 21, tzinfo=UTC)

    held = [
        schedule.on_duty(Topic.DIARY, midnight + timedelta(seconds=ahead))
        for ahead in (-3601, -61, -30, -1, 0, 1, 3599, 3600)
    ]

    assert [len(one) for one in held] == [0, 1, 1, 1, 1, 1, 1, 0]
    whole = {schedule.whole(one) for shifts in held for one in shifts}
    assert {(one.starts_at, one.ends_at) for one in whole} == {
        (midnight - timedelta(hours=1), midnight + timedelta(hours=1))
    }


def test_within_the_window_the_next_one_is_that_of_the_week_after() -> None:
    schedule = DutySchedule(ZONE, parts(a_window("23:00", "01:00")))
    before_midnight = datetime(2026, 11, 23, 20, 30, tzinfo=UTC)

    (found,) = {one.shift.starts_at for one in coming(schedule, before_midnight)}

    assert found == datetime(2026, 11, 30, 20, tzinfo=UTC)
