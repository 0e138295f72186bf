"""Waiting is counted in windows; what is set aside comes back by the school's clock."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from core.access.zones import OwnZone
from core.errors import AccessRefused
from core.helpdesk.tickets import pausing
from core.helpdesk.tickets.overview import ReadOverview
from core.helpdesk.tickets.waiting import is_overdue, waited
from core.helpdesk.topics import Topic
from core.regulation.profile import HelpRule
from tests.core.helpdesk.desk import HelpDeskOfTests, words


@pytest.fixture
def desk() -> HelpDeskOfTests:
    return HelpDeskOfTests()


async def test_a_night_is_no_waiting_and_ten_minutes_of_a_window_are_too_long(
    desk: HelpDeskOfTests,
) -> None:
    desk.window(desk.nina, "14:00-15:00")
    asked = await desk.asks()

    async with desk.turn() as do:
        schedule = (await do.books.desk(desk.seed.school)).schedule
    before, after = desk.at("14:00"), desk.at("14:10")

    assert waited(asked.ticket, schedule, before) == timedelta()
    assert waited(asked.ticket, schedule, after) == timedelta(minutes=10)
    assert not is_overdue(asked.ticket, schedule, HelpRule(), before)
    assert is_overdue(asked.ticket, schedule, HelpRule(), after)


async def test_lost_access_is_overdue_after_a_day(desk: HelpDeskOfTests) -> None:
    asked = await desk.asks(Topic.LOST_ACCESS)
    async with desk.turn() as do:
        schedule = (await do.books.desk(desk.seed.school)).schedule

    late = [
        is_overdue(asked.ticket, schedule, HelpRule(), desk.at("09:00", days=it)) for it in (0, 1)
    ]

    assert late == [False, True]


async def late_at(desk: HelpDeskOfTests, hour: str) -> int:
    """Let time go on, and return how many are overdue in the overview."""
    await desk.ticks(hour)
    async with desk.turn() as do:
        view = await ReadOverview(do.open)(desk.actor(desk.boss), desk.seed.school)
        return len(view.overdue)


@pytest.mark.parametrize("rounds", [1, 2])
async def test_what_was_asked_back_waits_anew_since_the_reply_though_its_window_ended(
    desk: HelpDeskOfTests, rounds: int
) -> None:
    desk.window(desk.nina, "09:00-11:00")
    desk.window(desk.olga, "14:00-15:00")
    await desk.ticks("10:40")
    number = (await desk.asks()).ticket.id
    if rounds == 2:
        await desk.does("answer", desk.nina, number, words("Так"))
        await desk.does("reopen", desk.mother, number)
    desk.clock.at += timedelta(minutes=8)
    await desk.does("ask_back", desk.nina, number, words("В каком классе?"))

    waits = [await late_at(desk, hour) for hour in ("11:40", "14:02")]
    await desk.does("add_words", desk.mother, number, words("В 7А"))
    late = [await late_at(desk, hour) for hour in ("14:03", "14:11", "14:13")]

    assert waits == [0, 0]
    assert late == [0, 0, 1]


async def test_only_an_administrator_looks_over_all(desk: HelpDeskOfTests) -> None:
    desk.window(desk.nina, "14:00-15:00")
    await desk.asks()
    await desk.asks(Topic.LOST_ACCESS)

    async with desk.turn() as do:
        view = await ReadOverview(do.open)(desk.actor(desk.boss), desk.seed.school)
        with pytest.raises(AccessRefused):
            await ReadOverview(do.open)(desk.actor(desk.nina), desk.seed.school)

    assert (view.queued, view.of_administrators, view.of_consultants) == (1, 1, 0)


async def test_pauses_end_on_the_schools_clock(desk: HelpDeskOfTests) -> None:
    desk.window(desk.nina, "09:00-15:00")
    asked = await desk.asks()
    async with desk.turn() as do:
        opened = await do.open(desk.actor(desk.nina), asked.ticket.id)
    desk.clock.at = desk.at("19:00")
    async with desk.turn() as do:
        late = await do.open(desk.actor(desk.boss), asked.ticket.id)

    assert pausing.in_an_hour(opened) == desk.at("10:00")
    assert pausing.this_evening(opened) == desk.at("18:00")
    assert pausing.in_the_morning(opened) == desk.at("09:00", days=1)
    assert pausing.next_window(opened) == desk.at("09:00", days=7)
    assert pausing.this_evening(late) is None
    assert pausing.next_window(late) is None


async def test_pauses_end_on_the_own_clock_of_who_lives_elsewhere(desk: HelpDeskOfTests) -> None:
    desk.window(desk.nina, "09:00-15:00")
    asked = await desk.asks()
    async with desk.turn() as do:
        opened = await do.open(desk.actor(desk.nina), asked.ticket.id)
    in_omsk = replace(opened, member=replace(opened.member, own_zone=OwnZone.OMSK))

    assert pausing.this_evening(in_omsk) == desk.at("15:00")
    assert pausing.in_the_morning(in_omsk) == desk.at("06:00", days=1)
    assert pausing.today_at(in_omsk, time(13)) == desk.at("10:00")
    assert pausing.next_window(in_omsk) == pausing.next_window(opened)


async def test_what_is_opened_again_waits_anew(desk: HelpDeskOfTests) -> None:
    desk.window(desk.nina, "09:00-15:00")
    number = (await desk.asks()).ticket.id
    await desk.does("answer", desk.nina, number, words("Так"))
    desk.clock.at = desk.at("12:00")

    await desk.does("reopen", desk.mother, number)

    ticket = await desk.now(number)
    async with desk.turn() as do:
        schedule = (await do.books.desk(desk.seed.school)).schedule
    late = [is_overdue(ticket, schedule, HelpRule(), desk.at(one)) for one in ("12:09", "12:10")]
    assert late == [False, True]


async def test_an_hour_that_the_clocks_pass_over_begins_when_they_have_passed_it(
    desk: HelpDeskOfTests,
) -> None:
    asked = await desk.asks(Topic.LOST_ACCESS)
    async with desk.turn() as do:
        opened = await do.open(desk.actor(desk.boss), asked.ticket.id)
    zone = ZoneInfo("Europe/Berlin")
    night = replace(
        opened,
        at=datetime(2027, 3, 28, 0, 15, tzinfo=UTC),
        member=replace(opened.member, zone=zone.key),
    )

    found = pausing.today_at(night, time(2, 30))

    assert found == datetime(2027, 3, 28, 1, 0, tzinfo=UTC)
    assert found.astimezone(zone).time() == time(3)
