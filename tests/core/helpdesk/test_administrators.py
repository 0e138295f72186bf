"""What administrators have: somebody hears of it, and the asker is told the truth."""

from datetime import timedelta

import pytest

from core.access.people import Role
from core.helpdesk.facts import Arrival, TicketArrived
from core.helpdesk.tickets.owner import Administrator
from core.helpdesk.tickets.promise import AdministratorAnswers
from core.helpdesk.topics import Topic
from tests.core.helpdesk.desk import HelpDeskOfTests, words


@pytest.fixture
def desk() -> HelpDeskOfTests:
    return HelpDeskOfTests()


def reminded(desk: HelpDeskOfTests) -> list[timedelta]:
    """Return when administrators were reminded, counted from the beginning."""
    told = [one for one in desk.told(TicketArrived) if one.why is Arrival.OVERDUE]
    return [one.at - desk.at("09:00") for one in told]


async def test_where_nobody_hears_the_asker_is_told_so(desk: HelpDeskOfTests) -> None:
    heard = (await desk.asks(Topic.LOST_ACCESS)).promise
    await desk.blocked(desk.boss)

    unheard = (await desk.asks(Topic.LOST_ACCESS)).promise

    assert (heard, unheard) == (AdministratorAnswers(), AdministratorAnswers(hears=False))


async def test_who_takes_no_messages_any_more_loses_it_to_the_others(
    desk: HelpDeskOfTests,
) -> None:
    other = desk.another("Алла", Role.ADMINISTRATOR)
    number = (await desk.asks(Topic.LOST_ACCESS)).ticket.id
    await desk.does("claim", desk.boss, number)

    await desk.blocked(desk.boss)
    await desk.tick()

    assert (await desk.now(number)).standing.owner == Administrator()
    assert desk.heard(other) == ["TicketArrived", "TicketArrived"]
    assert (await desk.does("read", desk.mother, number)).promise == AdministratorAnswers()


async def test_of_a_request_without_a_word_administrators_hear_each_day(
    desk: HelpDeskOfTests,
) -> None:
    number = (await desk.asks(Topic.LOST_ACCESS)).ticket.id

    for _ in range(50):
        desk.clock.at += timedelta(hours=1)
        await desk.tick()
    await desk.does("ask_back", desk.boss, number, words("Какой логин?"))
    desk.clock.at += timedelta(hours=30)
    await desk.tick()

    assert reminded(desk) == [timedelta(days=1), timedelta(days=2)]


async def test_in_hours_they_hear_each_hour_of_windows(desk: HelpDeskOfTests) -> None:
    desk.window(desk.nina, "09:00-12:00")
    await desk.asks()

    await desk.ticks("12:30")

    assert reminded(desk) == [timedelta(minutes=70), timedelta(minutes=130)]


async def test_of_a_topic_without_windows_they_hear_after_a_day(desk: HelpDeskOfTests) -> None:
    await desk.asks()

    for _ in range(25):
        desk.clock.at += timedelta(hours=1)
        await desk.tick()

    assert reminded(desk) == [timedelta(days=1)]


async def test_who_comes_back_hears_of_what_waited(desk: HelpDeskOfTests) -> None:
    await desk.asks(Topic.LOST_ACCESS)
    await desk.blocked(desk.boss)
    desk.clock.at += timedelta(days=3)
    await desk.tick()
    before = reminded(desk)

    await desk.blocked(desk.boss, reachable=True)
    await desk.tick()

    assert (before, reminded(desk)) == ([], [timedelta(days=3)])
