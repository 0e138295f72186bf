"""The two schedules of H2 route as they are written."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from core.errors import NotFound
from core.helpdesk.duty.lint import Flaw, Staff, lint
from core.helpdesk.duty.schedule import DutySchedule
from core.helpdesk.topics import Topic
from core.ids import PersonId
from storage.helpdesk.duty_profiles import NAMES, profile_windows

MOSCOW = ZoneInfo("Europe/Moscow")
FIRST, SECOND, THIRD = ROSTER = (PersonId(1), PersonId(2), PersonId(3))
SOMEBODY = frozenset({PersonId(9)})
"""An administrator whom messages reach."""

MONDAY = datetime(2026, 11, 23, tzinfo=MOSCOW)
DAYS = {"mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6}
ONLY_FIRST = [FIRST]


def of(name: str) -> DutySchedule:
    return DutySchedule(MOSCOW, profile_windows(name, ROSTER))


def at(said: str) -> datetime:
    day, hour = said.split()
    return datetime.combine(
        (MONDAY + timedelta(days=DAYS[day])).date(), time.fromisoformat(hour), MOSCOW
    )


@pytest.mark.parametrize(
    ("name", "topic", "when", "who"),
    [
        ("a", Topic.DIARY, "mon 14:00", [FIRST]),
        ("a", Topic.DIARY, "mon 15:00", []),
        ("a", Topic.REGISTRATION, "fri 14:59", [FIRST]),
        ("a", Topic.LOST_ACCESS, "mon 14:30", []),
        ("a", Topic.LESSON_PLANS, "tue 14:30", [SECOND]),
        ("a", Topic.CONTROL_WORKS, "wed 14:30", [SECOND]),
        ("a", Topic.DIARY, "tue 14:30", []),
        ("a", Topic.CONTROL_WORKS, "thu 14:30", []),
        ("a", Topic.REGISTRATION, "wed 09:00", [THIRD]),
        ("a", Topic.REGISTRATION, "wed 12:00", []),
        ("a", Topic.LESSON_PLANS, "wed 09:30", []),
        ("e", Topic.DIARY, "mon 14:30", [FIRST]),
        ("e", Topic.REGISTRATION, "thu 14:30", [FIRST]),
        ("e", Topic.DIARY, "fri 14:30", []),
        ("e", Topic.LOST_ACCESS, "thu 14:30", []),
    ],
)
def test_a_schedule_of_the_documents_says_who_answers(
    name: str, topic: Topic, when: str, who: list[PersonId]
) -> None:
    found = of(name).on_duty(topic, at(when))

    assert [one.consultant for one in found] == who


@pytest.mark.parametrize(
    ("name", "topic", "when", "opens"),
    [
        ("a", Topic.REGISTRATION, "mon 15:00", "wed 09:00"),
        ("a", Topic.REGISTRATION, "wed 12:00", "fri 14:00"),
        ("a", Topic.LESSON_PLANS, "mon 14:00", "tue 14:00"),
        ("a", Topic.DIARY, "tue 10:00", "fri 14:00"),
        ("e", Topic.DIARY, "mon 15:00", "thu 14:00"),
    ],
)
def test_a_schedule_of_the_documents_says_when_the_next_window_opens(
    name: str, topic: Topic, when: str, opens: str
) -> None:
    found = of(name).next_shift(topic, at(when))

    assert found is not None
    assert found.starts_at == at(opens)


def test_the_room_is_the_document_s() -> None:
    assert {one.room for one in of("e").windows} == {"4"}


@pytest.mark.parametrize("name", NAMES)
def test_a_schedule_of_the_documents_has_no_flaws(name: str) -> None:
    staff = Staff(frozenset(ROSTER), frozenset(ROSTER), SOMEBODY)

    found = lint(of(name), staff, now=MONDAY, within=timedelta(days=7))

    assert found == ()


def test_a_short_roster_does_all_parts() -> None:
    found = profile_windows("a", ONLY_FIRST)

    assert {one.consultant for one in found} == {FIRST}
    assert Flaw.TWO_PLACES not in {
        one.flaw
        for one in lint(
            DutySchedule(MOSCOW, found),
            Staff(frozenset(ROSTER), frozenset(ROSTER), SOMEBODY),
            now=MONDAY,
            within=timedelta(days=7),
        )
    }


@pytest.mark.parametrize(("name", "roster"), [("c", ROSTER), ("a", ())])
def test_there_is_no_schedule_of_another_document_or_for_nobody(
    name: str, roster: tuple[PersonId, ...]
) -> None:
    with pytest.raises(NotFound):
        profile_windows(name, roster)
