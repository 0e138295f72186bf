"""What is wrong with a duty schedule is told before it is saved."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from core.helpdesk.duty.lint import REFUSED, Finding, Flaw, Staff, lint, lint_change
from core.helpdesk.duty.schedule import DutySchedule
from core.helpdesk.duty.shift import ShiftKey
from core.helpdesk.duty.window import Hours, OtherHours, StandIn, Window
from core.helpdesk.topics import ANY, Topic
from core.ids import DutyId, PersonId
from core.journal.calendar import Holiday

MOSCOW = ZoneInfo("Europe/Moscow")
ANNA, BORIS, VERA = PersonId(1), PersonId(2), PersonId(3)
MONDAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, tzinfo=MOSCOW)
WEEK = timedelta(days=7)
STAFF = Staff(frozenset({ANNA, BORIS}), frozenset({ANNA, BORIS}), frozenset({VERA}))
GOOD = Window(DutyId(1), ANNA, ANY, 1, Hours(time(14), time(15)), room="4")


def flaws(*windows: Window, staff: Staff = STAFF, **more: Any) -> list[Flaw]:
    schedule = replace(DutySchedule(MOSCOW, windows), **more)
    return [one.flaw for one in lint(schedule, staff, now=NOW, within=WEEK)]


def test_a_good_schedule_has_no_flaws() -> None:
    assert flaws(GOOD) == []


@pytest.mark.parametrize(
    ("changed", "flaw"),
    [
        ({"hours": Hours(time(15), time(14))}, Flaw.NO_TIME),
        ({"hours": Hours(time(14), time(14))}, Flaw.NO_TIME),
        ({"covers": frozenset()}, Flaw.NO_TOPIC),
        ({"unknown": ("cooking",)}, Flaw.UNKNOWN_TOPIC),
        ({"begins": date(2026, 12, 2), "ends": date(2026, 12, 1)}, Flaw.NO_DAY),
        ({"begins": date(2026, 12, 1), "ends": date(2026, 12, 2)}, Flaw.NO_DAY),
        ({"consultant": VERA}, Flaw.NO_CONSULTANT),
        ({}, Flaw.TWICE),
        ({"room": "7"}, Flaw.TWO_PLACES),
    ],
)
def test_what_cannot_be_is_refused(changed: dict[str, Any], flaw: Flaw) -> None:
    wrong = replace(GOOD, id=DutyId(2), **changed)

    assert flaws(GOOD, wrong)[0] is flaw
    assert flaw in REFUSED


@pytest.mark.parametrize(
    "changed",
    [
        {"hours": Hours(time(15), time(16)), "room": "7"},
        {"consultant": BORIS, "room": "7"},
        {"consultant": BORIS, "hours": Hours(time(15), time(16))},
        {"weekday": 2},
        {"room": "7", "ends": MONDAY - timedelta(days=7)},
    ],
)
def test_what_stands_beside_another_window_is_no_flaw(changed: dict[str, Any]) -> None:
    assert flaws(GOOD, replace(GOOD, id=DutyId(2), **changed)) == []


@pytest.mark.parametrize(
    ("changed", "flaw"),
    [
        ({"covers": frozenset({Topic.DIARY})}, Flaw.OVERLAP),
        ({"hours": Hours(time(14, 30), time(16))}, Flaw.OVERLAP),
        ({"consultant": BORIS, "hours": Hours(time(13), time(14, 1))}, Flaw.SHARED_ROOM),
    ],
)
def test_two_windows_at_once_are_warned_of(changed: dict[str, Any], flaw: Flaw) -> None:
    assert flaws(GOOD, replace(GOOD, id=DutyId(2), **changed)) == [flaw]
    assert flaw not in REFUSED


def test_two_consultants_at_once_who_have_no_room_are_no_flaw() -> None:
    nowhere = replace(GOOD, room="")

    assert flaws(nowhere, replace(nowhere, id=DutyId(2), consultant=BORIS)) == []


def test_who_cannot_be_reached_is_warned_of() -> None:
    staff = replace(STAFF, reachable=frozenset())

    assert flaws(GOOD, staff=staff) == [Flaw.UNREACHABLE]
    assert Flaw.UNREACHABLE not in REFUSED


def test_a_school_whose_administrators_nobody_reaches_is_warned_of() -> None:
    staff = replace(STAFF, last_resort=frozenset())

    assert flaws(GOOD, staff=staff) == [Flaw.NO_ADMINISTRATOR]
    assert Flaw.NO_ADMINISTRATOR not in REFUSED


@pytest.mark.parametrize(
    ("last_resort", "found"),
    [
        ({VERA}, []),
        ({ANNA, VERA}, []),
        ({ANNA}, [Finding(Flaw.SAME_PERSON, DutyId(1))]),
        ({BORIS}, [Finding(Flaw.SAME_PERSON, DutyId(3))]),
    ],
)
def test_a_consultant_who_is_the_last_resort_too_is_warned_of_once(
    last_resort: set[PersonId], found: list[Finding]
) -> None:
    windows = (
        GOOD,
        replace(GOOD, id=DutyId(2), weekday=2),
        replace(GOOD, id=DutyId(3), weekday=3, consultant=BORIS),
        replace(GOOD, id=DutyId(4), consultant=BORIS, ends=MONDAY - WEEK),
    )
    staff = replace(STAFF, last_resort=frozenset(last_resort))

    said = lint(DutySchedule(MOSCOW, windows), staff, now=NOW, within=WEEK)

    assert list(said) == found


def test_each_topic_that_nobody_answers_in_a_week_is_warned_of() -> None:
    only = replace(GOOD, covers=ANY - {Topic.DIARY, Topic.REPORTS})

    found = lint(DutySchedule(MOSCOW, (only,)), STAFF, now=NOW, within=WEEK)

    unanswered = [Finding(Flaw.UNANSWERED, topic=topic) for topic in (Topic.REPORTS, Topic.DIARY)]
    assert list(found) == unanswered
    assert not any(one.is_refused for one in found)


def test_a_week_of_holidays_leaves_every_topic_without_an_answer() -> None:
    free = Holiday("Каникулы", MONDAY, MONDAY + WEEK)

    assert flaws(GOOD, holidays=(free,)) == [Flaw.UNANSWERED] * len(ANY)


def test_a_stand_in_is_a_consultant_who_is_in_one_place() -> None:
    key = ShiftKey(GOOD.id, MONDAY)
    own = replace(GOOD, id=DutyId(2), consultant=BORIS, room="7")

    stranger = flaws(GOOD, stand_ins=(StandIn(key, ANNA, VERA),))
    twice = flaws(GOOD, own, stand_ins=(StandIn(key, ANNA, BORIS),))

    assert stranger == [Flaw.NO_CONSULTANT]
    assert twice == [Flaw.TWO_PLACES]


@pytest.mark.parametrize(
    ("room", "consultant", "flaw"),
    [("4", ANNA, Flaw.OVERLAP), ("7", ANNA, Flaw.TWO_PLACES), ("4", BORIS, Flaw.SHARED_ROOM)],
)
def test_what_meets_on_one_day_only_is_told_of_that_day(
    room: str, consultant: PersonId, flaw: Flaw
) -> None:
    hours = Hours(time(15), time(16))
    later = replace(GOOD, id=DutyId(2), consultant=consultant, hours=hours, room=room)
    longer = OtherHours(ShiftKey(GOOD.id, MONDAY), Hours(time(14), time(15, 30)))
    schedule = DutySchedule(MOSCOW, (GOOD, later), (longer,))

    found = lint(schedule, STAFF, now=NOW, within=WEEK)

    assert list(found) == [Finding(flaw, DutyId(1), DutyId(2), day=MONDAY)]


def test_who_is_on_duty_beside_a_colleague_stands_in_without_a_warning() -> None:
    beside = replace(GOOD, id=DutyId(2), consultant=BORIS, room="")
    here = replace(GOOD, room="")
    given = StandIn(ShiftKey(GOOD.id, MONDAY), ANNA, BORIS)

    assert flaws(here, beside, stand_ins=(given,)) == []


def test_what_meets_every_week_is_told_once() -> None:
    other = replace(GOOD, id=DutyId(2), covers=frozenset({Topic.DIARY}))
    longer = OtherHours(ShiftKey(GOOD.id, MONDAY), Hours(time(14), time(15, 30)))

    found = lint(DutySchedule(MOSCOW, (GOOD, other), (longer,)), STAFF, now=NOW, within=WEEK)

    assert list(found) == [Finding(Flaw.OVERLAP, DutyId(1), DutyId(2))]


def test_what_is_over_is_nobody_s_flaw() -> None:
    over = replace(GOOD, id=DutyId(2), consultant=VERA, ends=MONDAY - timedelta(days=1))
    past = StandIn(ShiftKey(GOOD.id, MONDAY - WEEK), ANNA, VERA)

    assert flaws(GOOD, over, stand_ins=(past,)) == []


def test_a_change_answers_for_its_own_window_and_for_what_it_brings() -> None:
    old, brought = Finding(Flaw.TWICE, DutyId(1), DutyId(2)), Finding(Flaw.UNREACHABLE, DutyId(3))
    own = Finding(Flaw.UNREACHABLE, DutyId(4))

    found = lint_change((old, own), (old, brought, own), DutyId(4))

    assert found == (brought, own)
